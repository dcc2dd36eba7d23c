import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { EnrolmentMoves } from '../enrolment/index.js';
import { entities } from '../entities.js';
import { Clock, Database, LOG, readConfig } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { OfferSweep } from './index.js';
import { aFullCohort, enrol, type FullCohort } from './waiting.builder.js';

let api: TestApi;
let ground: Ground;
let organiser: Caller;
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
});
afterEach(() => { api.standAt(null); });
afterAll(() => api.close());

const DAY_BEFORE = '2026-08-20T02:00:00Z';
const leave = (id: string, caller = organiser) => caller.post(`/api/v1/enrolments/${id}/withdrawal`, { code: 'ill' });
const stateOf = async (id: string): Promise<string> => (await api.db.read<{ state: string }>(`select state from enrolment where id = $1`, [id]))[0]!.state;
const statesOf = async ({ waiting }: FullCohort): Promise<string[]> => Promise.all(waiting.map(stateOf));
const offersOf = (cohortId: string) => api.db.read<{ id: string; enrolment_id: string; why: { tier: string; passedOver: { name: string; reasons: { code: string }[] }[] }; hours: number }>(
  `select o.id, o.enrolment_id, o.why, extract(epoch from o.expires_at - o.offered_at) / 3600 as hours from seat_offer o join enrolment e on e.id = o.enrolment_id where e.cohort_id = $1 order by (select moved_at from enrolment_move v where v.details ->> 'offerId' = o.id::text and v.to_state = 'offered')`, [cohortId]);
const told = (event: string, cohortId: string) => api.db.read<{ person_id: string | null; account_id: string | null; facts: Record<string, string> }>(
  `select person_id, account_id, facts from announcement where event = $1 and cohort_id = $2 order by id`, [event, cohortId]);
const counters = async (id: string) => (await api.db.read<{ taken: number; offered: number }>(`select seats_taken as taken, seats_offered as offered from cohort where id = $1`, [id]))[0];
const listOf = async (id: string, caller = organiser) => (await caller.get(`/api/v1/cohorts/${id}/waiting-list`).expect(200)).body;

