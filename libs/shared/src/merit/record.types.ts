import type { CertificateState } from '../certificate/certificate.types.js';
import type { MeritFormat } from './merit.dto.js';

/** A certificate as HR sees it in the list. */
export interface MeritRecord {
  readonly certificateId: string;
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly employmentKind: string | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly unitName: string | null;
  readonly opdName: string | null;
  readonly programmeName: string;
  readonly cohortName: string;
  readonly lessonHours: number;
  readonly predicate: string | null;
  readonly outcome: 'graduated' | 'attended';
  readonly number: string;
  readonly code: string;
  readonly issuedOn: string;
  readonly state: CertificateState;
}

/** Proof of what was delivered: by whom, when, which rows, and the hash of the bytes. */
export interface MeritManifest {
  readonly id: string;
  readonly format: MeritFormat;
  /** The filter in words of the reader. */
  readonly filterText: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly createdAt: string;
  readonly requestedBy: string;
  /** Whether the file is kept and can be fetched by its asker. */
  readonly kept: boolean;
}

/** One change told to HR systems. */
export interface HrEvent {
  readonly position: number;
  readonly kind: 'certificate.issued' | 'certificate.revoked' | 'certificate.superseded' | 'lessonHours.changed';
  readonly at: string;
  readonly subject: Readonly<Record<string, unknown>>;
}

/** A page of the feed. `next` is the cursor to ask with; it stays valid. */
export interface HrEventPage {
  readonly events: readonly HrEvent[];
  readonly next: string;
  readonly more: boolean;
}

/** JP of a person in a year, opened down to certificates. */
export interface PersonLessonHours {
  readonly year: number;
  readonly lessonHours: number;
  readonly certificates: number;
}
