/** SQL of an instant as ISO text in UTC, so that rules and readers get the same. */
export function isoOf(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** `select` list of ParticipantFacts; needs `participantJoins`. */
export const participantColumns = `
  e.id as "enrolmentId", e.person_id as "personId",
  concat_ws(', ', concat_ws(' ', nullif(p.front_title, ''), p.full_name), nullif(p.back_title, '')) as name,
  em.nip, u.name as "unitName", em.eselon, cc.name as "className"`;

/** Joins to an enrolment `e`: the person, what held of them when the cohort began, and their class. */
export const participantJoins = `
  join person p on p.id = e.person_id
  left join employment em on em.id = e.employment_id
  left join unit u on u.id = em.unit_id
  left join cohort_class cc on cc.id = e.class_id`;

/** Order of people in a list. */
export const participantOrder = 'fold_text(p.full_name), e.id';

/** SQL condition that a participant matches the words looked for, given as the parameter at `position`; null matches all. */
export function participantMatches(position: number): string {
  const asked = `$${String(position)}::text`;
  return `(${asked} is null or fold_text(p.full_name) like '%' || fold_text(${asked}) || '%' or em.nip like ${asked} || '%' or fold_text(u.name) like '%' || fold_text(${asked}) || '%')`;
}

/** Words to look for as `participantMatches` takes them: wildcards are letters like any other. */
export function wordsAsked(q: string | undefined): string | null {
  const words = q?.trim() ?? '';
  return words === '' ? null : words.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** SQL of session id to `[mark, JP]` of an enrolment: the marks in force, as JSON. */
export function marksInForceOf(enrolmentId: string): string {
  return `(select coalesce(json_object_agg(m.session_id, json_build_array(m.mark, m.lesson_hours)), '{}')
    from attendance_mark m where m.enrolment_id = ${enrolmentId} and not exists (select from attendance_mark n where n.supersedes = m.id))`;
}
