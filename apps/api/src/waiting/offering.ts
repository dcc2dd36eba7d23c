import { randomUUID } from 'node:crypto';
import type { MoveOutcome, OfferReason } from '@jenjang/shared';
import type { LockedCohort } from '../cohort/index.js';
import type { EnrolmentMoves } from '../enrolment/index.js';
import { announce } from '../message/index.js';
import type { Actor, Transaction } from '../platform/index.js';
import { saveOffer, type Waiter } from './waiting.queries.js';

const HOUR = 3_600_000;

/** Where an offer is made: the locked cohort, and how long an answer is awaited from now on. */
export interface OfferDesk {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly cohort: LockedCohort;
  readonly now: Date;
  readonly offerHours: number;
}

/** Offers a seat to somebody who waits, keeps why, and tells them. A refused move offers nothing. */
export async function offerSeat(moves: EnrolmentMoves, { tx, actor, cohort, now, offerHours }: OfferDesk, waiter: Waiter, why: OfferReason): Promise<MoveOutcome> {
  const id = randomUUID();
  const [outcome] = await moves.move(tx, actor, cohort, [{ enrolmentId: waiter.enrolmentId, to: 'offered', reason: why.note, details: { offerId: id } }]);
  if (!outcome) throw new Error('one move has one outcome');
  if (outcome.outcome === 'refused') return outcome;
  const expiresAt = new Date(now.getTime() + offerHours * HOUR);
  await saveOffer(tx, { id, enrolmentId: waiter.enrolmentId, why, offeredAt: now, expiresAt });
  await announce(tx, [{
    event: 'waiting.offered', personId: waiter.personId, cohortId: cohort.id, agencyId: cohort.agencyId, key: `waiting.offered/${id}`,
    facts: { expiresAt: expiresAt.toISOString(), zone: cohort.zone, link: `/tawaran/${id}` },
  }]);
  return outcome;
}
