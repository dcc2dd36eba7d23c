import type { AfterTry, Locale, MessageChannel, MessageEvent, MessageState, Outcome } from '@jenjang/shared';
import { NOTIFY, rowsOf, type Database, type Transaction } from '../platform/index.js';

/** A message ready to be stored. */
export interface NewMessage {
  readonly id: string;
  readonly announcementId: number;
  readonly channel: MessageChannel;
  readonly event: MessageEvent;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly cohortId: string | null;
  readonly agencyId: string | null;
  readonly locale: Locale;
  readonly address: string | null;
  readonly subject: string;
  readonly body: string;
  readonly link: string;
  readonly state: MessageState;
  readonly code: string | null;
  readonly details: object;
  readonly dueAt: string;
  readonly standsInFor: string | null;
}

/** Stores messages in one statement, and notes of those that rest already that they were delivered. */
export async function insertMessages(tx: Transaction, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `with made as (
       insert into message (id, announcement_id, channel, event, person_id, account_id, cohort_id, agency_id, locale, address, subject, body, link, state, code, details, due_at, stands_in_for, sent_at)
       select x.id, x."announcementId", x.channel, x.event, x."personId", x."accountId", x."cohortId", x."agencyId", x.locale, x.address, x.subject, x.body, x.link, x.state, x.code, x.details, x."dueAt", x."standsInFor",
         case when x.state = 'delivered' then clock_timestamp() end
       from jsonb_to_recordset($1::jsonb) as x (id uuid, "announcementId" bigint, channel text, event text, "personId" uuid, "accountId" uuid, "cohortId" uuid, "agencyId" uuid, locale text, address text, subject text, body text, link text,
         state text, code text, details jsonb, "dueAt" timestamptz, "standsInFor" uuid)
       on conflict (announcement_id, channel) do nothing returning id, state)
     insert into delivery (message_id, attempt, outcome) select id, 0, 'delivered' from made where state = 'delivered'`, [JSON.stringify(messages)]);
}

/** Tells the bells of these accounts that something came or was read. */
export async function ringBells(tx: Transaction, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length > 0) await tx.query(`select pg_notify('jenjang', 'inbox ' || id) from unnest($1::text[]) id group by id`, [accountIds]);
}

/** Puts a message back into the queue with a text and an address of now. */
export async function repeatMessage(tx: Transaction, id: string, to: NewMessage): Promise<void> {
  await tx.query(`insert into delivery (message_id, attempt, outcome) select id, attempts, 'repeated' from message where id = $1 on conflict do nothing`, [id]);
  await tx.query(
    `update message set round = round + 1, attempts = attempts + 1, state = $2, code = $3, details = $4, subject = $5, body = $6, link = $7, address = $8, due_at = $9, locale = $10, claimed_until = null, stands_in_for = null, read_at = null
     where id = $1`, [id, to.state, to.code, to.details, to.subject, to.body, to.link, to.address, to.dueAt, to.locale]);
  await tx.query(NOTIFY, ['announcement', 'repeat']);
}

/** A message that this worker has taken to send. */
export interface ClaimedMessage {
  readonly id: string;
  readonly channel: 'email' | 'whatsapp';
  readonly event: MessageEvent;
  readonly announcementId: number;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly locale: Locale;
  readonly round: number;
  readonly attempts: number;
  /** Tries of this round so far, this one included. */
  readonly tries: number;
}

/** Puts back what a worker had taken and did not finish in time; whether it was sent is not known. */
export async function putBackForsaken(db: Database, now: Date): Promise<void> {
  await db.execute(
    `with forsaken as (select id, attempts from message where state = 'sending' and claimed_until <= $1 order by id for update skip locked),
       noted as (insert into delivery (message_id, attempt, outcome, at) select id, attempts, 'uncertain', $1 from forsaken on conflict do nothing)
     update message m set state = 'queued', claimed_until = null, due_at = $1, code = 'uncertain' from forsaken where m.id = forsaken.id`, [now]);
}

