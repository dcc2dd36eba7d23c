import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aMark, aRunningCohort, type RunningCohort, type RunningCohortWishes } from './running-cohort.builder.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());
beforeEach(() => api.standAt('2024-11-04T01:00:00Z'));

async function aCohortWithStaff(wishes: RunningCohortWishes = {}): Promise<RunningCohort & { facilitator: Caller; organiser: Caller; sheet: string }> {
  const cohort = await aRunningCohort(api.db, wishes);
  const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
  const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
  return { ...cohort, facilitator, organiser, sheet: `/api/v1/sessions/${cohort.sessionIds[0]!}` };
}

const storedMarks = (cohort: RunningCohort, participant = 0) =>
  api.db.read<{ mark: string; lesson_hours: number; supersedes: string | null; reason: string | null }>(
    `select mark, lesson_hours, supersedes, reason from attendance_mark where enrolment_id = $1 order by marked_at`, [cohort.enrolmentIds[participant]]);

describe('the sheet of a session', () => {
  it('lists everyone accepted by name, with the mark in force and who set it', async () => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff();
    await facilitator.put(`${sheet}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[1], mark: 'late', lessonHours: 6.5 }] }).expect(200);
    const { body } = await facilitator.get(`${sheet}/sheet`).expect(200);
    expect(body).toMatchObject({ mayMark: true, dayHasCome: true, cohortName: 'DLA Samarinda Angkatan I', session: { title: 'Sesi 1', lessonHours: 8, startsAt: '2024-11-04T00:00:00.000Z', zone: 'Asia/Makassar' } });
    expect(body.rows.map((row: { name: string; unitName: string; current: object | null }) => [row.name, row.unitName, row.current])).toEqual([
      ['Anggrek Telaga, S.T.', 'Dinas Kesehatan', null],
      ['Bintang Savana, S.T.', 'Dinas Kesehatan', expect.objectContaining({ mark: 'late', lessonHours: 6.5, source: 'sheet', markedBy: 'Penguji Cemara' })],
      ['Cemara Senja, S.T.', 'Dinas Kesehatan', null],
    ]);
  });

  it('of a class holds that class alone', async () => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff({ classes: ['A', 'B'], sessions: [{ classCode: 'A' }] });
    await api.db.execute(`update enrolment set class_id = $2 where id = $1`, [cohort.enrolmentIds[0], cohort.classIds['A']]);
    await api.db.execute(`update enrolment set class_id = $2 where id = $1`, [cohort.enrolmentIds[1], cohort.classIds['B']]);
    const { body } = await facilitator.get(`${sheet}/sheet`).expect(200);
    expect(body.rows.map((row: { enrolmentId: string }) => row.enrolmentId)).toEqual([cohort.enrolmentIds[0]]);
    const answers = await facilitator.put(`${sheet}/marks`, { marks: cohort.enrolmentIds.map((enrolmentId) => ({ enrolmentId, mark: 'present' })) }).expect(200);
    expect(answers.body.map((row: { outcome: string; code: string }) => [row.outcome, row.code])).toEqual([['saved', null], ['refused', 'attendance.notParticipant'], ['refused', 'attendance.notParticipant']]);
  });
});

describe('marking', () => {
  it('answers row by row: saved, unchanged, conflict, refused', async () => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff({ participants: 4 });
    const other = await aRunningCohort(api.db);
    const [one, two, three, withdrawn] = cohort.enrolmentIds;
    const seen = await aMark(api.db, cohort, { participant: 1 });
    await aMark(api.db, cohort, { participant: 2, mark: 'sick', lessonHours: 0 });
    await api.db.execute(`update enrolment set state = 'withdrawn' where id = $1`, [withdrawn]);
    const { body } = await facilitator.put(`${sheet}/marks`, {
      marks: [
        { enrolmentId: one, mark: 'present' }, { enrolmentId: two, mark: 'present', supersedes: seen }, { enrolmentId: three, mark: 'absent' }, { enrolmentId: withdrawn, mark: 'present' },
        { enrolmentId: other.enrolmentIds[0], mark: 'present' }, { enrolmentId: randomUUID(), mark: 'present' }, { enrolmentId: one, mark: 'late' },
      ],
    }).expect(200);
    expect(body.map((row: { outcome: string; code: string | null; current: { mark: string } | null }) => [row.outcome, row.code, row.current?.mark ?? null])).toEqual([
      ['saved', null, 'present'], ['unchanged', null, 'present'], ['conflict', null, 'sick'], ['refused', 'attendance.notParticipant', null],
      ['refused', 'attendance.notParticipant', null], ['refused', 'attendance.notParticipant', null], ['refused', 'attendance.twiceInRequest', 'present'],
    ]);
    expect(await api.db.read(`select id from attendance_mark where cohort_id = $1`, [cohort.cohortId])).toHaveLength(3);
    expect(await api.db.read(`select id from attendance_mark where enrolment_id = $1`, [other.enrolmentIds[0]])).toEqual([]);
  });

  it('twice by a double click writes one row', async () => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff();
    const click = () => facilitator.put(`${sheet}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[0], mark: 'present' }] }).expect(200);
    const answers = await Promise.all([click(), click(), click()]);
    expect(answers.map(({ body }) => body[0].outcome).sort()).toEqual(['saved', 'unchanged', 'unchanged']);
    expect(await storedMarks(cohort)).toEqual([{ mark: 'present', lesson_hours: 8, supersedes: null, reason: null }]);
  });

  it('by two people at once keeps one and shows it to the other, in any order of rows', async () => {
    const { facilitator, organiser, sheet, ...cohort } = await aCohortWithStaff({ participants: 20 });
    const marksOf = (mark: string, ids: readonly string[]) => ({ marks: ids.map((enrolmentId) => ({ enrolmentId, mark })) });
    const [one, other] = await Promise.all([
      facilitator.put(`${sheet}/marks`, marksOf('present', cohort.enrolmentIds)).expect(200),
      organiser.put(`${sheet}/marks`, marksOf('absent', [...cohort.enrolmentIds].reverse())).expect(200),
    ]);
    const outcomes = (answer: typeof one) => new Map<string, { outcome: string; mark: string }>(answer.body.map((row: { enrolmentId: string; outcome: string; current: { mark: string } }) => [row.enrolmentId, { outcome: row.outcome, mark: row.current.mark }]));
    for (const id of cohort.enrolmentIds) {
      const [by, against] = [outcomes(one).get(id)!, outcomes(other).get(id)!];
      expect([by.outcome, against.outcome].sort()).toEqual(['conflict', 'saved']);
      expect(by.mark).toBe(against.mark);
    }
    expect(await api.db.read(`select id from attendance_mark where cohort_id = $1`, [cohort.cohortId])).toHaveLength(20);
  });

  it('corrects by superseding, keeps what was said before and audits who said it', async () => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff();
    const first = await facilitator.put(`${sheet}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[0], mark: 'absent' }] }).expect(200);
    const supersedes = first.body[0].current.id;
    await facilitator.put(`${sheet}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[0], mark: 'late', lessonHours: 6, supersedes, reason: '  Terlambat 41 menit ' }] }).expect(200);
    expect(await storedMarks(cohort)).toEqual([
      { mark: 'absent', lesson_hours: 0, supersedes: null, reason: null }, { mark: 'late', lesson_hours: 6, supersedes, reason: 'Terlambat 41 menit' },
    ]);
    const [event] = await api.db.read<{ account_id: string }>(`select account_id from audit_event where subject_kind = 'attendance_mark' and subject_id = $1`, [supersedes]);
    expect(event?.account_id).toBe(facilitator.accountId);
    const { body } = await facilitator.get(`/api/v1/enrolments/${cohort.enrolmentIds[0]!}/attendance`).expect(200);
    expect(body[0].marks.map((mark: { mark: string }) => mark.mark)).toEqual(['absent', 'late']);
  });

  it.each([
    ['before the local day of the session', '2024-11-03T15:59:59Z', 409],
    ['from midnight there', '2024-11-03T16:00:00Z', 200],
  ])('%s', async (_, now, status) => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff();
    api.standAt(now);
    const { body } = await facilitator.put(`${sheet}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[0], mark: 'present' }] }).expect(status);
    if (status === 409) expect(body).toMatchObject({ code: 'attendance.beforeDay', details: { date: '2024-11-04' } });
    expect(await storedMarks(cohort)).toHaveLength(status === 200 ? 1 : 0);
  });

  it('of a cancelled session is refused', async () => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff({ sessions: [{ state: 'cancelled' }] });
    const { body } = await facilitator.put(`${sheet}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[0], mark: 'present' }] }).expect(409);
    expect(body.code).toBe('attendance.sessionCancelled');
  });

  it.each([
    ['an unknown mark', { mark: 'hadir' }, 'marks.0.mark', 'field.isIn'],
    ['JP of three decimals', { mark: 'present', lessonHours: 1.234 }, 'marks.0.lessonHours', 'field.isNumber'],
    ['fewer than no JP', { mark: 'present', lessonHours: -1 }, 'marks.0.lessonHours', 'field.min'],
    ['a field nobody knows', { mark: 'present', nilai: 1 }, 'marks.0.nilai', 'field.whitelistValidation'],
  ])('names %s', async (_, mark, path, code) => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff();
    const { body } = await facilitator.put(`${sheet}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[0], ...mark }] }).expect(400);
    expect(body.errors).toMatchObject([{ path, code }]);
  });

  it('gives no more JP than the session has', async () => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff();
    const { body } = await facilitator.put(`${sheet}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[0], mark: 'present', lessonHours: 9 }, { enrolmentId: cohort.enrolmentIds[1], mark: 'present' }] }).expect(200);
    expect(body).toMatchObject([{ outcome: 'refused', code: 'attendance.tooManyLessonHours', current: null }, { outcome: 'saved' }]);
    await expect(aMark(api.db, cohort, { lessonHours: 9 })).rejects.toMatchObject({ constraint: 'attendance_mark_within_session' });
  });
});

