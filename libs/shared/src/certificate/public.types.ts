import type { CertificateSnapshot } from './certificate.types.js';

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
