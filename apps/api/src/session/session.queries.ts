import type { SessionState, Zone } from '@jenjang/shared';
import { rowsOf, scopeCondition, type Actor, type Transaction } from '../platform/index.js';

/** What a session refers to, looked up at once. */
export interface SessionGround {
  readonly phaseKnown: boolean;
  readonly classKnown: boolean;
  readonly moduleKnown: boolean;
  readonly venueKnown: boolean;
  readonly roomKnown: boolean;
  readonly knownFacilitators: readonly string[];
}

interface Referred {
  readonly phaseId: string;
  readonly classId: string | null;
  readonly moduleId: string | null;
  readonly venueId: string | null;
  readonly roomId: string | null;
  readonly facilitatorIds: readonly string[];
}

/** Which of the things a session names belong to its cohort; facilitators are people within the caller's reach, and those who teach in the cohort already. */
export async function loadSessionGround(tx: Transaction, actor: Actor, cohortId: string, session: Referred): Promise<SessionGround> {
  const values: unknown[] = [cohortId, session.phaseId, session.classId, session.moduleId, session.facilitatorIds, session.venueId, session.roomId];
  const reach = scopeCondition(actor, 'person.read', { agency: 'p.agency_id', unitPath: 'u.path' }, values);
  const [row] = await rowsOf<SessionGround>(tx,
    `select exists (select from phase where id = $2 and cohort_id = $1) as "phaseKnown",
            $3::uuid is null or exists (select from cohort_class where id = $3 and cohort_id = $1) as "classKnown",
            $4::uuid is null or exists (select from module m join cohort c on c.curriculum_id = m.curriculum_id where m.id = $4 and c.id = $1) as "moduleKnown",
            $6::uuid is null or exists (select from venue v join cohort c on c.agency_id = v.agency_id where v.id = $6 and c.id = $1) as "venueKnown",
            $7::uuid is null or exists (select from venue_room where id = $7 and venue_id = $6) as "roomKnown",
            array(select p.id from person p left join employment e on e.person_id = p.id and e.valid_to is null left join unit u on u.id = e.unit_id
              where p.id = any($5::uuid[]) and (${reach} or exists (
                select from session_facilitator f join session s on s.id = f.session_id where f.person_id = p.id and s.cohort_id = $1))) as "knownFacilitators"`, values);
  if (!row) throw new Error('this statement always answers one row');
  return row;
}

/** A session as locked for a change. */
export interface LockedSession {
  readonly id: string;
  readonly cohortId: string;
  readonly phaseId: string;
  readonly classId: string | null;
  readonly moduleId: string | null;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: Zone;
  readonly venue: string;
  readonly venueId: string | null;
  readonly roomId: string | null;
  readonly meetingUrl: string;
  readonly lessonHours: number;
  readonly mandatory: boolean;
  readonly state: SessionState;
  readonly version: number;
  readonly marks: number;
  /** Most JP that anybody was marked with. */
  readonly mostMarkedLessonHours: number;
}

/** Locks a session; null when there is none. The cohort is locked before by whoever changes it. */
export async function lockSession(tx: Transaction, id: string): Promise<LockedSession | null> {
  const [row] = await rowsOf<LockedSession>(tx,
    `select s.id, s.cohort_id as "cohortId", s.phase_id as "phaseId", s.class_id as "classId", s.module_id as "moduleId", s.title, s.starts_at as "startsAt", s.ends_at as "endsAt",
            s.zone, s.venue, s.venue_id as "venueId", s.room_id as "roomId", s.meeting_url as "meetingUrl", s.lesson_hours as "lessonHours", s.mandatory, s.state, s.version, m.marks, m.most as "mostMarkedLessonHours"
     from session s, lateral (select count(*) as marks, coalesce(max(lesson_hours), 0) as most from attendance_mark where session_id = s.id) m
     where s.id = $1 for update of s`, [id]);
  return row ?? null;
}

/** The cohort that a session belongs to; null when there is no such session. */
export async function cohortOfSession(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await rowsOf<{ cohortId: string }>(tx, `select cohort_id as "cohortId" from session where id = $1`, [id]);
  return row?.cohortId ?? null;
}

/** Makes these and no others the facilitators of a session. */
export async function replaceFacilitators(tx: Transaction, sessionId: string, personIds: readonly string[]): Promise<void> {
  await tx.query(`delete from session_facilitator where session_id = $1 and person_id <> all($2::uuid[])`, [sessionId, personIds]);
  await tx.query(`insert into session_facilitator (session_id, person_id) select $1, unnest($2::uuid[]) on conflict do nothing`, [sessionId, personIds]);
}
