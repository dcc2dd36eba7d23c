import type { CertificateEventKind, IssuanceRefusal } from './state.types.js';
import type { CertificateSnapshot, CertificateState } from './certificate.types.js';

/** A line of the register. */
export interface CertificateRow {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly holderName: string;
  readonly nip: string | null;
  readonly programmeName: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly lessonHours: number;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly state: CertificateState;
}

/** A participant of a cohort on the page where certificates are issued. */
export interface IssuanceRow {
  readonly enrolmentId: string;
  readonly holderName: string;
  readonly nip: string | null;
  readonly opdName: string | null;
  /** The certificate in force or the newest one, if any. */
  readonly certificate: { readonly id: string; readonly number: string; readonly code: string; readonly state: CertificateState } | null;
  /** Why none can be issued now; empty when one can. */
  readonly reasons: readonly IssuanceRefusal[];
}

/** What happened to a certificate after it was issued, as its readers see it. */
export interface CertificateEventView {
  readonly kind: CertificateEventKind;
  readonly reasonCode: string;
  readonly publicText: string;
  /** Only for those who manage certificates. */
  readonly privateNote: string | null;
  readonly recordedAt: string;
}

/** A certificate with everything on the paper. */
export interface CertificateView extends CertificateRow {
  readonly enrolmentId: string;
  readonly snapshot: CertificateSnapshot;
  readonly pdfSha256: string;
  readonly events: readonly CertificateEventView[];
  /** What the caller may do with it. */
  readonly allowedOperations: readonly 'revoke'[];
}
