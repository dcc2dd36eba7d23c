import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AllocationRow } from '@jenjang/shared';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let jambi: Ground;
let academyId: string;
let admin: Caller;
let organiser: Caller;
beforeAll(async () => {
  api = await startApi();
  jambi = await aGround(api.db);
  academyId = (await api.db.read<{ id: string }>(`select academy_id as id from programme where id = $1`, [jambi.programmeId]))[0]!.id;
  admin = await api.as([{ role: 'admin', scope: 'national' }]);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: jambi.agencyId }]);
});
afterAll(() => api.close());

const list = async (caller: Caller): Promise<AllocationRow[]> => (await caller.get(`/api/v1/allocations?academyId=${academyId}`).expect(200)).body.rows;
const allocate = (more: object) => admin.post('/api/v1/allocations', { academyId, year: 2022, ...more });

describe('the GTA of Kota Jambi', () => {
  it('fits into a national target of 100,000 and a city share of 10,000 with a cohort of 112', async () => {
    const early = await aCohort(api.db, jambi, { capacity: 112, starts_on: '2022-08-01', ends_on: '2022-08-05', zone: 'Asia/Jakarta' });
    await organiser.post(`/api/v1/cohorts/${early.id}/participants`, { personIds: await somePeople(api.db, jambi, 12) }).expect(200);
    const target = (await allocate({ seats: 100_000, ceiling: false }).expect(201)).body.id;
    const share = (await allocate({ agencyId: jambi.agencyId, seats: 10_000 }).expect(201)).body.id;
    await organiser.post(`/api/v1/cohorts/${early.id}/participants`, { personIds: await somePeople(api.db, jambi, 100) }).expect(200);
    expect(await list(admin)).toMatchObject([{ id: target, seats: 100_000, taken: 112, shared: 10_000, ceiling: false, mayChange: true }, { id: share, seats: 10_000, taken: 112, ceiling: true }]);
    const own = await list(organiser);
    expect(own).toMatchObject([{ id: share, agencyId: jambi.agencyId, mayChange: false }]);
    expect(own).toHaveLength(1);
    expect((await admin.put(`/api/v1/allocations/${share}`, { version: own[0]!.version, seats: 111, ceiling: true }).expect(409)).body).toMatchObject({ code: 'allocation.belowTaken', title: 'Sudah 112 kursi terpakai, alokasi tidak bisa 111.' });
    await admin.put(`/api/v1/allocations/${share}`, { version: own[0]!.version, seats: 112, ceiling: true }).expect(200);
    expect((await admin.put(`/api/v1/allocations/${share}`, { version: own[0]!.version, seats: 200, ceiling: true }).expect(409)).body.code).toBe('conflict.stale');
    const next = await aCohort(api.db, jambi, { starts_on: '2022-09-05', ends_on: '2022-09-09' });
    const { body } = await organiser.post(`/api/v1/cohorts/${next.id}/participants`, { personIds: await somePeople(api.db, jambi, 1) }).expect(200);
    expect(body.rows).toMatchObject([{ outcome: 'refused', code: 'enrolment.allocationFull' }]);
    expect(await api.db.read(`select after ->> 'seats' as seats from audit_event where subject_kind = 'allocation' and subject_id = $1 and action = 'changed' and after ? 'seats'`, [share])).toEqual([{ seats: '112' }]);
  });

  it('is given out by a national admin alone, within the whole, once', async () => {
    const local = await api.as([{ role: 'admin', scope: 'agency', agencyId: jambi.agencyId }]);
    await local.post('/api/v1/allocations', { academyId, year: 2022, seats: 5 }).expect(404);
    await organiser.post('/api/v1/allocations', { academyId, year: 2022, seats: 5 }).expect(403);
    const other = await aGround(api.db);
    expect((await allocate({ agencyId: other.agencyId, seats: 100_001 }).expect(409)).body).toMatchObject({ code: 'allocation.aboveWhole', errors: [{ path: 'seats' }] });
    expect((await allocate({ agencyId: jambi.agencyId, seats: 5 }).expect(409)).body.code).toBe('allocation.once');
    await allocate({ agencyId: jambi.agencyId, programmeId: jambi.programmeId, seats: 113 }).expect(409);
    await allocate({ agencyId: jambi.agencyId, programmeId: jambi.programmeId, seats: 112 }).expect(201);
    expect(await api.db.read(`select count(*) as n from allocation where academy_id = $1`, [academyId])).toEqual([{ n: 3 }]);
  });

  it.each([
    ['a year of nowhere', { year: 1999, seats: 1 }, 'year field.min'],
    ['fewer than no seats', { seats: -1 }, 'seats field.min'],
    ['half a seat', { seats: 1.5 }, 'seats field.isInt'],
    ['an academy that is no id', { academyId: 'gta', seats: 1 }, 'academyId field.isUuid'],
  ])('refuses %s', async (_, body, expected) => {
    const answer = await allocate(body).expect(400);
    expect(answer.body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([expected]);
  });

  it('is found by words and by year', async () => {
    expect((await admin.get(`/api/v1/allocations?academyId=${academyId}&year=2021`).expect(200)).body.total).toBe(0);
    expect((await admin.get(`/api/v1/allocations?academyId=${academyId}&q=${encodeURIComponent('kepemimpinan')}&sort=-taken`).expect(200)).body.total).toBe(1);
    await admin.get('/api/v1/allocations?sort=password').expect(400);
  });
});
