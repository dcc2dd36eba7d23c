import type { NominatedPerson, NominateRequest, NominationDetail, NominationQuery, NominationRow, Page } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { likeText, pageOf, rowsOf, scopeCondition, type Actor, type Database, type Transaction } from '../platform/index.js';

/** Where somebody who is sent works on the first day of the cohort. */
export interface Sender {
  readonly personId: string;
  readonly agencyId: string;
  readonly unitPath: string;
}

/** Those of these people whom the caller may send. */
export async function loadSenders(tx: Transaction, actor: Actor, cohortId: string, personIds: readonly string[]): Promise<Sender[]> {
  const values: unknown[] = [cohortId, personIds];
  const reach = scopeCondition(actor, 'nomination.submit', { agency: 'p.agency_id', unitPath: 'u.path' }, values);
  return rowsOf<Sender>(tx,
    `select p.id as "personId", p.agency_id as "agencyId", coalesce(u.path, '') as "unitPath" from cohort c cross join person p
     left join employment m on m.person_id = p.id and daterange(m.valid_from, m.valid_to) @> c.starts_on left join unit u on u.id = m.unit_id
     where c.id = $1 and p.id = any($2::uuid[]) and ${reach}`, values);
}

/** Whether the file is a letter that the account itself handed in. */
export async function isOwnFile(tx: Transaction, fileId: string, accountId: string | null): Promise<boolean> {
  return (await rowsOf(tx, `select from stored_file where id = $1 and created_by = $2`, [fileId, accountId])).length > 0;
}

/** A letter as it is written. */
export interface LetterFacts extends Omit<NominateRequest, 'personIds'> {
  readonly cohortId: string;
  readonly agencyId: string;
  /** Path of the unit that sends; empty for the whole agency. */
  readonly unitPath: string;
  readonly onBehalfOf: string | null;
  readonly now: Date;
}

export async function insertLetter(tx: Transaction, actor: Actor, letter: LetterFacts): Promise<string> {
  const [made] = await rowsOf<{ id: string }>(tx,
    `insert into nomination (cohort_id, agency_id, unit_id, letter_number, letter_on, letter_file_id, note, submitted_by, on_behalf_of, submitted_at)
     values ($1, $2, (select id from unit where path = $3 and agency_id = $2), $4, $5, $6, $7, $8, $9, $10) returning id`,
    [letter.cohortId, letter.agencyId, letter.unitPath, letter.letterNumber, letter.letterOn, letter.letterFileId, letter.note, actor.accountId, letter.onBehalfOf, letter.now]);
  if (!made) throw new Error('an insert gave no row');
  return made.id;
}

const mostReaders = 50;

/** Accounts that run the cohort: its own committee and the organisers of its agency. */
export async function loadOrganisers(tx: Transaction, cohortId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(tx,
    `select distinct g.account_id as id from cohort c join role_grant g on g.role = 'organiser' and g.revoked_at is null and g.agency_id = c.agency_id and (g.scope = 'agency' or g.cohort_id = c.id)
     join account a on a.id = g.account_id and a.disabled_at is null where c.id = $1 order by 1 limit ${String(mostReaders)}`, [cohortId]);
  return rows.map(({ id }) => id);
}

const rowColumns = `
  n.id, n.cohort_id as "cohortId", c.name as "cohortName", ag.short_name as "agencyName", u.name as "unitName", n.letter_number as "letterNumber", n.letter_on as "letterOn",
  ${isoOf('n.submitted_at')} as "submittedAt", c.zone, s.display_name as "authorName", h.display_name as "onBehalfOfName",
  coalesce((select json_object_agg(x.state, x.count) from (select e.state, count(*) from enrolment e where e.nomination_id = n.id group by e.state) x), '{}') as states`;

const tables = `
  from nomination n join cohort c on c.id = n.cohort_id join agency ag on ag.id = n.agency_id left join unit u on u.id = n.unit_id
  join account s on s.id = n.submitted_by left join account h on h.id = n.on_behalf_of`;

const reachOf = (actor: Actor, values: unknown[]): string => scopeCondition(actor, 'nomination.submit', { agency: 'n.agency_id', unitPath: 'u.path' }, values);

/** Letters of the caller's units, newest first. */
export async function loadLetters(db: Database, actor: Actor, query: NominationQuery): Promise<Page<NominationRow>> {
  const values: unknown[] = [];
  const conditions = [reachOf(actor, values)];
  if (query.cohortId) conditions.push(`n.cohort_id = $${String(values.push(query.cohortId))}`);
  const words = query.q?.trim();
  if (words) conditions.push(`fold_text(c.name || ' ' || n.letter_number) like '%' || fold_text($${String(values.push(likeText(words)))}) || '%'`);
  return pageOf<NominationRow>(db, { page: query.page, size: query.size, sort: '-submittedAt' }, {
    columns: rowColumns, from: `${tables} where ${conditions.join(' and ')}`, values, sorts: { submittedAt: 'n.submitted_at' }, tie: 'n.id',
  });
}

/** A letter as stored, with what scopes are compared with. */
export type StoredLetter = Omit<NominationDetail, 'people' | 'keepsSeat'> & { readonly agencyId: string; readonly unitPath: string | null };

export async function loadLetter(db: Database, id: string): Promise<StoredLetter | null> {
  const [row] = await db.read<StoredLetter>(
    `select ${rowColumns}, n.agency_id as "agencyId", u.path as "unitPath", p.name as "programmeName", c.state as "cohortState", a.route, c.starts_on as "startsOn", c.ends_on as "endsOn",
            a.cut_off_on as "cutOffOn", n.note, case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as "letterFile"
     ${tables} join admission a on a.cohort_id = c.id join curriculum k on k.id = c.curriculum_id join programme p on p.id = k.programme_id left join stored_file f on f.id = n.letter_file_id
     where n.id = $1`, [id]);
  return row ?? null;
}

/** People of a letter in its order, each with those who replaced or were replaced. */
export async function loadPeople(db: Database, id: string): Promise<Omit<NominatedPerson, 'mayWithdraw' | 'mayReplace'>[]> {
  return db.read(
    `select e.id as "enrolmentId", e.person_id as "personId", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", m.nip, m.position_name as "positionName", m.eselon,
            u.name as "unitName", e.nomination_rank as rank, e.state, ${isoOf('e.state_at')} as "stateAt", e.state_code as "stateCode", e.state_reason as "stateReason",
            (select rp.full_name from enrolment r join person rp on rp.id = r.person_id where r.replaces = e.id and r.state not in ('rejected', 'withdrawn') limit 1) as "replacedBy",
            (select op.full_name from enrolment o join person op on op.id = o.person_id where o.id = e.replaces) as replaces
     from enrolment e join person p on p.id = e.person_id left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id
     where e.nomination_id = $1 order by e.nomination_rank nulls last, p.full_name, e.id`, [id]);
}

/** Where the letters that use a file lie: of the agency that sent them, and of the cohort that they were sent to. */
export async function loadUses(db: Database, fileId: string): Promise<{ agencyId: string; unitPath: string | null; cohortId: string; cohortAgencyId: string }[]> {
  return db.read(
    `select n.agency_id as "agencyId", u.path as "unitPath", n.cohort_id as "cohortId", c.agency_id as "cohortAgencyId"
     from nomination n join cohort c on c.id = n.cohort_id left join unit u on u.id = n.unit_id where n.letter_file_id = $1`, [fileId]);
}
