import type { SelectionStep } from '../admission/admission.types.js';
import type { StepResult } from './selection.types.js';

/** A result that somebody wants to write. */
export interface StepWish {
  readonly step: SelectionStep;
  readonly passed?: boolean;
  readonly score?: number;
  readonly note?: string;
  /** The result that the writer saw; null for none. */
  readonly supersedes: string | null;
}

interface CurrentResult extends StepResult {
  readonly id: string;
  readonly note: string;
}

/** `saved` when it may be written, `unchanged` when it says what holds already, else the code of the refusal. */
export function decideStepResult(wish: StepWish, current: CurrentResult | null, asked: readonly SelectionStep[]): string {
  if (!asked.includes(wish.step)) return 'selection.stepNotAsked';
  if (wish.step === 'administration' ? wish.passed === undefined : wish.score === undefined) return 'selection.resultIncomplete';
  if (wish.step === 'administration' && wish.passed === false && (wish.note ?? '').length < 3) return 'selection.noteMissing';
  if (current && saysTheSame(wish, current)) return 'unchanged';
  return (current?.id ?? null) === wish.supersedes ? 'saved' : 'selection.resultChanged';
}

function saysTheSame({ step, passed, score, note = '' }: StepWish, current: CurrentResult): boolean {
  return (step === 'administration' ? passed === current.passed : score === current.score) && note === current.note;
}
