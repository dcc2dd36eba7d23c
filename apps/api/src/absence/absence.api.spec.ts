import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aMark, aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let cohort: RunningCohort;
let participant: Caller;
let organiser: Caller;

beforeAll(async () => {
  api = await startApi();
  api.standAt('2024-11-05T00:30:00Z');
});
afterAll(() => api.close());
beforeEach(async () => {
  cohort = await aRunningCohort(api.db, { sessions: [{}, {}, {}, {}, {}] });
  participant = await api.as([], { id: cohort.personIds[0] ?? '' });
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
});

const asked = (sessions: readonly number[], changes: object = {}) =>
  ({ cohortId: cohort.cohortId, sessionIds: sessions.map((n) => cohort.sessionIds[n]), kind: 'sick', reason: 'Rawat inap di RSUD', ...changes });
const marksOf = (enrolmentId = cohort.enrolmentIds[0]) => api.db.read<{ session: string; mark: string; source: string }>(
  `select m.session_id as session, m.mark, m.source from attendance_mark m where m.enrolment_id = $1 and not exists (select from attendance_mark n where n.supersedes = m.id) order by m.session_id`, [enrolmentId]);
const letterOf = async (caller: Caller) =>
  (await caller.post('/api/v1/files?purpose=letter').attach('file', Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF'), 'surat.pdf').expect(201)).body.id as string;

describe('asking to be away', () => {
  it('offers the own sessions of the last week and to come', async () => {
    const { body } = await participant.get('/api/v1/me/absences/choices').expect(200);
    expect(body).toMatchObject([{ cohortId: cohort.cohortId, enrolmentId: cohort.enrolmentIds[0] }]);
    expect(body[0].sessions.map(({ late, asked: already }: { late: boolean; asked: boolean }) => [late, already])).toEqual([[true, false], [true, false], [false, false], [false, false], [false, false]]);
  });

  it('shows the effect before anything is written', async () => {
    const { body } = await participant.post('/api/v1/me/absences/preview', { cohortId: cohort.cohortId, sessionIds: cohort.sessionIds.slice(2, 4), kind: 'sick' }).expect(200);
    expect(body).toMatchObject({ lessonHours: 16, ifRefused: { plannedLessonHours: 40, reachablePercent: 60 } });
    expect(await api.db.read('select from absence_request where cohort_id = $1', [cohort.cohortId])).toEqual([]);
  });

  it('is kept with its letter, told to the organisers, and read by both', async () => {
    const letterFileId = await letterOf(participant);
    await organiser.get(`/api/v1/files/${letterFileId}`).expect(404);
    const { body } = await participant.post('/api/v1/me/absences', asked([2], { letterFileId })).expect(201);
    const own = await participant.get('/api/v1/me/absences').expect(200);
    expect(own.body).toMatchObject([{ id: body.id, state: 'open', late: false, letter: { id: letterFileId, name: 'surat.pdf' }, sessions: [{ sessionId: cohort.sessionIds[2], lessonHours: 8 }] }]);
    const list = await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/absences?state=open`).expect(200);
    expect(list.body).toMatchObject({ total: 1, rows: [{ id: body.id, participant: { personId: cohort.personIds[0] }, effect: { lessonHours: 8 } }] });
    await organiser.get(`/api/v1/files/${letterFileId}`).expect(200);
    expect(await api.db.read(`select event from announcement where cohort_id = $1 and account_id = $2`, [cohort.cohortId, organiser.accountId])).toEqual([{ event: 'absence.requested' }]);
  });

  it.each([
    ['a session that began', [1], true],
    ['one to come', [3], false],
  ])('marks a request for %s', async (_, sessions, late) => {
    const { body } = await participant.post('/api/v1/me/absences', asked(sessions)).expect(201);
    expect(await api.db.read('select late from absence_request where id = $1', [body.id])).toEqual([{ late }]);
  });

  it.each([
    ['somebody else’s letter', async () => asked([2], { letterFileId: await letterOf(organiser) }), 400, 'input.invalid'],
    ['a session of another cohort', async () => asked([2], { sessionIds: [(await aRunningCohort(api.db)).sessionIds[0]] }), 409, 'absence.unknownSession'],
    ['a cohort that one is not in', async () => asked([2], { cohortId: (await aRunningCohort(api.db)).cohortId }), 404, 'notFound'],
    ['no reason', () => asked([2], { reason: '   ' }), 400, 'input.invalid'],
    ['no session', () => asked([]), 400, 'input.invalid'],
  ])('is refused with %s, and nothing is written', async (_, body, status, code) => {
    const answer = await participant.post('/api/v1/me/absences', await body()).expect(status);
    expect(answer.body.code).toBe(code);
    expect(await api.db.read('select from absence_request where enrolment_id = $1', [cohort.enrolmentIds[0]])).toEqual([]);
  });

  it('is taken once, however often the button is pressed', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => participant.post('/api/v1/me/absences', asked([2]))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'absence.askedAlready' });
  });

  it('can be taken back until it is decided, by its asker alone', async () => {
    const { body } = await participant.post('/api/v1/me/absences', asked([2])).expect(201);
    await (await api.as([], { id: cohort.personIds[1] ?? '' })).post(`/api/v1/me/absences/${body.id}/withdrawal`).expect(404);
    await participant.post(`/api/v1/me/absences/${body.id}/withdrawal`).expect(204);
    expect((await organiser.post(`/api/v1/absences/${body.id}/decision`, { outcome: 'approved' }).expect(409)).body.code).toBe('absence.decided');
    await participant.post('/api/v1/me/absences', asked([2])).expect(201);
  });
});

describe('deciding', () => {
  const request = async (sessions: readonly number[]) => (await participant.post('/api/v1/me/absences', asked(sessions)).expect(201)).body.id as string;

  it('approves: excused where nothing was said or absence was, never where the participant came', async () => {
    await aMark(api.db, cohort, { session: 0, mark: 'present' });
    await aMark(api.db, cohort, { session: 1, mark: 'absent', lessonHours: 0 });
    const id = await request([0, 1, 2]);
    await organiser.post(`/api/v1/absences/${id}/decision`, { outcome: 'approved' }).expect(204);
    const marks = await marksOf();
    expect(cohort.sessionIds.slice(0, 3).map((session) => marks.find((mark) => mark.session === session))).toMatchObject([
      { mark: 'present', source: 'sheet' }, { mark: 'sick', source: 'absence' }, { mark: 'sick', source: 'absence' },
    ]);
    expect(await api.db.read(`select facts ->> 'outcome' as outcome from announcement where event = 'absence.decided' and person_id = $1`, [cohort.personIds[0]])).toEqual([{ outcome: 'approved' }]);
  });

  it('refuses only with a word for the participant, and marks nobody', async () => {
    const id = await request([2]);
    const { body } = await organiser.post(`/api/v1/absences/${id}/decision`, { outcome: 'refused' }).expect(400);
    expect(body.errors).toMatchObject([{ path: 'note', code: 'absence.noteMissing' }]);
    await organiser.post(`/api/v1/absences/${id}/decision`, { outcome: 'refused', note: 'Surat belum ditandatangani' }).expect(204);
    expect(await marksOf()).toEqual([]);
    expect((await participant.get('/api/v1/me/absences').expect(200)).body).toMatchObject([{ state: 'refused', note: 'Surat belum ditandatangani', decidedBy: 'Penguji Cemara' }]);
  });

  it('happens once: of two at the same moment the second reads who was first', async () => {
    const id = await request([2]);
    const answers = await Promise.all([organiser, await api.as([{ role: 'organiser', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }])].map((caller) =>
      caller.post(`/api/v1/absences/${id}/decision`, { outcome: 'approved' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'absence.decided', details: { by: 'Penguji Cemara' } });
    expect(await marksOf()).toHaveLength(1);
  });

  it('is not for other agencies, nor for requests that do not exist', async () => {
    const id = await request([2]);
    const outside = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aRunningCohort(api.db)).agencyId }]);
    await outside.post(`/api/v1/absences/${id}/decision`, { outcome: 'approved' }).expect(404);
    await outside.get(`/api/v1/cohorts/${cohort.cohortId}/absences`).expect(404);
    await organiser.post(`/api/v1/absences/${randomUUID()}/decision`, { outcome: 'approved' }).expect(404);
  });

  it('is a fact that the database keeps, and one per request', async () => {
    const id = await request([2]);
    await organiser.post(`/api/v1/absences/${id}/decision`, { outcome: 'approved' }).expect(204);
    await expect(api.db.execute(`update absence_decision set outcome = 'refused' where request_id = $1`, [id])).rejects.toMatchObject({ code: '23001' });
    await expect(api.db.execute(`delete from absence_request where id = $1`, [id])).rejects.toMatchObject({ code: '23001' });
    await expect(api.db.execute(`insert into absence_decision (request_id, outcome, note, decided_by, decided_at) values ($1, 'withdrawn', '', $2, now())`, [id, participant.accountId]))
      .rejects.toMatchObject({ constraint: 'absence_decision_request_id_key' });
  });
});
