import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DraftPick, emptyDraft, moved, readDraft, toggled } from './nomination-draft.rules';

const pick = (personId: string): DraftPick => ({
  personId,
  unitPath: '/a/',
  band: 'III',
  name: `Orang ${personId}`,
  positionName: null,
  eselon: 'III.a',
  warnings: [],
});
const ids = (picks: readonly DraftPick[]): string => picks.map(({ personId }) => personId).join('');

describe('a draft on the device', () => {
  it('comes back as it was kept', () => {
    const draft = { ...emptyDraft('k'), picks: [pick('a')], letterNumber: '800/1', savedAt: 7 };
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it.each([[null], ['null'], ['{'], ['{"picks":1}'], ['[]'], ['{"picks":[]}']])(
    'begins anew from %j',
    (kept) => {
      expect(readDraft(kept)).toBeNull();
    },
  );
});

describe('the order of a letter', () => {
  it('grows at its end, and closes up behind those who are taken out', () => {
    const all = [pick('a'), pick('b'), pick('c')].reduce<readonly DraftPick[]>(toggled, []);
    expect(ids(all)).toBe('abc');
    expect(ids(toggled(all, pick('b')))).toBe('ac');
  });

  it.each([
    [0, 1, 'bac'],
    [2, -1, 'acb'],
    [0, -1, 'abc'],
    [2, 1, 'abc'],
  ] as const)('moves place %i by %i', (index, by, order) => {
    expect(ids(moved([pick('a'), pick('b'), pick('c')], index, by))).toBe(order);
  });

  it('holds nobody twice and loses nobody, whatever is tapped', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (taps) => {
        const picks = taps.map(pick).reduce<readonly DraftPick[]>(toggled, []);
        const odd = ['a', 'b', 'c', 'd'].filter((id) => taps.filter((tap) => tap === id).length % 2 === 1);
        expect([...ids(picks)].sort()).toEqual(odd);
      }),
    );
  });
});
