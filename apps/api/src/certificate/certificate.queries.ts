import type { CertificateQuery, CertificateRow, CertificateState, CertificateView, Page } from '@jenjang/shared';
import { pageOf, scopeCondition, type Actor, type Database } from '../platform/index.js';

const columns = `c.id, c.number, c.code, c.snapshot -> 'holder' ->> 'name' as "holderName", c.snapshot -> 'holder' ->> 'nip' as nip,
  c.snapshot -> 'programme' ->> 'name' as "programmeName", e.cohort_id as "cohortId", c.snapshot -> 'cohort' ->> 'name' as "cohortName",
  c.lesson_hours as "lessonHours", c.issued_on as "issuedOn", c.valid_until as "validUntil", s.state`;
const tables = `certificate c join certificate_state s on s.certificate_id = c.id join enrolment e on e.id = c.enrolment_id
  left join unit hu on hu.id = c.holder_unit_id`;

/** The register of certificates within reach. */
export async function listCertificates(db: Database, actor: Actor, query: CertificateQuery): Promise<Page<CertificateRow>> {
  const values: unknown[] = [query.q ? `%${query.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null, query.cohortId ?? null, query.state ?? null];
  const reach = scopeCondition(actor, 'certificate.read', { agency: 'c.agency_id', cohort: 'e.cohort_id', unitPath: 'hu.path' }, values);
  return pageOf<CertificateRow>(db, query, {
    columns,
    from: `from ${tables} where ${reach} and ($2::uuid is null or e.cohort_id = $2) and ($3::text is null or s.state = $3)
      and ($1::text is null or lower(c.snapshot -> 'holder' ->> 'name') like $1 or c.snapshot -> 'holder' ->> 'nip' like $1 or lower(c.number) like $1)`,
    values,
    defaultSort: '-issued', sorts: { issued: 'c.issued_on', name: `lower(c.snapshot -> 'holder' ->> 'name')`, number: 'c.number' },
    tie: 'c.id',
  });
}

/** A certificate as stored, with whose it is. */
export type CertificateRecord = Omit<CertificateView, 'allowedOperations'> & { readonly agencyId: string; readonly personId: string; readonly unitPath: string | null };

const eventsAsJson = `coalesce((select json_agg(json_build_object('kind', ev.kind, 'reasonCode', ev.reason_code, 'publicText', ev.public_text,
  'privateNote', ev.private_note, 'recordedAt', ev.recorded_at) order by ev.recorded_at desc) from certificate_event ev where ev.certificate_id = c.id), '[]') as events`;

const whole = `select ${columns}, c.agency_id as "agencyId", hu.path as "unitPath", e.person_id as "personId", c.enrolment_id as "enrolmentId", c.snapshot, c.pdf_sha256 as "pdfSha256", ${eventsAsJson} from ${tables}`;

export async function loadCertificate(db: Database, id: string): Promise<CertificateRecord | null> {
  const [row] = await db.read<CertificateRecord>(`${whole} where c.id = $1`, [id]);
  return row ?? null;
}

export async function loadCertificatesOf(db: Database, personId: string): Promise<CertificateRecord[]> {
  return db.read<CertificateRecord>(`${whole} where e.person_id = $1 order by c.issued_on desc, c.id limit 500`, [personId]);
}

/** Certificates that participants of a cohort hold, newest first for each. */
export async function loadCertificatesOfCohort(db: Database, cohortId: string): Promise<Map<string, { id: string; number: string; code: string; state: CertificateState }>> {
  const rows = await db.read<{ enrolmentId: string; id: string; number: string; code: string; state: CertificateState }>(
    `select distinct on (c.enrolment_id) c.enrolment_id as "enrolmentId", c.id, c.number, c.code, s.state
     from ${tables} where e.cohort_id = $1 order by c.enrolment_id, (s.state in ('active', 'suspended')) desc, c.issued_at desc`, [cohortId]);
  return new Map(rows.map(({ enrolmentId, ...certificate }) => [enrolmentId, certificate]));
}
