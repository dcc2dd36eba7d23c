import type { GraduationOutcome } from '../graduation/graduation.types.js';
import type { CertificateDesign, CertificateState } from './certificate.types.js';

/** What may happen to a certificate after it was issued. */
export const certificateEventKinds = ['revoked', 'suspended', 'reinstated', 'superseded'] as const;
export type CertificateEventKind = (typeof certificateEventKinds)[number];

/** Why a certificate was revoked or suspended. Shown to the public. */
export const certificateReasonCodes = ['DATA_FALSE', 'RULE_BREACH', 'ISSUED_IN_ERROR', 'COURT_OR_INSPECTORATE', 'HOLDER_REQUEST'] as const;
export type CertificateReasonCode = (typeof certificateReasonCodes)[number];

/** What a reader of the public page is told. `expired` is derived from the date, the states are stored. */
export type CertificateStanding = CertificateState | 'expired';

/** Everything that decides whether a certificate may be issued, as loaded. */
export interface IssuanceFacts {
  readonly kind: CertificateDesign['kind'];
  /** Outcome of the decision in force; null while nothing is decided. */
  readonly outcome: GraduationOutcome | null;
  readonly enrolmentState: string;
  readonly cohortState: string;
  /** Last day of the cohort and day of signing, ISO dates. */
  readonly cohortEndsOn: string;
  readonly issuedOn: string;
  readonly lessonHours: number;
  readonly signatoryCount: number;
  /** Whether the participant holds an active or suspended certificate of this kind. */
  readonly holdsValidCertificate: boolean;
}

export const issuanceRefusals = [
  'notDecided', 'failed', 'attendedOnly', 'notAccepted', 'cohortCancelled', 'cohortNotOver', 'noLessonHours', 'noSignatory', 'alreadyIssued',
] as const;
export type IssuanceRefusal = (typeof issuanceRefusals)[number];

export interface IssuanceDecision {
  readonly issues: boolean;
  /** Every reason against it, empty when it is issued. */
  readonly reasons: readonly IssuanceRefusal[];
}
