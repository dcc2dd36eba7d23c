import { describe, expect, it } from '@jest/globals';
import { seatChanges } from './effect.rules.js';

const cells = [{ id: 'q1', unitName: 'Dinas Kesehatan', band: 'III', seats: 3, left: 2 }, { id: 'q2', unitName: null, band: null, seats: 5, left: 5 }] as const;
const classes = [{ id: 'k1', name: 'Kelas A', seats: 10, left: 4 }];

describe('seats before and after', () => {
  it('counts those who get a seat in cohort, cell and class', () => {
    const moved = [{ to: 'accepted', quotaId: 'q1', classId: 'k1' }, { to: 'accepted', quotaId: 'q1', classId: null }, { to: 'waitlisted', quotaId: null, classId: 'k1' }] as const;
    expect(seatChanges({ id: 'c', seats: 30, left: 7 }, cells, classes, moved)).toEqual({
      cohort: { id: 'c', name: null, band: null, seats: 30, leftBefore: 7, leftAfter: 5 },
      cells: [{ id: 'q1', name: 'Dinas Kesehatan', band: 'III', seats: 3, leftBefore: 2, leftAfter: 0 }],
      classes: [{ id: 'k1', name: 'Kelas A', band: null, seats: 10, leftBefore: 4, leftAfter: 3 }],
    });
  });

  it('changes nothing for people who only wait', () => {
    expect(seatChanges({ id: 'c', seats: 30, left: 7 }, cells, classes, [{ to: 'waitlisted', quotaId: null, classId: 'k1' }])).toMatchObject({ cohort: { leftAfter: 7 }, cells: [], classes: [] });
  });
});
