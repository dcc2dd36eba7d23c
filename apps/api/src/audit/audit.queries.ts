import type { HistoryEntry, HistoryKind, Place } from '@jenjang/shared';
import type { Database } from '../platform/index.js';

/** Where a record lies, by kind. The national ones (templates) lie nowhere. */
const places: Readonly<Record<HistoryKind, string>> = {
  agency: `select id as "agencyId" from agency where id = $1`,
  unit: `select agency_id as "agencyId", path as "unitPath" from unit where id = $1`,
  person: `select p.agency_id as "agencyId", u.path as "unitPath" from person p
    left join employment e on e.person_id = p.id and e.valid_to is null left join unit u on u.id = e.unit_id where p.id = $1`,
  programme: `select agency_id as "agencyId" from programme where id = $1`,
  curriculum: `select p.agency_id as "agencyId" from curriculum c join programme p on p.id = c.programme_id where c.id = $1`,
  cohort: `select agency_id as "agencyId", id as "cohortId" from cohort where id = $1`,
  session: `select c.agency_id as "agencyId", c.id as "cohortId" from session s join cohort c on c.id = s.cohort_id where s.id = $1`,
  enrolment: `select c.agency_id as "agencyId", c.id as "cohortId" from enrolment e join cohort c on c.id = e.cohort_id where e.id = $1`,
  certificate: `select ce.agency_id as "agencyId", e.cohort_id as "cohortId" from certificate ce join enrolment e on e.id = ce.enrolment_id where ce.id = $1`,
  account: `select p.agency_id as "agencyId" from account a left join person p on p.id = a.person_id where a.id = $1`,
};

export async function placeOfRecord(db: Database, kind: HistoryKind, id: string): Promise<Place | null> {
  const [place] = await db.read<Place>(places[kind], [id]);
  return place ?? null;
}

/** Rows of other tables that belong to the story of a record. */
const stories: Partial<Record<HistoryKind, string>> = {
  person: `or (a.subject_kind = 'employment' and a.subject_id in (select id::text from employment where person_id = $2::uuid))`,
  enrolment: `or (a.subject_kind in ('attendance_mark', 'score', 'graduation_decision') and a.subject_id in (
    select id::text from attendance_mark where enrolment_id = $2::uuid union all select id::text from score where enrolment_id = $2::uuid
    union all select id::text from graduation_decision where enrolment_id = $2::uuid))`,
  certificate: `or (a.subject_kind = 'certificate_event' and a.subject_id in (select id::text from certificate_event where certificate_id = $2::uuid))`,
  cohort: `or (a.subject_kind in ('session', 'phase', 'cohort_class', 'cohort_partner', 'quota') and a.subject_id in (
    select id::text from session where cohort_id = $2::uuid union all select id::text from phase where cohort_id = $2::uuid
    union all select id::text from cohort_class where cohort_id = $2::uuid union all select id::text from cohort_partner where cohort_id = $2::uuid
    union all select id::text from quota where cohort_id = $2::uuid)) or (a.subject_kind = 'admission' and a.subject_id = $2::text)`,
};

export async function loadHistory(db: Database, kind: HistoryKind, id: string, before: number | null, size: number): Promise<HistoryEntry[]> {
  return db.read<HistoryEntry>(
    `select a.id, a.at, coalesce(ac.display_name, cl.name, 'Jenjang') as by, a.action, a.subject_kind as "subjectKind", a.reason, a.before, a.after
     from audit_event a left join account ac on ac.id = a.account_id left join api_client cl on cl.id = a.client_id
     where ((a.subject_kind = $1 and a.subject_id = $2::text) ${stories[kind] ?? ''}) and a.action <> 'denied' and ($3::bigint is null or a.id < $3)
     order by a.id desc limit $4`, [kind, id, before, size]);
}
