import { mayEditCohort, Refusal, type CohortState } from '@jenjang/shared';
import { HttpProblem } from '../platform/index.js';

/** @throws HttpProblem 400 beside the end date when it comes before the start. */
export function requireOrder({ startsOn, endsOn }: { startsOn: string; endsOn: string }, code = 'cohort.endsBeforeStart', path = 'endsOn'): void {
  if (endsOn < startsOn) throw new HttpProblem(400, 'input.invalid', {}, [{ path, code, value: endsOn }]);
}

/** @throws Refusal conflict.stale showing what is stored and what was given. */
export function requireVersion(version: number, stored: { readonly version: number }, given: object): void {
  if (version !== stored.version) throw new Refusal('conflict.stale', { stored, given });
}

/** @throws Refusal when the cohort is over: its facts stand on certificates. */
export function requireEditable({ state }: { state: CohortState }): void {
  if (!mayEditCohort(state)) throw new Refusal('cohort.over', { state });
}

/** @throws Refusal when there would be fewer seats than people who hold one. */
export function requireCapacity(capacity: number, taken: number, code = 'cohort.capacityBelowTaken', path = 'capacity'): void {
  if (capacity < taken) throw new Refusal(code, { limit: taken, capacity }, [{ path, code, limit: taken, value: capacity }]);
}
