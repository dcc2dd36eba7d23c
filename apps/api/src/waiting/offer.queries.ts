import type { EnrolmentState, MyOffer, OfferLine } from '@jenjang/shared';
import { isoOf } from '../attendance/index.js';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

/** What came of an offer: the first move out of the state that this offer led to. `f` is the offer, `e` its enrolment. */
const answer = `
  left join lateral (select moved_at from enrolment_move where enrolment_id = f.enrolment_id and to_state = 'offered' and details ->> 'offerId' = f.id::text order by moved_at limit 1) made on true
  left join lateral (select to_state, moved_at from enrolment_move where enrolment_id = f.enrolment_id and from_state = 'offered' and moved_at > made.moved_at order by moved_at limit 1) answer on true`;
const outcome = `case answer.to_state when 'accepted' then 'accepted' when 'withdrawn' then 'declined' when 'waitlisted' then 'lapsed' else 'open' end`;

/** Offers of a cohort, newest first. */
export function loadOfferLog(tx: Transaction, cohortId: string): Promise<(Omit<OfferLine, 'name'> & { person: { frontTitle: string | null; fullName: string; backTitle: string | null } })[]> {
  return rowsOf(tx,
    `select f.id, f.enrolment_id as "enrolmentId", json_build_object('frontTitle', p.front_title, 'fullName', p.full_name, 'backTitle', p.back_title) as person,
            (select o.name from unit o where o.id = coalesce(nullif(split_part(u.path, '/', 3), ''), u.id::text)::uuid) as "opdName",
            ${isoOf('f.offered_at')} as "offeredAt", ${isoOf('f.expires_at')} as "expiresAt", f.why, ${outcome} as outcome, ${isoOf('answer.moved_at')} as "answeredAt"
     from seat_offer f join enrolment e on e.id = f.enrolment_id join person p on p.id = e.person_id left join employment m on m.id = e.employment_id left join unit u on u.id = m.unit_id ${answer}
     where e.cohort_id = $1 order by made.moved_at desc nulls last, f.id limit 200`, [cohortId]);
}

const myColumns = `
  f.id, c.id as "cohortId", c.name as "cohortName", g.name as "programmeName", c.starts_on as "startsOn", c.ends_on as "endsOn", c.zone, c.venue_name as "venueName", c.venue_city as "venueCity",
  ${isoOf('f.offered_at')} as "offeredAt", ${isoOf('f.expires_at')} as "expiresAt", f.why, ${outcome} as outcome`;

/** Offers that a person was made, newest first. */
export function loadOffersOf(db: Database, personId: string): Promise<Omit<MyOffer, 'now'>[]> {
  return db.read(
    `select ${myColumns} from seat_offer f join enrolment e on e.id = f.enrolment_id join cohort c on c.id = e.cohort_id join curriculum k on k.id = c.curriculum_id join programme g on g.id = k.programme_id ${answer}
     where e.person_id = $1 order by made.moved_at desc nulls last, f.id limit 50`, [personId]);
}

/** An offer on its way to an answer. */
export interface OfferStanding {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly state: EnrolmentState;
  readonly expiresAt: Date;
  readonly outcome: OfferLine['outcome'];
}

/** An offer made to this person; null when there is no such. */
export async function loadStanding(tx: Transaction, id: string, personId: string): Promise<OfferStanding | null> {
  const [row] = await rowsOf<OfferStanding>(tx,
    `select e.id as "enrolmentId", e.cohort_id as "cohortId", e.state, f.expires_at as "expiresAt", ${outcome} as outcome
     from seat_offer f join enrolment e on e.id = f.enrolment_id ${answer} where f.id = $1 and e.person_id = $2`, [id, personId]);
  return row ?? null;
}
