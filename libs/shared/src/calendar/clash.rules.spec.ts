import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clash, ClashGround, OtherBooking, OwnBooking } from './calendar.types.js';
import { clashCodes } from './calendar.types.js';
import { wordClash } from './calendar.labels.js';
import { clashesOf, isWeekend, simultaneous } from './clash.rules.js';

const arga = { personId: 'arga', name: 'Arga Embun' };
const own = (change: Partial<OwnBooking> = {}): OwnBooking => ({
  sessionId: 's1', title: 'Visi', cohortName: 'Angkatan I', startsAt: '2026-11-24T01:00:00Z', endsAt: '2026-11-24T03:00:00Z', venue: '', venueId: null, roomId: null, facilitators: [],
  phaseId: 'p', classId: null, zone: 'Asia/Makassar', state: 'planned', venueZone: null, roomCapacity: null, expected: 30, ...change,
});
const other = (change: Partial<OtherBooking> = {}): OtherBooking => ({
  sessionId: 'o1', title: 'Data', cohortName: 'Angkatan II', startsAt: '2026-11-24T02:00:00Z', endsAt: '2026-11-24T04:00:00Z', venue: '', venueId: null, roomId: null, facilitators: [], participants: [], ...change,
});
const ground = (change: Partial<ClashGround>): ClashGround => ({ sessions: [], others: [], phases: [{ id: 'p', name: 'Luring', startsOn: '2026-11-23', endsOn: '2026-11-27' }], holidays: [], ...change });
const found = (change: Partial<ClashGround>) => clashesOf(ground(change)).map(({ code, sessionId, otherId, blocking }) => [code, sessionId, otherId, blocking]);
const second = (change: Partial<OwnBooking>): OwnBooking => own({ sessionId: 's2', startsAt: '2026-11-24T02:00:00Z', endsAt: '2026-11-24T04:00:00Z', ...change });

describe('sessions of one cohort', () => {
  it.each<[string, readonly OwnBooking[], unknown[]]>([
    ['the same people twice at once', [own(), second({})], [['classOverlap', 's2', 's1', true]]],
    ['a class during the common session', [own(), second({ classId: 'a' })], [['classOverlap', 's2', 's1', true]]],
    ['parallel classes in one room', [own({ classId: 'a', venueId: 'v', roomId: 'r' }), second({ classId: 'b', venueId: 'v', roomId: 'r' })], [['roomOverlap', 's2', 's1', true]]],
    ['parallel classes in one building', [own({ classId: 'a', venueId: 'v' }), second({ classId: 'b', venueId: 'v', roomId: 'r' })], [['venueOverlap', 's2', 's1', false]]],
    ['one teacher for two classes', [own({ classId: 'a', facilitators: [arga] }), second({ classId: 'b', facilitators: [arga] })], [['facilitatorOverlap', 's2', 's1', false]]],
  ])('clash: %s', (_, sessions, expected) => {
    expect(found({ sessions })).toEqual(expected);
  });

  it.each<[string, readonly OwnBooking[]]>([
    ['one begins as the other ends', [own(), second({ startsAt: '2026-11-24T03:00:00Z' })]],
    ['one is cancelled', [own(), second({ state: 'cancelled' })]],
    ['the second ends before it begins', [own(), second({ endsAt: '2026-11-24T01:30:00Z' })]],
    ['classes are in two rooms of one building', [own({ classId: 'a', venueId: 'v', roomId: 'r1', venue: 'Hotel' }), second({ classId: 'b', venueId: 'v', roomId: 'r2', venue: 'Hotel' })]],
    ['23.30 in Jayapura meets 21.30 in Jakarta one hour later', [
      own({ startsAt: '2026-11-24T13:30:00Z', endsAt: '2026-11-24T14:30:00Z', zone: 'Asia/Jayapura' }), second({ startsAt: '2026-11-24T14:30:00Z', endsAt: '2026-11-24T15:30:00Z', zone: 'Asia/Jakarta' }),
    ]],
  ])('get along when %s', (_, sessions) => {
    expect(found({ sessions })).toEqual([]);
  });

  it('sees that 23.30 WIT and 21.30 WIB are one instant', () => {
    const sessions = [own({ startsAt: '2026-11-24T14:30:00Z', endsAt: '2026-11-24T15:00:00Z', zone: 'Asia/Jayapura' }), second({ startsAt: '2026-11-24T21:30:00+07:00', endsAt: '2026-11-24T22:00:00+07:00', zone: 'Asia/Jakarta' })];
    expect(found({ sessions })).toEqual([['classOverlap', 's2', 's1', true]]);
  });
});

