import { Injectable } from '@nestjs/common';
import { decideAnswer, Refusal, type MyOffer } from '@jenjang/shared';
import { holdCohort } from '../cohort/index.js';
import { EnrolmentMoves } from '../enrolment/index.js';
import { Clock, Database, HttpProblem, Missing, type Actor, type Transaction } from '../platform/index.js';
import { loadOffersOf, loadStanding } from './offer.queries.js';

/** The offers that somebody was made, and the answers to them. */
@Injectable()
export class OfferService {
  constructor(
    private readonly db: Database,
    private readonly moves: EnrolmentMoves,
    private readonly clock: Clock,
  ) {}

  async mine({ personId }: Actor): Promise<MyOffer[]> {
    if (personId === null) return [];
    const now = this.clock.now().toISOString();
    return (await loadOffersOf(this.db, personId)).map((offer) => ({ ...offer, now }));
  }

  accept(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => this.answer(tx, actor, id, 'accepted'));
  }

  /** Leaves the list: whoever declines is not asked again. */
  decline(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => this.answer(tx, actor, id, 'declined'));
  }

  private async answer(tx: Transaction, actor: Actor, id: string, answer: 'accepted' | 'declined'): Promise<void> {
    const known = actor.personId === null ? null : await loadStanding(tx, id, actor.personId);
    if (!known || actor.personId === null) throw new Missing('offer', id);
    const cohort = await holdCohort(tx, known.cohortId);
    // Looked at again under the lock: the sweep, the organiser or a second tap may have been first.
    const standing = await loadStanding(tx, id, actor.personId) ?? known;
    const decision = decideAnswer({ outcome: standing.outcome, expiresAt: standing.expiresAt.getTime(), now: this.clock.now().getTime() }, answer);
    if (decision === 'expired') throw new HttpProblem(410, 'waiting.offerExpired', { expiresAt: standing.expiresAt.toISOString(), zone: cohort.zone });
    if (decision === 'answered') throw new Refusal('waiting.offerAnswered', { outcome: standing.outcome });
    if (decision === 'same') return;
    const move = answer === 'accepted' ? { to: 'accepted' as const } : { to: 'withdrawn' as const, code: 'ownWish' as const };
    const [outcome] = await this.moves.move(tx, actor, cohort, [{ enrolmentId: standing.enrolmentId, ...move, details: { offerId: id } }]);
    if (outcome?.outcome === 'refused') throw new Refusal(outcome.code ?? 'conflict.rule', outcome.facts);
  }
}
