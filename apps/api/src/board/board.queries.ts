import type { BoardMark, BoardPerson, BoardView } from '@jenjang/shared';
import { isoOf, participantColumns, participantJoins, participantOrder } from '../attendance/index.js';
import type { Database } from '../platform/index.js';

/** A session as the board shows it, with where it lies. */
export type SessionOfBoard = Omit<BoardView, 'people' | 'now'> & { readonly agencyId: string };

export async function loadSessionOfBoard(db: Database, sessionId: string): Promise<SessionOfBoard | null> {
  const [row] = await db.read<SessionOfBoard>(
    `select s.id as "sessionId", s.title, coalesce(nullif(s.venue, ''), v.name, '') as venue, s.zone, c.id as "cohortId", c.name as "cohortName", c.agency_id as "agencyId",
            ${isoOf('s.starts_at')} as "startsAt", ${isoOf('s.ends_at')} as "endsAt", s.state
     from session s join cohort c on c.id = s.cohort_id left join venue v on v.id = s.venue_id where s.id = $1`, [sessionId]);
  return row ?? null;
}

/** The marks in force of everyone expected, and how many of their flags nobody judged. */
const marks = `
  from session s join enrolment e on e.cohort_id = s.cohort_id and e.state = 'accepted' and (s.class_id is null or e.class_id = s.class_id)
    left join lateral (select a.mark, a.marked_at from attendance_mark a where a.session_id = s.id and a.enrolment_id = e.id
      and not exists (select from attendance_mark b where b.supersedes = a.id)) m on true
    left join lateral (select count(*)::int as open from check_in i join attendance_flag f on f.check_in_id = i.id
      where i.session_id = s.id and i.enrolment_id = e.id and not exists (select from attendance_flag_verdict v where v.flag_id = f.id)) g on true`;

const markColumns = `e.id as "enrolmentId", m.mark, ${isoOf('m.marked_at')} as at, g.open as flags`;

export async function loadBoardMarks(db: Database, sessionId: string): Promise<BoardMark[]> {
  const { rows } = await db.pool.query<BoardMark>({ name: 'board-marks', text: `select ${markColumns} ${marks} where s.id = $1`, values: [sessionId] });
  return rows;
}

/** The OPD of a unit `u`: the node below the root of its tree, or the root itself. */
const opdName = `(select o.name from unit o where o.id = coalesce(nullif(split_part(u.path, '/', 3), ''), u.id::text)::uuid) as "opdName"`;

export async function loadBoardPeople(db: Database, sessionId: string, withPhone: boolean): Promise<BoardPerson[]> {
  return db.read<BoardPerson>(
    `select ${markColumns}, x.name, x."unitName", x."className", ${opdName}, case when $2 then p.phone end as phone
     ${marks} ${participantJoins} cross join lateral (select ${participantColumns}) x where s.id = $1 order by ${participantOrder}`, [sessionId, withPhone]);
}