describe('sessions of other cohorts', () => {
  const guest = { personId: 'p1', name: 'Bulan Kerikil', classId: 'a' };

  it.each<[string, Partial<OwnBooking>, Partial<OtherBooking>, unknown[]]>([
    ['a participant in both', {}, { participants: [guest] }, [['participantOverlap', 's1', 'o1', false]]],
    ['a participant of the class that meets', { classId: 'a' }, { participants: [guest] }, [['participantOverlap', 's1', 'o1', false]]],
    ['a participant of another class', { classId: 'b' }, { participants: [guest] }, []],
    ['a facilitator in both', { facilitators: [arga] }, { facilitators: [arga] }, [['facilitatorOverlap', 's1', 'o1', false]]],
    ['one room', { venueId: 'v', roomId: 'r' }, { venueId: 'v', roomId: 'r' }, [['roomTaken', 's1', 'o1', false]]],
    ['one hall by its name in any case', { venue: 'Aula' }, { venue: ' AULA ' }, [['venueTaken', 's1', 'o1', false]]],
    ['no place on either side', { venue: ' ' }, { venue: '' }, []],
  ])('%s', (_, mine, theirs, expected) => {
    expect(found({ sessions: [own(mine)], others: [other(theirs)] })).toEqual(expected);
  });
});

describe('days, phases and places', () => {
  const independence = { fallsOn: '2026-08-17', name: 'Proklamasi Kemerdekaan', kind: 'national' } as const;

  it.each<[string, Partial<OwnBooking>, Partial<ClashGround>, string[]]>([
    ['a session after its phase', { startsAt: '2026-11-30T01:00:00Z', endsAt: '2026-11-30T02:00:00Z' }, {}, ['sessionOutsidePhase']],
    ['a Saturday by its own clock', { startsAt: '2026-11-27T16:30:00Z', endsAt: '2026-11-27T17:30:00Z' }, { phases: [] }, ['sessionOnWeekend']],
    ['the same instant is still Friday in Jakarta', { startsAt: '2026-11-27T16:30:00Z', endsAt: '2026-11-27T17:00:00Z', zone: 'Asia/Jakarta' }, { phases: [] }, []],
    ['17 August', { startsAt: '2026-08-17T00:00:00Z', endsAt: '2026-08-17T03:00:00Z' }, { phases: [], holidays: [independence] }, ['sessionOnHoliday']],
    ['17 August in Jayapura begins while Jakarta has the 16th', { startsAt: '2026-08-16T15:00:00Z', endsAt: '2026-08-16T16:00:00Z', zone: 'Asia/Jayapura' }, { phases: [], holidays: [independence] }, ['sessionOnHoliday']],
    ['a session until midnight before the holiday', { startsAt: '2026-08-16T14:00:00Z', endsAt: '2026-08-16T16:00:00Z' }, { phases: [], holidays: [independence] }, ['sessionOnWeekend']],
    ['a holiday that is a Sunday is told as a holiday', { startsAt: '2026-05-31T01:00:00Z', endsAt: '2026-05-31T02:00:00Z' }, { phases: [], holidays: [{ fallsOn: '2026-05-31', name: 'Waisak', kind: 'national' }] }, ['sessionOnHoliday']],
    ['a venue of another zone', { venueZone: 'Asia/Jakarta' }, {}, ['venueZoneDiffers']],
    ['a room for fewer', { roomCapacity: 29 }, {}, ['roomTooSmall']],
    ['a room for just as many', { roomCapacity: 30 }, {}, []],
    ['a Saturday that was held', { startsAt: '2026-11-28T01:00:00Z', endsAt: '2026-11-28T02:00:00Z', state: 'closed' }, { phases: [] }, []],
  ])('%s', (_, session, change, expected) => {
    expect(clashesOf(ground({ sessions: [own(session)], ...change })).map(({ code }) => code)).toEqual(expected);
  });

  it.each([['2026-11-20', false], ['2026-11-21', true], ['2026-11-22', true], ['2026-11-23', false], ['1999-12-31', false], ['1999-12-26', true]])('%s is a weekend: %s', (date, expected) => {
    expect(isWeekend(date)).toBe(expected);
  });

  it('has words for every clash, different in both languages', () => {
    for (const code of clashCodes) expect(wordClash({ code, facts: {} }, 'id')).not.toBe(wordClash({ code, facts: {} }, 'en'));
    expect(wordClash({ code: 'sessionOnHoliday', facts: { title: 'Visi', holiday: 'Natal', date: '2026-12-25' } }, 'id')).toBe('Sesi “Visi” jatuh pada Natal (25 Des 2026)');
  });
});

