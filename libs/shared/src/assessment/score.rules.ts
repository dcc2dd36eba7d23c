import type { ScoreDecision, ScoreWish, ScoringFacts } from './score.types.js';

/**
 * Decides what becomes of a score. Saying again what holds changes nothing; another value needs to have seen the one
 * that holds, and a reason once the cohort is over.
 */
export function decideScore(wish: ScoreWish, { components, cohortCompleted, belongs, current }: ScoringFacts): ScoreDecision {
  if (!belongs) return { outcome: 'refused', code: 'assessment.notParticipant' };
  if (!components.some(({ code }) => code === wish.component)) return { outcome: 'refused', code: 'assessment.noSuchComponent' };
  if (current !== null && wish.value === current.value && (wish.reason === undefined || wish.reason === (current.reason ?? ''))) return { outcome: 'unchanged' };
  if (wish.supersedes !== (current?.id ?? null)) return { outcome: 'conflict' };
  if (cohortCompleted && !wish.reason) return { outcome: 'refused', code: 'assessment.reasonNeeded' };
  return { outcome: 'saved' };
}

/**
 * Reads a score as typed or pasted: `87,5`, `87.5`, ` 90 `. Null when it is no score from 0 to 100 with at most two
 * decimals.
 */
export function readScore(text: string): number | null {
  const match = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  if (match === null) return null;
  const value = Number(`${match[1] ?? ''}.${match[2] ?? '0'}`);
  return value <= 100 ? value : null;
}
