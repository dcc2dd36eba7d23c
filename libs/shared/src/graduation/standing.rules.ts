import type { CriterionResult, GraduationDecision, ParticipantRecord, SessionRecord } from './graduation.types.js';
import type { DecidedFrom, DecisionIntent, GraduationGroup, StoredDecision, Verdict } from './standing.types.js';

/** What would be decided now. Whoever meets everything is not open, even before the last session. */
export function verdictOf(decision: GraduationDecision): Verdict {
  return decision.early ? 'open' : decision.outcome;
}

/**
 * Whether the facts would lead to another record than the one stored. That a session came to its end is no change of
 * facts by itself: only when it moved the state of a criterion.
 */
export function changedSince(stored: DecidedFrom, inputs: ParticipantRecord, decision: GraduationDecision): boolean {
  return stored.outcome !== decision.outcome || statesOf(stored.results) !== statesOf(decision.results) || factsOf(stored.inputs) !== factsOf(inputs);
}

/** What deciding does with a participant: what did not change is not stored again, and nothing is decided early unasked. */
export function intentOf(decision: GraduationDecision, standing: { readonly stored: boolean; readonly changed: boolean }, finaliseEarly: boolean): DecisionIntent {
  if (standing.stored && !standing.changed) return 'unchanged';
  return decision.early && !finaliseEarly ? 'blocked' : 'store';
}

/** Where a participant stands on the organiser's list. */
export function groupOf(stored: Pick<StoredDecision, 'outcome'> | null, changed: boolean): GraduationGroup {
  if (stored === null) return 'undecided';
  return changed ? 'changed' : stored.outcome;
}

/** The first criterion that can still change; null when none can. */
export function firstOpen(results: readonly CriterionResult[]): CriterionResult | null {
  return results.find(({ state }) => state === 'not_judged' || state === 'still_possible') ?? null;
}

function statesOf(results: readonly CriterionResult[]): string {
  return JSON.stringify(results.map(({ criterion, component, state, threshold }) => [criterion, component, state, threshold]));
}

function factsOf({ sessions, requiredActivities, completedActivities, scores }: ParticipantRecord): string {
  const byId = (one: SessionRecord, other: SessionRecord): number => (one.sessionId < other.sessionId ? -1 : 1);
  const attendance = sessions.toSorted(byId).map(({ sessionId, plannedLessonHours, attendedLessonHours, mark }) => [sessionId, plannedLessonHours, attendedLessonHours, mark]);
  const scored = Object.entries(scores).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([attendance, requiredActivities, completedActivities, scored]);
}