describe('against looking at every pair', () => {
  const id = (...choices: string[]) => fc.constantFrom(null, ...choices);
  const slot = fc.record({ from: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: -1, max: 12 }) });
  const at = (steps: number): string => new Date(Date.UTC(2026, 10, 24) + steps * 900_000).toISOString();
  const people = fc.subarray([arga, { personId: 'bima', name: 'Bima Gerimis' }]);
  const place = fc.record({ venueId: id('v'), roomId: id('r', 'q'), venue: fc.constantFrom('', 'Aula', 'aula ') });
  const mine = fc.record({ slot, place, facilitators: people, classId: id('a', 'b'), state: fc.constantFrom<OwnBooking['state']>('planned', 'closed', 'cancelled') });
  const theirs = fc.record({ slot, place, facilitators: people, classes: fc.array(id('a', 'b'), { maxLength: 3 }) });

  /** Every pair of sessions, by the words of the requirement and without any cleverness. */
  function brute(sessions: readonly OwnBooking[], others: readonly OtherBooking[]): string[] {
    const told: string[] = [];
    const real = (session: { startsAt: string; endsAt: string }) => Date.parse(session.endsAt) > Date.parse(session.startsAt);
    const pair = (a: string, b: string) => [a, b].toSorted().join('+');
    const place = (one: OwnBooking, two: OwnBooking | OtherBooking): 'room' | 'venue' | null => {
      if (one.roomId && two.roomId) return one.roomId === two.roomId ? 'room' : null;
      if (one.venueId && one.venueId === two.venueId) return 'venue';
      const [x, y] = [one.venue.trim().toLowerCase(), two.venue.trim().toLowerCase()];
      return x && x === y ? 'venue' : null;
    };
    const teachers = (one: OwnBooking, two: OwnBooking | OtherBooking) =>
      one.facilitators.filter((person) => two.facilitators.some(({ personId }) => personId === person.personId)).forEach(({ name }) => told.push(`facilitatorOverlap ${pair(one.sessionId, two.sessionId)} ${name}`));
    const held = sessions.filter((session) => session.state !== 'cancelled' && real(session));
    for (const [n, one] of held.entries()) {
      for (const two of held.slice(n + 1).filter((session) => simultaneous(one, session))) {
        const together = one.classId === null || two.classId === null || one.classId === two.classId;
        const where = place(one, two);
        if (together) told.push(`classOverlap ${pair(one.sessionId, two.sessionId)} `);
        else if (where) told.push(`${where}Overlap ${pair(one.sessionId, two.sessionId)} `);
        teachers(one, two);
      }
      for (const two of others.filter((session) => real(session) && simultaneous(one, session))) {
        if (two.participants.some(({ classId }) => one.classId === null || one.classId === classId)) told.push(`participantOverlap ${pair(one.sessionId, two.sessionId)} `);
        const where = place(one, two);
        if (where) told.push(`${where}Taken ${pair(one.sessionId, two.sessionId)} `);
        teachers(one, two);
      }
    }
    return told.toSorted();
  }

  const spoken = ({ code, sessionId, otherId, facts }: Clash): string => `${code} ${[sessionId, otherId ?? ''].toSorted().join('+')} ${code === 'facilitatorOverlap' ? String(facts['name']) : ''}`;

  it('misses no clash and invents none', () => {
    fc.assert(fc.property(fc.array(mine, { maxLength: 8 }), fc.array(theirs, { maxLength: 6 }), (ours, foreign) => {
      const sessions = ours.map(({ slot: { from, length }, place, ...rest }, n) => own({ ...rest, ...place, sessionId: `s${String(n)}`, startsAt: at(from), endsAt: at(from + length) }));
      const others = foreign.map(({ slot: { from, length }, place, facilitators, classes }, n) => other({
        ...place, facilitators, sessionId: `o${String(n)}`, startsAt: at(from), endsAt: at(from + length), participants: classes.map((classId, k) => ({ personId: `p${String(k)}`, name: 'X', classId })),
      }));
      const told = clashesOf(ground({ sessions, others, phases: [] })).filter(({ otherId }) => otherId !== null).map(spoken);
      expect(told.toSorted()).toEqual(brute(sessions, others));
    }), { numRuns: 1_000 });
  });
});