describe('a seat that comes free', () => {
  it('is offered to the next in line in the same transaction, with the reason and a time limit', async () => {
    api.standAt(DAY_BEFORE);
    const cohort = await aFullCohort(api.db, ground);
    await leave(cohort.seated[0]!).expect(204);
    expect(await statesOf(cohort)).toEqual(['offered', 'waitlisted', 'waitlisted']);
    expect(await counters(cohort.id)).toEqual({ taken: 1, offered: 1 });
    const [offer] = await offersOf(cohort.id);
    expect(offer).toMatchObject({ enrolment_id: cohort.waiting[0], hours: 24, why: { by: 'rule', tier: 'open', decisive: 'nominationRank', rank: 1, waiting: 3, passedOver: [] } });
    expect(await told('waiting.offered', cohort.id)).toEqual([{ person_id: cohort.waitingPeople[0], account_id: null, facts: { expiresAt: '2026-08-21T02:00:00.000Z', zone: 'Asia/Makassar', link: `/tawaran/${offer!.id}` } }]);
  });

  it('passes over who is on leave or elsewhere, and says so', async () => {
    api.standAt(DAY_BEFORE);
    const cohort = await aFullCohort(api.db, ground);
    await api.db.execute(`insert into leave (person_id, kind, starts_on, ends_on) values ($1, 'annual', '2026-09-01', '2026-09-08')`, [cohort.waitingPeople[0]]);
    const other = await aFullCohort(api.db, ground, { seats: 0, waiting: 0, cohort: { capacity: 3, name: 'GTA Telaga' } });
    await enrol(api.db, other.id, [cohort.waitingPeople[1]!], 'accepted', null);
    await leave(cohort.seated[0]!).expect(204);
    expect(await statesOf(cohort)).toEqual(['waitlisted', 'waitlisted', 'offered']);
    expect((await offersOf(cohort.id))[0]!.why.passedOver.map(({ reasons }) => reasons)).toEqual([
      [{ code: 'onLeave', facts: { from: '2026-09-01', to: '2026-09-08' } }], [{ code: 'clash', facts: { cohort: 'GTA Telaga' } }],
    ]);
  });

  it('goes to the same unit and band first, and draws from their cell', async () => {
    api.standAt(DAY_BEFORE);
    const cohort = await aFullCohort(api.db, ground, { waiting: 1, cells: [{ unitId: ground.unitId, band: 'IV', seats: 2 }, { unitId: null, band: null, seats: 1 }] });
    const [second] = await somePeople(api.db, ground, 1, { unitId: ground.rootUnitId });
    await api.db.execute(`update enrolment set nomination_rank = 7 where id = $1`, [cohort.waiting[0]]);
    const [elsewhere] = await enrol(api.db, cohort.id, [second!], 'waitlisted', null);
    await leave(cohort.seated[1]!).expect(204);
    expect([await stateOf(cohort.waiting[0]!), await stateOf(elsewhere!)]).toEqual(['offered', 'waitlisted']);
    expect((await offersOf(cohort.id))[0]!.why).toMatchObject({ tier: 'cell', cell: { unitName: 'Dinas Kesehatan', band: 'IV' } });
    await leave(cohort.seated[0]!).expect(204);
    expect(await stateOf(elsewhere!)).toBe('offered');
    expect((await offersOf(cohort.id))[1]!.why.tier).toBe('band');
    expect(await api.db.read(`select band, seats, taken from quota where cohort_id = $1 order by band nulls last`, [cohort.id])).toEqual([{ band: 'IV', seats: 2, taken: 1 }, { band: null, seats: 1, taken: 1 }]);
  });

  it('goes to the reserve once unused quota was returned and nobody of the cell waits', async () => {
    api.standAt(DAY_BEFORE);
    const cohort = await aFullCohort(api.db, ground, { waiting: 0, cells: [{ unitId: ground.unitId, band: 'IV', seats: 2 }] });
    const [other] = await somePeople(api.db, ground, 1, { unitId: ground.rootUnitId });
    const [elsewhere] = await enrol(api.db, cohort.id, [other!], 'waitlisted', null);
    await leave(cohort.seated[0]!).expect(204);
    expect(await stateOf(elsewhere!)).toBe('waitlisted');
    await api.db.execute(`update admission set quota_returned_at = now() where cohort_id = $1`, [cohort.id]);
    await leave(cohort.seated[1]!).expect(204);
    expect(await stateOf(elsewhere!)).toBe('offered');
    expect(await api.db.read(`select band, seats, taken from quota where cohort_id = $1 order by band nulls last`, [cohort.id])).toEqual([{ band: 'IV', seats: 1, taken: 0 }, { band: null, seats: 1, taken: 1 }]);
  });

  it('after the cut-off is nobody’s by itself: it goes to the reserve and the organiser is asked', async () => {
    const cohort = await aFullCohort(api.db, ground, { cells: [{ unitId: ground.unitId, band: 'IV', seats: 2 }], cutOffOn: '2026-08-20' });
    api.standAt('2026-08-20T15:59:00Z');
    await leave(cohort.seated[0]!).expect(204);
    expect(await statesOf(cohort)).toEqual(['offered', 'waitlisted', 'waitlisted']);
    api.standAt('2026-08-20T16:01:00Z');
    await leave(cohort.seated[1]!).expect(204);
    expect(await statesOf(cohort)).toEqual(['offered', 'waitlisted', 'waitlisted']);
    const asked = await told('waiting.organiserAsked', cohort.id);
    expect(asked.map(({ account_id }) => account_id)).toContain(organiser.accountId);
    expect(asked[0]!.facts).toMatchObject({ person: 'Tunggu 000002', reason: expect.stringContaining('20 Agustus 2026'), link: `/angkatan/${cohort.id}/daftar-tunggu` });
    expect(await api.db.read(`select band, seats, taken from quota where cohort_id = $1 order by band nulls last`, [cohort.id])).toEqual([{ band: 'IV', seats: 1, taken: 1 }, { band: null, seats: 1, taken: 0 }]);
    const { body } = await organiser.post(`/api/v1/cohorts/${cohort.id}/waiting-list/offers`, { enrolmentId: cohort.waiting[1] }).expect(200);
    expect(body).toMatchObject({ promotesBySelf: false, seatsFree: 0 });
    expect(await statesOf(cohort)).toEqual(['offered', 'offered', 'waitlisted']);
  });

  it('stays free in a cohort that is over or has nobody waiting', async () => {
    api.standAt(DAY_BEFORE);
    const cohort = await aFullCohort(api.db, ground, { waiting: 0 });
    await leave(cohort.seated[0]!).expect(204);
    expect(await counters(cohort.id)).toEqual({ taken: 1, offered: 0 });
    expect(await offersOf(cohort.id)).toEqual([]);
  });
});

