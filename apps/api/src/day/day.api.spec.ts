import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aMark, aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let cohort: RunningCohort;
let organiser: Caller;

beforeAll(async () => {
  api = await startApi();
  api.standAt('2024-11-04T01:00:00Z');
});
afterAll(() => api.close());
beforeEach(async () => {
  cohort = await aRunningCohort(api.db, {
    participants: 3, classes: ['A'],
    sessions: [{ startsAt: '2024-11-04T00:00:00Z', endsAt: '2024-11-04T00:50:00Z' }, { startsAt: '2024-11-04T00:50:00Z', endsAt: '2024-11-04T04:00:00Z' }, { startsAt: '2024-11-04T06:00:00Z', endsAt: '2024-11-04T08:00:00Z' }, {}, {}],
  });
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
});

const aPerson = async (): Promise<string> => (await api.db.execute<{ id: string }>(`insert into person (agency_id, full_name) values ($1, 'Senja Telaga') returning id`, [cohort.agencyId]))[0]!.id;
const walkIn = (personId: string, session = 1) => organiser.post(`/api/v1/sessions/${cohort.sessionIds[session]}/walk-ins`, { personId });
const marksOf = (personId: string) => api.db.read(`select m.mark, m.source from attendance_mark m join enrolment e on e.id = m.enrolment_id where e.person_id = $1`, [personId]);

describe('the running day', () => {
  it('tells what is over, now and next, what each needs, and where to go on', async () => {
    await aMark(api.db, cohort, { session: 0, participant: 0 });
    const { body } = await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/day`).expect(200);
    expect(body).toMatchObject({ date: '2024-11-04', zone: 'Asia/Makassar', previous: null, next: '2024-11-07', messages: { waiting: 0, sent: 0, failed: 0 }, corrections: 0 });
    expect(body.sessions.map(({ moment, needs }: { moment: string; needs: object }) => [moment, needs])).toEqual([
      ['over', [{ block: 'unmarked', count: 2 }]],
      ['now', [{ block: 'notOver', count: 1 }, { block: 'unmarked', count: 3 }]],
      ['next', [{ block: 'notOver', count: 1 }, { block: 'unmarked', count: 3 }]],
    ]);
  });

  it('counts requests to be away until they are decided', async () => {
    const participant = await api.as([], { id: cohort.personIds[0]! });
    const asked = await participant.post('/api/v1/me/absences', { cohortId: cohort.cohortId, sessionIds: [cohort.sessionIds[2]], kind: 'sick', reason: 'Rawat inap' }).expect(201);
    const needs = async () => (await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/day`).expect(200)).body.sessions[2].needs;
    expect(await needs()).toContainEqual({ block: 'absences', count: 1 });
    await organiser.post(`/api/v1/absences/${asked.body.id}/decision`, { outcome: 'approved' }).expect(204);
    expect(await needs()).not.toContainEqual(expect.objectContaining({ block: 'absences' }));
  });

  it('shows another day when asked, and none outside the scope', async () => {
    const { body } = await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/day?date=2024-11-07`).expect(200);
    expect(body).toMatchObject({ date: '2024-11-07', previous: '2024-11-04', next: '2024-11-08' });
    const stranger = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aRunningCohort(api.db)).agencyId }]);
    await stranger.get(`/api/v1/cohorts/${cohort.cohortId}/day`).expect(404);
  });
});

describe('somebody who comes unannounced', () => {
  it('is taken in and marked in one step', async () => {
    const personId = await aPerson();
    const { body } = await walkIn(personId).expect(200);
    expect(body).toMatchObject({ enrolled: true });
    expect(await api.db.read('select state from enrolment where id = $1', [body.enrolmentId])).toEqual([{ state: 'accepted' }]);
    expect(await marksOf(personId)).toEqual([{ mark: 'present', source: 'sheet' }]);
  });

  it('who is a participant already is marked only, once', async () => {
    const personId = cohort.personIds[1]!;
    expect((await walkIn(personId).expect(200)).body).toMatchObject({ enrolmentId: cohort.enrolmentIds[1], enrolled: false });
    await walkIn(personId).expect(200);
    expect(await marksOf(personId)).toHaveLength(1);
  });

  it('is late after a quarter of an hour', async () => {
    api.standAt('2024-11-04T01:10:00Z');
    const personId = await aPerson();
    await walkIn(personId).expect(200);
    expect(await marksOf(personId)).toEqual([{ mark: 'late', source: 'sheet' }]);
    api.standAt('2024-11-04T01:00:00Z');
  });

  it('finds no seat in a full cohort, and nothing is half-written', async () => {
    await api.db.execute('update cohort set capacity = 3 where id = $1', [cohort.cohortId]);
    const personId = await aPerson();
    const { body } = await walkIn(personId).expect(409);
    expect(body).toMatchObject({ code: 'day.notTaken', details: { code: 'enrolment.full' }, titleId: 'Orang ini belum dapat diterima: Kursi angkatan sudah penuh.' });
    expect(await marksOf(personId)).toEqual([]);
  });

  it('waits until the session is open, and its day has come', async () => {
    await api.db.execute(`update session set state = 'closed' where id = $1`, [cohort.sessionIds[1]]);
    expect((await walkIn(await aPerson()).expect(409)).body.code).toBe('day.sessionClosed');
    expect((await walkIn(await aPerson(), 3).expect(409)).body.code).toBe('attendance.beforeDay');
  });
});
