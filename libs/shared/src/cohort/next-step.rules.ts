import type { CohortState } from './cohort.types.js';

/** The line from plan to closing, in its order. */
export const cohortStepCodes = ['plan', 'open', 'enrol', 'start', 'facilitators', 'attendance', 'decide', 'issue', 'complete'] as const;
export type CohortStepCode = (typeof cohortStepCodes)[number];

/** Where a step is done: a tab of the cohort, or a move of its state. */
export type StepPlace = 'schedule' | 'participants' | 'attendance' | 'graduation' | 'certificates' | 'state';

/** What is known when the steps are told. */
export interface StepRecord {
  readonly state: CohortState;
  /** Blocking problems of the publish check. */
  readonly blockingProblems: number;
  readonly accepted: number;
  /** Nominated or approved people who wait for a decision. */
  readonly undecided: number;
  readonly sessions: readonly StepSession[];
  readonly decided: number;
  readonly passed: number;
  readonly certificates: number;
}

export interface StepSession {
  readonly id: string;
  readonly title: string;
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly begun: boolean;
  readonly over: boolean;
  readonly facilitators: number;
  readonly expected: number;
  readonly marked: number;
}

/** One step with what its sentence names. */
export interface CohortStep {
  readonly code: CohortStepCode;
  readonly done: boolean;
  readonly place: StepPlace;
  /** Counts and titles for the sentence; `count` is what is left. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** The session to go to, where one is concerned. */
  readonly sessionId: string | null;
}

/** All steps of a cohort and the one to take now; null when nothing is left or the cohort was cancelled. */
export interface NextSteps {
  readonly steps: readonly CohortStep[];
  readonly now: CohortStepCode | null;
}

/** What has been done of the line, and the one thing to do now: the first step that is open and can already be taken. */
export function nextSteps(record: StepRecord): NextSteps {
  const steps = [planning(record), opening(record), enrolling(record), starting(record), ...teaching(record), ...closing(record)];
  if (record.state === 'cancelled') return { steps, now: null };
  const missed = steps.find((step) => step.code === 'attendance' && !step.done && step.sessionId !== null && record.state === 'running');
  return { steps, now: (missed ?? steps.find((step) => !step.done))?.code ?? null };
}

function planning({ blockingProblems, state }: StepRecord): CohortStep {
  const done = state !== 'planned' || blockingProblems === 0;
  return step('plan', done, 'schedule', { count: blockingProblems });
}

function opening({ state }: StepRecord): CohortStep {
  return step('open', state !== 'planned', 'state');
}

function enrolling({ accepted, undecided }: StepRecord): CohortStep {
  return step('enrol', accepted > 0 && undecided === 0, 'participants', { accepted, count: undecided });
}

function starting({ state }: StepRecord): CohortStep {
  return step('start', state === 'running' || state === 'completed', 'state');
}

function teaching({ sessions }: StepRecord): readonly CohortStep[] {
  const held = sessions.filter((session) => session.state !== 'cancelled');
  const untaught = held.filter((session) => session.facilitators === 0 && !session.over);
  const unmarked = held.find((session) => session.state === 'planned' && session.begun);
  const open = held.filter((session) => session.state === 'planned');
  return [
    step('facilitators', held.length > 0 && untaught.length === 0, 'schedule', { count: untaught.length, title: untaught[0]?.title ?? '' }),
    {
      ...step('attendance', held.length > 0 && open.length === 0, 'attendance', {
        count: unmarked === undefined ? open.length : Math.max(0, unmarked.expected - unmarked.marked), title: unmarked?.title ?? open[0]?.title ?? '',
      }),
      sessionId: unmarked?.id ?? null,
    },
  ];
}

function closing({ state, accepted, decided, passed, certificates }: StepRecord): readonly CohortStep[] {
  const allDecided = accepted > 0 && decided >= accepted;
  return [
    step('decide', allDecided, 'graduation', { count: Math.max(0, accepted - decided) }),
    step('issue', allDecided && certificates >= passed, 'certificates', { count: Math.max(0, passed - certificates) }),
    step('complete', state === 'completed', 'state'),
  ];
}

function step(code: CohortStepCode, done: boolean, place: StepPlace, facts: CohortStep['facts'] = {}): CohortStep {
  return { code, done, place, facts, sessionId: null };
}
