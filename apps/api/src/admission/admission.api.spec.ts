import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AdmissionView, EligibilityRequest, QuotaCellItem, QuotaView } from '@jenjang/shared';
import { aCohort, aGround, cohortRequest, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { EnrolmentMoves } from '../enrolment/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { enrol } from '../waiting/waiting.builder.js';
import { QuotaReturn } from './index.js';

let api: TestApi;
let ground: Ground;
let organiser: Caller;
let cohort: { id: string };
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
});
beforeEach(async () => { cohort = await aCohort(api.db, ground, { capacity: 112 }); });
afterAll(() => api.close());

const path = (what: string): string => `/api/v1/cohorts/${cohort.id}/${what}`;
const admission = async (): Promise<AdmissionView> => (await organiser.get(path('admission')).expect(200)).body;
const quota = async (): Promise<QuotaView> => (await organiser.get(path('quota')).expect(200)).body;
const put = async (cells: readonly Partial<QuotaCellItem>[], version?: number) => organiser.put(path('quota'), { version: version ?? (await quota()).version, cells });
const cell = (unitId: string | null, band: QuotaCellItem['band'], seats: number): QuotaCellItem => ({ unitId, band, seats });
const seat = async (count: number, unitId = ground.unitId): Promise<string[]> =>
  (await organiser.post(path('participants'), { personIds: await somePeople(api.db, ground, count, { unitId }) }).expect(200)).body.rows.map(({ enrolmentId }: { enrolmentId: string }) => enrolmentId);
const stored = () => api.db.read(`select unit_id as "unitId", band, seats, taken from quota where cohort_id = $1 order by seats desc`, [cohort.id]);

