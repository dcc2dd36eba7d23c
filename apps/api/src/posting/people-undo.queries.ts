import { rowsOf, type Transaction } from '../platform/index.js';
import { placeInClasses } from './people-write.queries.js';

/** Rows of an import that are undone; the others stay as they are. */
const undone = `r.import_id = $1 and r.outcome in ('new', 'updated') and r.row_number <> all($2::int[])`;

/** A seat that undoing an import gives back. */
export interface UndoneSeat {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly classId: string | null;
  readonly quotaId: string | null;
  readonly unitPath: string;
  readonly eselon: string | null;
}

/**
 * Takes participants out again. Who was in the cohort before stands there as before, with all moves made until then.
 * People are handed over as lists: a join would be planned by statistics that know nothing of rows just written.
 * @returns the seats that fall free
 */
export async function undoEnrolments(tx: Transaction, importId: string, except: readonly number[], cohortId: string): Promise<UndoneSeat[]> {
  const joined = await rowsOf<{ personId: string; before: string | null; since: string | null }>(tx,
    `select r.target_id as "personId", r.undo #>> '{enrolment,state}' as before, r.undo #>> '{enrolment,state_at}' as since from import_row r where ${undone} and (r.record ->> 'joins')::boolean`, [importId, except]);
  const seats = await rowsOf<UndoneSeat>(tx,
    `select e.id as "enrolmentId", e.person_id as "personId", e.class_id as "classId", e.quota_id as "quotaId", coalesce(u.path, '') as "unitPath", m.eselon
     from enrolment e left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id where e.cohort_id = $1 and e.person_id = any($2::uuid[]) and e.state = 'accepted'`,
    [cohortId, joined.map(({ personId }) => personId)]);
  const cameBack = joined.filter(({ before }) => before === 'withdrawn').map(({ personId }) => personId);
  if (cameBack.length > 0) await withdrawAgain(tx, importId, cohortId, cameBack);
  await takeOut(tx, importId, cohortId, joined.filter(({ before }) => before !== 'withdrawn'));
  const stayed = await rowsOf<{ personId: string; classId: string | null }>(tx,
    `select r.target_id as "personId", (r.undo #>> '{enrolment,class_id}')::uuid as "classId" from import_row r where ${undone} and not (r.record ->> 'joins')::boolean`, [importId, except]);
  await placeInClasses(tx, cohortId, stayed);
  return seats;
}

async function withdrawAgain(tx: Transaction, importId: string, cohortId: string, people: readonly string[]): Promise<void> {
  await tx.query(
    `update enrolment e set state = b.state, class_id = b.class_id, employment_id = b.employment_id, quota_id = null, state_code = b.state_code, state_reason = b.state_reason, state_details = b.state_details
     from import_row r cross join lateral jsonb_populate_record(null::enrolment, r.undo -> 'enrolment') b
     where r.import_id = $1 and r.target_id = any($3::uuid[]) and e.cohort_id = $2 and e.person_id = r.target_id`, [importId, cohortId, people]);
}

/** No move leads from a seat back to waiting: these leave with their moves; who waited before comes back with them, which is noted as a move of its own. */
async function takeOut(tx: Transaction, importId: string, cohortId: string, joined: readonly { readonly personId: string; readonly before: string | null; readonly since: string | null }[]): Promise<void> {
  const waited = joined.filter(({ before }) => before !== null);
  const moves = await rowsOf<{ move: object }>(tx,
    `select to_jsonb(m) as move from unnest($2::uuid[], $3::timestamptz[]) w (person_id, since) join enrolment e on e.cohort_id = $1 and e.person_id = w.person_id
     join enrolment_move m on m.enrolment_id = e.id and m.moved_at <= w.since`, [cohortId, waited.map(({ personId }) => personId), waited.map(({ since }) => since)]);
  await tx.query(`delete from enrolment where cohort_id = $1 and person_id = any($2::uuid[])`, [cohortId, joined.map(({ personId }) => personId)]);
  if (waited.length === 0) return;
  await tx.query(
    `insert into enrolment select b.* from import_row r cross join lateral jsonb_populate_record(null::enrolment, r.undo -> 'enrolment') b
     where r.import_id = $1 and r.target_id = any($2::uuid[])`, [importId, waited.map(({ personId }) => personId)]);
  await tx.query(`insert into enrolment_move select b.* from jsonb_array_elements($1::jsonb) x cross join lateral jsonb_populate_record(null::enrolment_move, x -> 'move') b`, [JSON.stringify(moves)]);
}

/** Brings people and their employments back to what they were; people whom the import added are gone. */
export async function undoPeople(tx: Transaction, importId: string, except: readonly number[]): Promise<void> {
  const people = await rowsOf<{ id: string; added: boolean; employed: boolean }>(tx,
    `select r.target_id as id, r.record ->> 'personAct' = 'add' as added, r.record ->> 'employmentAct' in ('add', 'next') as employed from import_row r where ${undone}`, [importId, except]);
  const begun = (await rowsOf<{ id: string }>(tx, `select id from employment where person_id = any($1::uuid[]) and valid_to is null`, [people.filter(({ employed }) => employed).map(({ id }) => id)])).map(({ id }) => id);
  await tx.query(`update enrolment set employment_id = null where employment_id = any($1::uuid[])`, [begun]);
  await tx.query(`delete from employment where id = any($1::uuid[])`, [begun]);
  await tx.query(
    `update employment m set valid_to = null from import_row r where ${undone} and r.record ->> 'employmentAct' = 'next' and m.id = (r.undo #>> '{employment,id}')::uuid`, [importId, except]);
  await tx.query(
    `update employment m set unit_id = b.unit_id, kind = b.kind, nip = b.nip, nip_warnings = b.nip_warnings, golongan = b.golongan, position_kind = b.position_kind, position_name = b.position_name, eselon = b.eselon
     from import_row r cross join lateral jsonb_populate_record(null::employment, r.undo -> 'employment') b
     where ${undone} and r.record ->> 'employmentAct' = 'correct' and m.id = b.id`, [importId, except]);
  await tx.query(`delete from person where id = any($1::uuid[])`, [people.filter(({ added }) => added).map(({ id }) => id)]);
  await tx.query(
    `update person p set front_title = b.front_title, full_name = b.full_name, back_title = b.back_title, gender = b.gender, birth_date = b.birth_date, birth_place = b.birth_place, email = b.email, phone = b.phone
     from import_row r cross join lateral jsonb_populate_record(null::person, r.undo -> 'person') b
     where ${undone} and r.record ->> 'personAct' = 'change' and p.id = b.id`, [importId, except]);
}
