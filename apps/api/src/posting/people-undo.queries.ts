import { rowsOf, type Transaction } from '../platform/index.js';

/** Rows of an import that are undone; the others stay as they are. */
const undone = `r.import_id = $1 and r.outcome in ('new', 'updated') and r.row_number <> all($2::int[])`;

/** Takes participants out again. Who was in the cohort before stands there as before. @returns who was taken out */
export async function undoEnrolments(tx: Transaction, importId: string, except: readonly number[], cohortId: string): Promise<string[]> {
  const gone = await rowsOf<{ id: string }>(tx,
    `delete from enrolment e using import_row r where ${undone} and (r.record ->> 'joins')::boolean and e.cohort_id = $3 and e.person_id = r.target_id returning e.person_id as id`, [importId, except, cohortId]);
  await tx.query(
    `insert into enrolment select b.* from import_row r cross join lateral jsonb_populate_record(null::enrolment, r.undo -> 'enrolment') b
     where ${undone} and (r.record ->> 'joins')::boolean and jsonb_typeof(r.undo -> 'enrolment') = 'object'`, [importId, except]);
  await tx.query(
    `update enrolment e set class_id = (r.undo #>> '{enrolment,class_id}')::uuid from import_row r
     where ${undone} and not (r.record ->> 'joins')::boolean and e.cohort_id = $3 and e.person_id = r.target_id and e.class_id is distinct from (r.undo #>> '{enrolment,class_id}')::uuid`, [importId, except, cohortId]);
  return gone.map(({ id }) => id);
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
