import { rowsOf, type Transaction } from '../platform/index.js';

/** Columns of a record's person and employment, as SQL reads them from the kept verdict. */
const person = `jsonb_to_record(r.record -> 'person') as p ("frontTitle" text, "fullName" text, "backTitle" text, gender text, "birthDate" date, "birthPlace" text, email text, phone text)`;
const employment = `jsonb_to_record(r.record -> 'employment') as m ("unitId" uuid, kind text, nip text, "nipWarnings" jsonb, golongan text, "positionKind" text, "positionName" text, eselon text, "validFrom" date)`;
const taken = `r.import_id = $1 and r.outcome in ('new', 'updated')`;
const warnings = `array(select jsonb_array_elements_text(m."nipWarnings"))`;

/** Gives new people their ids, and keeps what is on record of the others, so that the import can be undone. */
export async function keepBefore(tx: Transaction, importId: string, cohortId: string | null): Promise<void> {
  // Looked up row by row: a join would be planned by statistics that know nothing of these new rows yet.
  await tx.query(
    `update import_row r set target_id = coalesce(r.target_id, gen_random_uuid()), undo = jsonb_build_object(
       'person', (select to_jsonb(p) from person p where p.id = r.target_id), 'employment', (select to_jsonb(m) from employment m where m.person_id = r.target_id and m.valid_to is null),
       'enrolment', (select to_jsonb(e) from enrolment e where e.person_id = r.target_id and e.cohort_id = $2))
     where ${taken}`, [importId, cohortId]);
}

/** Writes the people of an import and their employments, set by set. */
export async function writePeople(tx: Transaction, importId: string, agencyId: string): Promise<void> {
  await tx.query(
    `insert into person (id, agency_id, front_title, full_name, back_title, gender, birth_date, birth_place, email, phone)
     select r.target_id, $2, p."frontTitle", p."fullName", p."backTitle", p.gender, p."birthDate", p."birthPlace", p.email, p.phone
     from import_row r, ${person} where ${taken} and r.record ->> 'personAct' = 'add'`, [importId, agencyId]);
  await tx.query(
    `update person t set front_title = p."frontTitle", full_name = p."fullName", back_title = p."backTitle", gender = p.gender, birth_date = p."birthDate", birth_place = p."birthPlace", email = p.email, phone = p.phone
     from import_row r, ${person} where ${taken} and r.record ->> 'personAct' = 'change' and t.id = r.target_id`, [importId]);
  await tx.query(
    `update employment t set unit_id = m."unitId", kind = m.kind, nip = m.nip, nip_warnings = ${warnings}, golongan = m.golongan, position_kind = m."positionKind", position_name = m."positionName", eselon = m.eselon
     from import_row r, ${employment} where ${taken} and r.record ->> 'employmentAct' = 'correct' and t.person_id = r.target_id and t.valid_to is null`, [importId]);
  await tx.query(
    `update employment t set valid_to = m."validFrom" from import_row r, ${employment}
     where ${taken} and r.record ->> 'employmentAct' = 'next' and t.person_id = r.target_id and t.valid_to is null`, [importId]);
  await tx.query(
    `insert into employment (person_id, agency_id, unit_id, kind, nip, nip_warnings, golongan, position_kind, position_name, eselon, valid_from)
     select r.target_id, $2, m."unitId", m.kind, m.nip, ${warnings}, m.golongan, m."positionKind", m."positionName", m.eselon, m."validFrom"
     from import_row r, ${employment} where ${taken} and r.record ->> 'employmentAct' in ('add', 'next')`, [importId, agencyId]);
}

/** People of an import whose employments changed. */
export async function changedPeople(tx: Transaction, importId: string): Promise<string[]> {
  return (await rowsOf<{ id: string }>(tx, `select r.target_id as id from import_row r where ${taken} and r.record ->> 'employmentAct' <> 'keep'`, [importId])).map(({ id }) => id);
}

