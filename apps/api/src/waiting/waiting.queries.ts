import type { EnrolmentState, MovingParticipant, OfferReason, PassOver, QuotaBand, SeatFacts, WaitingPerson } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import type { LockedCohort } from '../cohort/index.js';
import { factsOf } from '../enrolment/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** What a cohort says about passing seats on. */
export interface PassingRules {
  readonly cutOffOn: string | null;
  readonly offerHours: number;
  /** Whether unused quota has gone to the reserve already. */
  readonly quotaReturned: boolean;
}

export async function loadPassingRules(tx: Transaction, cohortId: string): Promise<PassingRules> {
  const [row] = await rowsOf<PassingRules>(tx,
    `select cut_off_on as "cutOffOn", offer_hours as "offerHours", quota_returned_at is not null as "quotaReturned" from admission where cohort_id = $1`, [cohortId]);
  return row ?? { cutOffOn: null, offerHours: 24, quotaReturned: false };
}

/** Somebody who waits or was offered a seat, with what the list shows. */
export interface Waiter extends WaitingPerson {
  readonly personId: string;
  readonly name: { readonly frontTitle: string | null; readonly fullName: string; readonly backTitle: string | null };
  readonly nip: string | null;
  readonly positionName: string | null;
  readonly opdId: string | null;
  readonly opdName: string | null;
  readonly state: Extract<EnrolmentState, 'waitlisted' | 'offered'>;
  readonly offer: { readonly id: string; readonly expiresAt: string } | null;
}

interface WaiterRow extends Omit<Waiter, 'unitPath' | 'band' | 'passOver'> {
  readonly leave: { readonly from: string; readonly to: string } | null;
  readonly clash: string | null;
  readonly lapsed: boolean;
}

const opd = `(select o.id from unit o where o.id = coalesce(nullif(split_part(u.path, '/', 3), ''), u.id::text)::uuid)`;
const dates = `daterange(c.starts_on, c.ends_on, '[]')`;

const waiterColumns = `
  e.id as "enrolmentId", e.person_id as "personId", e.state, ${isoOf('e.state_at')} as "waitingSince", e.nomination_rank as "nominationRank",
  coalesce((select (v.details ->> 'rank')::int from enrolment_move v where v.enrolment_id = e.id and v.to_state = 'waitlisted' and v.details ? 'rank' order by v.moved_at desc limit 1), r.rank) as "selectionRank",
  json_build_object('frontTitle', p.front_title, 'fullName', p.full_name, 'backTitle', p.back_title) as name, m.nip, m.position_name as "positionName", ${opd} as "opdId",
  (select name from unit where id = ${opd}) as "opdName",
  exists (select from enrolment x join cohort o on o.id = x.cohort_id join curriculum k on k.id = o.curriculum_id
    where x.person_id = e.person_id and x.state = 'accepted' and o.id <> c.id and o.state <> 'cancelled' and o.ends_on < c.starts_on and k.programme_id = (select programme_id from curriculum where id = c.curriculum_id)) as trained,
  (select json_build_object('from', l.starts_on, 'to', l.ends_on) from leave l where l.person_id = e.person_id and daterange(l.starts_on, l.ends_on, '[]') && ${dates} order by l.starts_on limit 1) as leave,
  (select o.name from enrolment x join cohort o on o.id = x.cohort_id
    where x.person_id = e.person_id and x.state in ('accepted', 'offered') and o.id <> c.id and o.state <> 'cancelled' and daterange(o.starts_on, o.ends_on, '[]') && ${dates} order by o.name limit 1) as clash,
  exists (select from enrolment_move v where v.enrolment_id = e.id and v.from_state = 'offered' and v.code = 'offerLapsed') as lapsed,
  case when e.state = 'offered' then (select json_build_object('id', f.id, 'expiresAt', ${isoOf('f.expires_at')}) from seat_offer f where f.enrolment_id = e.id order by f.offered_at desc limit 1) end as offer`;

/** Who waits in a cohort, and the seats that nobody holds. */
export interface WaitingFacts {
  readonly waiters: readonly Waiter[];
  readonly seats: SeatFacts;
}

/** Who waits in a locked cohort or was offered a seat, and the seats that are free. Holds the seats until the transaction ends. */
export async function loadWaiting(tx: Transaction, cohort: LockedCohort): Promise<WaitingFacts> {
  const rows = await rowsOf<WaiterRow>(tx,
    `with ranked as (select s.enrolment_id, rank() over (order by s.score desc) as rank from selection_result s
       where s.cohort_id = $1 and s.step = 'substance' and not exists (select from selection_result n where n.supersedes = s.id))
     select ${waiterColumns}
     from enrolment e join cohort c on c.id = e.cohort_id join person p on p.id = e.person_id left join ranked r on r.enrolment_id = e.id
     left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id
     where e.cohort_id = $1 and e.state in ('waitlisted', 'offered')`, [cohort.id]);
  const { facts } = await factsOf(tx, cohort, { by: 'enrolment', ids: rows.map(({ enrolmentId }) => enrolmentId) });
  const waiters = rows.map(({ leave, clash, lapsed, ...row }): Waiter => {
    const mover = facts.participants[row.enrolmentId];
    const passOver = [...speaksAgainst({ leave, clash, lapsed }), ...(mover ? noSeatAbove(mover, facts.seats) : [])];
    return { ...row, unitPath: mover?.unitPath ?? '', band: mover?.band ?? 'NONE', passOver };
  });
  return { waiters, seats: facts.seats };
}

