import type { CertificateEventKind, CertificateSnapshot, CertificateState } from '@jenjang/shared';
import type { Database } from '../platform/index.js';

/** A certificate behind a code, with the newest thing that happened to it. */
export interface VerificationRecord {
  readonly code: string;
  readonly snapshot: CertificateSnapshot;
  readonly snapshotSha256: string;
  readonly pdfSha256: string;
  readonly validUntil: string | null;
  readonly zone: string;
  readonly state: CertificateState;
  readonly event: { readonly kind: CertificateEventKind; readonly reasonCode: string; readonly publicText: string; readonly at: string } | null;
}

/** One look-up by the unique code; a code that exists and one that does not take the same path. */
export async function findByCode(db: Database, code: string): Promise<VerificationRecord | null> {
  const [row] = await db.read<VerificationRecord>(
    `select c.code, c.snapshot, c.snapshot_sha256 as "snapshotSha256", c.pdf_sha256 as "pdfSha256", c.valid_until as "validUntil", a.zone, s.state,
            (select json_build_object('kind', ev.kind, 'reasonCode', ev.reason_code, 'publicText', ev.public_text, 'at', ev.recorded_at)
             from certificate_event ev where ev.certificate_id = c.id order by ev.recorded_at desc limit 1) as event
     from certificate c join certificate_state s on s.certificate_id = c.id join agency a on a.id = c.agency_id where c.code = $1`, [code]);
  return row ?? null;
}