/** Gives up WhatsApp messages whose time has passed, so that mail stands in. */
export async function giveWayToMail(db: Database, now: Date): Promise<void> {
  await db.execute(
    `with late as (
       select w.id, w.attempts from message w where w.state = 'queued' and w.channel = 'whatsapp'
         and exists (select from message e where e.stands_in_for = w.id and e.state = 'queued' and e.due_at <= $1) for update of w skip locked),
       noted as (insert into delivery (message_id, attempt, outcome, code, at) select id, attempts, 'replaced', 'mail', $1 from late on conflict do nothing)
     update message m set state = 'failed', code = 'whatsapp.late' from late where m.id = late.id`, [now]);
}

/** Takes the message that waits longest, and notes the try before anything leaves. A stand-in waits while WhatsApp may still go through. */
export async function claimMessage(db: Database, now: Date, until: Date): Promise<ClaimedMessage | null> {
  const [row] = await db.execute<ClaimedMessage>(
    `with due as (
       select id from message m where state = 'queued' and due_at <= $1
         and (stands_in_for is null or not exists (select from message w where w.id = m.stands_in_for and w.state in ('queued', 'sending')))
       order by due_at limit 1 for update skip locked),
     claimed as (update message m set state = 'sending', attempts = attempts + 1, claimed_until = $2 from due where m.id = due.id
       returning m.id, m.channel, m.event, m.announcement_id, m.address, m.subject, m.body, m.locale, m.round, m.attempts),
     noted as (insert into delivery (message_id, attempt, outcome, at) select id, attempts, 'attempted', $1 from claimed)
     select id, channel, event, announcement_id as "announcementId", address, subject, body, locale, round, attempts,
       (select count(*) + 1 from delivery d where d.message_id = claimed.id and d.outcome = 'attempted'
          and d.attempt > coalesce((select max(attempt) from delivery r where r.message_id = claimed.id and r.outcome = 'repeated'), 0)) as tries from claimed`, [now, until]);
  return row ?? null;
}

/** Notes how a try ended. What was sent stays sent, even when the worker was thought dead meanwhile. */
export async function recordOutcome(db: Database, message: ClaimedMessage, outcome: Outcome, after: AfterTry, now: Date): Promise<void> {
  const word = outcome.kind === 'sent' ? outcome.state : after.state === 'failed' ? 'failed' : outcome.kind === 'refused' ? 'bounced' : 'deferred';
  const due = after.afterMinutes === null ? null : new Date(now.getTime() + after.afterMinutes * 60_000);
  await db.execute(
    `with noted as (insert into delivery (message_id, attempt, outcome, code, detail, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing),
       stand_in as (update message e set state = case when $9::boolean then 'skipped' else e.state end, code = case when $9::boolean then 'whatsappSent' else e.code end,
           due_at = case when $9::boolean then e.due_at else $6::timestamptz end
         where e.stands_in_for = $1 and e.state = 'queued' and ($9::boolean or $7::text in ('bounced', 'failed')))
     update message set state = $7::text, code = $4, claimed_until = null, due_at = coalesce($8::timestamptz, due_at), gateway_id = coalesce($10::text, gateway_id), sent_at = case when $9::boolean then $6::timestamptz else sent_at end
     where id = $1 and ((state = 'sending' and attempts = $2) or ($9::boolean and state = 'queued'))`,
    [message.id, message.attempts, word, after.code, outcome.kind === 'sent' ? null : outcome.detail, now, after.state, due, outcome.kind === 'sent', outcome.kind === 'sent' ? outcome.gatewayId : null]);
}

/** What a gateway tells later of a message that it took. */
export async function recordReceipt(tx: Transaction, gatewayId: string, outcome: 'delivered' | 'opened' | 'failed'): Promise<void> {
  const rows = await rowsOf<{ id: string; attempts: number }>(tx,
    `update message set state = case when state = 'opened' then state else $2::text end, code = case when $2::text = 'failed' then 'whatsapp.receipt' else code end, read_at = case when $2::text = 'opened' then coalesce(read_at, now()) else read_at end
     where gateway_id = $1 and channel = 'whatsapp' and state in ('sent', 'delivered', 'opened', 'failed') returning id, attempts`, [gatewayId, outcome]);
  for (const { id, attempts } of rows) await tx.query(`insert into delivery (message_id, attempt, outcome) values ($1, $2, $3) on conflict do nothing`, [id, attempts, outcome]);
  if (outcome === 'failed') await tx.query(`update message set state = 'queued', code = null, due_at = now() where stands_in_for = any($1) and state = 'skipped' and code = 'whatsappSent'`, [rows.map(({ id }) => id)]);
}