describe('the admission of a cohort', () => {
  const change = (version: number, more: object = {}) => ({
    version, route: 'two_steps', steps: ['administration'], passingScore: 75, eligibility: { bands: ['III', 'IV'], unitIds: [ground.unitId] }, offerHours: 48,
    opensOn: '2026-08-01', closesOn: '2026-08-20', cutOffOn: '2026-09-04', quotaReturnsOn: '2026-08-25', ...more,
  });

  it('begins as its programme says, is saved as a whole, and names what it names', async () => {
    expect(await admission()).toMatchObject({ route: 'none', steps: [], passingScore: 70, eligibility: {}, opensOn: null, offerHours: 24, mayManage: true });
    const { version } = await admission();
    const { body } = await organiser.put(path('admission'), change(version)).expect(200);
    expect(body).toMatchObject({ route: 'two_steps', steps: ['administration'], passingScore: 75, closesOn: '2026-08-20', quotaReturnedAt: null, names: { [ground.unitId]: 'Dinas Kesehatan' }, version: version + 1 });
    expect(await api.db.read(`select after from audit_event where subject_kind = 'admission' and subject_id = $1`, [cohort.id])).toMatchObject([{ after: { route: 'two_steps', offer_hours: 48 } }]);
  });

  it('is not overwritten by a stale form, and shows both', async () => {
    const { version } = await admission();
    await organiser.put(path('admission'), change(version)).expect(200);
    const { body } = await organiser.put(path('admission'), change(version, { route: 'self' })).expect(409);
    expect(body).toMatchObject({ code: 'conflict.stale', details: { stored: { route: 'two_steps' }, given: { route: 'self' } } });
  });

  it.each([
    ['closing before opening', { closesOn: '2026-07-31' }, 'closesOn admission.datesInOrder'],
    ['a test where nobody decides', { route: 'none' }, 'steps admission.stepsWithoutDecision'],
    ['a route that nobody knows', { route: 'lottery' }, 'route field.isIn'],
    ['a band that is none', { eligibility: { bands: ['VI'] } }, 'eligibility.bands field.isIn'],
    ['a day that is not in the calendar', { cutOffOn: '2026-02-30' }, 'cutOffOn field.isDateOnly'],
    ['a score above 100', { passingScore: 101 }, 'passingScore field.max'],
    ['an offer of an instant', { offerHours: 0 }, 'offerHours field.min'],
  ])('refuses %s', async (_, wrong, expected) => {
    const { body } = await organiser.put(path('admission'), change((await admission()).version, wrong)).expect(400);
    expect(body.errors.map((problem: { path: string; code: string }) => `${problem.path} ${problem.code}`)).toEqual([expected]);
  });

  it('stands when the cohort is over, and is nobody else\'s', async () => {
    const stranger = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aGround(api.db)).agencyId }]);
    await stranger.get(path('admission')).expect(404);
    await stranger.put(path('quota'), { version: 1, cells: [] }).expect(404);
    await api.db.execute(`update cohort set state = 'completed' where id = $1`, [cohort.id]);
    expect((await organiser.put(path('admission'), change((await admission()).version)).expect(409)).body.code).toBe('cohort.over');
    expect((await put([])).body.code).toBe('cohort.over');
  });

  it('counts who would be let in, by the demands they fail', async () => {
    const own = await aGround(api.db);
    organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: own.agencyId }, { role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
    cohort = await aCohort(api.db, own);
    const people = [...await somePeople(api.db, own, 3), ...await somePeople(api.db, own, 2, { unitId: own.rootUnitId })];
    await api.db.execute(`update employment set eselon = 'III.b', position_kind = 'ADMINISTRATOR' where person_id = $1`, [people[0]]);
    const tried = async (eligibility: Partial<EligibilityRequest>) => (await organiser.post(path('admission/trial'), { eligibility }).expect(200)).body;
    expect(await tried({})).toEqual({ people: 5, eligible: 5, shortfalls: [] });
    expect(await tried({ bands: ['III'], unitIds: [own.unitId] })).toEqual({ people: 5, eligible: 1, shortfalls: expect.arrayContaining([{ code: 'band', people: 4 }, { code: 'unit', people: 2 }]) });
    const past = await aCohort(api.db, own, { starts_on: '2025-01-06', ends_on: '2025-01-10', state: 'running' });
    await api.db.execute(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted')`, [past.id, people[1]]);
    expect(await tried({ notTrainedYears: 2 })).toEqual({ people: 5, eligible: 4, shortfalls: [{ code: 'trainedRecently', people: 1 }] });
  });

  it('of a programme is what its new cohorts begin with', async () => {
    const defaults = (await organiser.get(`/api/v1/programmes/${ground.programmeId}/admission`).expect(200)).body;
    expect(defaults).toMatchObject({ route: 'none', mayManage: false });
    const admin = await api.as([{ role: 'admin', scope: 'national' }]);
    const request = { version: defaults.version, route: 'self', steps: ['substance'], passingScore: 80, eligibility: { employmentKinds: ['PNS', 'PPPK'] }, offerHours: 12 };
    await organiser.put(`/api/v1/programmes/${ground.programmeId}/admission`, request).expect(404);
    await admin.put(`/api/v1/programmes/${ground.programmeId}/admission`, request).expect(200);
    expect((await admin.put(`/api/v1/programmes/${ground.programmeId}/admission`, request).expect(409)).body.code).toBe('conflict.stale');
    cohort = (await organiser.post('/api/v1/cohorts', cohortRequest(ground)).expect(201)).body;
    expect(await admission()).toMatchObject({ route: 'self', steps: ['substance'], passingScore: 80, eligibility: { employmentKinds: ['PNS', 'PPPK'] }, offerHours: 12 });
  });
});

