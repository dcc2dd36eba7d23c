import type { SelectionStep } from '../admission/admission.types.js';
import type { EnrolmentState } from '../enrolment/enrolment.types.js';
import type { ApplicationRecord, ApplicationStep, ApplicationStepCode, StepState } from './application.types.js';

const decided: readonly EnrolmentState[] = ['waitlisted', 'offered', 'accepted'];

/** The way into a cohort as the applicant sees it: every step that the route asks for, and where one stands. */
export function applicationSteps(record: ApplicationRecord): readonly ApplicationStep[] {
  const way: readonly ApplicationStepCode[] = ['sent', ...(record.route === 'two_steps' ? (['agency'] as const) : []), ...record.steps, ...(record.route === 'none' ? [] : (['organiser'] as const)), 'seat'];
  const steps: ApplicationStep[] = [];
  for (const code of way) {
    const reached = steps.every(({ state }) => state === 'done');
    steps.push({ code, ...standing(code, record, reached) });
  }
  return steps;
}

function standing(code: ApplicationStepCode, record: ApplicationRecord, reached: boolean): Omit<ApplicationStep, 'code'> {
  const found = outcomeOf(code, record);
  if (found !== null) return found;
  return { state: waitingState(record, reached), at: null };
}

/** A step that nobody has settled: it is on turn, lies ahead, or never comes. */
function waitingState({ state }: ApplicationRecord, reached: boolean): StepState {
  if (state === 'rejected' || state === 'withdrawn') return 'stopped';
  return reached ? 'now' : 'ahead';
}

function outcomeOf(code: ApplicationStepCode, record: ApplicationRecord): Omit<ApplicationStep, 'code'> | null {
  switch (code) {
    case 'sent': return { state: 'done', at: record.moves.find(({ from, to }) => from === 'new' || to === 'nominated')?.at ?? null };
    case 'agency': return agencyOutcome(record);
    case 'administration':
    case 'substance': return stepOutcome(code, record);
    case 'organiser': return organiserOutcome(record);
    case 'seat': return record.state === 'accepted' ? { state: 'done', at: lastTo(record, 'accepted') } : null;
  }
}

/** Approved by the agency, or past it; turned down while only nominated. */
function agencyOutcome(record: ApplicationRecord): Omit<ApplicationStep, 'code'> | null {
  const approved = lastTo(record, 'approved');
  if (record.state === 'rejected' && isRejectedFrom(record, 'nominated')) return { state: 'failed', at: lastTo(record, 'rejected') };
  return approved !== null || decided.includes(record.state) ? { state: 'done', at: approved } : null;
}

function stepOutcome(step: SelectionStep, { results, state }: ApplicationRecord): Omit<ApplicationStep, 'code'> | null {
  const result = results.find((noted) => noted.step === step);
  if (result) return { state: result.passed ? 'done' : 'failed', at: result.at };
  return decided.includes(state) ? { state: 'done', at: null } : null;
}

function organiserOutcome(record: ApplicationRecord): Omit<ApplicationStep, 'code'> | null {
  const byAgency = record.route === 'two_steps' && isRejectedFrom(record, 'nominated');
  if (record.state === 'rejected' && !byAgency) return { state: 'failed', at: lastTo(record, 'rejected') };
  const at = record.moves.findLast(({ from, to }) => decided.includes(to) && !decided.includes(from as EnrolmentState))?.at ?? null;
  return decided.includes(record.state) ? { state: 'done', at } : null;
}

function isRejectedFrom({ moves }: ApplicationRecord, from: EnrolmentState): boolean {
  return moves.findLast(({ to }) => to === 'rejected')?.from === from;
}

function lastTo({ moves }: ApplicationRecord, state: EnrolmentState): string | null {
  return moves.findLast(({ to }) => to === state)?.at ?? null;
}
