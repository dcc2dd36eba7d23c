import { daysBetween, instantMs, localDate } from '../platform/dates.rules.js';
import type { Booking, Clash, ClashCode, ClashGround, HolidayMark, OtherBooking, OwnBooking } from './calendar.types.js';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A Saturday, from which weeks are counted. */
const saturday = '2000-01-01';

/**
 * Everything that does not go together in the plan of a cohort: people, rooms and facilitators needed twice at once, and
 * days, phases and zones that do not fit. Cancelled sessions bind nobody; those that end before they begin occupy nothing.
 * Each pair is told once, at the session that begins later. Of closed sessions the odd days are past mending and are not told.
 */
export function clashesOf(ground: ClashGround): readonly Clash[] {
  const own = ground.sessions.filter(({ state }) => state !== 'cancelled').map(spanned).filter(isReal);
  const others = ground.others.map(spanned).filter(isReal);
  return [
    ...own.filter(({ state }) => state === 'planned').flatMap((session) => dayClashes(session, ground)),
    ...pairs(own).flatMap(([earlier, later]) => ownPair(earlier, later)),
    ...crossings(own, others).flatMap(([session, other]) => otherPair(session, other)),
  ];
}

/** Whether two sessions run at the same time; one that begins as the other ends does not. */
export function simultaneous(one: { readonly startsAt: string; readonly endsAt: string }, other: { readonly startsAt: string; readonly endsAt: string }): boolean {
  return instantMs(one.startsAt) < instantMs(other.endsAt) && instantMs(other.startsAt) < instantMs(one.endsAt);
}

/** Saturday or Sunday. */
export function isWeekend(date: string): boolean {
  const days = daysBetween(saturday, date);
  return ((days % 7) + 7) % 7 <= 1;
}

function spanned<Item extends Booking>(session: Item): Item & Span {
  return { ...session, from: instantMs(session.startsAt), to: instantMs(session.endsAt) };
}

function isReal({ from, to }: Span): boolean {
  return to > from;
}

/** Pairs that run at the same time, in order of their beginnings; each session looks only as far as its own end. */
function pairs<Item extends Span>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  const inOrder = items.toSorted((a, b) => a.from - b.from);
  return inOrder.flatMap((earlier, place) => {
    const next = inOrder.findIndex((later, index) => index > place && later.from >= earlier.to);
    return inOrder.slice(place + 1, next === -1 ? undefined : next).map((later) => [earlier, later] as const);
  });
}

function crossings(own: readonly (OwnBooking & Span)[], others: readonly (OtherBooking & Span)[]): readonly (readonly [OwnBooking & Span, OtherBooking & Span])[] {
  return own.flatMap((session) => others.filter((other) => session.from < other.to && other.from < session.to).map((other) => [session, other] as const));
}

function ownPair(earlier: OwnBooking, later: OwnBooking): readonly Clash[] {
  const clash = clashBetween(later, earlier);
  if (earlier.classId === later.classId || earlier.classId === null || later.classId === null) return [clash('classOverlap', true), ...taughtTwice(later, earlier)];
  return [...placeClash(later, earlier, 'roomOverlap', 'venueOverlap', true), ...taughtTwice(later, earlier)];
}

function otherPair(session: OwnBooking, other: OtherBooking): readonly Clash[] {
  const shared = other.participants.filter(({ classId }) => session.classId === null || classId === session.classId);
  const facts = { name: shared[0]?.name ?? '', count: shared.length };
  return [
    ...(shared.length === 0 ? [] : [clashBetween(session, other)('participantOverlap', false, facts)]),
    ...taughtTwice(session, other),
    ...placeClash(session, other, 'roomTaken', 'venueTaken', false),
  ];
}

function taughtTwice(session: Booking, other: Booking): readonly Clash[] {
  const busy = new Set(other.facilitators.map(({ personId }) => personId));
  return session.facilitators.filter(({ personId }) => busy.has(personId)).map(({ name }) => clashBetween(session, other)('facilitatorOverlap', false, { name }));
}

/** The same room is taken twice; where a side names no room, the same place may still have two halls, which is only a warning. */
function placeClash(session: Booking, other: Booking, room: ClashCode, venue: ClashCode, blocking: boolean): readonly Clash[] {
  const clash = clashBetween(session, other);
  const facts = { venue: session.venue.trim() };
  if (session.roomId !== null && other.roomId !== null) return session.roomId === other.roomId ? [clash(room, blocking, facts)] : [];
  const isSameVenue = session.venueId !== null && session.venueId === other.venueId;
  return isSameVenue || (facts.venue !== '' && facts.venue.toLowerCase() === other.venue.trim().toLowerCase()) ? [clash(venue, false, facts)] : [];
}

function clashBetween(session: Booking, other: Booking) {
  return (code: ClashCode, blocking: boolean, facts: Clash['facts'] = {}): Clash => ({
    code, blocking, sessionId: session.sessionId, otherId: other.sessionId, facts: { title: session.title, other: other.title, cohort: other.cohortName, ...facts },
  });
}

/** What is odd about a session by itself: its days, its phase, its place. Days are those of its own zone. */
function dayClashes(session: OwnBooking & Span, { phases, holidays }: ClashGround): readonly Clash[] {
  const { roomCapacity, expected } = session;
  const first = localDate(session.from, session.zone);
  // A session until midnight still belongs to the day that ends.
  const last = localDate(session.to - 1, session.zone);
  const warn = (code: ClashCode, facts: Clash['facts']): Clash => ({ code, blocking: false, sessionId: session.sessionId, otherId: null, facts: { title: session.title, ...facts } });
  const phase = phases.find(({ id, startsOn, endsOn }) => id === session.phaseId && (first < startsOn || last > endsOn));
  const holiday = firstHoliday(holidays, first, last);
  return [
    ...(phase === undefined ? [] : [warn('sessionOutsidePhase', { date: first, phase: phase.name })]),
    ...(holiday === undefined ? [] : [warn('sessionOnHoliday', { date: holiday.fallsOn, holiday: holiday.name })]),
    ...(holiday === undefined && first === last && isWeekend(first) ? [warn('sessionOnWeekend', { date: first })] : []),
    ...(session.venueZone === null || session.venueZone === session.zone ? [] : [warn('venueZoneDiffers', { venue: session.venue.trim() })]),
    ...(roomCapacity === null || expected <= roomCapacity ? [] : [warn('roomTooSmall', { venue: session.venue.trim(), expected, seats: roomCapacity })]),
  ];
}

/** A national holiday is told before collective leave and an agency's own day. */
function firstHoliday(holidays: readonly HolidayMark[], first: string, last: string): HolidayMark | undefined {
  const within = holidays.filter(({ fallsOn }) => fallsOn >= first && fallsOn <= last);
  return within.find(({ kind }) => kind === 'national') ?? within[0];
}
