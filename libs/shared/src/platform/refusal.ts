/** One thing wrong with one field of a request. */
export interface FieldProblem {
  /** Dotted path of the field, as in `sessions.2.endsAt`. */
  readonly path: string;
  /** Stable code; the wording belongs to the reader's language. */
  readonly code: string;
  readonly message?: string;
  readonly value?: unknown;
  /** The number in the rule that was broken, woven into the wording. */
  readonly limit?: number;
}

/** A business rule said no. The code is the contract; each reader words it for itself. Becomes HTTP 409. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly problems: readonly FieldProblem[] = [],
  ) {
    super(code);
  }
}

/** RFC 9457 problem as sent by the API. */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  /** Title in the reader's language. */
  readonly title: string;
  readonly titleId: string;
  readonly titleEn: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldProblem[];
  readonly requestId?: string;
}