describe('the database', () => {
  it('keeps marks as they were said', async () => {
    const cohort = await aRunningCohort(api.db);
    const mark = await aMark(api.db, cohort, {});
    await expect(api.db.execute(`update attendance_mark set mark = 'absent' where id = $1`, [mark])).rejects.toMatchObject({ code: '23001' });
    await expect(api.db.execute(`delete from attendance_mark where id = $1`, [mark])).rejects.toMatchObject({ code: '23001' });
    await expect(aMark(api.db, cohort, {})).rejects.toMatchObject({ constraint: 'attendance_mark_first' });
    await aMark(api.db, cohort, { supersedes: mark, mark: 'late' });
    await expect(aMark(api.db, cohort, { supersedes: mark })).rejects.toMatchObject({ code: '23505' });
    await expect(aMark(api.db, cohort, { participant: 1, supersedes: mark })).rejects.toMatchObject({ constraint: 'attendance_mark_same_subject' });
  });
});

describe('closing a session', () => {
  it('asks what becomes of those who are not marked', async () => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff();
    await aMark(api.db, cohort, {});
    const { body } = await facilitator.post(`${sheet}/close`, {}).expect(409);
    expect(body).toMatchObject({ code: 'attendance.unmarkedLeft', details: { count: 2 }, title: '2 peserta belum ditandai. Tentukan: tidak hadir, atau biarkan belum ditandai.' });
    expect((await facilitator.post(`${sheet}/close`, { unmarked: 'absent' }).expect(200)).body).toEqual({ markedAbsent: 2, leftUnmarked: 0 });
    expect(await storedMarks(cohort, 1)).toMatchObject([{ mark: 'absent', lesson_hours: 0 }]);
    expect((await facilitator.post(`${sheet}/close`, { unmarked: 'absent' }).expect(200)).body).toEqual({ markedAbsent: 0, leftUnmarked: 0 });
  });

  it('may leave them unmarked, and wants a reason for every later word until it is opened again', async () => {
    const { facilitator, sheet, ...cohort } = await aCohortWithStaff();
    await facilitator.post(`${sheet}/close`, { unmarked: 'leave' }).expect(200);
    const mark = { enrolmentId: cohort.enrolmentIds[0], mark: 'present' };
    const [refused] = (await facilitator.put(`${sheet}/marks`, { marks: [{ ...mark, reason: '   ' }] }).expect(200)).body;
    expect(refused).toMatchObject({ outcome: 'refused', code: 'attendance.reasonNeeded', current: null });
    const [saved] = (await facilitator.put(`${sheet}/marks`, { marks: [{ ...mark, reason: 'Tanda tangan di lembar cetak' }] }).expect(200)).body;
    expect(saved).toMatchObject({ outcome: 'saved', current: { reason: 'Tanda tangan di lembar cetak' } });
    await facilitator.post(`${sheet}/reopen`, { reason: 'ok' }).expect(400);
    await facilitator.post(`${sheet}/reopen`, { reason: 'Lembar kedua ditemukan' }).expect(204);
    await facilitator.post(`${sheet}/reopen`, { reason: 'Lembar kedua ditemukan' }).expect(409);
    const [event] = await api.db.read(`select reason, after from audit_event where subject_kind = 'session' and subject_id = $1 order by id desc limit 1`, [cohort.sessionIds[0]]);
    expect(event).toMatchObject({ reason: 'Lembar kedua ditemukan', after: { state: 'planned' } });
    await facilitator.put(`${sheet}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[1], mark: 'present' }] }).expect(200);
  });
});

describe('attendance of a cohort', () => {
  it('is a share of all planned JP, held or not', async () => {
    const { facilitator, ...cohort } = await aCohortWithStaff({ sessions: [{}, { lessonHours: 4 }, {}, { mandatory: false }, { state: 'cancelled' }] });
    await aMark(api.db, cohort, {});
    await aMark(api.db, cohort, { session: 3 });
    const { body } = await facilitator.get(`/api/v1/cohorts/${cohort.cohortId}/attendance?sort=name&size=1`).expect(200);
    expect(body).toMatchObject({ total: 3, size: 1 });
    expect(body.rows[0]).toMatchObject({
      name: 'Anggrek Telaga, S.T.', marks: { [cohort.sessionIds[0]!]: ['present', 8], [cohort.sessionIds[3]!]: ['present', 8] },
      summary: { plannedLessonHours: 20, attendedLessonHours: 8, percent: 40, reachableLessonHours: 20 },
    });
  });

  it('is nought for a cohort that never met, and still within reach', async () => {
    const { facilitator, ...cohort } = await aCohortWithStaff({ sessions: [{}, {}] });
    api.standAt('2025-01-01T00:00:00Z');
    const { body } = await facilitator.get(`/api/v1/cohorts/${cohort.cohortId}/attendance`).expect(200);
    expect(body.rows[0].summary).toMatchObject({ attendedLessonHours: 0, percent: 0, reachablePercent: 100 });
  });

  it('counts each session: expected, per mark, the corrected ones once', async () => {
    const { facilitator, ...cohort } = await aCohortWithStaff({ participants: 4, classes: ['A'], sessions: [{}, { classCode: 'A' }] });
    await api.db.execute(`update enrolment set class_id = $2 where id = $1`, [cohort.enrolmentIds[0], cohort.classIds['A']]);
    await aMark(api.db, cohort, { supersedes: await aMark(api.db, cohort, { mark: 'absent', lessonHours: 0 }), mark: 'late' });
    await aMark(api.db, cohort, { participant: 1 });
    const { body } = await facilitator.get(`/api/v1/cohorts/${cohort.cohortId}/attendance/sessions`).expect(200);
    expect(body.map((session: { expected: number; counts: object }) => [session.expected, session.counts])).toEqual([[4, { late: 1, present: 1 }], [1, {}]]);
  });

  it('is found by name, NIP and unit, and never by a wildcard', async () => {
    const { facilitator, ...cohort } = await aCohortWithStaff();
    const found = async (q: string) => (await facilitator.get(`/api/v1/cohorts/${cohort.cohortId}/attendance?q=${encodeURIComponent(q)}`).expect(200)).body.total;
    const [{ nip }] = await api.db.read<{ nip: string }>(`select nip from employment where person_id = $1`, [cohort.personIds[0]]) as [{ nip: string }];
    expect([await found('BINTANG'), await found(nip), await found('kesehatan'), await found('%'), await found(`'; drop table enrolment; --`)]).toEqual([1, 1, 3, 0, 0]);
  });
});

