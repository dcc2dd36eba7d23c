import type { CriterionResult, CriterionState, Verdict } from '@jenjang/shared/graduation';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

/** State of a criterion as icon and tone; its word is in the shared labels. */
export const criterionLooks: Readonly<Record<CriterionState, Look>> = {
  met: { tone: 'ok', icon: 'check' },
  unmet: { tone: 'bad', icon: 'x' },
  not_judged: { tone: 'warn', icon: 'waiting' },
  still_possible: { tone: 'info', icon: 'clock' },
  impossible: { tone: 'bad', icon: 'x' },
};

export const verdictLooks: Readonly<Record<Verdict, Look>> = {
  graduated: { tone: 'ok', icon: 'check' },
  attended: { tone: 'info', icon: 'check' },
  failed: { tone: 'bad', icon: 'x' },
  open: { tone: 'warn', icon: 'waiting' },
};

/** A criterion as a bar: value, whole, threshold and what can no longer be reached, all in the unit of the criterion. */
export interface CriterionBar {
  readonly value: number;
  readonly max: number;
  readonly threshold: number;
  readonly lost: number;
  readonly tone: Tone;
}

/** @param reachablePercent attendance that can still be reached, for the hatching of what is lost. */
export function barOf(result: CriterionResult, reachablePercent: number): CriterionBar {
  const bad = result.state === 'unmet' || result.state === 'impossible';
  const tone: Tone = result.state === 'met' ? 'ok' : bad ? 'bad' : 'neutral';
  const value = result.value ?? 0;
  if (result.criterion === 'attendance') {
    return { value, max: 100, threshold: result.threshold, lost: Math.max(0, 100 - reachablePercent), tone };
  }
  const max = result.criterion === 'modules' ? Math.max(1, result.threshold) : 100;
  return { value, max, threshold: result.threshold, lost: 0, tone };
}
