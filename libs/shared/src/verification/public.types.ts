import type { CertificateSnapshot } from '../certificate/certificate.types.js';
import type { CertificateEventKind, CertificateStanding } from '../certificate/state.types.js';

/** What anyone may know of a certificate: the paper without nip, birth and scores. Attendance is printed on the transcript, so it is here too. */
export interface PublicCertificate extends Omit<CertificateSnapshot, 'holder' | 'finalScore' | 'signatories'> {
  readonly holder: Pick<CertificateSnapshot['holder'], 'name' | 'employmentKind' | 'rankPrinted' | 'positionKind' | 'positionName' | 'eselon' | 'unitName' | 'opdName' | 'agencyName'> & {
    /** Masked to its last three digits. */
    readonly nipMasked: string | null;
  };
  readonly signatories: readonly { readonly name: string; readonly position: string; readonly rank: string | null }[];
}

/** One fact as shown: a stable key, its name in the reader's language, and its value. */
export interface PublicFact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** The answer of the public check. */
export interface Verification {
  readonly code: string;
  readonly standing: CertificateStanding;
  readonly issuer: string;
  readonly holderName: string;
  readonly validUntil: string | null;
  /** Zone of the issuer, for the times on the page. */
  readonly zone: string;
  /** Whether the stored facts still have the hash they were issued with. */
  readonly unchanged: boolean;
  /** The state in a sentence, in the reader's language. */
  readonly sentence: string;
  readonly checkedAt: string;
  readonly event: { readonly kind: CertificateEventKind; readonly reasonCode: string; readonly publicText: string; readonly on: string } | null;
  readonly facts: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly pdfSha256: string;
}
