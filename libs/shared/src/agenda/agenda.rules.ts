import { simultaneous } from '../calendar/clash.rules.js';
import { instantMs, localDate } from '../platform/dates.rules.js';
import type { Instant } from '../platform/locale.types.js';
import type { AgendaSession, HomeCohort, NextStep } from './agenda.types.js';

/** Sessions whose local day is that of the instant, each by its own zone. */
export function sessionsOfDay(sessions: readonly AgendaSession[], now: Instant): readonly AgendaSession[] {
  return sessions.filter(({ startsAt, zone }) => localDate(startsAt, zone) === localDate(now, zone));
}

/**
 * The one thing to do next: a session of today that is not over, what is left to learn, the session to come, the
 * certificate to fetch.
 */
export function nextForParticipant(sessions: readonly AgendaSession[], cohorts: readonly HomeCohort[], now: Instant): NextStep {
  const ahead = sessions.filter(({ state, endsAt }) => state === 'planned' && instantMs(endsAt) > instantMs(now)).toSorted(byStart);
  const [today] = sessionsOfDay(ahead, now);
  if (today) return { kind: 'session', session: today };
  const learning = cohorts.find(({ state, nextActivity }) => state === 'running' && nextActivity !== null);
  if (learning) return { kind: 'learn', cohort: learning };
  const [upcoming] = ahead;
  if (upcoming) return { kind: 'upcoming', session: upcoming };
  const certified = cohorts.find(({ certificateCode }) => certificateCode !== null);
  return certified ? { kind: 'certificate', cohort: certified } : { kind: 'nothing' };
}

/** The same sessions in order of time, each told whether another one runs at the same time. Cancelled ones disturb nobody. */
export function withClashes(sessions: readonly Omit<AgendaSession, 'clashes'>[]): readonly AgendaSession[] {
  const held = sessions.filter(({ state }) => state !== 'cancelled');
  return sessions.toSorted(byStart).map((session) => ({ ...session, clashes: session.state !== 'cancelled' && held.some((other) => other.sessionId !== session.sessionId && simultaneous(session, other)) }));
}

function byStart(one: { readonly startsAt: Instant }, other: { readonly startsAt: Instant }): number {
  return instantMs(one.startsAt) - instantMs(other.startsAt);
}
