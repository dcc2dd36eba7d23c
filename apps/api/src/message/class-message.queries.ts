import { Refusal, type ClassMessageDraft, type ClassMessageRow, type Readership, type ReadershipChoices } from '@jenjang/shared';
import { rowsOf, type Actor, type Database, type Transaction } from '../platform/index.js';
import { loadReader, nameOf } from '../delivery/index.js';

/** Somebody who will be told, with the words for their placeholders. */
export interface ClassReader {
  readonly personId: string;
  readonly name: string;
  readonly hasAddress: boolean;
  readonly words: Readonly<Record<string, string>>;
}

interface Participant {
  readonly personId: string;
  readonly class: string | null;
  readonly unit: string | null;
  readonly nip: string | null;
}

/** The accepted participants whom the message means. */
export async function loadReadership(tx: Transaction, cohortId: string, readership: Readership): Promise<readonly ClassReader[]> {
  const participants = new Map((await loadParticipants(tx, cohortId, readership)).map((row) => [row.personId, row]));
  const readers = await loadReader(tx, { personIds: [...participants.keys()] }, { cohortId, agencyId: null });
  return readers.flatMap((reader) => {
    const participant = reader.personId === null ? undefined : participants.get(reader.personId);
    if (!participant) return [];
    const words = { name: nameOf(reader), cohort: reader.cohort, programme: reader.programme, agency: reader.agency, class: participant.class, unit: participant.unit, nip: participant.nip };
    return [{ personId: participant.personId, name: nameOf(reader), hasAddress: reader.email !== null || reader.whatsapp !== null, words: Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word ?? ''])) }];
  });
}

function loadParticipants(tx: Transaction, cohortId: string, readership: Readership): Promise<Participant[]> {
  const values: unknown[] = [cohortId];
  const condition = conditionOf(readership, values);
  return rowsOf(tx,
    `select e.person_id as "personId", k.name as class, u.name as unit, m.nip from enrolment e left join cohort_class k on k.id = e.class_id
       left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id where e.cohort_id = $1 and e.state = 'accepted' and ${condition}`, values);
}

function conditionOf({ kind, classId, unitId, sessionId }: Readership, values: unknown[]): string {
  const target = { cohort: null, class: classId, unit: unitId, absent: sessionId }[kind];
  if (target === null) return 'true';
  if (!target) throw new Refusal('classMessage.readershipIncomplete', {}, [{ path: 'readership', code: 'classMessage.readershipIncomplete' }]);
  values.push(target);
  if (kind === 'class') return 'e.class_id = $2';
  if (kind === 'unit') return 'u.path like (select path from unit where id = $2) || \'%\'';
  return absentFrom('$2');
}

/** The mark of `e` that holds in the session is absence. */
const absentFrom = (session: string): string => `exists (
  select from attendance_mark a join session s on s.id = a.session_id and s.cohort_id = e.cohort_id where a.enrolment_id = e.id and a.session_id = ${session} and a.mark = 'absent'
    and not exists (select from attendance_mark newer where newer.supersedes = a.id))`;

/** Classes, units and sessions of a cohort that a message may be meant for. */
export async function loadChoices(db: Database, cohortId: string): Promise<ReadershipChoices> {
  const [row] = await db.read<ReadershipChoices>(
    `select c.zone,
       coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by k.code) from cohort_class k where k.cohort_id = c.id), '[]') as classes,
       coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by fold_text(u.name)) from unit u where u.id in (
         select m.unit_id from enrolment e join employment m on m.id = e.employment_id where e.cohort_id = c.id and e.state = 'accepted')), '[]') as units,
       coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'startsAt', s.starts_at, 'absent', (select count(*) from enrolment e where e.cohort_id = c.id and e.state = 'accepted' and ${absentFrom('s.id')})) order by s.starts_at)
         from session s where s.cohort_id = c.id and exists (select from attendance_mark a where a.session_id = s.id and a.mark = 'absent')), '[]') as sessions
     from cohort c where c.id = $1`, [cohortId]);
  return row ?? { classes: [], units: [], sessions: [], zone: 'Asia/Jakarta' };
}

/** Stores the message, lets it be announced, and ties the announcements to it. */
export async function insertClassMessage(tx: Transaction, actor: Actor, cohortId: string, { readership, subject, body }: ClassMessageDraft, sendAfter: Date, readers: number, announceAll: (id: string) => Promise<void>): Promise<string> {
  const [made] = await rowsOf<{ id: string }>(tx,
    `insert into class_message (cohort_id, readership, subject, body, readers, send_after, written_by) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [cohortId, JSON.stringify(readership), subject, body, readers, sendAfter, actor.accountId]);
  const id = made?.id ?? '';
  await announceAll(id);
  await tx.query(
    `insert into class_message_reader (class_message_id, announcement_id)
     select $1::uuid, a.id from enrolment e join announcement a on a.key = 'class.message:' || $1::uuid || ':' || e.person_id where e.cohort_id = $2`, [id, cohortId]);
  return id;
}

export async function loadClassMessages(db: Database, cohortId: string, writtenBy: string | null): Promise<readonly ClassMessageRow[]> {
  return db.read(
    `select m.id, m.readership, m.subject, m.body, m.readers, a.display_name as "writtenBy", m.written_at as "writtenAt", m.send_after as "sendAfter", m.cancelled_at as "cancelledAt",
       case m.readership ->> 'kind' when 'class' then (select name from cohort_class where id = (m.readership ->> 'classId')::uuid) when 'unit' then (select name from unit where id = (m.readership ->> 'unitId')::uuid)
         when 'absent' then (select title from session where id = (m.readership ->> 'sessionId')::uuid) end as target,
       (select count(*) from class_message_reader r join announcement n on n.id = r.announcement_id where r.class_message_id = m.id and exists (select from message t where t.announcement_id = n.id)) as told
     from class_message m left join account a on a.id = m.written_by where m.cohort_id = $1 and ($2::text is null or m.written_by::text = $2) order by m.written_at desc limit 100`, [cohortId, writtenBy]);
}

export async function loadClassMessage(db: Database, id: string): Promise<{ cohortId: string; writtenBy: string | null } | null> {
  const [row] = await db.read<{ cohortId: string; writtenBy: string | null }>(`select cohort_id as "cohortId", written_by as "writtenBy" from class_message where id = $1`, [id]);
  return row ?? null;
}

/** Takes back the announcements that nobody has taken yet. @returns whether there were any. */
export async function cancelClassMessage(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const taken = await rowsOf(tx,
    `update announcement set taken_at = $2 where taken_at is null and id in (select announcement_id from class_message_reader where class_message_id = $1) returning id`, [id, now]);
  if (taken.length > 0) await tx.query(`update class_message set cancelled_at = $2 where id = $1`, [id, now]);
  return taken.length > 0;
}
