import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AttendanceMark } from '../attendance/index.js';
import { wordAbsenceEffect } from './absence.labels.js';
import { absenceEffect, decideAbsence, lateAbsenceDays, type AbsenceGround } from './absence.rules.js';

const now = Date.parse('2026-11-04T02:00:00Z');
const hour = 3_600_000;
const session = { sessionId: 's1', startsAtMs: now + hour, cancelled: false, closed: false, concerns: true, asked: false };

describe('decideAbsence', () => {
  it.each([
    ['in time', [session], { outcome: 'taken', late: false }],
    ['late when one of them has begun', [session, { ...session, startsAtMs: now }], { outcome: 'taken', late: true }],
    ['late on the last day of grace', [{ ...session, startsAtMs: now - lateAbsenceDays * 24 * hour }], { outcome: 'taken', late: true }],
    ['not after it', [{ ...session, startsAtMs: now - lateAbsenceDays * 24 * hour - 1 }], { outcome: 'refused', code: 'absence.tooLate', sessionId: 's1' }],
    ['not of another class', [session, { ...session, sessionId: 's2', concerns: false }], { outcome: 'refused', code: 'absence.unknownSession', sessionId: 's2' }],
    ['not when it was cancelled', [{ ...session, cancelled: true }], { outcome: 'refused', code: 'absence.sessionCancelled', sessionId: 's1' }],
    ['not twice', [{ ...session, asked: true }], { outcome: 'refused', code: 'absence.askedAlready', sessionId: 's1' }],
  ])('takes a request %s', (_, sessions, decision) => {
    expect(decideAbsence({ nowMs: now, sessions })).toEqual(decision);
  });
});

const planned = (count: number, lessonHours = 6) =>
  Array.from({ length: count }, (_, n) => ({ sessionId: `s${String(n)}`, classId: null, lessonHours, closed: false, endsAt: '2026-11-05T08:00:00Z' }));
const ground = (changes: Partial<AbsenceGround> = {}): AbsenceGround =>
  ({ planned: planned(5), classId: null, marks: {}, excusedLeavesDenominator: true, minAttendancePercent: 80, ...changes });

describe('absenceEffect', () => {
  it('takes excused JP out of the percentage where the curriculum says so', () => {
    const effect = absenceEffect(ground(), ['s0', 's1'], 'sick', now);
    expect(effect).toMatchObject({ lessonHours: 12, reachableIfApproved: true, reachableIfRefused: false });
    expect([effect.ifApproved.reachablePercent, effect.ifRefused.reachablePercent]).toEqual([100, 60]);
  });

  it('changes nothing about the percentage where excused hours stay in it', () => {
    const effect = absenceEffect(ground({ excusedLeavesDenominator: false }), ['s0'], 'permitted', now);
    expect([effect.ifApproved.reachablePercent, effect.ifRefused.reachablePercent]).toEqual([80, 80]);
  });

  it('leaves what was attended attended', () => {
    const effect = absenceEffect(ground({ marks: { s0: ['present', 6] } }), ['s0'], 'permitted', now);
    expect(effect.ifRefused.reachablePercent).toBe(100);
  });

  it('never makes approval worse than refusal, whatever was marked', () => {
    const marks = fc.constantFrom<AttendanceMark>('present', 'late', 'permitted', 'sick', 'on_duty', 'absent');
    fc.assert(fc.property(
      fc.array(fc.tuple(marks, fc.integer({ min: 0, max: 6 })), { maxLength: 5 }), fc.subarray(['s0', 's1', 's2', 's3', 's4'], { minLength: 1 }), fc.boolean(),
      (given, asked, excusedLeavesDenominator) => {
        const said = Object.fromEntries(given.map(([mark, hours], n) => [`s${String(n)}`, [mark, mark === 'present' || mark === 'late' ? hours : 0] as const]));
        const { ifApproved, ifRefused } = absenceEffect(ground({ marks: said, excusedLeavesDenominator }), asked, 'sick', now);
        expect(ifApproved.reachablePercent).toBeGreaterThanOrEqual(ifRefused.reachablePercent);
        expect(ifApproved.plannedLessonHours).toBe(30);
      }));
  });
});

describe('wordAbsenceEffect', () => {
  it.each([
    ['only with approval', ground(), ['s0', 's1'], 'Bila disetujui, 12 dari 30 JP tidak dihitung sebagai alpa dan kehadiran paling tinggi 100%; bila tidak, 60%. Batas 80% hanya dapat tercapai bila disetujui.'],
    ['either way', ground(), ['s0'], 'Bila disetujui, 6 dari 30 JP tidak dihitung sebagai alpa dan kehadiran paling tinggi 100%; bila tidak, 80%. Batas 80% masih dapat tercapai.'],
    ['without a least percentage', ground({ minAttendancePercent: null }), ['s0'], 'Bila disetujui, 6 dari 30 JP tidak dihitung sebagai alpa dan kehadiran paling tinggi 100%; bila tidak, 80%.'],
  ])('says what can be reached %s', (_, facts, asked, words) => {
    expect(wordAbsenceEffect(absenceEffect(facts, asked, 'sick', now), 'id').replace(/\u00a0/g, ' ')).toBe(words);
  });
});
