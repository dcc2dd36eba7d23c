import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeMarks, participantKey, placeMark, signedText, windowAround } from './merge.rules.js';
import type { DeviceMark, HeldMark, KioskParticipant, KioskSession, MergedMark, MergeFacts, PlacedMark } from './kiosk.types.js';

const eight = Date.UTC(2024, 10, 4, 0);
const minute = 60_000;
const session: KioskSession = { state: 'planned', opensAt: eight - 30 * minute, lateAfter: eight + 15 * minute, closesAt: eight + 60 * minute };
const seen: PlacedMark = { id: 'm1', sessionId: 's', kind: 'seen', enrolmentId: 'e', how: 'tick', note: '', deviceAt: eight, drift: 0, seenAt: eight };
const byHand = (mark: HeldMark['mark'], source: HeldMark['source'] = 'sheet'): HeldMark => ({ id: 'a1', mark, source });
const facts = ({ current = null, belongs = true, ...change }: Partial<KioskParticipant & KioskSession & Pick<MergeFacts, 'preparedAt' | 'receivedAt'>> = {}): MergeFacts => ({
  sessions: new Map([['s', { ...session, ...change }]]),
  participants: new Map([[participantKey('s', 'e'), { belongs, current }]]),
  preparedAt: change.preparedAt ?? eight - 600 * minute,
  receivedAt: change.receivedAt ?? eight + 600 * minute,
});

