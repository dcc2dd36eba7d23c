import type { CertificateDesign } from './certificate.types.js';

export type CounterScope = CertificateDesign['counterScope'];

/** What fills a number template. */
export interface NumberFacts {
  /** Number given by the counter of the scope. */
  readonly sequence: number;
  /** Place among the certificates of the cohort. */
  readonly cohortSequence: number;
  /** ISO date of signing, in the agency's zone: month and year of the number are its. */
  readonly issuedOn: string;
  readonly agency: string;
  readonly unitCode: string;
  readonly academy: string;
  readonly programme: string;
  readonly cohort: string;
  readonly classCode: string;
}

/** What names the counter of a scope; the sequence comes from it. */
export type CounterFacts = Pick<NumberFacts, 'issuedOn' | 'agency' | 'unitCode' | 'programme' | 'cohort'>;

export const numberTemplateProblemCodes = ['empty', 'tooLong', 'unknownToken', 'brace', 'noSequence', 'scopeMissing', 'agencyMissing'] as const;
export type NumberTemplateProblemCode = (typeof numberTemplateProblemCodes)[number];

export interface NumberTemplateProblem {
  readonly code: NumberTemplateProblemCode;
  /** The token that is unknown or missing, or empty. */
  readonly token: string;
  /** False for a warning. */
  readonly blocking: boolean;
}

export type NumberToken = 'seq' | 'cohort_seq' | 'month' | 'year' | 'programme' | 'academy' | 'unit_code' | 'class_code' | 'cohort' | 'agency';

/** A piece of a template: literal text, or a token with what follows its colon. */
export type NumberPart =
  | { readonly text: string; readonly token: null; readonly format: null }
  | { readonly text: string; readonly token: NumberToken; readonly format: string };

export interface NumberTemplate {
  readonly parts: readonly NumberPart[];
  readonly problems: readonly NumberTemplateProblem[];
}
