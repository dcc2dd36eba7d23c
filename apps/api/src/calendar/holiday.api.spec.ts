import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let agencyId: string;
let organiser: Caller;
let national: Caller;
beforeAll(async () => {
  api = await startApi();
  national = await api.as([{ role: 'admin', scope: 'national' }]);
});
beforeEach(async () => {
  ({ agencyId } = await aRunningCohort(api.db, { participants: 0 }));
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId }]);
});
afterAll(() => api.close());

interface Row { id: string; fallsOn: string; name: string; kind: string; source: string; verified: boolean; version: number; editable: boolean }
const year = async (caller: Caller, of: string): Promise<Row[]> => (await caller.get(`/api/v1/holidays?from=${of}-01-01&to=${of}-12-31`).expect(200)).body;
const own = (changes: object = {}) => ({ kind: 'agency', agencyId, fallsOn: '2026-01-21', name: 'Hari jadi kota', source: 'Perda 1/1988', verified: true, ...changes });

describe('holidays as shipped', () => {
  it.each([['2024', 17, 10], ['2025', 17, 10], ['2026', 17, 8]])('of %s count as the decree does: %i and %i', async (of, holidays, leave) => {
    const rows = (await year(organiser, of)).filter(({ source }) => source.startsWith('SKB'));
    expect([rows.filter(({ kind }) => kind === 'national').length, rows.filter(({ kind }) => kind === 'collective_leave').length]).toEqual([holidays, leave]);
  });

  it('each name their source, and say which nobody has checked', async () => {
    const rows = (await Promise.all(['2024', '2025', '2026', '2027'].map((of) => year(organiser, of)))).flat().filter(({ kind }) => kind !== 'agency');
    expect(rows.filter(({ source }) => source.length < 10)).toEqual([]);
    expect(rows.filter(({ fallsOn }) => fallsOn.startsWith('2027')).filter(({ verified }) => verified).map(({ fallsOn }) => fallsOn.slice(5))).toEqual(['01-01', '05-01', '06-01', '08-17', '12-25']);
    expect(rows.filter(({ fallsOn, verified }) => fallsOn.startsWith('2026') && !verified)).toEqual([]);
    expect(rows.every(({ editable }) => !editable)).toBe(true);
  });
});

describe('holidays as edited', () => {
  it('of an agency are kept by its organisers and seen by nobody elsewhere', async () => {
    const { body: { id } } = await organiser.post('/api/v1/holidays', own()).expect(201);
    expect((await year(organiser, '2026')).find((row) => row.id === id)).toMatchObject({ kind: 'agency', editable: true, version: 1 });
    await organiser.put(`/api/v1/holidays/${id}`, own({ version: 1, fallsOn: '2026-01-22' })).expect(204);
    expect((await organiser.put(`/api/v1/holidays/${id}`, own({ version: 1 })).expect(409)).body.code).toBe('conflict.stale');
    const elsewhere = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aRunningCohort(api.db, { participants: 0 })).agencyId }]);
    expect((await year(elsewhere, '2026')).some((row) => row.id === id)).toBe(false);
    await elsewhere.delete(`/api/v1/holidays/${id}`).expect(404);
    expect((await organiser.post('/api/v1/holidays', own({ fallsOn: '2026-01-22' })).expect(409)).body.code).toBe('holiday.once');
    await organiser.delete(`/api/v1/holidays/${id}`).expect(204);
    expect((await year(organiser, '2026')).some((row) => row.id === id)).toBe(false);
  });

  it('of the nation are kept by the national admin only', async () => {
    const vote = { kind: 'national', fallsOn: '2029-02-14', name: `Pemilu ${agencyId}`, source: 'Keppres', verified: false };
    await organiser.post('/api/v1/holidays', vote).expect(404);
    const { body: { id } } = await national.post('/api/v1/holidays', vote).expect(201);
    await organiser.delete(`/api/v1/holidays/${id}`).expect(404);
    await organiser.put(`/api/v1/holidays/${id}`, own({ version: 1 })).expect(404);
    await national.put(`/api/v1/holidays/${id}`, { ...vote, verified: true, version: 1 }).expect(204);
    expect((await year(organiser, '2029')).find((row) => row.id === id)).toMatchObject({ verified: true, editable: false });
    await national.delete(`/api/v1/holidays/${id}`).expect(204);
  });

  it.each([
    ['an agency’s day without agency', { agencyId: null }, 'agencyId holiday.agencyMissing'],
    ['a national day of an agency', { kind: 'national' }, 'agencyId holiday.agencyMissing'],
    ['no such date', { fallsOn: '2026-02-30' }, 'fallsOn field.isDateOnly'],
  ])('are refused with %s', async (_, changes, expected) => {
    const { body } = await organiser.post('/api/v1/holidays', own(changes)).expect(400);
    expect(body.errors.map(({ path, code }: Record<string, string>) => `${path ?? ''} ${code ?? ''}`)).toEqual([expected]);
  });
});
