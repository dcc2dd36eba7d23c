import { takesParticipants, type CohortDetail, type CohortQuery, type CohortRow, type CohortState, type Page } from '@jenjang/shared';
import { likeText, Database, Missing, pageOf, requireAccess, rowsOf, scopeCondition, type Actor, type Transaction } from '../platform/index.js';

/** Where statements are read from: inside a transaction or outside. */
export type Source = Database | Transaction;

/** Rows of a statement from either source. */
export async function rowsFrom<Row>(source: Source, sql: string, values: readonly unknown[]): Promise<Row[]> {
  return source instanceof Database ? source.read<Row>(sql, values) : rowsOf<Row>(source, sql, values);
}

const listColumns = `
  c.id, c.code, c.name, c.ordinal, c.state, c.mode, c.starts_on as "startsOn", c.ends_on as "endsOn", c.zone, c.venue_name as "venueName",
  c.venue_city as "venueCity", c.capacity, c.seats_taken as "seatsTaken", p.name as "programmeName", ac.code as "academyCode", a.short_name as "agencyName"`;

const listTables = `
  from cohort c join agency a on a.id = c.agency_id join curriculum cu on cu.id = c.curriculum_id
  join programme p on p.id = cu.programme_id join academy ac on ac.id = p.academy_id`;

