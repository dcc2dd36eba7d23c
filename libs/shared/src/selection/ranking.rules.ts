import type { SelectionStep } from '../admission/admission.types.js';
import type { OutOfOrder, PoolRecord, RankRecord, StepDemand, StepResult, StepStanding } from './selection.types.js';

const standingOrder: Readonly<Record<StepStanding, number>> = { passed: 0, missing: 1, failed: 2 };
const bandOrder = ['I', 'II', 'III', 'IV', 'V'];

/** How a candidate stands in one step. */
export function stepStanding(step: SelectionStep, results: readonly StepResult[], { passingScore }: StepDemand): StepStanding {
  const result = results.find((candidate) => candidate.step === step);
  if (!result) return 'missing';
  const isPassed = step === 'administration' ? result.passed === true : (result.score ?? -1) >= passingScore;
  return isPassed ? 'passed' : 'failed';
}

/** How a candidate stands in all steps together. A cohort that asks for none is passed by everyone. */
export function standingOfSteps(results: readonly StepResult[], demand: StepDemand): StepStanding {
  const standings = demand.steps.map((step) => stepStanding(step, results, demand));
  if (standings.includes('failed')) return 'failed';
  return standings.includes('missing') ? 'missing' : 'passed';
}

/** Order of choosing: steps passed, never trained, echelon, place on the letter, time; the id last, so that it is total. */
export function compareCandidates(one: RankRecord, other: RankRecord): number {
  return standingOrder[one.standing] - standingOrder[other.standing]
    || Number(one.trainings > 0) - Number(other.trainings > 0)
    || eselonOrder(one.eselon) - eselonOrder(other.eselon)
    || (one.nominationRank ?? Number.MAX_SAFE_INTEGER) - (other.nominationRank ?? Number.MAX_SAFE_INTEGER)
    || textOrder(one.nominatedAt, other.nominatedAt)
    || textOrder(one.enrolmentId, other.enrolmentId);
}

/** The candidates in the order of choosing: the first has rank 1. */
export function rankCandidates<Candidate extends RankRecord>(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort(compareCandidates);
}

/**
 * Who is chosen out of order: somebody of the same pool who could be chosen as well ranks higher and is not. Whoever
 * failed a step, may not take part or waits for the agency is never passed over.
 */
export function choicesOutOfOrder(candidates: readonly PoolRecord[], chosen: ReadonlySet<string>): readonly OutOfOrder[] {
  const waitingOf = new Map<string, string[]>();
  return rankCandidates(candidates).flatMap((candidate, index): readonly OutOfOrder[] => {
    const waiting = waitingOf.get(candidate.pool) ?? [];
    waitingOf.set(candidate.pool, waiting);
    if (chosen.has(candidate.enrolmentId)) return waiting.length === 0 ? [] : [{ enrolmentId: candidate.enrolmentId, rank: index + 1, passedOver: [...waiting] }];
    if (candidate.mayBeChosen) waiting.push(candidate.enrolmentId);
    return [];
  });
}

/** I.a before I.b before II.a; those without an echelon after all others. */
function eselonOrder(eselon: string | null): number {
  const [band = '', letter = 'a'] = (eselon ?? '').split('.');
  const place = bandOrder.indexOf(band);
  return place < 0 ? bandOrder.length * 2 : place * 2 + (letter === 'a' ? 0 : 1);
}

function textOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