describe('a word of a device', () => {
  it.each<[string, Partial<PlacedMark>, Parameters<typeof facts>[0], Partial<MergedMark>]>([
    ['about somebody of whom nothing was said is written', {}, {}, { outcome: 'new', mark: 'present', supersedes: null }],
    ['from a quarter past on is late', { seenAt: eight + 15 * minute + 1 }, {}, { outcome: 'new', mark: 'late' }],
    ['is never late where nobody said from when', { seenAt: eight + 59 * minute }, { lateAfter: null }, { outcome: 'new', mark: 'present' }],
    ['that says what holds is equal', {}, { current: byHand('present') }, { outcome: 'equal', code: null }],
    ['against a hand-made mark waits for a person', {}, { current: byHand('absent') }, { outcome: 'conflicting', code: 'kiosk.handMadeDiffers', supersedes: null }],
    ['against a typed sheet waits for a person', {}, { current: byHand('sick', 'paper') }, { outcome: 'conflicting', code: 'kiosk.handMadeDiffers' }],
    ['earlier than a hand-made late waits for a person', {}, { current: byHand('late') }, { outcome: 'conflicting', code: 'kiosk.handMadeDiffers' }],
    ['earlier than another machine saw the person replaces it', {}, { current: byHand('late', 'check_in') }, { outcome: 'new', mark: 'present', supersedes: 'a1' }],
    ['later than another machine saw the person is equal', { seenAt: eight + 20 * minute }, { current: byHand('present', 'check_in') }, { outcome: 'equal', mark: 'late' }],
    ['against a report that missed the person waits for a person', {}, { current: byHand('absent', 'report') }, { outcome: 'conflicting', code: 'kiosk.markDiffers' }],
    ['after closing waits as a correction', {}, { state: 'closed' }, { outcome: 'correction', code: 'kiosk.afterClosing' }],
    ['after closing that was marked absent waits as a correction', {}, { state: 'closed', current: byHand('absent') }, { outcome: 'correction', code: 'kiosk.afterClosing' }],
    ['after closing that says what holds is equal', {}, { state: 'closed', current: byHand('present') }, { outcome: 'equal' }],
    ['of a cancelled session waits', {}, { state: 'cancelled' }, { outcome: 'conflicting', code: 'kiosk.sessionCancelled' }],
    ['about somebody who left waits', {}, { belongs: false }, { outcome: 'conflicting', code: 'kiosk.notParticipant' }],
    ['before the doors opened waits', { seenAt: session.opensAt - 1 }, {}, { outcome: 'conflicting', code: 'kiosk.outsideWindow' }],
    ['when they opened counts', { seenAt: session.opensAt }, {}, { outcome: 'new' }],
    ['when they closed counts', { seenAt: session.closesAt }, {}, { outcome: 'new', mark: 'late' }],
    ['after they closed waits', { seenAt: session.closesAt + 1 }, {}, { outcome: 'conflicting', code: 'kiosk.outsideWindow' }],
    ['from the future waits', {}, { receivedAt: eight - 3 * minute }, { outcome: 'conflicting', code: 'kiosk.clockImplausible' }],
    ['from before the device was prepared waits', {}, { preparedAt: eight + 3 * minute }, { outcome: 'conflicting', code: 'kiosk.clockImplausible' }],
    ['that takes back an earlier one waits', { kind: 'withdrawn' }, { current: byHand('present', 'offline') }, { outcome: 'conflicting', code: 'kiosk.withdrawn', mark: null }],
    ['about a walk-in is noted', { kind: 'walk_in', enrolmentId: null, note: 'Bayu, Dinas Pangan' }, {}, { outcome: 'noted', code: null, mark: null }],
  ])('%s', (_, change, known, expected) => {
    expect(mergeMarks([{ ...seen, ...change }], facts(known))).toMatchObject([expected]);
  });

  it('is placed by the drift of its clock', () => {
    expect(placeMark({ ...seen, deviceAt: eight + 300 * minute, drift: -300 * minute }).seenAt).toBe(eight);
  });

  it('is signed as a whole, for its own device', () => {
    const texts = [
      signedText('d1', seen), signedText('d2', seen), signedText('d1', { ...seen, id: 'm2' }), signedText('d1', { ...seen, sessionId: 't' }), signedText('d1', { ...seen, kind: 'withdrawn' }),
      signedText('d1', { ...seen, enrolmentId: 'f' }), signedText('d1', { ...seen, how: 'card' }), signedText('d1', { ...seen, deviceAt: 1 }), signedText('d1', { ...seen, drift: 1 }), signedText('d1', { ...seen, note: 'x' }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has an hour before and half an hour after a session that nobody opened', () => {
    expect(windowAround(eight, eight + 120 * minute)).toEqual({ opensAt: eight - 60 * minute, lateAfter: null, closesAt: eight + 150 * minute });
  });
});

describe('words of several devices', () => {
  it('about the same person in one parcel make one mark, of the first sighting', () => {
    const merged = mergeMarks([{ ...seen, id: 'm2', seenAt: eight + 20 * minute }, { ...seen, id: 'm1' }, { ...seen, id: 'm3', how: 'card' }], facts());
    expect(merged.map(({ said, outcome, mark }) => [said.id, outcome, mark])).toEqual([['m1', 'new', 'present'], ['m3', 'equal', 'present'], ['m2', 'equal', 'late']]);
  });
});

/** A server in few lines: merges a parcel into what it holds and forgets what it knew already. */
class Ledger {
  readonly inForce = new Map<string, HeldMark>();
  readonly known = new Map<string, MergedMark>();
  private written = 0;

  constructor(byHand: readonly (readonly [string, HeldMark['mark']])[]) {
    for (const [enrolmentId, mark] of byHand) this.inForce.set(participantKey('s', enrolmentId), { id: `h-${enrolmentId}`, mark, source: 'sheet' });
  }

  take(parcel: readonly DeviceMark[]): void {
    const fresh = [...new Map(parcel.map((said) => [said.id, said])).values()].filter(({ id }) => !this.known.has(id)).map(placeMark);
    const participants = new Map(people.map((enrolmentId) => {
      const key = participantKey('s', enrolmentId);
      return [key, { belongs: enrolmentId !== 'stranger', current: this.inForce.get(key) ?? null }];
    }));
    for (const merged of mergeMarks(fresh, { ...facts(), participants })) {
      this.known.set(merged.said.id, merged);
      if (merged.outcome !== 'new' || merged.mark === null) continue;
      const key = participantKey('s', merged.said.enrolmentId);
      expect(merged.supersedes).toBe(this.inForce.get(key)?.id ?? null);
      this.inForce.set(key, { id: `o-${String((this.written += 1))}`, mark: merged.mark, source: 'offline' });
    }
  }
}

const people = ['anggrek', 'bintang', 'cemara', 'stranger'] as const;
const aWord = fc.record({
  kind: fc.constantFrom('seen', 'seen', 'seen', 'seen', 'withdrawn', 'walk_in'), enrolmentId: fc.constantFrom(...people), how: fc.constantFrom('tick', 'card'),
  deviceAt: fc.integer({ min: session.opensAt - 5 * minute, max: session.closesAt + 5 * minute }),
}) satisfies fc.Arbitrary<Partial<DeviceMark>>;
const someWords = fc.array(aWord, { maxLength: 24 }).map((words): DeviceMark[] =>
  words.map((word, n) => ({ ...word, enrolmentId: word.kind === 'walk_in' ? null : word.enrolmentId, id: `m${String(n).padStart(2, '0')}`, sessionId: 's', note: '', drift: 0 })));
const handMarks = fc.uniqueArray(fc.tuple(fc.constantFrom(...people), fc.constantFrom<HeldMark['mark']>('present', 'late', 'absent', 'sick')), { selector: ([who]) => who, maxLength: 2 });
/** The same words cut into parcels in any order, with any of them said again. */
const deliveries = (words: readonly DeviceMark[]): fc.Arbitrary<DeviceMark[][]> =>
  fc.tuple(fc.shuffledSubarray([...words], { minLength: words.length }), fc.subarray([...words]), fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 }))
    .map(([order, again, sizes]) => cut([...order, ...again], sizes));