function speaksAgainst({ leave, clash, lapsed }: Pick<WaiterRow, 'leave' | 'clash' | 'lapsed'>): PassOver[] {
  return [
    ...(leave ? [{ code: 'onLeave' as const, facts: leave }] : []),
    ...(clash ? [{ code: 'clash' as const, facts: { cohort: clash } }] : []),
    ...(lapsed ? [{ code: 'lapsed' as const, facts: {} }] : []),
  ];
}

function noSeatAbove({ shortfalls, classId, agencyId }: MovingParticipant, { classes, ceilings }: SeatFacts): PassOver[] {
  const over = ceilings.some((ceiling) => (ceiling.agencyId === null || ceiling.agencyId === agencyId) && ceiling.taken >= ceiling.seats);
  return [
    ...(shortfalls.length > 0 ? [{ code: 'notEligible' as const, facts: {} }] : []),
    ...(classId !== null && (classes[classId] ?? 0) < 1 ? [{ code: 'classFull' as const, facts: {} }] : []),
    ...(over ? [{ code: 'allocationFull' as const, facts: {} }] : []),
  ];
}

/** An offer as stored. */
export interface NewOffer {
  readonly id: string;
  readonly enrolmentId: string;
  readonly why: OfferReason;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
}

export async function saveOffer(tx: Transaction, { id, enrolmentId, why, offeredAt, expiresAt }: NewOffer): Promise<void> {
  await tx.query(`insert into seat_offer (id, enrolment_id, why, offered_at, expires_at) values ($1, $2, $3, $4, $5)`, [id, enrolmentId, JSON.stringify(why), offeredAt, expiresAt]);
}

/** The cell that a seat went back to, with its unit's name; null without a matrix. */
export interface NamedCell {
  readonly id: string;
  readonly unitName: string | null;
  readonly band: QuotaBand | null;
}

export async function loadNamedCell(tx: Transaction, id: string | null): Promise<NamedCell | null> {
  if (id === null) return null;
  const [row] = await rowsOf<NamedCell>(tx, `select q.id, u.name as "unitName", q.band from quota q left join unit u on u.id = q.unit_id where q.id = $1`, [id]);
  return row ?? null;
}

/** Moves one empty seat of a cell into the reserve, which is made when there is none. @returns the reserve. */
export async function seatToReserve(tx: Transaction, cohortId: string, cellId: string): Promise<NamedCell | null> {
  const moved = await rowsOf(tx, `update quota set seats = seats - 1 where id = $1 and cohort_id = $2 and (unit_id is not null or band is not null) and seats > taken returning id`, [cellId, cohortId]);
  const [reserve] = await rowsOf<{ id: string }>(tx,
    `insert into quota (cohort_id, unit_id, band, seats) values ($1, null, null, $2) on conflict on constraint quota_cell_once do update set seats = quota.seats + excluded.seats returning id`, [cohortId, moved.length]);
  return reserve ? { id: reserve.id, unitName: null, band: null } : null;
}

/** Accounts that organise the cohort: with a grant for it, for its agency or for all; admins where nobody organises. */
export async function loadOrganisers(tx: Transaction, { id, agencyId }: Pick<LockedCohort, 'id' | 'agencyId'>): Promise<readonly string[]> {
  const rows = await rowsOf<{ accountId: string; role: string }>(tx,
    `select distinct g.account_id as "accountId", g.role from role_grant g join account a on a.id = g.account_id and a.disabled_at is null
     where g.revoked_at is null and g.role in ('organiser', 'admin') and (g.scope = 'national' or (g.scope = 'agency' and g.agency_id = $2) or (g.scope = 'cohort' and g.cohort_id = $1))`, [id, agencyId]);
  const organisers = rows.filter(({ role }) => role === 'organiser');
  return (organisers.length > 0 ? organisers : rows).map(({ accountId }) => accountId);
}

/** Cohorts in which an offer has lapsed by this instant. */
export async function cohortsWithLapsed(db: Database, now: Date): Promise<readonly string[]> {
  const rows = await db.read<{ id: string }>(`select distinct cohort_id as id from (${lapsedOffers('$1')}) lapsed`, [now]);
  return rows.map(({ id }) => id);
}

/** Participants of a locked cohort whose offer has lapsed by this instant. */
export async function loadLapsed(tx: Transaction, cohortId: string, now: Date): Promise<readonly { enrolmentId: string; personId: string; offerId: string }[]> {
  return rowsOf(tx, `select "enrolmentId", "personId", "offerId" from (${lapsedOffers('$1')}) lapsed where cohort_id = $2 order by expires_at, "enrolmentId"`, [now, cohortId]);
}

/** Locks the cohort unless somebody else works on it. */
export async function tryCohort(tx: Transaction, cohortId: string): Promise<boolean> {
  return (await rowsOf(tx, `select id from cohort where id = $1 for no key update skip locked`, [cohortId])).length > 0;
}

/** SQL: participants whose latest offer is not answered and over. Nobody moves in a cohort that is over. */
function lapsedOffers(now: string): string {
  return `select e.cohort_id, e.id as "enrolmentId", e.person_id as "personId", f.id as "offerId", f.expires_at
    from enrolment e join cohort c on c.id = e.cohort_id and c.state in ('planned', 'enrolling', 'running')
    cross join lateral (select id, expires_at from seat_offer where enrolment_id = e.id order by offered_at desc limit 1) f
    where e.state = 'offered' and f.expires_at <= ${now}::timestamptz`;
}
