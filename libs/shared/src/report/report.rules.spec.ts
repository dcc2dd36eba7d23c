import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MarkInForce } from '../attendance/index.js';
import { attendeesOf, matchAttendees, reportedMark, reportOutcome } from './report.rules.js';
import type { Attendee, MeetingWindow, RosterPerson, Visit } from './report.types.js';

const startsMs = Date.parse('2026-11-04T00:00:00Z');
const minute = 60_000;
const window: MeetingWindow = { startsMs, endsMs: startsMs + 120 * minute, offsetMinutes: 480, lessonHours: 3 };
const visit = (from: number, to: number, changes: Partial<Visit> = {}): Visit =>
  ({ name: 'Arga Embun', email: null, joinedMs: startsMs + from * minute, leftMs: startsMs + to * minute, minutes: null, ...changes });

describe('attendeesOf', () => {
  it.each([
    ['two visits', [visit(0, 30), visit(60, 90)], 60],
    ['visits on two devices once', [visit(0, 60), visit(30, 90)], 90],
    ['nothing before and after the session', [visit(-30, 30), visit(110, 180)], 40],
    ['what is only told', [visit(0, 0, { joinedMs: null, leftMs: null, minutes: 57 })], 57],
    ['never more than the session', [visit(0, 0, { joinedMs: null, leftMs: null, minutes: 500 })], 120],
  ])('counts %s', (_, visits, minutes) => {
    expect(attendeesOf(visits, window)).toMatchObject([{ name: 'Arga Embun', minutes }]);
  });

  it('takes one address for one person, whatever the name', () => {
    const people = attendeesOf([visit(0, 30, { email: 'a@contoh.example' }), visit(40, 70, { email: 'a@contoh.example', name: 'iPhone' }), visit(0, 10)], window);
    expect(people.map(({ minutes }) => minutes)).toEqual([60, 10]);
  });

  it('agrees with counting minute by minute', () => {
    const span = fc.tuple(fc.integer({ min: -60, max: 180 }), fc.integer({ min: 0, max: 120 }));
    fc.assert(fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (spans) => {
      const counted = Array.from({ length: 120 }, (__, m) => m).filter((m) => spans.some(([from, length]) => m >= from && m < from + length)).length;
      expect(attendeesOf(spans.map(([from, length]) => visit(from, from + length)), window)[0]?.minutes).toBe(counted);
    }));
  });
});

describe('reportedMark', () => {
  it.each([
    ['all of it', 120, 0, 'present', 3], ['nine tenths', 108, 0, 'present', 3], ['less: whole hours', 107, 0, 'present', 2], ['a third', 40, 0, 'present', 1],
    ['less than an hour', 39, 0, 'absent', 0], ['a late beginning', 100, 16, 'late', 2], ['fifteen minutes are not late', 108, 15, 'present', 3], ['nothing', 0, null, 'absent', 0],
  ])('is worth %s', (_, minutes, joined, mark, lessonHours) => {
    const attendee: Attendee = { name: 'x', email: null, minutes, firstJoinMs: joined === null ? null : startsMs + joined * minute };
    expect(reportedMark(attendee, window)).toEqual({ mark, lessonHours });
  });
});

const roster: readonly RosterPerson[] = [
  { enrolmentId: 'e1', fullName: 'Arga Embun', nip: '198001012005011901', email: 'arga@contoh.example' },
  { enrolmentId: 'e2', fullName: 'Lembayung Senja', nip: null, email: null },
  { enrolmentId: 'e3', fullName: 'Cemara Telaga', nip: '198001012005011902', email: null },
  { enrolmentId: 'e4', fullName: 'Melati Pualam', nip: null, email: null },
  { enrolmentId: 'e5', fullName: 'Melati Pualam', nip: null, email: null },
];
const attendee = (name: string, email: string | null = null): Attendee => ({ name, email, minutes: 60, firstJoinMs: null });

describe('matchAttendees', () => {
  it.each([
    ['an address', attendee('iPhone', 'arga@contoh.example'), { enrolmentId: 'e1', by: 'email' }],
    ['a NIP within the name', attendee('19800101 200501 1 902 - DISKOMINFO'), { enrolmentId: 'e3', by: 'nip' }],
    ['a name in capitals with titles', attendee('LEMBAYUNG SENJA, S.T., M.Si.'), { enrolmentId: 'e2', by: 'name' }],
    ['a name turned round', attendee('Embun, Arga'), { enrolmentId: 'e1', by: 'name' }],
    ['a name behind the office', attendee('Diskominfo_Cemara Telaga'), { enrolmentId: 'e3', by: 'name' }],
    ['the original name', attendee('iPhone (Lembayung Senja)'), { enrolmentId: 'e2', by: 'name' }],
    ['a name nearly right, as a suggestion', attendee('Lembayung Senjaa'), { enrolmentId: 'e2', by: 'similar' }],
    ['two of one name, as a suggestion', attendee('Melati Pualam'), { enrolmentId: 'e4', by: 'similar' }],
    ['nobody', attendee('Tamu'), null],
  ])('knows %s', (_, who, match) => {
    expect(matchAttendees([who], roster)).toEqual([match]);
  });

  it('never takes one participant for two attendees, and the surer match first', () => {
    const found = matchAttendees([attendee('Arga Embun'), attendee('Tamu', 'arga@contoh.example')], roster);
    expect(found).toEqual([null, { enrolmentId: 'e1', by: 'email' }]);
  });
});

describe('reportOutcome', () => {
  const mark = (source: MarkInForce['source'], lessonHours = 2): MarkInForce => ({ id: 'm', mark: 'present', lessonHours, reason: null, source, markedAt: '', markedBy: null });
  it.each([
    ['nothing said', null, false, 'new'], ['the same', mark('sheet', 3), false, 'same'], ['a word by hand', mark('sheet'), false, 'kept'], ['a word by hand, when asked to', mark('paper'), true, 'replaces'],
    ['another machine', mark('check_in'), false, 'replaces'], ['an approved absence', mark('absence'), false, 'kept'],
  ])('of %s', (_, current, replaceHandMade, outcome) => {
    expect(reportOutcome({ mark: 'present', lessonHours: 3 }, current, replaceHandMade)).toBe(outcome);
  });
});
