import { lessonHoursOf } from '../attendance/attendance.rules.js';
import type { MarkSource } from '../attendance/marking.types.js';
import { formatTime } from '../platform/dates.rules.js';
import type { CheckInDecision, CheckInFacts, CheckInKind, CheckInSession, CheckInWay, MachineMark, OpeningRule, OpeningView } from './checkin.types.js';
import { stepStart } from './code.rules.js';

/** Marks that follow from being seen by a device. Everything else was said by a person and stays. */
const machineSources: readonly MarkSource[] = ['check_in', 'card', 'kiosk', 'offline'];

/** Whoever comes so much after the start is late where nobody set a time. */
const graceMs = 15 * 60_000;

/** Where a check-in comes from, as the mark says it. */
export function sourceOf(way: CheckInWay): MarkSource {
  return way === 'card' ? 'card' : way === 'kiosk' ? 'kiosk' : 'check_in';
}

/** Whether staff set a mark, so that no device may replace it. */
export function isHandMade(source: MarkSource): boolean {
  return !machineSources.includes(source);
}

/** Where a moment lies within the windows of an opening. Both ends of a window belong to it. */
export function openingState(opening: OpeningRule | null, now: number): OpeningView['state'] {
  if (opening === null) return 'none';
  if (now < opening.opensAt) return 'before';
  if (now <= opening.closesAt) return 'open';
  if (opening.out === null || now > opening.out.closesAt) return 'over';
  return now < opening.out.opensAt ? 'between' : 'out';
}

/** Decides what a check-in comes to. Refusals say why, in facts. The clock of the device has no say. */
export function decideCheckIn(facts: CheckInFacts): CheckInDecision {
  return refusal(facts) ?? recorded(facts);
}

function refusal(facts: CheckInFacts): CheckInDecision | null {
  const { code, record, session } = facts;
  if (code.is === 'ofOther') return refused('checkIn.otherSession', { session: code.session });
  if (!record.belongs) return refused('checkIn.notParticipant');
  if (session.state !== 'planned') return refused(session.state === 'closed' ? 'checkIn.sessionClosed' : 'attendance.sessionCancelled');
  return facts.way === 'card' ? null : outsideWindow(facts) ?? badCode(facts);
}

function outsideWindow({ opening, now, session: { zone }, way }: CheckInFacts): CheckInDecision | null {
  const at = (instant: number): Readonly<Record<string, string>> => ({ time: formatTime(instant, zone) });
  if (opening === null) return refused('checkIn.notOpened');
  if (!opening.ways.includes(way)) return refused(way === 'self' ? 'checkIn.codeNeeded' : 'checkIn.wayNotTaken');
  switch (openingState(opening, now)) {
    case 'before': return refused('checkIn.before', at(opening.opensAt));
    case 'between': return refused('checkIn.between', { ...at(opening.closesAt), outTime: formatTime(opening.out?.opensAt ?? now, zone) });
    case 'over': return refused('checkIn.over', at(opening.out?.closesAt ?? opening.closesAt));
    default: return null;
  }
}

function badCode({ code, way }: CheckInFacts): CheckInDecision | null {
  if (way !== 'code') return null;
  if (code.is === 'stale') return refused('checkIn.stale');
  return code.is === 'current' || code.is === 'kept' ? null : refused('checkIn.wrongCode');
}

function recorded(facts: CheckInFacts): CheckInDecision {
  const { record } = facts;
  const kind = kindOf(facts);
  if ((kind === 'in' ? record.inAt : record.outAt) !== null) return { outcome: 'already', kind };
  const seenAt = seenAtOf(facts);
  return { outcome: 'recorded', kind, seenAt, mark: kind === 'in' ? markOfComing(facts, seenAt) : markOfGoing(facts, seenAt) };
}

/** At the door a second scan within the check-out window means going; everywhere else the window decides. */
function kindOf({ opening, now }: CheckInFacts): CheckInKind {
  return openingState(opening, now) === 'out' ? 'out' : 'in';
}

/** When the participant was there: now, or when the code that they kept was shown. */
function seenAtOf({ code, now, opening }: CheckInFacts): number {
  if (code.is !== 'kept' || opening === null) return now;
  return Math.min(now, Math.max(opening.opensAt, stepStart(code.step, opening.stepSeconds)));
}

function markOfComing({ opening, session, record }: CheckInFacts, seenAt: number): MachineMark | null {
  if (record.current !== null) return null;
  const mark = seenAt <= lateAfterOf(opening, session) ? 'present' : 'late';
  const lessonHours = opening?.out ? partialLessonHours(session, mark === 'present' ? session.startsAt : seenAt, session.endsAt) : lessonHoursOf(mark, session.lessonHours);
  return { mark, lessonHours, supersedes: null };
}

/** Going corrects what coming had promised: JP of the time in between. */
function markOfGoing({ opening, session, record }: CheckInFacts, seenAt: number): MachineMark | null {
  const { current, inAt } = record;
  if (current === null || isHandMade(current.source)) return null;
  if (current.mark !== 'present' && current.mark !== 'late') return null;
  const isInTime = inAt === null ? current.mark === 'present' : inAt <= lateAfterOf(opening, session);
  // A kiosk saw somebody come late and did not say when: their JP are for a person to say.
  if (!isInTime && inAt === null) return null;
  const from = isInTime ? session.startsAt : (inAt ?? session.startsAt);
  const lessonHours = partialLessonHours(session, from, Math.max(seenAt, opening?.out ? Math.min(opening.out.opensAt, session.endsAt) : seenAt));
  return lessonHours === current.lessonHours ? null : { mark: current.mark, lessonHours, supersedes: current.id };
}

function lateAfterOf(opening: OpeningRule | null, { startsAt }: CheckInSession): number {
  return opening?.lateAfter ?? startsAt + graceMs;
}

/**
 * JP attended from one instant to another, by the hour: the session is cut into one slice per JP, the last one shorter
 * where the JP are not whole, and a slice counts when at least half of it was attended.
 */
export function partialLessonHours(session: Pick<CheckInSession, 'startsAt' | 'endsAt' | 'lessonHours'>, from: number, to: number): number {
  const msPerHour = (session.endsAt - session.startsAt) / session.lessonHours;
  const slices = Array.from({ length: Math.ceil(session.lessonHours) }, (_, n) => ({ begins: n, hours: Math.min(1, session.lessonHours - n) }));
  const counted = slices.filter(({ begins, hours }) => {
    const start = session.startsAt + begins * msPerHour;
    const end = start + hours * msPerHour;
    return Math.min(end, to) - Math.max(start, from) >= (end - start) / 2;
  });
  return Math.round(counted.reduce((sum, { hours }) => sum + hours, 0) * 100) / 100;
}

function refused(code: string, details: Readonly<Record<string, string>> = {}): CheckInDecision {
  return { outcome: 'refused', code, details };
}
