import type { Announcement } from '@jenjang/shared';
import { announce } from '../message/index.js';
import { rowsOf, type Transaction } from '../platform/index.js';

/** Tells those who are absent by the mark that holds that they were recorded so; once per session, however often it is closed. */
export async function announceAbsent(tx: Transaction, sessionId: string): Promise<void> {
  const absent = await rowsOf<Announcement>(tx,
    `select 'attendance.absent' as event, e.person_id as "personId", e.cohort_id as "cohortId", 'attendance.absent:' || s.id || ':' || e.id as key,
       jsonb_build_object('session', s.title, 'sessionId', s.id, 'startsAt', s.starts_at, 'zone', s.zone) as facts
     from session s join attendance_mark m on m.session_id = s.id and m.mark = 'absent' join enrolment e on e.id = m.enrolment_id and e.state = 'accepted'
     where s.id = $1 and not exists (select from attendance_mark newer where newer.supersedes = m.id)`, [sessionId]);
  await announce(tx, absent);
}
