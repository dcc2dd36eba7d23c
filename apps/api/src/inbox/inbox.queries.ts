import type { InboxQuery, MessagePreference, Unread } from '@jenjang/shared';
import { likeText, rowsOf, type Actor, type Database, type Transaction } from '../platform/index.js';

/** Messages of the caller: told to the account, or to the person before there was one. */
const own = `m.channel = 'inbox' and m.state in ('delivered', 'opened') and (m.account_id = $1::uuid or m.person_id = $2::uuid)`;
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The list query of the caller's inbox, newest first. */
export function inboxList(actor: Actor, { q, state }: InboxQuery): { columns: string; from: string; values: unknown[]; sorts: Record<string, string>; defaultSort: string; tie: string } {
  return {
    columns: `m.id, m.event, m.subject, m.body, m.link, c.name as "cohortName", ${iso('m.created_at')} as at, ${iso('m.read_at')} as "readAt"`,
    from: `from message m left join cohort c on c.id = m.cohort_id where ${own} and ($3::text is null or fold_text(m.subject || ' ' || m.body) like fold_text($3))
      and case $4::text when 'unread' then m.read_at is null when 'read' then m.read_at is not null else true end`,
    values: [actor.accountId, actor.personId, q?.trim() ? `%${likeText(q.trim())}%` : null, state ?? null],
    sorts: { at: 'm.created_at' }, defaultSort: '-at', tie: 'm.id',
  };
}

export async function unreadOf(db: Database, actor: Actor): Promise<Unread> {
  const [row] = await db.read<Unread>(`select count(*)::int as unread from message m where ${own} and m.read_at is null`, [actor.accountId, actor.personId]);
  return row ?? { unread: 0 };
}

/** Marks one message, or all of the caller's, as read. @returns how many were unread. */
export async function markRead(tx: Transaction, actor: Actor, id: string | null, now: Date): Promise<number> {
  const rows = await rowsOf(tx,
    `with opened as (update message m set read_at = $4, state = 'opened' where ${own} and m.read_at is null and ($3::uuid is null or m.id = $3::uuid) returning m.id, m.attempts),
       noted as (insert into delivery (message_id, attempt, outcome, at) select id, attempts, 'opened', $4 from opened on conflict do nothing)
     select id from opened`, [actor.accountId, actor.personId, id, now]);
  return rows.length;
}

export async function loadPreference(db: Database, accountId: string | null): Promise<Pick<MessagePreference, 'email' | 'whatsapp' | 'whatsappNumber'> | null> {
  const [row] = await db.read<Pick<MessagePreference, 'email' | 'whatsapp' | 'whatsappNumber'>>(
    `select email, whatsapp, whatsapp_number as "whatsappNumber" from message_preference where account_id = $1`, [accountId]);
  return row ?? null;
}

export async function savePreference(tx: Transaction, accountId: string | null, { email, whatsapp, number }: { email: boolean; whatsapp: boolean; number: string | null }): Promise<void> {
  await tx.query(
    `insert into message_preference (account_id, email, whatsapp, whatsapp_number) values ($1, $2, $3, $4)
     on conflict (account_id) do update set email = excluded.email, whatsapp = excluded.whatsapp, whatsapp_number = excluded.whatsapp_number`, [accountId, email, whatsapp, number]);
}