describe('an offer', () => {
  const offered = async (changes = {}): Promise<{ cohort: FullCohort; caller: Caller; id: string }> => {
    api.standAt(DAY_BEFORE);
    const cohort = await aFullCohort(api.db, ground, changes);
    const caller = await api.as([], { id: cohort.waitingPeople[0]! });
    await leave(cohort.seated[0]!).expect(204);
    return { cohort, caller, id: (await offersOf(cohort.id))[0]!.id };
  };
  const answer = (caller: Caller, id: string, how: 'accept' | 'decline') => caller.post(`/api/v1/me/offers/${id}/${how}`);
  const grants = (caller: Caller) => api.db.read(`select role from role_grant where account_id = $1 and revoked_at is null`, [caller.accountId]);

  it('is seen and accepted by the one it was made to, once or twice, who then is a participant', async () => {
    const { cohort, caller, id } = await offered();
    expect((await caller.get('/api/v1/me/offers').expect(200)).body).toMatchObject([{ id, cohortId: cohort.id, programmeName: 'Kepemimpinan Digital', expiresAt: '2026-08-21T02:00:00.000Z', now: '2026-08-20T02:00:00.000Z', outcome: 'open' }]);
    await answer(caller, id, 'accept').expect(204);
    await answer(caller, id, 'accept').expect(204);
    expect((await answer(caller, id, 'decline').expect(409)).body.code).toBe('waiting.offerAnswered');
    expect(await stateOf(cohort.waiting[0]!)).toBe('accepted');
    expect(await grants(caller)).toEqual([{ role: 'participant' }]);
    expect(await counters(cohort.id)).toEqual({ taken: 2, offered: 0 });
    expect((await listOf(cohort.id)).log).toMatchObject([{ id, outcome: 'accepted', name: 'Tunggu 000001' }]);
  });

  it('does not exist for anybody else', async () => {
    const { cohort, id } = await offered();
    const other = await api.as([], { id: cohort.waitingPeople[1]! });
    for (const caller of [other, organiser]) {
      await answer(caller, id, 'accept').expect(404);
      expect((await caller.get('/api/v1/me/offers').expect(200)).body).toEqual([]);
    }
    expect(await stateOf(cohort.waiting[0]!)).toBe('offered');
  });

  it('that is declined goes to the next at once', async () => {
    const { cohort, caller, id } = await offered();
    await answer(caller, id, 'decline').expect(204);
    expect(await statesOf(cohort)).toEqual(['withdrawn', 'offered', 'waitlisted']);
    expect((await listOf(cohort.id)).log.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['open', 'declined']);
  });

  it('is refused in words a second too late, and taken back by the sweep, exactly once with two workers', async () => {
    const { cohort, caller, id } = await offered();
    api.standAt('2026-08-21T02:00:00Z');
    const late = await answer(caller, id, 'accept').expect(410);
    expect(late.body).toMatchObject({ code: 'waiting.offerExpired', title: expect.stringContaining('sudah habis') });
    const other = await Database.connect(readConfig(), entities);
    try {
      const sweeps = [api.app.get(OfferSweep), new OfferSweep(other, api.app.get(EnrolmentMoves), api.app.get(Clock), readConfig(), api.app.get(LOG))];
      await Promise.all([...sweeps, ...sweeps].map((sweep) => sweep.run()));
    } finally {
      await other.onModuleDestroy();
    }
    expect(await statesOf(cohort)).toEqual(['waitlisted', 'offered', 'waitlisted']);
    expect((await answer(caller, id, 'accept').expect(410)).body.code).toBe('waiting.offerExpired');
    expect(await told('waiting.expired', cohort.id)).toEqual([{ person_id: cohort.waitingPeople[0], account_id: null, facts: { link: `/tawaran/${id}` } }]);
    expect((await listOf(cohort.id)).rows).toMatchObject([{ state: 'offered', place: null }, { name: 'Tunggu 000001', place: 1, passOver: [{ code: 'lapsed' }] }, { place: 2 }]);
    expect(await api.db.read(`select code, moved_by from enrolment_move where enrolment_id = $1 and to_state = 'waitlisted' and from_state = 'offered'`, [cohort.waiting[0]])).toEqual([{ code: 'offerLapsed', moved_by: null }]);
  });

  it('that nobody answers goes through the whole list and comes back to nobody', async () => {
    const { cohort } = await offered({ waiting: 2 });
    for (const instant of ['2026-08-21T02:00:01Z', '2026-08-22T02:00:02Z', '2026-08-23T02:00:03Z']) {
      api.standAt(instant);
      await api.app.get(OfferSweep).run();
    }
    expect(await statesOf(cohort)).toEqual(['waitlisted', 'waitlisted']);
    expect(await offersOf(cohort.id)).toHaveLength(2);
    expect(await counters(cohort.id)).toEqual({ taken: 1, offered: 0 });
  });
});