/** People who take a seat, in the order of the file. */
export async function joiningPeople(tx: Transaction, importId: string): Promise<{ personId: string; classId: string | null }[]> {
  return rowsOf(tx, `select r.target_id as "personId", (r.record ->> 'classId')::uuid as "classId" from import_row r where ${taken} and (r.record ->> 'joins')::boolean order by r.row_number`, [importId]);
}

/** Moves participants who already have a seat to the class that the file names. Handed over as lists: a join would be planned by statistics that know nothing of these rows. */
export async function moveClasses(tx: Transaction, importId: string, cohortId: string): Promise<void> {
  const staying = await rowsOf<{ personId: string; classId: string | null }>(tx,
    `select r.target_id as "personId", (r.record ->> 'classId')::uuid as "classId" from import_row r where ${taken} and not (r.record ->> 'joins')::boolean`, [importId]);
  await placeInClasses(tx, cohortId, staying);
}

/** Puts participants into classes, or into none. */
export async function placeInClasses(tx: Transaction, cohortId: string, places: readonly { readonly personId: string; readonly classId: string | null }[]): Promise<void> {
  if (places.length === 0) return;
  await tx.query(
    `update enrolment e set class_id = x.class_id from unnest($2::uuid[], $3::uuid[]) x (person_id, class_id)
     where e.cohort_id = $1 and e.person_id = x.person_id and e.class_id is distinct from x.class_id`, [cohortId, places.map(({ personId }) => personId), places.map(({ classId }) => classId)]);
}

/** SQL: the fingerprint of all that an import may have written of the person of row `r`. Differs as soon as anybody changes a thing. */
const fingerprint = `(
  select md5(concat_ws('|', p::text, (select string_agg(m::text, '|' order by m.id) from employment m where m.person_id = p.id),
    (select e::text from enrolment e where e.person_id = p.id and e.cohort_id = $2))) from person p where p.id = r.target_id)`;

export async function keepAfter(tx: Transaction, importId: string, cohortId: string | null): Promise<void> {
  await tx.query(`update import_row r set undo = r.undo || jsonb_build_object('after', ${fingerprint}) where ${taken}`, [importId, cohortId]);
}

/** SQL: whether something hangs on what row `r` made, so that it cannot go any more. */
const inUse = `(
  r.record ->> 'personAct' = 'add' and (
    exists (select from account t where t.person_id = r.target_id) or exists (select from session_facilitator f where f.person_id = r.target_id)
    or exists (select from enrolment e where e.person_id = r.target_id and e.cohort_id is distinct from $2) or exists (select from certificate c where c.person_id = r.target_id)
    or exists (select from announcement n where n.person_id = r.target_id))
  or (r.record ->> 'joins')::boolean and exists (
    select from enrolment e where e.person_id = r.target_id and e.cohort_id = $2 and (
      exists (select from attendance_mark k where k.enrolment_id = e.id) or exists (select from score s where s.enrolment_id = e.id)
      or exists (select from activity_progress a where a.enrolment_id = e.id) or exists (select from graduation_decision d where d.enrolment_id = e.id)
      or exists (select from check_in i where i.enrolment_id = e.id) or exists (select from absence_request q where q.enrolment_id = e.id)
      or exists (select from selection_result t where t.enrolment_id = e.id) or exists (select from selection_choice o where o.enrolment_id = e.id))))`;

/** Rows that cannot be undone, because somebody has changed or used what they wrote. */
export async function changedSince(tx: Transaction, importId: string, cohortId: string | null): Promise<{ rowNumber: number; name: string }[]> {
  return rowsOf(tx,
    `select r.row_number as "rowNumber", r.record #>> '{person,fullName}' as name from import_row r
     where ${taken} and (r.undo ->> 'after' is distinct from ${fingerprint} or ${inUse}) order by r.row_number`, [importId, cohortId]);
}
