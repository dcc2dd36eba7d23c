/** People of a cohort: all accepted ones, those of a class, of a unit and below, or those absent from a session. */
export const readershipKinds = ['cohort', 'class', 'unit', 'absent'] as const;
export type ReadershipKind = (typeof readershipKinds)[number];

export interface Readership {
  readonly kind: ReadershipKind;
  readonly classId?: string;
  readonly unitId?: string;
  readonly sessionId?: string;
}

/** What a writer sees before sending. */
export interface ClassMessagePreview {
  readonly readers: number;
  /** Of these, people who can be told only inside the program. */
  readonly withoutAddress: number;
  /** The message as its first reader gets it; null when there is nobody or a value is missing. */
  readonly sample: { readonly name: string; readonly subject: string; readonly body: string } | null;
  /** Names in braces that do not exist. */
  readonly unknown: readonly string[];
  readonly strayBrace: boolean;
  /** Readers for whom a name has no value: they keep the message from being sent. */
  readonly blocked: readonly { readonly name: string; readonly missing: readonly string[] }[];
}

/** A message to a class in the list of those sent. */
export interface ClassMessageRow {
  readonly id: string;
  readonly readership: Readership;
  /** Class, unit or session; null for the whole cohort. */
  readonly target: string | null;
  readonly subject: string;
  readonly body: string;
  readonly readers: number;
  readonly writtenBy: string | null;
  readonly writtenAt: string;
  readonly sendAfter: string;
  readonly cancelledAt: string | null;
  /** Readers to whom it has gone out so far. */
  readonly told: number;
}

/** Places that a writer may choose. */
export interface ReadershipChoices {
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly startsAt: string; readonly absent: number }[];
  readonly zone: string;
}
