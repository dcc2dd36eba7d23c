import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportPreview, ReportRow } from '@jenjang/shared';
import iconv from 'iconv-lite';
import { aMark, aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let cohort: RunningCohort;
let facilitator: Caller;

const names = ['Loki Laufeyson', 'Mockingbird', 'Clea', 'Kara Zor-L', 'Cemara Telaga'];

beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());
beforeEach(async () => {
  cohort = await aRunningCohort(api.db, { participants: names.length, sessions: [{ startsAt: '2021-11-19T02:00:00Z', endsAt: '2021-11-19T04:00:00Z', lessonHours: 4 }] });
  for (const [n, name] of names.entries()) await api.db.execute(`update person set full_name = $2 where id = $1`, [cohort.personIds[n], name]);
  facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
});

const heroes = () => readFile(path.join(import.meta.dirname, 'zoom-heroes.csv'));
const send = async (content: Buffer, name = 'participants.csv', caller = facilitator): Promise<string> =>
  (await caller.post('/api/v1/files?purpose=report').attach('file', content, name).expect(201)).body.id;
const preview = async (fileId: string): Promise<ReportPreview> => (await facilitator.post(`/api/v1/sessions/${cohort.sessionIds[0]}/reports/preview`, { fileId }).expect(200)).body;
const take = (body: object) => facilitator.post(`/api/v1/sessions/${cohort.sessionIds[0]}/reports`, body);
const rowOf = (rows: readonly ReportRow[], n: number) => rows.find(({ match }) => match?.enrolmentId === cohort.enrolmentIds[n]);
const marks = () => api.db.read<{ enrolment_id: string; mark: string; lesson_hours: number; source: string; reason: string }>(
  `select enrolment_id, mark, lesson_hours, source, reason from attendance_mark m where session_id = $1 and not exists (select from attendance_mark n where n.supersedes = m.id)`, [cohort.sessionIds[0]]);

describe('a report of Zoom that somebody else wrote', () => {
  it('is read below its summary, matched by name, and worth its minutes', async () => {
    const { kind, rows, unread, roster } = await preview(await send(await heroes()));
    expect({ kind, unread, roster: roster.length }).toEqual({ kind: 'zoom', unread: [], roster: names.length });
    expect(rows.length).toBeGreaterThan(20);
    // Loki was there from 09.54 to 12.01, of which the session is 120 minutes; Clea for ten.
    expect(rowOf(rows, 0)).toMatchObject({ match: { by: 'name' }, attendee: { minutes: 120 }, reported: { mark: 'present', lessonHours: 4 }, outcome: 'new' });
    expect(rowOf(rows, 1)).toMatchObject({ attendee: { minutes: 112 }, reported: { mark: 'present', lessonHours: 4 } });
    expect(rowOf(rows, 3)).toMatchObject({ attendee: { name: '003_Power Girl (Kara Zor-L)' } });
    expect(await marks()).toEqual([]);
  });

  it('marks whom it names, keeps what was said by hand, and calls the others absent when asked', async () => {
    await aMark(api.db, cohort, { participant: 1, mark: 'present', lessonHours: 1 });
    const fileId = await send(await heroes());
    const { body } = await take({ fileId, absentOthers: true }).expect(200);
    expect(body).toMatchObject({ kept: 1, absent: 1, same: 0 });
    const written = await marks();
    const of = (n: number) => written.find(({ enrolment_id }) => enrolment_id === cohort.enrolmentIds[n]);
    expect(of(0)).toMatchObject({ mark: 'present', lesson_hours: 4, source: 'report', reason: expect.stringContaining('120 menit (participants.csv)') });
    expect(of(1)).toMatchObject({ lesson_hours: 1, source: 'sheet' });
    expect(of(4)).toMatchObject({ mark: 'absent', source: 'report' });
    expect(await api.db.read('select kind, attendees, marked, taken_by from attendance_report where session_id = $1', [cohort.sessionIds[0]])).toMatchObject([{ kind: 'zoom', marked: Number(body.marked) + 1, taken_by: facilitator.accountId }]);
  });

  it('taken twice changes nothing the second time', async () => {
    const fileId = await send(await heroes());
    const first = await take({ fileId }).expect(200);
    const before = await marks();
    const second = await take({ fileId }).expect(200);
    expect(second.body).toMatchObject({ marked: 0, same: first.body.marked });
    expect(await marks()).toEqual(before);
  });

  it('lets the reader say who somebody is, and nobody be two', async () => {
    const fileId = await send(await heroes());
    const { rows } = await preview(fileId);
    const stranger = rows.find(({ match }) => match === null)!;
    const { body } = await take({ fileId, matches: [{ index: stranger.index, enrolmentId: cohort.enrolmentIds[4] }, { index: rowOf(rows, 0)!.index, enrolmentId: null }] }).expect(200);
    expect(body.marked).toBeGreaterThan(0);
    const written = (await marks()).map(({ enrolment_id }) => enrolment_id);
    expect(written).toContain(cohort.enrolmentIds[4]);
    expect(written).not.toContain(cohort.enrolmentIds[0]);
    expect((await take({ fileId, matches: [{ index: stranger.index, enrolmentId: cohort.enrolmentIds[0] }] }).expect(409)).body.code).toBe('report.twice');
  });
});

describe('other reports', () => {
  it('of Teams are read in UTF-16 with tabs, their third section left out', async () => {
    const text = ['1. Summary', 'Meeting title\tHeroes', '', '2. Participants', 'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
      'Mockingbird\t11/19/21, 10:20:00 AM\t11/19/21, 12:00:00 PM\t1h 40m 0s\tm@contoh.example\tm\tAttendee', '', '3. In-Meeting Activities', 'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
      'Mockingbird\t11/19/21, 10:20:00 AM\t11/19/21, 12:00:00 PM\t1h 40m\tm@contoh.example\tAttendee'].join('\r\n');
    const { kind, rows } = await preview(await send(iconv.encode(text, 'utf-16le', { addBOM: true })));
    expect(kind).toBe('teams');
    expect(rows).toMatchObject([{ attendee: { name: 'Mockingbird', minutes: 100 }, match: { enrolmentId: cohort.enrolmentIds[1] }, reported: { mark: 'late', lessonHours: 3 } }]);
  });

  it.each([
    ['a list without times', 'NIP;Unit\n1;Dinas\n', 'report.noHeading', 409],
    ['a heading without lines', 'Nama;Menit\n', 'report.nobody', 409],
  ])('like %s are refused in words', async (_, text, code, status) => {
    const { body } = await facilitator.post(`/api/v1/sessions/${cohort.sessionIds[0]}/reports/preview`, { fileId: await send(Buffer.from(text)) }).expect(status);
    expect(body.code).toBe(code);
  });

  it('of somebody else cannot be read, and a foreign session has none', async () => {
    const other = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: (await aRunningCohort(api.db)).cohortId }]);
    const fileId = await send(await heroes());
    await other.post(`/api/v1/sessions/${cohort.sessionIds[0]}/reports/preview`, { fileId }).expect(404);
    const { body } = await take({ fileId: await send(await heroes(), 'x.csv', other) }).expect(400);
    expect(body.errors).toMatchObject([{ path: 'fileId', code: 'report.fileUnknown' }]);
  });
});
