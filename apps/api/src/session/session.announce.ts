import type { Announcement, Zone } from '@jenjang/shared';
import { announce } from '../message/index.js';
import { rowsOf, type Transaction } from '../platform/index.js';

/** Somebody whom sessions of a cohort concern, with the sessions that do. */
export interface SessionReader {
  readonly personId: string;
  readonly name: string;
  readonly kind: 'participant' | 'facilitator';
  readonly sessionIds: readonly string[];
}

/** Accepted participants and facilitators of these sessions. None while the cohort is only planned or over: nobody was told of its plan, or it no longer matters. */
export async function loadSessionReaders(tx: Transaction, sessionIds: readonly string[]): Promise<SessionReader[]> {
  return rowsOf<SessionReader>(tx,
    `select x."personId", p.full_name as name, min(x.kind) as kind, array_agg(distinct x.id) as "sessionIds" from (
       select e.person_id as "personId", 'participant' as kind, s.id from session s join cohort c on c.id = s.cohort_id
         join enrolment e on e.cohort_id = s.cohort_id and e.state = 'accepted' and (s.class_id is null or s.class_id = e.class_id)
         where s.id = any($1::uuid[]) and c.state in ('enrolling', 'running')
       union all
       select f.person_id, 'facilitator', s.id from session s join cohort c on c.id = s.cohort_id join session_facilitator f on f.session_id = s.id
         where s.id = any($1::uuid[]) and c.state in ('enrolling', 'running')) x
     join person p on p.id = x."personId" group by 1, 2 order by 3, 2, 1`, [sessionIds]);
}

/** A session as told of. */
export interface ToldSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly zone: Zone;
  readonly venue: string;
}

async function loadTold(tx: Transaction, sessionIds: readonly string[]): Promise<ToldSession[]> {
  return rowsOf<ToldSession>(tx,
    `select s.id, s.title, to_json(s.starts_at) #>> '{}' as "startsAt", s.zone, concat_ws(', ', r.name, v.name, nullif(btrim(s.venue), '')) as venue
     from session s left join venue v on v.id = s.venue_id left join venue_room r on r.id = s.room_id where s.id = any($1::uuid[]) order by s.starts_at, s.id`, [sessionIds]);
}

/**
 * Tells those concerned that sessions changed or were cancelled: one message each, of the first session, with the count
 * of the others. Answers how many people are told.
 */
export async function announceSessions(tx: Transaction, event: 'session.changed' | 'session.cancelled', cohortId: string, sessionIds: readonly string[], reason: string | null = null): Promise<number> {
  const readers = await loadSessionReaders(tx, sessionIds);
  const told = await loadTold(tx, sessionIds);
  await announce(tx, readers.flatMap(({ personId, sessionIds: own }): Announcement[] => {
    const [first, ...rest] = told.filter(({ id }) => own.includes(id));
    if (!first) return [];
    const { id, title, startsAt, zone, venue } = first;
    return [{ event, personId, cohortId, facts: { session: rest.length === 0 ? title : `${title} (+${String(rest.length)})`, sessionId: id, startsAt, zone, venue, reason } }];
  }));
  return readers.length;
}
