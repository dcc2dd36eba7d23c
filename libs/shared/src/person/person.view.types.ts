import type { Page } from '../platform/paging.types.js';
import type { NipWarning } from './nip.types.js';
import type { DutyStatus, EmploymentKind, Gender, PositionKind } from './person.types.js';

/** A person in the list, with the employment that holds. Its fields are null for people without one. */
export interface PersonRow {
  readonly id: string;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly nip: string | null;
  readonly nipWarnings: readonly NipWarning[];
  readonly kind: EmploymentKind | null;
  readonly golongan: string | null;
  readonly positionKind: PositionKind | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly dutyStatus: DutyStatus | null;
  readonly unitName: string | null;
  readonly opdName: string | null;
  readonly agencyName: string;
}

export type PersonPage = Page<PersonRow>;

/** What held for a person from a day on. */
export interface EmploymentView {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly opdName: string;
  readonly kind: EmploymentKind;
  readonly nip: string | null;
  readonly nipWarnings: readonly NipWarning[];
  readonly golongan: string | null;
  readonly positionKind: PositionKind;
  readonly positionName: string;
  readonly eselon: string | null;
  readonly dutyStatus: DutyStatus;
  /** ISO dates; `validTo` is the first day on which it no longer held, null while it does. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A certificate of the person, without what only its own page shows. */
export interface PersonCertificate {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly programmeName: string;
  readonly kind: 'graduation' | 'attendance';
  readonly state: 'active' | 'suspended' | 'revoked' | 'superseded';
  readonly lessonHours: number;
  /** ISO date. */
  readonly issuedOn: string;
}

export interface LessonHoursOfYear {
  readonly year: number;
  readonly lessonHours: number;
}

export type AccountState = 'none' | 'invited' | 'active' | 'disabled';

export const personOperations = ['change'] as const;
export type PersonOperation = (typeof personOperations)[number];

/** Everything on record about a person, newest employment first. */
export interface PersonDetail {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly gender: Gender | null;
  readonly birthDate: string | null;
  readonly birthPlace: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly version: number;
  readonly employments: readonly EmploymentView[];
  readonly certificates: readonly PersonCertificate[];
  /** JP in the ledger, newest year first. */
  readonly lessonHours: readonly LessonHoursOfYear[];
  readonly account: AccountState;
  readonly allowedOperations: readonly PersonOperation[];
}
