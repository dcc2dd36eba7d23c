import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { admit } from './nomination.builder.js';

let api: TestApi;
let ground: Ground;
let applicant: Caller;
let personId: string;
let cohort: { id: string };
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
});
beforeEach(async () => {
  api.standAt('2026-08-03T02:00:00Z');
  cohort = await aCohort(api.db, ground);
  await admit(api.db, cohort.id, { route: 'self', steps: ['administration', 'substance'], closes_on: '2026-08-20' });
  [personId] = (await somePeople(api.db, ground, 1)) as [string];
  applicant = await api.as([], { id: personId });
});
afterEach(() => { api.standAt(null); });
afterAll(() => api.close());

const read = async (): Promise<{ mine: { cohortId: string; state: string; sentBy: object | null; steps: { code: string; state: string }[] }[]; open: { id: string; shortfalls: object[]; window: object }[] }> => (await applicant.get('/api/v1/me/applications').expect(200)).body;
const way = async (): Promise<string> => (await read()).mine.find(({ cohortId }) => cohortId === cohort.id)!.steps.map(({ code, state }) => `${code} ${state}`).join(', ');
const apply = () => applicant.post('/api/v1/me/applications', { cohortId: cohort.id });
const note = (step: string, column: string, value: unknown) => api.db.execute(
  `insert into selection_result (cohort_id, enrolment_id, step, ${column}, note) select cohort_id, id, $2, $3, 'Lengkap' from enrolment where cohort_id = $1`, [cohort.id, step, value]);

describe('applying', () => {
  it('is offered, done once, and followed step by step', async () => {
    expect((await read()).open.find(({ id }) => id === cohort.id)).toMatchObject({ steps: ['administration', 'substance'], shortfalls: [], window: { open: true, closesAt: '2026-08-20T16:00:00.000Z' } });
    expect((await apply().expect(201)).body).toMatchObject({ cohortId: cohort.id, state: 'nominated', sentBy: null });
    expect((await apply().expect(409)).body.code).toBe('enrolment.already');
    expect((await read()).open.some(({ id }) => id === cohort.id)).toBe(false);
    expect(await way()).toBe('sent done, administration now, substance ahead, organiser ahead, seat ahead');
    await note('administration', 'passed', true);
    expect(await way()).toBe('sent done, administration done, substance now, organiser ahead, seat ahead');
    await note('substance', 'score', 69.5);
    expect(await way()).toBe('sent done, administration done, substance failed, organiser ahead, seat ahead');
    const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
    const [enrolment] = await api.db.read<{ id: string }>(`select id from enrolment where cohort_id = $1`, [cohort.id]);
    await organiser.post(`/api/v1/enrolments/${enrolment!.id}/state`, { state: 'rejected', reason: 'Nilai tes di bawah batas' }).expect(204);
    expect(await way()).toBe('sent done, administration done, substance failed, organiser failed, seat stopped');
  });

  it('says why one may not come, and refuses then', async () => {
    await admit(api.db, cohort.id, { eligibility: { unitIds: [ground.subUnitId] } });
    expect((await read()).open.find(({ id }) => id === cohort.id)!.shortfalls).toMatchObject([{ shortfall: { code: 'unit' }, names: ['Bidang Pelayanan'] }]);
    expect((await apply().expect(409)).body).toMatchObject({ code: 'enrolment.notEligible', details: { shortfalls: [{ code: 'unit' }] } });
    expect(await api.db.read(`select from enrolment where cohort_id = $1`, [cohort.id])).toEqual([]);
  });

  it('ends at the local midnight after the last day', async () => {
    api.standAt('2026-08-20T15:59:59Z');
    await apply().expect(201);
    const [other] = await somePeople(api.db, ground, 1);
    applicant = await api.as([], { id: other! });
    api.standAt('2026-08-20T16:00:00Z');
    expect((await apply().expect(409)).body).toMatchObject({ code: 'nomination.over' });
  });

  it('is for people, and for cohorts that people apply to', async () => {
    await admit(api.db, cohort.id, { route: 'one_step' });
    expect((await apply().expect(409)).body.code).toBe('nomination.agencyOnly');
    applicant = await api.as([]);
    expect((await apply().expect(409)).body.code).toBe('nomination.notBySelf');
    expect(await read()).toEqual({ mine: [], open: [] });
  });

  it('shows who sent one, when the agency did', async () => {
    await admit(api.db, cohort.id, { route: 'none', steps: [] });
    const head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: ground.agencyId, unitId: ground.unitId }]);
    await head.post(`/api/v1/cohorts/${cohort.id}/nominations`, { personIds: [personId] }).expect(201);
    expect((await read()).mine).toMatchObject([{ state: 'accepted', sentBy: { authorName: 'Penguji Cemara', onBehalfOfName: null }, steps: [{ code: 'sent', state: 'done' }, { code: 'seat', state: 'done' }] }]);
  });
});

describe('leave', () => {
  it('is noted by those who keep the record, never twice on a day, and taken away', async () => {
    const keeper = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
    const at = `/api/v1/people/${personId}/leave`;
    const { body } = await keeper.post(at, { kind: 'annual', startsOn: '2026-09-01', endsOn: '2026-09-05' }).expect(201);
    expect((await keeper.post(at, { kind: 'sick', startsOn: '2026-09-05', endsOn: '2026-09-06' }).expect(409)).body).toMatchObject({ code: 'leave.oneAtATime', title: 'Cuti ini bertumpang tindih dengan cuti yang sudah tercatat.' });
    expect((await keeper.post(at, { kind: 'sick', startsOn: '2026-10-05', endsOn: '2026-10-04' }).expect(400)).body.errors[0]).toMatchObject({ path: 'endsOn', code: 'leave.datesInOrder' });
    expect((await keeper.get(at).expect(200)).body).toEqual([{ id: body.id, kind: 'annual', startsOn: '2026-09-01', endsOn: '2026-09-05' }]);
    const head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: ground.agencyId, unitId: ground.unitId }]);
    await head.get(at).expect(200);
    await head.post(at, { kind: 'sick', startsOn: '2026-10-05', endsOn: '2026-10-06' }).expect(403);
    await keeper.delete(`${at}/${body.id}`).expect(204);
    expect(await api.db.read(`select from leave where person_id = $1`, [personId])).toEqual([]);
  });
});
