import { rowsOf, type Transaction } from '../platform/index.js';

/** Rows of an import that are undone; the others stay as they are. */
const undone = `r.import_id = $1 and r.outcome in ('new', 'updated') and r.row_number <> all($2::int[])`;

const joined = `${undone} and (r.record ->> 'joins')::boolean and e.cohort_id = $3 and e.person_id = r.target_id`;
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
 * @returns the seats that fall free
 */
export async function undoEnrolments(tx: Transaction, importId: string, except: readonly number[], cohortId: string): Promise<UndoneSeat[]> {
  const values = [importId, except, cohortId];
  const seats = await rowsOf<UndoneSeat>(tx,
    `select e.id as "enrolmentId", e.person_id as "personId", e.class_id as "classId", e.quota_id as "quotaId", coalesce(u.path, '') as "unitPath", m.eselon
     from import_row r, enrolment e left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id where ${joined} and e.state = 'accepted'`, values);
  await tx.query(
    `update enrolment e set state = b.state, class_id = b.class_id, employment_id = b.employment_id, quota_id = null, state_code = b.state_code, state_reason = b.state_reason, state_details = b.state_details
     from import_row r cross join lateral jsonb_populate_record(null::enrolment, nullif(r.undo -> 'enrolment', 'null')) b where ${joined} and b.state = 'withdrawn'`, values);
  // No move leads from a seat back to waiting: they leave with their moves, and come back with them.
  const moves = await rowsOf<{ move: object }>(tx,
    `select to_jsonb(m) as move from import_row r, enrolment e join enrolment_move m on m.enrolment_id = e.id
     where ${joined} and r.undo #>> '{enrolment,state}' <> 'withdrawn' and m.moved_at <= (r.undo #>> '{enrolment,state_at}')::timestamptz`, values);
  await tx.query(`delete from enrolment e using import_row r where ${joined} and r.undo #>> '{enrolment,state}' is distinct from 'withdrawn'`, values);
  await tx.query(
    `insert into enrolment select b.* from import_row r cross join lateral jsonb_populate_record(null::enrolment, nullif(r.undo -> 'enrolment', 'null')) b
     where ${undone} and (r.record ->> 'joins')::boolean and b.state <> 'withdrawn'`, [importId, except]);
  await tx.query(`insert into enrolment_move select b.* from jsonb_array_elements($1::jsonb) x cross join lateral jsonb_populate_record(null::enrolment_move, x -> 'move') b`, [JSON.stringify(moves)]);
  await tx.query(
    `update enrolment e set class_id = (r.undo #>> '{enrolment,class_id}')::uuid from import_row r
     where ${undone} and not (r.record ->> 'joins')::boolean and e.cohort_id = $3 and e.person_id = r.target_id and e.class_id is distinct from (r.undo #>> '{enrolment,class_id}')::uuid`, values);
  return seats;
}

/** Brings people and their employments back to what they were; people whom the import added are gone. */
export async function undoPeople(tx: Transaction, importId: string, except: readonly number[]): Promise<void> {
  await tx.query(
    `update enrolment e set employment_id = null from import_row r join employment m on m.person_id = r.target_id and m.valid_to is null
     where ${undone} and r.record ->> 'employmentAct' in ('add', 'next') and e.person_id = r.target_id and e.employment_id = m.id`, [importId, except]);
  await tx.query(`delete from employment m using import_row r where ${undone} and r.record ->> 'employmentAct' in ('add', 'next') and m.person_id = r.target_id and m.valid_to is null`, [importId, except]);
  await tx.query(
    `update employment m set valid_to = null from import_row r where ${undone} and r.record ->> 'employmentAct' = 'next' and m.id = (r.undo #>> '{employment,id}')::uuid`, [importId, except]);
  await tx.query(
    `update employment m set unit_id = b.unit_id, kind = b.kind, nip = b.nip, nip_warnings = b.nip_warnings, golongan = b.golongan, position_kind = b.position_kind, position_name = b.position_name, eselon = b.eselon
     from import_row r cross join lateral jsonb_populate_record(null::employment, r.undo -> 'employment') b
     where ${undone} and r.record ->> 'employmentAct' = 'correct' and m.id = b.id`, [importId, except]);
  await tx.query(`delete from person p using import_row r where ${undone} and r.record ->> 'personAct' = 'add' and p.id = r.target_id`, [importId, except]);
  await tx.query(
    `update person p set front_title = b.front_title, full_name = b.full_name, back_title = b.back_title, gender = b.gender, birth_date = b.birth_date, birth_place = b.birth_place, email = b.email, phone = b.phone
     from import_row r cross join lateral jsonb_populate_record(null::person, r.undo -> 'person') b
     where ${undone} and r.record ->> 'personAct' = 'change' and p.id = b.id`, [importId, except]);
}