function cut(words: readonly DeviceMark[], sizes: readonly number[]): DeviceMark[][] {
  const parcels: DeviceMark[][] = [];
  for (let from = 0, n = 0; from < words.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    parcels.push(words.slice(from, from + size));
    from += size;
  }
  return parcels;
}

describe('whatever the order, the cutting and the repeating of parcels', () => {
  const cases = fc.tuple(someWords, handMarks).chain(([words, byHand]) => fc.tuple(fc.constant(words), fc.constant(byHand), deliveries(words), deliveries(words)));
  const after = (parcels: readonly DeviceMark[][], byHand: readonly (readonly [string, HeldMark['mark']])[]): Ledger => {
    const ledger = new Ledger(byHand);
    parcels.forEach((parcel) => ledger.take(parcel));
    return ledger;
  };
  const marksOf = (ledger: Ledger) => Object.fromEntries([...ledger.inForce].map(([key, { mark, source }]) => [key, [mark, source]]));

  it('the marks in force are the same', () => {
    fc.assert(fc.property(cases, ([, byHand, one, other]) => {
      expect(marksOf(after(one, byHand))).toEqual(marksOf(after(other, byHand)));
    }), { numRuns: 500 });
  });

  it('no word is lost, and every sighting is in force, said already or before a person', () => {
    fc.assert(fc.property(cases, ([words, byHand, parcels]) => {
      const ledger = after(parcels, byHand);
      expect([...ledger.known.keys()].sort()).toEqual(words.map(({ id }) => id).sort());
      for (const { said, outcome, code } of ledger.known.values()) {
        if (said.kind !== 'seen') continue;
        const mark = ledger.inForce.get(participantKey('s', said.enrolmentId))?.mark;
        if (code === null) expect(['present', 'late']).toContain(mark);
        else expect(outcome).toBe('conflicting');
      }
    }), { numRuns: 500 });
  });

  it('a hand-made mark stays', () => {
    fc.assert(fc.property(cases, ([, byHand, parcels]) => {
      const ledger = after(parcels, byHand);
      for (const [who, mark] of byHand) expect(ledger.inForce.get(participantKey('s', who))).toEqual({ id: `h-${who}`, mark, source: 'sheet' });
    }));
  });
});
