import type { EmploymentKind, Gender } from './person.types.js';

/** NIP of a PNS or NI PPPK: 18 digits as text, for they exceed what a number can hold. Parsed once at the door. */
export type Nip = string & { readonly brand: 'Nip' };

/** Why a text is no nip at all. */
export const nipProblemCodes = ['NIP_MISSING', 'NIP_EXCEL', 'NIP_CHARACTERS', 'NIP_LENGTH'] as const;
export type NipProblemCode = (typeof nipProblemCodes)[number];

export interface NipProblem {
  readonly code: NipProblemCode;
  /** Digits found, for `NIP_LENGTH`. */
  readonly digits: number | null;
}

/** Doubts about a number that is stored all the same: real registers hold such numbers. Kept in `employment.nip_warnings`. */
export const nipWarnings = [
  'NIP_BIRTHDATE', 'NIP_APPOINT_YEAR', 'NIP_APPOINT_MONTH', 'NIP_GENDER', 'NIP_SEQ', 'NIP_AGE_AT_APPOINT', 'NIP_BIRTHDATE_DIFFERS', 'NIP_GENDER_DIFFERS',
] as const;
export type NipWarning = (typeof nipWarnings)[number];

/** What is known beside the number. */
export interface NipContext {
  readonly kind: EmploymentKind | null;
  /** ISO date. */
  readonly birthDate?: string | null;
  readonly gender?: Gender | null;
  /** ISO date. */
  readonly today: string;
}

export interface NipReading {
  readonly nip: Nip | null;
  /** What the number says of its holder; null where it says nothing sensible. */
  readonly birthDate: string | null;
  readonly gender: Gender | null;
  readonly problems: readonly NipProblem[];
  readonly warnings: readonly NipWarning[];
}
