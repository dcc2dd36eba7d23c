import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aFullCohort, enrol } from './waiting.builder.js';

let api: TestApi;
let ground: Ground;
let organiser: Caller;
let head: Caller;
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
  head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: ground.agencyId, unitId: ground.unitId }]);
});
afterEach(() => { api.standAt(null); });
afterAll(() => api.close());

const cellsOf = (ofUnit: number) => [{ unitId: ground.unitId, band: 'IV', seats: ofUnit }, { unitId: null, band: null, seats: 1 }];
const replace = (id: string, personId: string, caller = head, more: object = {}) => caller.post(`/api/v1/enrolments/${id}/replacement`, { personId, code: 'otherDuty', ...more });
const quota = (id: string) => api.db.read(`select band, seats, taken from quota where cohort_id = $1 order by band nulls last`, [id]);
const one = async (unitId = ground.unitId): Promise<string> => (await somePeople(api.db, ground, 1, { name: 'Ganti', unitId }))[0]!;
const rowOf = async (id: string) => (await api.db.read<{ state: string; replaces: string | null; state_code: string | null }>(`select state, replaces, state_code from enrolment where id = $1`, [id]))[0];

describe('a replacement before the cut-off', () => {
  it('keeps the seat in the cell of the unit, with nobody promoted in between', async () => {
    api.standAt('2026-08-20T02:00:00Z');
    const cohort = await aFullCohort(api.db, ground, { cells: cellsOf(2), cutOffOn: '2026-08-20' });
    expect((await head.get(`/api/v1/enrolments/${cohort.seated[0]!}/replacement`).expect(200)).body).toMatchObject({ name: 'Kursi 000001', rule: 'keepsCell', cell: 'Dinas Kesehatan, eselon IV', claims: 0, mayOverride: false });
    const { body } = await replace(cohort.seated[0]!, await one(ground.subUnitId)).expect(200);
    expect(body.rule).toBe('keepsCell');
    expect(await rowOf(cohort.seated[0]!)).toEqual({ state: 'withdrawn', replaces: null, state_code: 'otherDuty' });
    expect(await rowOf(body.enrolmentId)).toMatchObject({ state: 'accepted', replaces: cohort.seated[0] });
    expect(await quota(cohort.id)).toEqual([{ band: 'IV', seats: 2, taken: 2 }, { band: null, seats: 1, taken: 0 }]);
    expect(await Promise.all(cohort.waiting.map(async (id) => (await rowOf(id))?.state))).toEqual(['waitlisted', 'waitlisted', 'waitlisted']);
  });

  it('is refused from another unit, in words that name the cell', async () => {
    api.standAt('2026-08-20T02:00:00Z');
    const cohort = await aFullCohort(api.db, ground, { cells: cellsOf(2) });
    const answer = await replace(cohort.seated[0]!, await one(ground.rootUnitId), organiser).expect(409);
    expect(answer.body).toMatchObject({ code: 'waiting.replacementOtherCell', title: expect.stringContaining('tetap milik Dinas Kesehatan, eselon IV') });
    expect(await rowOf(cohort.seated[0]!)).toMatchObject({ state: 'accepted' });
  });

  it('may be somebody who waits, and is not when the person holds a seat, is the same or is unknown', async () => {
    api.standAt('2026-08-20T02:00:00Z');
    const cohort = await aFullCohort(api.db, ground);
    const code = async (personId: string, caller = head): Promise<string> => (await replace(cohort.seated[0]!, personId, caller).expect(400)).body.errors[0].code;
    expect(await code(cohort.seatedPeople[1]!)).toBe('waiting.replacementSeated');
    expect(await code(cohort.seatedPeople[0]!)).toBe('waiting.samePerson');
    expect(await code('00000000-0000-4000-8000-000000000000')).toBe('waiting.replacementUnknown');
    expect(await code(await one(ground.rootUnitId))).toBe('waiting.replacementUnknown');
    expect(await code((await somePeople(api.db, await aGround(api.db), 1))[0]!, organiser)).toBe('waiting.replacementUnknown');
    await replace(cohort.seated[0]!, cohort.waitingPeople[1]!).expect(200);
    expect(await rowOf(cohort.waiting[1]!)).toMatchObject({ state: 'accepted', replaces: cohort.seated[0] });
    expect((await replace(cohort.seated[0]!, await one()).expect(409)).body.code).toBe('waiting.noSeatHeld');
  });

  it('who does not meet the conditions is refused, and nobody has left', async () => {
    api.standAt('2026-08-20T02:00:00Z');
    const cohort = await aFullCohort(api.db, ground);
    await api.db.execute(`update admission set eligibility = '{"bands":["II"]}' where cohort_id = $1`, [cohort.id]);
    expect((await replace(cohort.seated[0]!, await one()).expect(409)).body.code).toBe('enrolment.notEligible');
    expect(await rowOf(cohort.seated[0]!)).toMatchObject({ state: 'accepted' });
  });
});

