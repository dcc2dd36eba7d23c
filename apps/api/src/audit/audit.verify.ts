import type { Database } from '../platform/index.js';

/** Something in the audit trail that is not as it was written. */
export interface AuditFault {
  readonly lane: number;
  readonly position: number;
  readonly fault: 'altered' | 'gap' | 'head' | 'unsealed';
  readonly eventId: number | null;
}

/** Each seal against the event and the seal before it; then the heads; then events that nobody sealed. */
const faultsOfChains = `
  with chain as (
    select s.lane, s.position, s.event_id, s.hash, lag(s.hash, 1, '\\x'::bytea) over w as before, row_number() over w as expected
    from audit_seal s window w as (partition by s.lane order by s.position)
  ), checked as (
    select c.lane, c.position, c.event_id,
           case when c.position <> c.expected then 'gap'
                when c.hash <> sha256(c.before || convert_to(audit_text(e), 'UTF8')) then 'altered' end as fault
    from chain c join audit_event e on e.id = c.event_id
  ), ends as (
    select l.lane, l.length as position, null::bigint as event_id, 'head' as fault
    from audit_lane l left join lateral (select s.position, s.hash from audit_seal s where s.lane = l.lane order by s.position desc limit 1) last on true
    where coalesce(last.position, 0) <> l.length or coalesce(last.hash, '\\x'::bytea) <> l.head
  ), unsealed as (
    select -1 as lane, e.id as position, e.id as event_id, 'unsealed' as fault
    from audit_event e where not exists (select from audit_seal s where s.event_id = e.id)
  )
  select distinct on (lane) lane, position, event_id as "eventId", fault
  from (select * from checked where fault is not null union all select * from ends union all select * from unsealed) found
  order by lane, position`;

/**
 * Recomputes every hash chain from the rows, in the database, and names the first fault of each lane: an altered or
 * missing event, a gap in the positions, a head that does not match, or events without a seal.
 */
export async function verifyAudit(db: Database): Promise<{ readonly events: number; readonly faults: readonly AuditFault[] }> {
  const faults = await db.read<AuditFault>(faultsOfChains);
  const [counted] = await db.read<{ events: number }>(`select count(*) as events from audit_event`);
  return { events: counted?.events ?? 0, faults };
}
