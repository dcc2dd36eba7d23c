import type { DocumentKind, DocumentRow, DocumentSession, NumberedKind, Signatory, Zone } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** A cohort as its papers name it. */
export interface PaperCohort {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly agencyId: string;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly agencyShortName: string;
  readonly agencyZone: Zone;
  readonly issuer: string | null;
  readonly programme: string;
  readonly programmeCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly venueName: string;
  readonly venueCity: string;
  readonly signatories: readonly Signatory[];
  readonly classes: readonly { readonly id: string; readonly name: string }[];
}

export async function loadPaperCohort(tx: Transaction, id: string): Promise<PaperCohort | null> {
  const [row] = await rowsOf<PaperCohort>(tx,
    `select c.id, c.code, c.name, c.agency_id as "agencyId", a.code as "agencyCode", a.name as "agencyName", a.short_name as "agencyShortName", a.zone as "agencyZone",
            (select name from cohort_partner where cohort_id = c.id and role = 'host' order by position limit 1) as issuer, p.name as programme, p.code as "programmeCode",
            c.starts_on as "startsOn", c.ends_on as "endsOn", c.venue_name as "venueName", c.venue_city as "venueCity", c.signatories,
            coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name) order by k.code) from cohort_class k where k.cohort_id = c.id), '[]') as classes
     from cohort c join agency a on a.id = c.agency_id join curriculum cu on cu.id = c.curriculum_id join programme p on p.id = cu.programme_id where c.id = $1`, [id]);
  return row ?? null;
}

/** Somebody who may stand on a paper. */
export interface PaperPerson {
  readonly personId: string;
  /** Null for facilitators. */
  readonly enrolmentId: string | null;
  readonly classId: string | null;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly nip: string | null;
  readonly kind: string | null;
  readonly golongan: string | null;
  readonly positionName: string | null;
  readonly unitName: string | null;
  readonly opdName: string | null;
  readonly agencyName: string;
}

const person = `p.id as "personId", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", m.nip, m.kind, m.golongan, m.position_name as "positionName",
  u.name as "unitName", o.name as "opdName", coalesce(ea.name, pa.name) as "agencyName"`;
const work = `join agency pa on pa.id = p.agency_id left join agency ea on ea.id = m.agency_id left join unit u on u.id = m.unit_id left join unit o on o.id = nullif(split_part(u.path, '/', 3), '')::uuid`;

/** Accepted participants, of one class when one is named, by class and name. */
export function loadPaperParticipants(tx: Transaction, cohortId: string, classId: string | null): Promise<PaperPerson[]> {
  return rowsOf(tx,
    `select e.id as "enrolmentId", e.class_id as "classId", ${person}
     from enrolment e join person p on p.id = e.person_id left join employment m on m.id = e.employment_id ${work} left join cohort_class k on k.id = e.class_id
     where e.cohort_id = $1 and e.state = 'accepted' and ($2::uuid is null or e.class_id = $2) order by k.code nulls first, fold_text(p.full_name), e.id`, [cohortId, classId]);
}

/** Facilitators of the sessions of a cohort, by name. */
export function loadPaperFacilitators(tx: Transaction, cohortId: string, classId: string | null): Promise<PaperPerson[]> {
  return rowsOf(tx,
    `select null as "enrolmentId", null as "classId", ${person}
     from person p join cohort c on c.id = $1 left join employment m on m.person_id = p.id and daterange(m.valid_from, m.valid_to) @> c.starts_on ${work}
     where p.id in (select f.person_id from session_facilitator f join session s on s.id = f.session_id where s.cohort_id = $1 and s.state <> 'cancelled' and ($2::uuid is null or s.class_id is null or s.class_id = $2))
     order by fold_text(p.full_name), p.id`, [cohortId, classId]);
}

/** A session to be signed for. */
export type PaperSession = Omit<DocumentSession, 'expected' | 'facilitators'> & {
  readonly classId: string | null;
  readonly facilitators: readonly { readonly frontTitle: string | null; readonly fullName: string; readonly backTitle: string | null }[];
};

export function loadPaperSessions(tx: Transaction, cohortId: string, ids: readonly string[]): Promise<PaperSession[]> {
  return rowsOf(tx,
    `select s.title, ${isoOf('s.starts_at')} as "startsAt", ${isoOf('s.ends_at')} as "endsAt", s.zone, s.lesson_hours as "lessonHours", s.class_id as "classId", k.name as "className",
            concat_ws(', ', nullif(s.venue, ''), (select r.name from venue_room r where r.id = s.room_id), (select v.name from venue v where v.id = s.venue_id)) as venue,
            coalesce((select json_agg(json_build_object('frontTitle', p.front_title, 'fullName', p.full_name, 'backTitle', p.back_title) order by p.full_name)
              from session_facilitator f join person p on p.id = f.person_id where f.session_id = s.id), '[]') as facilitators
     from session s left join cohort_class k on k.id = s.class_id where s.cohort_id = $1 and s.id = any($2::uuid[]) and s.state <> 'cancelled' order by s.starts_at, s.id`, [cohortId, ids]);
}

