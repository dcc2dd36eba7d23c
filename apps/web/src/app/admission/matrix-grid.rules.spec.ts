import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type GridRow,
  keyOf,
  parsePasted,
  pasteAt,
  rowsOf,
  seatsOf,
  stepOf,
  totalsOf,
} from './matrix-grid.rules';

const rows: readonly GridRow[] = [
  { unitId: 'dinkes', name: 'Dinas Kesehatan', depth: 1 },
  { unitId: 'dukcapil', name: 'Dukcapil', depth: 1 },
  { unitId: null, name: 'Semua unit', depth: 0 },
];
const columns = ['II', 'III', null] as const;

describe('what somebody writes', () => {
  it.each([
    ['', 0],
    [' 12 ', 12],
    ['1.234', 1234],
    ['10,000', 10_000],
    ['-', 0],
    ['tiga', null],
    ['-1', null],
    ['1.5', null],
    ['1234567', null],
  ])('%j is %s seats', (text, seats) => {
    expect(seatsOf(text)).toBe(seats);
  });
});

describe('a paste', () => {
  it('of a block goes down and to the right, and stops at the edge', () => {
    const pasted = parsePasted('1\t2\t3\r\n4\tx\t6\r\n');
    expect(pasted).toEqual([
      [1, 2, 3],
      [4, null, 6],
    ]);
    expect(pasteAt(rows, columns, { [keyOf('dukcapil', 'III')]: 9 }, { row: 1, column: 1 }, pasted)).toEqual({
      'dukcapil/III': 1,
      'dukcapil/*': 2,
      '*/III': 4,
    });
  });

  it('never writes outside the grid', () => {
    const block = fc.array(fc.array(fc.option(fc.nat(99)), { maxLength: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(block, fc.nat(2), fc.nat(2), (pasted, row, column) => {
        const known = rows.flatMap(({ unitId }) => columns.map((band) => keyOf(unitId, band)));
        const keys = Object.keys(pasteAt(rows, columns, {}, { row, column }, pasted));
        expect(keys.filter((key) => !known.includes(key))).toEqual([]);
      }),
    );
  });
});

describe('the totals', () => {
  it('run along rows and columns, and count what is not shown as well', () => {
    const values = { 'dinkes/II': 1, 'dinkes/III': 4, 'dukcapil/III': 2, '*/*': 5, 'dinkes/I': 7 };
    expect(totalsOf(rows, columns, values)).toEqual({ rows: [5, 2, 5], columns: [1, 6, 5], all: 19 });
  });
});

describe('the rows', () => {
  const unit = (id: string, name: string, parentId: string | null, depth: number) => ({
    id,
    name,
    parentId,
    depth,
  });

  it('are in the order of names, what lies below after what is above, all units last', () => {
    const units = [
      unit('c', 'Seksi', 'b', 2),
      unit('b', 'Dinas Sosial', 'root', 1),
      unit('a', 'Badan Arsip', 'root', 1),
    ];
    expect(rowsOf(units).map(({ unitId }) => unitId)).toEqual(['a', 'b', 'c', null]);
  });
});

describe('a key', () => {
  const size = { rows: 3, columns: 3 };
  it.each([
    ['ArrowDown', { row: 0, column: 1 }, { row: 1, column: 1 }],
    ['Enter', { row: 1, column: 1 }, { row: 2, column: 1 }],
    ['ArrowLeft', { row: 0, column: 1 }, { row: 0, column: 0 }],
    ['ArrowUp', { row: 0, column: 1 }, null],
    ['ArrowRight', { row: 0, column: 2 }, null],
    ['a', { row: 0, column: 0 }, null],
  ])('%s from %j leads to %j', (key, at, next) => {
    expect(stepOf(key, at, size)).toEqual(next);
  });
});
