import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markSources } from '../attendance/marking.types.js';
import { decideCheckIn, isHandMade, openingState, partialLessonHours } from './checkin.rules.js';
import type { CheckInFacts, CheckInRecord, OpeningRule } from './checkin.types.js';
import { distanceM, placeFlags } from './place.rules.js';

const at = (time: string): number => Date.parse(`2024-11-04T${time}:00Z`);
const opening: OpeningRule = { opensAt: at('00:00'), lateAfter: at('00:30'), closesAt: at('01:00'), out: null, stepSeconds: 20, ways: ['code', 'card'], circle: null };
const withOut: OpeningRule = { ...opening, out: { opensAt: at('06:00'), closesAt: at('09:00') } };
const record: CheckInRecord = { belongs: true, inAt: null, outAt: null, current: null };
const facts: CheckInFacts = {
  now: at('00:10'), opening, way: 'code', code: { is: 'current', step: 1 }, record,
  session: { state: 'planned', startsAt: at('00:15'), endsAt: at('08:15'), zone: 'Asia/Makassar', lessonHours: 8 },
};
const mark = (source: (typeof markSources)[number], lessonHours = 8) => ({ id: 'm', mark: 'present', lessonHours, source }) as const;

describe('a check-in', () => {
  it.each<[string, Partial<CheckInFacts>, object]>([
    ['in time is present', {}, { outcome: 'recorded', kind: 'in', mark: { mark: 'present', lessonHours: 8, supersedes: null } }],
    ['at the last moment in time is present', { now: at('00:30') }, { outcome: 'recorded', mark: { mark: 'present' } }],
    ['after it is late, with all JP', { now: at('00:31') }, { outcome: 'recorded', mark: { mark: 'late', lessonHours: 8 } }],
    ['at the last moment of the window still counts', { now: at('01:00') }, { outcome: 'recorded', mark: { mark: 'late' } }],
    ['with a kept code is judged by when that was shown', { now: at('00:50'), code: { is: 'kept', step: at('00:20') / 20_000 } }, { outcome: 'recorded', seenAt: at('00:20'), mark: { mark: 'present' } }],
    ['a second time is the first', { record: { ...record, inAt: at('00:05') } }, { outcome: 'already', kind: 'in' }],
    ['of somebody marked by hand leaves the mark', { record: { ...record, current: mark('sheet') } }, { outcome: 'recorded', mark: null }],
    ['before the window', { now: at('00:00') - 1 }, { outcome: 'refused', code: 'checkIn.before', details: { time: '08.00 WITA' } }],
    ['after the window', { now: at('01:00') + 1 }, { outcome: 'refused', code: 'checkIn.over', details: { time: '09.00 WITA' } }],
    ['between coming and going', { now: at('03:00'), opening: withOut }, { outcome: 'refused', code: 'checkIn.between', details: { time: '09.00 WITA', outTime: '14.00 WITA' } }],
    ['that nobody opened', { opening: null }, { outcome: 'refused', code: 'checkIn.notOpened' }],
    ['with an old code', { code: { is: 'stale' } }, { outcome: 'refused', code: 'checkIn.stale' }],
    ['with a wrong code', { code: { is: 'wrong' } }, { outcome: 'refused', code: 'checkIn.wrongCode' }],
    ['without a code', { way: 'self', code: { is: 'none' } }, { outcome: 'refused', code: 'checkIn.codeNeeded' }],
    ['without a code where a tap is enough', { way: 'self', code: { is: 'none' }, opening: { ...opening, ways: ['self'] } }, { outcome: 'recorded', mark: { mark: 'present' } }],
    ['with the code of another session', { code: { is: 'ofOther', session: 'Sesi 2' } }, { outcome: 'refused', code: 'checkIn.otherSession', details: { session: 'Sesi 2' } }],
    ['of a stranger, even with a wrong code', { record: { ...record, belongs: false }, code: { is: 'wrong' } }, { outcome: 'refused', code: 'checkIn.notParticipant' }],
    ['after closing', { session: { ...facts.session, state: 'closed' } }, { outcome: 'refused', code: 'checkIn.sessionClosed' }],
    ['by card needs no opening', { way: 'card', code: { is: 'none' }, opening: null, now: at('00:30') }, { outcome: 'recorded', mark: { mark: 'present' } }],
    ['by card later than a quarter of an hour', { way: 'card', code: { is: 'none' }, opening: null, now: at('00:31') }, { outcome: 'recorded', mark: { mark: 'late' } }],
    ['going earlier leaves the JP in between', { opening: withOut, now: at('06:15'), record: { ...record, inAt: at('00:10'), current: mark('check_in') } }, { outcome: 'recorded', kind: 'out', mark: { mark: 'present', lessonHours: 6, supersedes: 'm' } }],
    ['going at the end changes no mark', { opening: withOut, now: at('08:20'), record: { ...record, inAt: at('00:10'), current: mark('check_in') } }, { outcome: 'recorded', kind: 'out', mark: null }],
    ['going leaves a mark by hand', { opening: withOut, now: at('06:15'), record: { ...record, inAt: at('00:10'), current: mark('sheet') } }, { outcome: 'recorded', kind: 'out', mark: null }],
    ['going after a kiosk saw them come counts from the start', { opening: withOut, now: at('06:15'), record: { ...record, current: mark('offline') } }, { outcome: 'recorded', kind: 'out', mark: { mark: 'present', lessonHours: 6 } }],
    ['going after a kiosk saw them come late leaves it', { opening: withOut, now: at('06:15'), record: { ...record, current: { ...mark('offline'), mark: 'late' } } }, { outcome: 'recorded', kind: 'out', mark: null }],
    ['going without having come says nothing', { opening: withOut, now: at('06:15') }, { outcome: 'recorded', kind: 'out', mark: null }],
    ['coming late where going is asked counts from then', { opening: { ...withOut, closesAt: at('03:00') }, now: at('02:20') }, { outcome: 'recorded', mark: { mark: 'late', lessonHours: 6 } }],
  ])('%s', (_, change, decision) => {
    expect(decideCheckIn({ ...facts, ...change })).toMatchObject(decision);
  });

  it('never replaces a mark that a person made, and never gives more JP than there are', () => {
    const anyFacts = fc.record({
      now: fc.integer({ min: at('00:00') - 3_600_000, max: at('10:00') }), opening: fc.constantFrom(opening, withOut, null), way: fc.constantFrom('code', 'card', 'self') as fc.Arbitrary<'code'>,
      code: fc.constantFrom({ is: 'current', step: 1 }, { is: 'stale' }, { is: 'wrong' }), inAt: fc.option(fc.integer({ min: at('00:00'), max: at('01:00') })),
      source: fc.option(fc.constantFrom(...markSources)), lessonHours: fc.integer({ min: 1, max: 2400 }).map((n) => n / 100),
    });
    fc.assert(fc.property(anyFacts, ({ inAt, source, lessonHours, ...change }) => {
      const decision = decideCheckIn({ ...facts, ...change, session: { ...facts.session, lessonHours }, record: { ...record, inAt, current: source && mark(source, lessonHours) } });
      if (decision.outcome !== 'recorded' || decision.mark === null) return;
      expect(decision.mark.lessonHours).toBeLessThanOrEqual(lessonHours);
      expect(decision.mark.supersedes !== null).toBe(source !== null);
      if (source !== null) expect(isHandMade(source)).toBe(false);
    }));
  });
});