/** One page of the cohorts within the caller's reach, newest first unless asked otherwise. */
export async function loadCohorts(db: Database, actor: Actor, query: CohortQuery): Promise<Page<CohortRow>> {
  const values: unknown[] = [];
  const conditions = [scopeCondition(actor, 'cohort.read', { agency: 'c.agency_id', cohort: 'c.id' }, values)];
  const add = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${String(values.length)}`));
  };
  add(query.state, (place) => `c.state = ${place}`);
  add(query.agencyId, (place) => `c.agency_id = ${place}`);
  add(query.programmeId, (place) => `p.id = ${place}`);
  add(query.q?.trim() ? likeText(query.q.trim()) : undefined, (place) => `fold_text(c.name || ' ' || c.code || ' ' || c.venue_name || ' ' || c.venue_city || ' ' || p.name) like '%' || fold_text(${place}) || '%'`);
  return pageOf<CohortRow>(db, { page: query.page, size: query.size, sort: query.sort ?? '-startsOn' }, {
    columns: listColumns, from: `${listTables} where ${conditions.join(' and ')}`, values, tie: 'c.id',
    sorts: { startsOn: 'c.starts_on', name: 'fold_text(c.name)', state: 'c.state', seatsTaken: 'c.seats_taken' },
  });
}

/** SessionPlace of a session `s` as JSON, over the tables that follow it. */
export const placeOfSession = `case when v.id is not null then json_build_object('name', v.name, 'room', r.name, 'address', v.address, 'city', v.city, 'latitude', v.latitude, 'longitude', v.longitude) end`;
export const placeTables = `left join venue v on v.id = s.venue_id left join venue_room r on r.id = s.room_id`;

const sessionsOfCohort = `
  select s.id, s.phase_id as "phaseId", s.class_id as "classId", s.module_id as "moduleId", s.title, s.starts_at as "startsAt", s.ends_at as "endsAt",
         s.zone, s.venue, s.venue_id as "venueId", s.room_id as "roomId", s.meeting_url as "meetingUrl", ${placeOfSession} as place,
         s.lesson_hours as "lessonHours", s.mandatory, s.state, s.version,
         coalesce(k.seats_taken, c.seats_taken) as expected, coalesce(m.marked, 0) as marked, coalesce(m.attended, 0) as attended,
         coalesce((select json_agg(json_build_object('personId', f.person_id, 'name',
             concat_ws(', ', concat_ws(' ', fp.front_title, fp.full_name), fp.back_title)) order by fp.full_name)
           from session_facilitator f join person fp on fp.id = f.person_id where f.session_id = s.id), '[]') as facilitators
  from session s left join cohort_class k on k.id = s.class_id ${placeTables}
  left join lateral (
    select count(*) as marked, count(*) filter (where mark.mark in ('present', 'late')) as attended
    from attendance_mark mark join enrolment en on en.id = mark.enrolment_id and en.state = 'accepted'
    where mark.session_id = s.id and not exists (select from attendance_mark later where later.supersedes = mark.id)) m on true
  where s.cohort_id = c.id order by s.starts_at, s.ends_at, s.id`;

const detail = `
  select ${listColumns}, c.version, c.signatories,
    json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'academyCode', ac.code, 'academyName', ac.name) as programme,
    json_build_object('id', cu.id, 'number', cu.number, 'lessonHours', cu.lesson_hours, 'minAttendancePercent', cu.criteria -> 'minAttendancePercent', 'modules',
      coalesce((select json_agg(json_build_object('id', mo.id, 'code', mo.code, 'title', mo.title, 'lessonHours', mo.lesson_hours) order by mo.position)
        from module mo where mo.curriculum_id = cu.id), '[]')) as curriculum,
    json_build_object('id', a.id, 'code', a.code, 'name', a.name, 'shortName', a.short_name, 'minutesPerLessonHour', a.minutes_per_lesson_hour) as agency,
    coalesce((select json_agg(json_build_object('role', pa.role, 'name', pa.name) order by pa.position) from cohort_partner pa where pa.cohort_id = c.id), '[]') as partners,
    coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'name', k.name, 'capacity', k.capacity, 'seatsTaken', k.seats_taken) order by k.code)
      from cohort_class k where k.cohort_id = c.id), '[]') as classes,
    coalesce((select json_agg(json_build_object('id', ph.id, 'name', ph.name, 'mode', ph.mode, 'startsOn', ph.starts_on, 'endsOn', ph.ends_on) order by ph.position)
      from phase ph where ph.cohort_id = c.id), '[]') as phases,
    coalesce((select json_agg(session) from (${sessionsOfCohort}) session), '[]') as sessions
  ${listTables} where c.id = $1`;

/** A cohort with all that hangs on it, or null. */
export async function loadCohort(source: Source, id: string): Promise<Omit<CohortDetail, 'allowedOperations'> | null> {
  const [row] = await rowsFrom<Omit<CohortDetail, 'allowedOperations'>>(source, detail, [id]);
  return row ?? null;
}

/** A cohort as locked for a change: other changes to it, and new participants, wait until this one ends. */
export interface LockedCohort {
  readonly id: string;
  readonly agencyId: string;
  readonly curriculumId: string;
  readonly code: string;
  readonly name: string;
  readonly ordinal: number;
  readonly state: CohortState;
  readonly mode: CohortDetail['mode'];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: CohortDetail['zone'];
  readonly venueName: string;
  readonly venueCity: string;
  readonly capacity: number;
  readonly seatsTaken: number;
  /** Seats kept for people who were offered one. */
  readonly seatsOffered: number;
  readonly version: number;
}

/**
 * Locks a cohort that the caller may manage.
 * @throws Missing or OutOfReach, both 404.
 */
export async function lockCohort(tx: Transaction, actor: Actor, id: string, permission: 'cohort.manage' | 'enrolment.manage' = 'cohort.manage'): Promise<LockedCohort> {
  const cohort = await holdCohort(tx, id);
  requireAccess(actor, permission, { agencyId: cohort.agencyId, cohortId: id }, { kind: 'cohort', id });
  return cohort;
}

/**
 * Locks a cohort for somebody whose right to the act does not come from the cohort: an agency that nominates, a link
 * that approves, a person who answers an offer. Whoever calls has asked for access before.
 * @throws Missing, which is 404.
 */
export async function holdCohort(tx: Transaction, id: string): Promise<LockedCohort> {
  const [cohort] = await rowsOf<LockedCohort>(tx,
    `select id, agency_id as "agencyId", curriculum_id as "curriculumId", code, name, ordinal, state, mode, starts_on as "startsOn", ends_on as "endsOn", zone,
            venue_name as "venueName", venue_city as "venueCity", capacity, seats_taken as "seatsTaken", seats_offered as "seatsOffered", version
     from cohort where id = $1 for no key update`, [id]);
  if (!cohort) throw new Missing('cohort', id);
  return cohort;
}

/** Whether the cohort takes people in at the moment. */
export function isTaking(cohort: LockedCohort): boolean {
  return takesParticipants(cohort.state);
}

/** The agency and curriculum that a new cohort names. */
export interface CohortGround {
  readonly agencyName: string;
  readonly ownerName: string | null;
  readonly usable: boolean;
  readonly codeTaken: boolean;
}

/** What a new cohort stands on; null when there is no such agency. */
export async function loadGround(tx: Transaction, agencyId: string, curriculumId: string, code: string): Promise<CohortGround | null> {
  const [row] = await rowsOf<CohortGround>(tx,
    `select a.name as "agencyName", p.owner_name as "ownerName",
            coalesce(cu.state = 'published' and (p.agency_id is null or p.agency_id = a.id), false) as usable,
            exists (select from cohort where agency_id = a.id and code = $3) as "codeTaken"
     from agency a left join curriculum cu on cu.id = $2 left join programme p on p.id = cu.programme_id where a.id = $1`, [agencyId, curriculumId, code]);
  return row ?? null;
}

/** Whether another cohort of the agency has the code. */
export async function isCodeTaken(tx: Transaction, agencyId: string, code: string, except: string): Promise<boolean> {
  return (await rowsOf(tx, `select from cohort where agency_id = $1 and code = $2 and id <> $3`, [agencyId, code, except])).length > 0;
}

/** Sessions that are not held yet, and those that would lie outside the dates. */
export async function countSessions(tx: Transaction, id: string, startsOn: string, endsOn: string): Promise<{ open: number; outside: number }> {
  const [row] = await rowsOf<{ open: number; outside: number }>(tx,
    `select count(*) filter (where state = 'planned') as open,
            count(*) filter (where (starts_at at time zone zone)::date < $2 or ((ends_at - interval '1 millisecond') at time zone zone)::date > $3) as outside
     from session where cohort_id = $1 and state <> 'cancelled'`, [id, startsOn, endsOn]);
  return row ?? { open: 0, outside: 0 };
}

/** Lets every participant carry the employment that held on the first day, after that day has moved. */
export async function refreshEmployments(tx: Transaction, id: string): Promise<void> {
  await tx.query(
    `update enrolment e set employment_id = held.id
     from enrolment x join cohort c on c.id = x.cohort_id
     left join employment held on held.person_id = x.person_id and daterange(held.valid_from, held.valid_to) @> c.starts_on
     where x.cohort_id = $1 and e.id = x.id and e.employment_id is distinct from held.id`, [id]);
}