describe('the matrix of a cohort', () => {
  it('is saved at once, read with its units and the people in them, and counted', async () => {
    const { body } = await put([cell(ground.unitId, 'III', 60), cell(ground.unitId, 'IV', 30), cell(null, null, 22)]);
    expect(body.cells).toMatchObject([{ unitName: 'Dinas Kesehatan', band: 'III', seats: 60, taken: 0 }, { band: 'IV', seats: 30 }, { unitId: null, band: null, seats: 22 }]);
    await seat(2, ground.subUnitId);
    const view = await quota();
    expect(view).toMatchObject({ capacity: 112, held: 2 });
    expect(view.cells.find(({ band }) => band === 'IV')?.taken).toBe(2);
    expect(view.units.map(({ name, depth }) => `${String(depth)} ${name}`)).toEqual(['0 Pemerintah Kota Telaga', '1 Dinas Kesehatan', '2 Bidang Pelayanan']);
    expect(view.units[1]!.people.IV).toBeGreaterThanOrEqual(2);
    expect(await api.db.read(`select count(*) as n from audit_event where subject_kind = 'quota' and subject_id = any($1::text[])`, [view.cells.map(({ id }) => id)])).toEqual([{ n: 3 }]);
  });

  it('of 118 in a cohort of 112 is six seats too many, with the cells, and nothing is saved', async () => {
    await put([cell(ground.unitId, 'III', 50), cell(null, null, 50)]);
    const answer = await put([cell(ground.unitId, 'III', 50), cell(ground.unitId, 'IV', 18), cell(null, null, 50)]);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'quota.overCapacity', title: 'Kelebihan 6 kursi: jumlah kuota 118, kapasitas 112.', details: { over: 6, cells: [`${ground.unitId}/IV`] }, errors: [{ path: 'cells.1.seats' }] });
    expect(await stored()).toHaveLength(2);
  });

  it('below what is approved says how many the unit has', async () => {
    await put([cell(ground.unitId, 'IV', 10), cell(null, null, 5)]);
    await seat(4);
    const answer = await put([cell(ground.unitId, 'IV', 3), cell(null, null, 5)]);
    expect(answer.body).toMatchObject({ code: 'quota.belowTaken', title: 'Dinas Kesehatan · Eselon IV sudah 4 disetujui, kuota tidak bisa 3.', errors: [{ path: 'cells.0.seats', code: 'quota.belowTaken' }] });
    const both = await put([cell(ground.unitId, 'IV', 3), cell(null, null, 200)]);
    expect(both.body).toMatchObject({ code: 'quota.refused', details: { count: 2 } });
    expect(await stored()).toMatchObject([{ seats: 10, taken: 4 }, { seats: 5, taken: 0 }]);
  });

  it('drawn over people who hold seats puts them into cells, as its preview says, and takes them out with it', async () => {
    await seat(3);
    const cells = [cell(ground.unitId, 'IV', 2), cell(null, null, 4)];
    const { body } = await organiser.post(path('quota/preview'), { version: 0, cells }).expect(200);
    expect(body).toEqual({ problems: [], seats: 6, capacity: 112, moves: [{ cell: `${ground.unitId}/IV`, people: 2 }, { cell: '*/*', people: 1 }] });
    expect(await stored()).toEqual([]);
    expect((await put(cells)).status).toBe(200);
    expect(await stored()).toMatchObject([{ seats: 4, taken: 1 }, { seats: 2, taken: 2 }]);
    expect((await organiser.post(path('quota/preview'), { version: 0, cells: [cell(null, 'III', 9)] }).expect(200)).body.problems).toMatchObject([{ code: 'quota.belowTaken' }, { code: 'quota.belowTaken' }]);
    expect((await put([])).status).toBe(200);
    expect(await stored()).toEqual([]);
    expect(await api.db.read(`select count(*) as n from enrolment where cohort_id = $1 and quota_id is null`, [cohort.id])).toEqual([{ n: 3 }]);
  });

  it.each([
    ['a unit of elsewhere', async () => [cell((await aGround(api.db)).unitId, 'III', 1)], 'quota.unitUnknown'],
    ['a unit below another', () => Promise.resolve([cell(ground.unitId, 'III', 1), cell(ground.subUnitId, 'IV', 1)]), 'quota.unitsApart'],
    ['the same cell twice', () => Promise.resolve([cell(ground.unitId, 'III', 1), cell(ground.unitId, 'III', 2)]), 'quota.cellRepeated'],
  ])('refuses %s', async (_, cells, code) => {
    expect((await put(await cells())).body.code).toBe(code);
  });

  it('takes in another agency as a whole, by its root', async () => {
    const other = await aGround(api.db);
    expect((await put([cell(other.rootUnitId, null, 10)])).status).toBe(200);
    expect((await quota()).units.map(({ id }) => id)).toContain(other.rootUnitId);
  });

  it('is not overwritten by a stale form, and holds the capacity from then on', async () => {
    const { version } = await quota();
    expect((await put([cell(null, null, 100)], version)).status).toBe(200);
    expect((await put([cell(null, null, 90)], version)).body.code).toBe('conflict.stale');
    await expect(api.db.execute(`update cohort set capacity = 99 where id = $1`, [cohort.id])).rejects.toThrow(/quota above capacity/);
  });

  it('of hundreds of cells is saved in well under five seconds', async () => {
    const units = await api.db.execute<{ id: string }>(
      `insert into unit (agency_id, parent_id, kind, code, name) select $1, $2, 'DINAS', 'M-' || $3 || n, 'Dinas ' || n from generate_series(1, 80) n returning id`, [ground.agencyId, ground.rootUnitId, cohort.id.slice(0, 6)]);
    await api.db.execute(`update cohort set capacity = 1000 where id = $1`, [cohort.id]);
    const start = process.hrtime.bigint();
    expect((await put(units.flatMap(({ id }) => (['II', 'III', 'IV', 'NONE'] as const).map((band) => cell(id, band, 2))))).status).toBe(200);
    expect(Number((process.hrtime.bigint() - start) / 1_000_000n)).toBeLessThan(5000);
  });
});

