import { instantMs } from '../platform/dates.rules.js';
import type { ClosingNeed, DayMoment, DaySession, DaySessionFacts } from './day.types.js';

/** So long before its beginning a session is the next one: people are at the door. */
const doorMs = 60 * 60_000;

function momentOf({ state, startsAt, endsAt }: DaySessionFacts, nowMs: number, nextStartMs: number): DayMoment {
  if (state !== 'planned') return state === 'closed' ? 'closed' : 'cancelled';
  if (instantMs(endsAt) <= nowMs) return 'over';
  if (instantMs(startsAt) <= nowMs) return 'now';
  return instantMs(startsAt) === nextStartMs || instantMs(startsAt) <= nowMs + doorMs ? 'next' : 'later';
}

/** What is missing before the session may be closed; a closed or cancelled one needs nothing. */
export function closingNeeds(facts: DaySessionFacts, nowMs: number): readonly ClosingNeed[] {
  if (facts.state !== 'planned') return [];
  const marked = Object.values(facts.counts).reduce((sum, count) => sum + count, 0);
  const needs: readonly ClosingNeed[] = [
    { block: 'notOver', count: instantMs(facts.endsAt) > nowMs ? 1 : 0 },
    { block: 'unmarked', count: Math.max(0, facts.expected - marked) },
    { block: 'flags', count: facts.openFlags },
    { block: 'devices', count: facts.deviceQuestions },
    { block: 'absences', count: facts.openAbsences },
  ];
  return needs.filter(({ count }) => count > 0);
}

/** The sessions of a day in order, each with where it stands and what it needs. Parallel ones may be next together. */
export function dayOf(sessions: readonly DaySessionFacts[], nowMs: number): readonly DaySession[] {
  const ahead = sessions.filter(({ state, startsAt }) => state === 'planned' && instantMs(startsAt) > nowMs).map(({ startsAt }) => instantMs(startsAt));
  const nextStart = Math.min(...ahead);
  return [...sessions]
    .sort((a, b) => instantMs(a.startsAt) - instantMs(b.startsAt) || (a.className ?? '').localeCompare(b.className ?? ''))
    .map((session) => ({ ...session, moment: momentOf(session, nowMs, nextStart), needs: closingNeeds(session, nowMs) }));
}
