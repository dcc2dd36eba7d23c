import type { MoveFacts } from '@jenjang/shared';
import type { LockedCohort } from '../cohort/index.js';
import type { Transaction } from '../platform/index.js';
import { loadEligibility, loadMovers, lockSeats, type Mover, type Movers } from './move.queries.js';

/** What a decision looks at, and the people behind it by the key that the decision calls them by. */
export interface Loaded {
  readonly facts: MoveFacts;
  readonly movers: ReadonlyMap<string, Mover>;
}

/** Loads all that a decision about these people looks at, and holds the seats until the transaction ends. */
export async function factsOf(tx: Transaction, cohort: LockedCohort, who: Movers): Promise<Loaded> {
  const seats = await lockSeats(tx, cohort);
  const movers = await loadMovers(tx, cohort, await loadEligibility(tx, cohort.id), who);
  const byKey = new Map(movers.map((mover) => [mover.key, mover]));
  return { facts: { state: cohort.state, seats, participants: Object.fromEntries(byKey) }, movers: byKey };
}
