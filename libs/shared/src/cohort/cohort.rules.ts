import { addDays, daysBetween, instantMs, isoInstant } from '../platform/dates.rules.js';
import type { CohortState, DatedPlan } from './cohort.types.js';

/** Where a cohort may go from each state. */
export const nextCohortStates: Readonly<Record<CohortState, readonly CohortState[]>> = {
  planned: ['enrolling', 'cancelled'],
  enrolling: ['running', 'cancelled'],
  running: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

export function mayMoveCohort(from: CohortState, to: CohortState): boolean {
  return nextCohortStates[from].includes(to);
}

/** The same plan beginning on another day. Every date moves by as many days; clocks show the same local times, for no zone of Indonesia changes its offset. */
export function shiftPlan<Plan extends DatedPlan>(plan: Plan, newStartsOn: string): Plan {
  const days = daysBetween(plan.startsOn, newStartsOn);
  return {
    ...shiftedDates(plan, days),
    phases: plan.phases.map((phase) => shiftedDates(phase, days)),
    sessions: plan.sessions.map((session) => ({ ...session, startsAt: shiftedInstant(session.startsAt, days), endsAt: shiftedInstant(session.endsAt, days) })),
  };
}

/** JP to suggest for a session: whole lesson hours that fit into its minutes. The organiser decides. */
export function suggestLessonHours(minutes: number, minutesPerLessonHour: number): number {
  return Math.max(0, Math.floor(minutes / minutesPerLessonHour));
}

function shiftedDates<Dated extends { readonly startsOn: string; readonly endsOn: string }>(dated: Dated, days: number): Dated {
  return { ...dated, startsOn: addDays(dated.startsOn, days), endsOn: addDays(dated.endsOn, days) };
}

function shiftedInstant(instant: string, days: number): string {
  return isoInstant(instantMs(instant) + days * 86_400_000);
}
