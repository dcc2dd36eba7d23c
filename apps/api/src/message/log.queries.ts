import type { MessageQuery, MessageRow, MessageTry } from '@jenjang/shared';
import { likeText, rowsOf, type Database, type Transaction } from '../platform/index.js';

/** Where a cohort lies. */
export interface CohortPlace {
  readonly agencyId: string;
  readonly cohortId: string;
}

export async function placeOfCohort(db: Database, cohortId: string): Promise<CohortPlace | null> {
  const [row] = await db.read<CohortPlace>(`select agency_id as "agencyId", id as "cohortId" from cohort where id = $1`, [cohortId]);
  return row ?? null;
}

const mayRepeat = `m.state in ('sent', 'bounced', 'failed', 'parked', 'skipped')`;
/** Enough of an address for whoever knows it. */
const masked = `case m.channel when 'email' then regexp_replace(m.address, '^(.{2})[^@]*', '\\1***') when 'whatsapp' then left(m.address, 6) || '***' || right(m.address, 2) end`;
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const name = `coalesce(p.full_name, a.display_name, '–')`;
const columns = `
  m.id, m.event, m.channel, ${name} as name, ${masked} as address, m.subject, m.state, m.code, coalesce(m.details -> 'missing', '[]') as missing,
  ${iso('m.created_at')} as "createdAt", ${iso('coalesce(m.read_at, m.sent_at, m.created_at)')} as at, m.attempts, ${mayRepeat} as "mayRepeat"`;
const from = `from message m left join person p on p.id = m.person_id left join account a on a.id = m.account_id`;

/** The list query of a cohort's log. */
export function logList(cohortId: string, { q, state, channel, event, trouble }: MessageQuery): { columns: string; from: string; values: unknown[]; sorts: Record<string, string>; defaultSort: string; tie: string } {
  const words = q?.trim() ? `%${likeText(q.trim())}%` : null;
  return {
    columns,
    from: `${from} where m.cohort_id = $1 and ($2::text is null or fold_text(${name}) like fold_text($2)) and ($3::text is null or m.state = $3) and ($4::text is null or m.channel = $4) and ($5::text is null or m.event = $5)
      and (not $6::boolean or m.state in ('bounced', 'failed', 'parked') or m.code = 'noAddress')`,
    values: [cohortId, words, state ?? null, channel ?? null, event ?? null, trouble === 'yes'],
    sorts: { at: 'm.created_at', name: `fold_text(${name})`, state: 'm.state' }, defaultSort: '-at', tie: 'm.id',
  };
}

/** A message with the place that decides who may see it. */
export type LoggedMessage = MessageRow & { readonly body: string; readonly agencyId: string | null; readonly cohortId: string | null };

export async function loadMessage(db: Database, id: string): Promise<LoggedMessage | null> {
  const [row] = await db.read<LoggedMessage>(`select ${columns}, m.body, m.agency_id as "agencyId", m.cohort_id as "cohortId" ${from} where m.id = $1`, [id]);
  return row ?? null;
}

export async function loadTries(db: Database, id: string): Promise<readonly MessageTry[]> {
  return db.read(`select attempt, outcome, code, detail, ${iso('at')} as at from delivery where message_id = $1 order by id`, [id]);
}

/** A message that nobody else repeats meanwhile. */
export async function lockMessage(tx: Transaction, id: string): Promise<{ announcementId: number; channel: string; mayRepeat: boolean } | null> {
  const [row] = await rowsOf<{ announcementId: number; channel: string; mayRepeat: boolean }>(tx,
    `select m.announcement_id as "announcementId", m.channel, ${mayRepeat} as "mayRepeat" from message m where m.id = $1 for update`, [id]);
  return row ?? null;
}
