import { changedSince, decideGraduation, sessionRecordsOf, type GraduationDecision, type ParticipantRecord, type PlannedSession } from '@jenjang/shared';
import { loadPlannedSessions } from '../attendance/index.js';
import { loadParticipants, type CohortToDecide, type ParticipantToDecide, type Reader } from './graduation.queries.js';

/** A participant with what would be decided now. */
export interface Evaluated {
  readonly participant: ParticipantToDecide;
  readonly inputs: ParticipantRecord;
  readonly live: GraduationDecision;
  /** Whether the facts would lead to another record than the one in force; false when there is none. */
  readonly changed: boolean;
}

/** How many participants are held in memory at a time. */
const BATCH = 2_000;

/** Evaluates participants of a cohort in the order of their ids, chunk by chunk: one statement loads a chunk. */
export async function* evaluate(db: Reader, cohort: CohortToDecide, ids: readonly string[], now: number): AsyncGenerator<Evaluated[]> {
  const sessions = await loadPlannedSessions(db, [cohort.id]);
  for (let from = 0; from < ids.length; from += BATCH) {
    const participants = await loadParticipants(db, cohort, ids.slice(from, from + BATCH));
    yield participants.map((participant) => evaluateOne(participant, cohort, sessions, now));
  }
}

function evaluateOne(participant: ParticipantToDecide, { criteria, requiredActivities }: CohortToDecide, sessions: readonly PlannedSession[], now: number): Evaluated {
  const { completedActivities, scores, stored } = participant;
  const inputs = { sessions: sessionRecordsOf(sessions, participant, now), requiredActivities, completedActivities, scores };
  const live = decideGraduation(inputs, criteria);
  return { participant, inputs, live, changed: stored !== null && changedSince(stored, inputs, live) };
}