describe('a replacement after the cut-off', () => {
  const late = '2026-08-21T02:00:00Z';

  it('draws from the reserve, to which the seat goes', async () => {
    api.standAt(late);
    const cohort = await aFullCohort(api.db, ground, { cells: cellsOf(2), waiting: 0, cutOffOn: '2026-08-20' });
    const { body } = await replace(cohort.seated[0]!, await one()).expect(200);
    expect(body.rule).toBe('reserve');
    expect(await quota(cohort.id)).toEqual([{ band: 'IV', seats: 1, taken: 1 }, { band: null, seats: 2, taken: 1 }]);
  });

  it('makes the reserve where there was none', async () => {
    api.standAt(late);
    const cohort = await aFullCohort(api.db, ground, { cells: cellsOf(2).slice(0, 1), waiting: 0, cutOffOn: '2026-08-20' });
    await replace(cohort.seated[0]!, await one()).expect(200);
    expect(await quota(cohort.id)).toEqual([{ band: 'IV', seats: 1, taken: 1 }, { band: null, seats: 1, taken: 1 }]);
  });

  it('stands behind those who wait and quotes the rule; only the organiser passes over them, with a reason', async () => {
    api.standAt(late);
    const cohort = await aFullCohort(api.db, ground, { cells: cellsOf(2), waiting: 2, cutOffOn: '2026-08-20' });
    const personId = await one();
    const refused = await replace(cohort.seated[0]!, personId, head, { reason: 'Mendesak sekali' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'waiting.reserveClaimed', title: expect.stringContaining('Setelah batas 20 Agustus 2026, kursi yang lepas masuk cadangan umum') });
    expect((await replace(cohort.seated[0]!, personId, organiser).expect(409)).body.code).toBe('waiting.reserveClaimed');
    expect((await organiser.get(`/api/v1/enrolments/${cohort.seated[0]!}/replacement`).expect(200)).body).toMatchObject({ rule: 'reserve', claims: 2, mayOverride: true, cutOffOn: '2026-08-20' });
    await replace(cohort.seated[0]!, personId, organiser, { reason: 'Narasumber utama' }).expect(200);
    expect(await quota(cohort.id)).toEqual([{ band: 'IV', seats: 1, taken: 1 }, { band: null, seats: 2, taken: 1 }]);
  });
});

describe('the agency', () => {
  it('withdraws its own people and no others, with a reason code and words for "other"', async () => {
    api.standAt('2026-08-20T02:00:00Z');
    const cohort = await aFullCohort(api.db, ground);
    const [foreign] = await enrol(api.db, (await aFullCohort(api.db, ground, { seats: 0, waiting: 0 })).id, [await one(ground.rootUnitId)], 'accepted', null);
    const leave = (id: string, body: object) => head.post(`/api/v1/enrolments/${id}/withdrawal`, body);
    await leave(foreign!, { code: 'ill' }).expect(404);
    await head.get(`/api/v1/enrolments/${foreign!}/replacement/candidates`).expect(404);
    expect((await leave(cohort.seated[0]!, { code: 'other' }).expect(400)).body.errors).toMatchObject([{ path: 'reason' }]);
    expect((await leave(cohort.seated[0]!, { code: 'bosan' }).expect(400)).body.errors).toMatchObject([{ path: 'code' }]);
    await leave(cohort.seated[0]!, { code: 'other', reason: 'Tugas ke luar kota' }).expect(204);
    expect(await api.db.read(`select to_state, code, reason, moved_by from enrolment_move where enrolment_id = $1 and to_state = 'withdrawn'`, [cohort.seated[0]])).toEqual([
      { to_state: 'withdrawn', code: 'other', reason: 'Tugas ke luar kota', moved_by: head.accountId },
    ]);
  });

  it('looks for replacements among its own people, with what speaks against them', async () => {
    api.standAt('2026-08-20T02:00:00Z');
    const cohort = await aFullCohort(api.db, ground, { cells: cellsOf(2), waiting: 0 });
    const [busy, free] = await somePeople(api.db, ground, 2, { name: 'Pengganti Rimba' });
    await api.db.execute(`insert into leave (person_id, kind, starts_on, ends_on) values ($1, 'sick', '2026-09-07', '2026-09-08')`, [busy]);
    await somePeople(api.db, ground, 1, { name: 'Pengganti Rimba', unitId: ground.rootUnitId });
    const find = async (caller: Caller) => (await caller.get(`/api/v1/enrolments/${cohort.seated[0]!}/replacement/candidates?q=pengganti%20rimba`).expect(200)).body;
    for (const caller of [head, organiser]) {
      expect(await find(caller)).toMatchObject({ total: 2, rows: [{ personId: busy, name: 'Pengganti Rimba 000001', onLeave: true, trained: false, otherCohort: null }, { personId: free, onLeave: false, opdName: 'Dinas Kesehatan' }] });
    }
  });

  it('acts through a deputy in its name', async () => {
    const [deputyPerson] = await somePeople(api.db, ground, 1);
    const deputy = await api.as([], { id: deputyPerson! });
    await api.db.execute(`insert into delegation (grant_id, deputy_id, starts_on, ends_on) select id, $2, '2026-08-01', '2026-08-31' from role_grant where account_id = $1`, [head.accountId, deputy.accountId]);
    api.standAt('2026-08-20T02:00:00Z');
    const cohort = await aFullCohort(api.db, ground, { waiting: 0 });
    const { body } = await replace(cohort.seated[0]!, await one(), deputy).expect(200);
    expect(await api.db.read(`select moved_by, on_behalf_of from enrolment_move where enrolment_id = any($1) and to_state in ('withdrawn', 'accepted') and from_state <> 'new'`, [[cohort.seated[0], body.enrolmentId]])).toEqual([
      { moved_by: deputy.accountId, on_behalf_of: head.accountId }, { moved_by: deputy.accountId, on_behalf_of: head.accountId },
    ]);
  });
});
