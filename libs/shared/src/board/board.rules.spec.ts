import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attendanceMarks } from '../attendance/attendance.types.js';
import { boardCounts, boardUnits, changedMarks, withNews } from './board.rules.js';
import type { BoardMark, BoardPerson } from './board.types.js';

const person = (enrolmentId: string, opdName: string | null, mark: BoardMark['mark']): BoardPerson => ({ enrolmentId, mark, at: mark && '2024-11-04T00:02:00.000Z', flags: 0, name: enrolmentId, unitName: null, opdName, className: null, phone: null });
const marksOf = fc.uniqueArray(fc.record({ enrolmentId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), mark: fc.constantFrom(...attendanceMarks, null), at: fc.constantFrom('08.00', '08.01', null), flags: fc.nat(1) }), { selector: ({ enrolmentId }) => enrolmentId });

describe('the board', () => {
  it('counts who is what', () => {
    const people = [...attendanceMarks, null, null].map((mark, n) => person(String(n), 'Dinas', mark));
    expect(boardCounts(people)).toEqual({ expected: 8, present: 1, late: 1, excused: 3, absent: 1, missing: 2 });
  });

  it('puts units with most people missing first, and nobody’s unit last among equals', () => {
    const people = [person('1', 'Bappeda', 'present'), person('2', null, 'present'), person('3', 'Dinkes', null), person('4', 'Dinkes', 'late'), person('5', 'Arsip', 'present'), person('6', 'Satpol', 'late'), person('7', 'Satpol', 'sick')];
    expect(boardUnits(people).map(({ name, counts }) => [name, counts.missing, counts.expected])).toEqual([['Dinkes', 1, 2], ['Satpol', 0, 2], ['Arsip', 0, 1], ['Bappeda', 0, 1], [null, 0, 1]]);
  });

  it('written over with the news is what was read last, whatever came before', () => {
    fc.assert(fc.property(marksOf, marksOf, (before, after) => {
      const news = changedMarks(new Map(before.map((mark) => [mark.enrolmentId, mark])), after);
      const people = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...person(id, null, null), ...before.find(({ enrolmentId }) => enrolmentId === id) }));
      for (const { enrolmentId, mark, at, flags } of withNews(people, news)) {
        expect({ mark, at, flags }).toEqual((({ mark, at, flags }) => ({ mark, at, flags }))(after.find((one) => one.enrolmentId === enrolmentId) ?? { mark: null, at: null, flags: 0 }));
      }
      expect(changedMarks(new Map(after.map((mark) => [mark.enrolmentId, mark])), after)).toEqual([]);
    }));
  });
});