/** Templates that an agency wrote itself. */
export async function loadNumbering(tx: Transaction, agencyId: string): Promise<Partial<Record<NumberedKind, string>>> {
  const rows = await rowsOf<{ kind: NumberedKind; template: string }>(tx, `select kind, template from document_numbering where agency_id = $1`, [agencyId]);
  return Object.fromEntries(rows.map(({ kind, template }) => [kind, template]));
}

export async function saveNumbering(tx: Transaction, agencyId: string, templates: Readonly<Record<string, string>>): Promise<void> {
  await tx.query(
    `insert into document_numbering (agency_id, kind, template) select $1, key, value from jsonb_each_text($2::jsonb)
     on conflict (agency_id, kind) do update set template = excluded.template where document_numbering.template <> excluded.template`, [agencyId, JSON.stringify(templates)]);
}

/** Takes so many numbers of a scope and answers the first. The counter stays locked until the transaction ends. */
export async function takeNumbers(tx: Transaction, scope: string, count: number): Promise<number> {
  const [row] = await rowsOf<{ last: number }>(tx,
    `insert into document_counter (scope, last) values ($1, $2) on conflict (scope) do update set last = document_counter.last + excluded.last returning last`, [scope, count]);
  return (row?.last ?? count) - count + 1;
}

/** A paper as it is stored. */
export interface NewDocument {
  readonly cohortId: string;
  readonly agencyId: string;
  readonly kind: DocumentKind;
  readonly issuedOn: string;
  readonly snapshot: object;
  readonly snapshotSha256: string;
  readonly pdfSha256: string;
  readonly pages: number;
  readonly bytes: number;
  readonly issuedBy: string | null;
  readonly issuedAt: Date;
  readonly numbers: readonly { readonly scope: string; readonly sequence: number; readonly number: string }[];
}

export async function saveDocument(tx: Transaction, paper: NewDocument): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx,
    `insert into document (cohort_id, agency_id, kind, issued_on, snapshot, snapshot_sha256, pdf_sha256, pages, bytes, issued_by, issued_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [paper.cohortId, paper.agencyId, paper.kind, paper.issuedOn, JSON.stringify(paper.snapshot), paper.snapshotSha256, paper.pdfSha256, paper.pages, paper.bytes, paper.issuedBy, paper.issuedAt]);
  const id = row?.id ?? '';
  await tx.query(
    `insert into document_number (document_id, agency_id, scope, sequence, number) select $1, $2, x.scope, x.sequence, x.number from jsonb_to_recordset($3::jsonb) as x (scope text, sequence int, number text) order by x.sequence`,
    [id, paper.agencyId, JSON.stringify(paper.numbers)]);
  return id;
}

/** Papers of a cohort, newest first. */
export function loadDocuments(tx: Transaction, cohortId: string): Promise<DocumentRow[]> {
  return rowsOf(tx,
    `select d.id, d.kind, n.first as number, case when n.count > 1 then n.last end as "lastNumber", d.issued_on as "issuedOn", ${isoOf('d.issued_at')} as "issuedAt", a.display_name as "issuedBy",
            jsonb_array_length(d.snapshot -> 'people') as people, d.pages, d.bytes, d.snapshot -> 'sessions' -> 0 ->> 'title' as "sessionTitle"
     from document d left join account a on a.id = d.issued_by
     left join lateral (select count(*) as count, (array_agg(number order by sequence))[1] as first, (array_agg(number order by sequence desc))[1] as last from document_number where document_id = d.id) n on true
     where d.cohort_id = $1 order by d.issued_at desc, d.id`, [cohortId]);
}

/** Where a paper belongs and where its bytes lie. */
export interface StoredDocument {
  readonly cohortId: string;
  readonly agencyId: string;
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly pdfSha256: string;
}

export async function loadStoredDocument(db: Database, id: string): Promise<StoredDocument | null> {
  const [row] = await db.read<StoredDocument>(
    `select d.cohort_id as "cohortId", d.agency_id as "agencyId", d.kind, (select number from document_number where document_id = d.id order by sequence limit 1) as number, d.pdf_sha256 as "pdfSha256" from document d where d.id = $1`, [id]);
  return row ?? null;
}
