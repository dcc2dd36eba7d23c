import { nextCohortStates } from './cohort.rules.js';
import type { CohortState } from './cohort.types.js';

/** What can be done to a cohort from its pages. */
export const cohortOperations = [
  'edit', 'clone', 'open', 'start', 'complete', 'cancel', 'plan', 'enrol', 'mark', 'decide', 'issue',
] as const;
export type CohortOperation = (typeof cohortOperations)[number];

/** The permissions at the cohort's place that operations ask for. */
export interface CohortRights {
  readonly manage: boolean;
  readonly enrol: boolean;
  readonly mark: boolean;
  readonly decide: boolean;
  readonly issue: boolean;
}

const stillOpen = (state: CohortState): boolean => state !== 'completed' && state !== 'cancelled';
const underWay = (state: CohortState): boolean => state === 'running' || state === 'completed';

const demands = {
  edit: (state, rights) => rights.manage && stillOpen(state),
  clone: (_state, rights) => rights.manage,
  open: (state, rights) => rights.manage && nextCohortStates[state].includes('enrolling'),
  start: (state, rights) => rights.manage && nextCohortStates[state].includes('running'),
  complete: (state, rights) => rights.manage && nextCohortStates[state].includes('completed'),
  cancel: (state, rights) => rights.manage && nextCohortStates[state].includes('cancelled'),
  plan: (state, rights) => rights.manage && stillOpen(state),
  enrol: (state, rights) => rights.enrol && takesParticipants(state),
  mark: (state, rights) => rights.mark && underWay(state),
  decide: (state, rights) => rights.decide && underWay(state),
  issue: (state, rights) => rights.issue && underWay(state),
} satisfies Record<CohortOperation, (state: CohortState, rights: CohortRights) => boolean>;

/** Whether people may be taken into a cohort: while it enrols and while it runs. */
export function takesParticipants(state: CohortState): boolean {
  return state === 'enrolling' || state === 'running';
}

/** Whether dates, sessions and the like may still change: until it is over. */
export function mayEditCohort(state: CohortState): boolean {
  return stillOpen(state);
}

/** Everything that may be done now by someone with these rights. */
export function allowedCohortOperations(state: CohortState, rights: CohortRights): readonly CohortOperation[] {
  return cohortOperations.filter((operation) => demands[operation](state, rights));
}
