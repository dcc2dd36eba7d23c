import { describe, expect, it } from '@jest/globals';
import type { Match, ReportPreview, ReportRow } from '@jenjang/shared/report';
import { chosenOf, matchesOf, sumsOf, twiceChosen } from './report-choice.rules';

const row = (index: number, match: Match | null): ReportRow => ({
  index,
  match,
  attendee: { name: 'Tamu', email: null, minutes: 60, firstJoinMs: null },
  reported: { mark: 'present', lessonHours: 2 },
  current: null,
  outcome: match && 'new',
});
const rows = [
  row(0, { enrolmentId: 'a', by: 'email' }),
  row(1, { enrolmentId: 'b', by: 'similar' }),
  row(2, null),
];
const person = (enrolmentId: string) => ({ enrolmentId }) as ReportPreview['roster'][number];
const preview: ReportPreview = {
  kind: 'zoom',
  fileName: 'x.csv',
  rows,
  unread: [],
  roster: ['a', 'b', 'c'].map(person),
};

describe('chosenOf', () => {
  it.each([
    ['what was found for sure', 0, {}, 'a'],
    ['nobody for a similar name', 1, {}, null],
    ['a similar name once it was confirmed', 1, { 1: 'b' }, 'b'],
    ['nobody when the reader said so', 0, { 0: null }, null],
    ['another when the reader said so', 0, { 0: 'c' }, 'c'],
  ])('takes %s', (_, index, choices: Record<number, string | null>, expected) => {
    const said = new Map(Object.entries(choices).map(([at, id]) => [Number(at), id]));
    expect(chosenOf(rows[index]!, said)).toBe(expected);
  });
});

describe('sumsOf', () => {
  it('tells what is taken, to be checked, of nobody, and who is missing', () => {
    expect(sumsOf(preview, new Map())).toEqual({ taken: 1, toCheck: 1, nobody: 1, missing: 2 });
    expect(sumsOf(preview, new Map([[1, 'b']]))).toEqual({ taken: 2, toCheck: 0, nobody: 1, missing: 1 });
    expect(sumsOf(preview, new Map([[1, null]]))).toEqual({ taken: 1, toCheck: 0, nobody: 2, missing: 2 });
  });
});

describe('twiceChosen', () => {
  it('names who was chosen for two lines', () => {
    expect([...twiceChosen(rows, new Map([[2, 'a']]))]).toEqual(['a']);
    expect(twiceChosen(rows, new Map()).size).toBe(0);
  });
});

describe('matchesOf', () => {
  it('says only what was touched', () => {
    expect(matchesOf(new Map([[2, null]]))).toEqual([{ index: 2, enrolmentId: null }]);
  });
});