describe('a window', () => {
  it.each([['00:00', 'open'], ['01:00', 'open'], ['02:00', 'between'], ['06:00', 'out'], ['09:00', 'out'], ['09:01', 'over']])('%s: %s', (time, state) => {
    expect(openingState(withOut, at(time))).toBe(state);
  });
});

describe('JP by the hour', () => {
  const session = { startsAt: at('00:00'), endsAt: at('06:00'), lessonHours: 4.5 };
  it.each([
    ['00:00', '06:00', 4.5], ['00:41', '06:00', 3.5], ['00:40', '06:00', 4.5], ['00:00', '05:39', 4], ['00:00', '05:40', 4.5], ['02:00', '02:10', 0], ['00:00', '00:00', 0], ['05:00', '01:00', 0],
  ])('from %s to %s: %d of 4,5', (from, to, hours) => {
    expect(partialLessonHours(session, at(from), at(to))).toBe(hours);
  });

  it('grow with the time attended', () => {
    const minutes = fc.integer({ min: -60, max: 420 });
    fc.assert(fc.property(minutes, minutes, fc.nat(60), fc.integer({ min: 1, max: 2400 }), (from, to, more, hundredths) => {
      const lessons = { ...session, lessonHours: hundredths / 100 };
      const [start, end] = [session.startsAt + from * 60_000, session.startsAt + to * 60_000];
      const hours = partialLessonHours(lessons, start, end);
      expect(hours).toBeGreaterThanOrEqual(0);
      expect(partialLessonHours(lessons, start - more * 60_000, end)).toBeGreaterThanOrEqual(hours);
      expect(partialLessonHours(lessons, start, end + more * 60_000)).toBeGreaterThanOrEqual(hours);
      expect(partialLessonHours(lessons, session.startsAt, session.endsAt)).toBe(lessons.lessonHours);
    }));
  });
});

describe('a place', () => {
  const circle = { latitude: -0.5022, longitude: 117.1536, radius: 150 };

  it('is as far as the map says', () => {
    // Samarinda to Balikpapan; degrees of latitude are 111.2 km everywhere.
    expect(distanceM(circle, { latitude: -1.2379, longitude: 116.8529 })).toBeCloseTo(88_400, -3);
    expect(distanceM({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 })).toBe(111_195);
    expect(distanceM(circle, circle)).toBe(0);
  });

  it.each([
    ['inside', { latitude: -0.5030, longitude: 117.1536, accuracy: 10 }, []],
    ['outside, but no farther than the device is unsure', { latitude: -0.5040, longitude: 117.1536, accuracy: 80 }, []],
    ['outside', { latitude: -0.5040, longitude: 117.1536, accuracy: 10 }, ['outside_radius']],
    ['far away and vague', { latitude: -1.2, longitude: 116.8, accuracy: 2_000 }, ['odd_place', 'outside_radius']],
    ['not told', null, ['odd_place']],
  ])('%s', (_, position, kinds) => {
    expect(placeFlags(circle, position).map(({ kind }) => kind)).toEqual(kinds);
    expect(placeFlags(null, position)).toEqual([]);
  });
});