describe('who may', () => {
  const calls = (cohort: RunningCohort): readonly (readonly [string, (caller: Caller) => Promise<{ status: number }>])[] => [
    ['sheet', (caller) => caller.get(`/api/v1/sessions/${cohort.sessionIds[0]!}/sheet`)],
    ['marks', (caller) => caller.put(`/api/v1/sessions/${cohort.sessionIds[0]!}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[0], mark: 'present' }] })],
    ['close', (caller) => caller.post(`/api/v1/sessions/${cohort.sessionIds[0]!}/close`, { unmarked: 'leave' })],
    ['reopen', (caller) => caller.post(`/api/v1/sessions/${cohort.sessionIds[0]!}/reopen`, { reason: 'Salah tekan' })],
    ['matrix', (caller) => caller.get(`/api/v1/cohorts/${cohort.cohortId}/attendance`)],
    ['sessions', (caller) => caller.get(`/api/v1/cohorts/${cohort.cohortId}/attendance/sessions`)],
    ['history', (caller) => caller.get(`/api/v1/enrolments/${cohort.enrolmentIds[0]!}/attendance`)],
  ];

  it.each([
    ['a facilitator of the cohort', (cohort: RunningCohort) => api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]), [200, 200, 200, 204, 200, 200, 200]],
    ['an organiser of the agency', (cohort: RunningCohort) => api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]), [200, 200, 200, 204, 200, 200, 200]],
    ['a facilitator of another cohort of the agency', async (cohort: RunningCohort) => api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: (await aRunningCohort(api.db, { agencyId: cohort.agencyId })).cohortId }]), [404, 404, 404, 404, 404, 404, 404]],
    ['an organiser of another agency', async () => api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aRunningCohort(api.db)).agencyId }]), [404, 404, 404, 404, 404, 404, 404]],
    ['a participant', () => api.as([{ role: 'participant', scope: 'national' }]), [403, 403, 403, 403, 403, 403, 403]],
  ] as const)('%s', async (_, caller, expected) => {
    const cohort = await aRunningCohort(api.db);
    const who = await caller(cohort);
    const statuses: number[] = [];
    for (const [, call] of calls(cohort)) statuses.push((await call(who)).status);
    expect(statuses).toEqual(expected);
    if (expected[1] !== 200) expect(await storedMarks(cohort)).toEqual([]);
  });

  it('answers nobody without a sign-in, and no ids that do not exist', async () => {
    const { organiser, ...cohort } = await aCohortWithStaff();
    await api.stranger.get(`/api/v1/sessions/${cohort.sessionIds[0]!}/sheet`).expect(401);
    await organiser.get(`/api/v1/sessions/${randomUUID()}/sheet`).expect(404);
    await organiser.get(`/api/v1/cohorts/${randomUUID()}/attendance`).expect(404);
    await organiser.get(`/api/v1/enrolments/${randomUUID()}/attendance`).expect(404);
    await organiser.get(`/api/v1/sessions/bukan-id/sheet`).expect(400);
  });
});
