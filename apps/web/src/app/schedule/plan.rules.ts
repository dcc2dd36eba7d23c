import type { CohortDetail, PhaseView, SessionView } from '@jenjang/shared/cohort';
import { instantMs } from '@jenjang/shared/platform';

/** Where a session stands at a moment. */
export type SessionMoment = 'done' | 'now' | 'waiting' | 'open' | 'cancelled';

export interface SessionLine extends SessionView {
  /** `waiting` is over but not closed: somebody should finish its attendance. */
  readonly moment: SessionMoment;
  readonly className: string | null;
}

export interface PhaseLine {
  readonly phase: PhaseView;
  readonly lessonHours: number;
  readonly held: number;
  /** Sessions that are not cancelled. */
  readonly total: number;
  readonly state: 'done' | 'running' | 'ahead' | 'empty';
  readonly sessions: readonly SessionLine[];
}

/** The plan of a cohort by phase, as it stands at an instant. JP of cancelled sessions count nowhere. */
export function phaseLines(
  cohort: Pick<CohortDetail, 'phases' | 'classes' | 'sessions'>,
  nowMs: number,
): readonly PhaseLine[] {
  const classNames = new Map(cohort.classes.map(({ id, name }) => [id, name]));
  return cohort.phases.map((phase) => {
    const sessions = cohort.sessions
      .filter(({ phaseId }) => phaseId === phase.id)
      .map((session) => ({
        ...session,
        moment: momentOf(session, nowMs),
        className: session.classId === null ? null : (classNames.get(session.classId) ?? null),
      }));
    const counted = sessions.filter(({ moment }) => moment !== 'cancelled');
    const held = counted.filter(({ moment }) => moment === 'done' || moment === 'waiting').length;
    const lessonHours = counted.reduce((sum, session) => sum + session.lessonHours, 0);
    return { phase, lessonHours, held, total: counted.length, state: stateOf(counted, held), sessions };
  });
}

function momentOf({ state, startsAt, endsAt }: SessionView, nowMs: number): SessionMoment {
  if (state === 'cancelled') return 'cancelled';
  if (state === 'closed') return 'done';
  if (instantMs(endsAt) <= nowMs) return 'waiting';
  return instantMs(startsAt) <= nowMs ? 'now' : 'open';
}

function stateOf(counted: readonly SessionLine[], held: number): PhaseLine['state'] {
  if (counted.length === 0) return 'empty';
  if (held === counted.length) return 'done';
  return held > 0 || counted.some(({ moment }) => moment === 'now') ? 'running' : 'ahead';
}