describe('unused quota', () => {
  const returns = (day: string) => api.db.execute(`update admission set quota_returns_on = $2 where cohort_id = $1`, [cohort.id, day]);
  const run = async (instant: string): Promise<number | undefined> => {
    api.standAt(instant);
    try {
      return (await api.app.get(QuotaReturn).run()).get(cohort.id);
    } finally {
      api.standAt(null);
    }
  };

  it('goes to the reserve on the local day, once, noted, and those who listen hear of every seat', async () => {
    const heard: (string | null)[] = [];
    api.app.get(EnrolmentMoves).whenSeatsFree((_tx, _actor, cohortId, freed) => { if (cohortId === cohort.id) heard.push(...freed.map(({ quotaId }) => quotaId)); return Promise.resolve(); });
    await put([cell(ground.unitId, 'IV', 10), cell(null, 'III', 5), cell(null, null, 1)]);
    await seat(4);
    await returns('2026-08-25');
    // Midnight in WITA is 16.00 UTC of the day before.
    expect(await run('2026-08-24T15:59:59Z')).toBeUndefined();
    expect(await run('2026-08-24T16:00:00Z')).toBe(11);
    expect(await stored()).toMatchObject([{ unitId: null, band: null, seats: 12 }, { band: 'IV', seats: 4, taken: 4 }, { band: 'III', seats: 0 }]);
    expect(heard).toHaveLength(11);
    expect(await run('2026-08-26T00:00:00Z')).toBeUndefined();
    expect((await admission()).quotaReturnedAt).toBe('2026-08-24T16:00:00.000Z');
    expect(await api.db.read(`select distinct reason from audit_event where subject_kind = 'admission' and subject_id = $1 and after ? 'quota_returned_at'`, [cohort.id])).toEqual([{ reason: 'quota.returned' }]);
    await seat(1);
    expect(await stored()).toMatchObject([{ unitId: null, taken: 1 }, {}, {}]);
  });

  it('is offered at once to those who wait, in their order and as many as came back', async () => {
    await put([cell(ground.unitId, 'IV', 1), cell(ground.unitId, 'III', 2)]);
    await seat(1);
    const people = [...await somePeople(api.db, ground, 2), ...await somePeople(api.db, ground, 2, { unitId: ground.rootUnitId })];
    const waiting = await enrol(api.db, cohort.id, people, 'waitlisted', null);
    await api.db.execute(`insert into leave (person_id, kind, starts_on, ends_on) values ($1, 'annual', '2026-09-01', '2026-09-08')`, [people[1]]);
    await returns('2026-08-25');
    await api.db.execute(`update admission set offer_hours = 36, cut_off_on = '2026-08-25' where cohort_id = $1`, [cohort.id]);
    expect(await run('2026-08-25T02:00:00Z')).toBe(2);
    expect(await stored()).toMatchObject([{ unitId: null, band: null, seats: 2, taken: 2 }, { band: 'IV', seats: 1, taken: 1 }, { band: 'III', seats: 0, taken: 0 }]);
    expect(await api.db.read(
      `select e.id, e.state, o.expires_at, e.quota_id = q.id as "fromReserve", e.xmin = a.xmin as together from enrolment e join admission a using (cohort_id)
       join quota q on q.cohort_id = e.cohort_id and q.unit_id is null and q.band is null left join seat_offer o on o.enrolment_id = e.id
       where e.id = any($1::uuid[]) order by e.nomination_rank`, [waiting])).toEqual([
      { id: waiting[0], state: 'offered', expires_at: new Date('2026-08-26T14:00:00Z'), fromReserve: true, together: true },
      { id: waiting[1], state: 'waitlisted', expires_at: null, fromReserve: null, together: false },
      { id: waiting[2], state: 'offered', expires_at: new Date('2026-08-26T14:00:00Z'), fromReserve: true, together: true },
      { id: waiting[3], state: 'waitlisted', expires_at: null, fromReserve: null, together: false },
    ]);
    expect(await api.db.read(`select seats_taken, seats_offered from cohort where id = $1`, [cohort.id])).toEqual([{ seats_taken: 1, seats_offered: 2 }]);
  });

  it('goes to nobody by itself after the cut-off: the organiser is asked', async () => {
    await put([cell(ground.unitId, 'III', 2)]);
    const [id] = await enrol(api.db, cohort.id, await somePeople(api.db, ground, 1), 'waitlisted', null);
    await returns('2026-08-25');
    await api.db.execute(`update admission set cut_off_on = '2026-08-24' where cohort_id = $1`, [cohort.id]);
    expect(await run('2026-08-25T02:00:00Z')).toBe(2);
    expect(await stored()).toMatchObject([{ unitId: null, seats: 2, taken: 0 }, { band: 'III', seats: 0 }]);
    expect(await api.db.read(`select e.state, (select count(*) from seat_offer o where o.enrolment_id = e.id) as offers from enrolment e where id = $1`, [id])).toEqual([{ state: 'waitlisted', offers: 0 }]);
    expect(await api.db.read(`select account_id from announcement where event = 'waiting.organiserAsked' and cohort_id = $1`, [cohort.id])).toContainEqual({ account_id: organiser.accountId });
  });

  it('goes back once although two processes sweep at the same moment', async () => {
    await put([cell(ground.unitId, 'IV', 10)]);
    await returns('2026-08-25');
    const sweep = api.app.get(QuotaReturn);
    api.standAt('2026-08-26T00:00:00Z');
    const counts = (await Promise.all([sweep.run(), sweep.run(), sweep.run()])).map((returned) => returned.get(cohort.id) ?? 0);
    api.standAt(null);
    expect(counts.sort()).toEqual([0, 0, 10]);
    expect(await stored()).toMatchObject([{ unitId: null, seats: 10 }, { seats: 0 }]);
  });

  it('goes back again after a new day was set', async () => {
    await put([cell(ground.unitId, 'IV', 10)]);
    await returns('2026-08-25');
    await run('2026-08-26T00:00:00Z');
    await put([cell(ground.unitId, 'IV', 3), cell(null, null, 7)]);
    const { version } = await admission();
    await organiser.put(path('admission'), { version, route: 'none', eligibility: {}, quotaReturnsOn: '2026-09-01' }).expect(200);
    expect(await run('2026-09-01T00:00:00Z')).toBe(3);
  });
});