describe('the waiting list', () => {
  it('stands in order, with places overall and within the OPD, and the seats', async () => {
    const cohort = await aFullCohort(api.db, ground, { waiting: 2 });
    const [third] = await somePeople(api.db, ground, 1, { name: 'Lain', unitId: ground.rootUnitId });
    await enrol(api.db, cohort.id, [third!], 'waitlisted', null);
    await api.db.execute(`update enrolment set nomination_rank = null where person_id = $1`, [third]);
    expect(await listOf(cohort.id)).toMatchObject({
      seatsFree: 0, capacity: 2, offerHours: 24, promotesBySelf: true, allowedOperations: ['offer'], log: [],
      rows: [{ name: 'Tunggu 000001', opdName: 'Dinas Kesehatan', band: 'IV', place: 1, placeInUnit: 1, seatFree: false }, { place: 2, placeInUnit: 2 }, { name: 'Lain 000001', place: 3, placeInUnit: 1 }],
    });
    const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: ground.agencyId, cohortId: cohort.id }]);
    expect((await listOf(cohort.id, facilitator)).allowedOperations).toEqual([]);
    await facilitator.post(`/api/v1/cohorts/${cohort.id}/waiting-list/offers`, { enrolmentId: cohort.waiting[0] }).expect(403);
  });

  it('is passed over by hand only with a reason, which the log keeps', async () => {
    api.standAt(DAY_BEFORE);
    const cohort = await aFullCohort(api.db, ground, { waiting: 0 });
    await leave(cohort.seated[0]!).expect(204);
    const people = await somePeople(api.db, ground, 2, { name: 'Tunggu' });
    const [first, second] = await enrol(api.db, cohort.id, people, 'waitlisted', null);
    const offer = (body: object) => organiser.post(`/api/v1/cohorts/${cohort.id}/waiting-list/offers`, body);
    expect((await offer({ enrolmentId: second }).expect(400)).body.errors).toMatchObject([{ path: 'reason', code: 'waiting.reasonMissing', message: 'Ada 1 orang yang gilirannya lebih dulu. Tuliskan alasan memilih di luar urutan.' }]);
    const { body } = await offer({ enrolmentId: second, reason: 'Mewakili kecamatan' }).expect(200);
    expect(body.log).toMatchObject([{ enrolmentId: second, why: { by: 'hand', note: 'Mewakili kecamatan', passedOver: [{ enrolmentId: first, name: 'Tunggu 000001' }] } }]);
    expect((await offer({ enrolmentId: first }).expect(409)).body.code).toBe('enrolment.full');
    expect((await offer({ enrolmentId: second }).expect(409)).body.code).toBe('waiting.notWaiting');
  });
});
