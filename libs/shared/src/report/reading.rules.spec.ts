import { describe, expect, it } from '@jest/globals';
import { readMinutes, readMoment } from './moment.rules.js';
import { readReport } from './reading.rules.js';
import type { MeetingWindow } from './report.types.js';

const window: MeetingWindow = { startsMs: Date.parse('2026-11-04T00:00:00Z'), endsMs: Date.parse('2026-11-04T02:00:00Z'), offsetMinutes: 480, lessonHours: 3 };
const at = (text: string) => Date.parse(`2026-11-04T${text}:00+08:00`);

describe('readMinutes', () => {
  it.each([
    ['57', 57], ['57.9', 57], ['1:02:03', 62], ['1:05', 65], ['1h 27m 51s', 87], ['1 hr 2 min', 62], ['45 min', 45], ['1 jam 5 menit', 65], ['2 jam', 120], ['50 detik', 0],
    ['', null], ['lama', null], ['12/11/2026', null],
  ])('reads %s', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });
});

describe('readMoment', () => {
  it.each([
    ['month first, as Zoom writes', '11/04/2026 08:02:00 AM', '08:02'],
    ['day first, as Indonesians write', '04/11/2026 08.02', '08:02'],
    ['year first', '2026-11-04 08:02:00', '08:02'],
    ['a short year with a comma, as Teams writes', '11/4/26, 8:02:00 AM', '08:02'],
    ['noon and midnight of twelve hours', '11/04/2026 12:30:00 PM', '12:30'],
    ['a time alone', '08.02 WITA', '08:02'],
  ])('reads %s', (_, text, time) => {
    expect(readMoment(text, window)).toBe(at(time));
  });

  it.each(['', 'kemarin', '13/13/2026 08:00', '11/04/2026 25:00', '11/04/2026 13:00 PM', '31/02/2026 08:00'])('does not read %s', (text) => {
    expect(readMoment(text, window)).toBeNull();
  });
});

describe('readReport', () => {
  const zoom = [
    ['Meeting ID', 'Topic', 'Start Time', 'End Time', 'User Email', 'Duration (Minutes)', 'Participants'], ['812', 'DLA', '11/04/2026 08:00:00 AM', '11/04/2026 10:00:00 AM', 'a@contoh.example', '120', '2'], [],
    ['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)', 'Guest'],
    ['Arga Embun', 'arga@contoh.example', '11/04/2026 08:01:00 AM', '11/04/2026 10:00:00 AM', '119', 'No'], ['Lembayung', '', '11/04/2026 08:30:00 AM', '11/04/2026 09:00:00 AM', '30', 'Yes'],
  ];
  const teams = [
    ['1. Summary'], ['Meeting title', 'DLA'], ['Start time', '11/4/26, 8:00:00 AM'], [], ['2. Participants'],
    ['Name', 'First Join', 'Last Leave', 'In-Meeting Duration', 'Email', 'Participant ID (UPN)', 'Role'], ['Arga Embun', '11/4/26, 8:01:00 AM', '11/4/26, 10:00:00 AM', '1h 59m 0s', 'arga@contoh.example', 'x', 'Attendee'], [],
    ['3. In-Meeting Activities'], ['Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role'], ['Arga Embun', '11/4/26, 8:01:00 AM', '11/4/26, 10:00:00 AM', '1h 59m', 'arga@contoh.example', 'Attendee'],
  ];
  const meet = [['First name', 'Last name', 'Email', 'Duration', 'Time joined', 'Time exited'], ['Arga', 'Embun', 'arga@contoh.example', '1 hr 59 min', '8:01 AM', '10:00 AM']];
  const indonesian = [['Nama depan', 'Nama belakang', 'Email', 'Durasi', 'Waktu bergabung', 'Waktu keluar'], ['Arga', 'Embun', 'arga@contoh.example', '1 jam 59 menit', '08.01', '10.00']];

  it.each([['zoom', zoom, 2], ['teams', teams, 1], ['meet', meet, 1], ['meet', indonesian, 1], ['table', [['Nama', 'Menit'], ['Arga Embun', '119']], 1]] as const)('reads a report of %s', (kind, rows, count) => {
    const report = readReport(rows, window);
    expect(report).toMatchObject({ kind, unread: [] });
    expect(report?.visits).toHaveLength(count);
    expect(report?.visits[0]).toMatchObject({ name: 'Arga Embun', minutes: 119, ...(kind === 'table' ? {} : { email: 'arga@contoh.example', joinedMs: at('08:01'), leftMs: at('10:00') }) });
  });

  it('names the rows that tell no time', () => {
    expect(readReport([['Nama', 'Durasi'], ['Arga Embun', 'lama'], ['Lembayung', '30']], window)).toMatchObject({ unread: [2], visits: [{ name: 'Lembayung' }] });
  });

  it('finds nothing in a list that is no report', () => {
    expect(readReport([['NIP', 'Unit'], ['1', 'Dinas']], window)).toBeNull();
  });
});
