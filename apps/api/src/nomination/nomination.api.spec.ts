import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aCell, admit, aLetterFile } from './nomination.builder.js';

let api: TestApi;
let ground: Ground;
let head: Caller;
let letterFileId: string;
let cohort: { id: string };
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: ground.agencyId, unitId: ground.unitId }]);
  letterFileId = await aLetterFile(head);
});
beforeEach(async () => {
  api.standAt('2026-08-03T02:00:00Z');
  cohort = await aCohort(api.db, ground);
});
afterEach(() => { api.standAt(null); });
afterAll(() => api.close());

const letter = { letterNumber: '800/12/DINKES', letterOn: '2026-08-01', note: 'Mohon diterima' };
const nominate = (personIds: readonly string[], more: object = {}, caller = head) => caller.post(`/api/v1/cohorts/${cohort.id}/nominations`, { personIds, ...letter, letterFileId, ...more });
const outcomes = (body: { rows: { outcome: string; code?: string }[] }): string[] => body.rows.map(({ outcome, code }) => (code ? `${outcome} ${code}` : outcome));
const stored = (): Promise<Record<string, unknown>[]> => api.db.read(`select person_id as id, state, nomination_rank as rank, nomination_id is not null as "byLetter", on_behalf_of as behalf from enrolment where cohort_id = $1 order by nomination_rank`, [cohort.id]);
const nominees = async (query = '', caller = head): Promise<{ total: number; rows: { personId: string; fullName: string; pickable: boolean; warnings: object[] }[] }> => (await caller.get(`/api/v1/cohorts/${cohort.id}/nominees?${query}`).expect(200)).body;

describe('where people may be sent', () => {
  it('names the quota of one’s own units with what is left, and the deadline', async () => {
    await admit(api.db, cohort.id, { route: 'one_step', opens_on: '2026-08-01', closes_on: '2026-08-20' });
    const elsewhere = (await api.db.execute<{ id: string }>(`insert into unit (agency_id, parent_id, kind, code, name) values ($1, $2, 'DINAS', $3, 'Dinas Sosial') returning id`, [ground.agencyId, ground.rootUnitId, cohort.id.slice(0, 8)]))[0]!.id;
    await aCell(api.db, cohort.id, ground.unitId, 'IV', 2);
    await aCell(api.db, cohort.id, elsewhere, null, 5);
    await aCell(api.db, cohort.id, null, null, 3);
    const found = (await head.get('/api/v1/nominations/open').expect(200)).body.find(({ id }: { id: string }) => id === cohort.id);
    expect(found).toMatchObject({
      route: 'one_step', programmeName: 'Kepemimpinan Digital', free: 30, hasMatrix: true, quota: { own: true, seats: 2, taken: 0, left: 2, shared: 3 },
      window: { open: true, code: null, closesAt: '2026-08-20T16:00:00.000Z' }, undecided: 0, seated: 0,
    });
    expect(found.cells.map(({ unitName, band, seats }: { unitName: string; band: string; seats: number }) => [unitName, band, seats])).toEqual([['Dinas Kesehatan', 'IV', 2], [null, null, 3]]);
  });

  it('leaves out cohorts of other agencies but those that name one', async () => {
    const foreign = await aGround(api.db);
    const other = await aCohort(api.db, foreign);
    const isOpen = async (): Promise<boolean> => (await head.get('/api/v1/nominations/open').expect(200)).body.some(({ id }: { id: string }) => id === other.id);
    expect(await isOpen()).toBe(false);
    await head.get(`/api/v1/cohorts/${other.id}/nominees`).expect(404);
    await aCell(api.db, other.id, ground.unitId, null, 1);
    expect(await isOpen()).toBe(true);
    await head.get(`/api/v1/cohorts/${other.id}/nominees`).expect(200);
  });

  it('does not offer what people apply to, nor what is not open', async () => {
    await admit(api.db, cohort.id, { route: 'self' });
    const planned = await aCohort(api.db, ground, { state: 'planned' });
    const ids = (await head.get('/api/v1/nominations/open').expect(200)).body.map(({ id }: { id: string }) => id);
    expect(ids).not.toContain(cohort.id);
    expect(ids).not.toContain(planned.id);
  });
});

describe('whom to send', () => {
  it('comes in turn: never trained, then by echelon, then longest since training', async () => {
    const unit = await aGround(api.db);
    const of = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: unit.agencyId, unitId: unit.unitId }]);
    const [never, neverHigher, long, lately, longLower] = await somePeople(api.db, unit, 5);
    const past = async (personId: string, endsOn: string): Promise<void> => {
      const held = await aCohort(api.db, unit, { curriculum_id: ground.curriculumId, state: 'completed', starts_on: endsOn, ends_on: endsOn });
      await api.db.execute(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted')`, [held.id, personId]);
    };
    cohort = await aCohort(api.db, unit, { curriculum_id: ground.curriculumId });
    await past(long!, '2019-05-01');
    await past(lately!, '2024-05-01');
    await past(longLower!, '2015-05-01');
    await api.db.execute(`update employment set eselon = case person_id when $1 then 'III.a' when $2 then 'V.a' else eselon end where person_id in ($1, $2)`, [neverHigher, longLower]);
    const { rows } = await nominees('', of);
    expect(rows.map(({ personId }) => personId)).toEqual([neverHigher, never, long, lately, longLower]);
    expect((await nominees('page=2&size=2', of)).rows.map(({ personId }) => personId)).toEqual([long, lately]);
    expect((await nominees('band=III', of)).rows.map(({ personId }) => personId)).toEqual([neverHigher]);
  });

  it('warns of leave, of other cohorts at the same time, and says why somebody may not come', async () => {
    const [onLeave, busy, junior, there] = await somePeople(api.db, ground, 4, { name: 'Peringatan' });
    await api.db.execute(`insert into leave (person_id, kind, starts_on, ends_on) values ($1, 'annual', '2026-09-01', '2026-09-07'), ($1, 'sick', '2026-09-12', '2026-09-13')`, [onLeave]);
    const other = await aCohort(api.db, ground, { name: 'GTA Keamanan' });
    await api.db.execute(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted')`, [other.id, busy]);
    await api.db.execute(`update employment set eselon = 'V.a' where person_id = $1`, [junior]);
    await admit(api.db, cohort.id, { eligibility: { bands: ['III', 'IV'] } });
    await nominate([there!]).expect(201);
    const rows = new Map((await nominees('q=peringatan')).rows.map((row) => [row.personId, row]));
    expect(rows.get(onLeave!)).toMatchObject({ pickable: true, warnings: [{ code: 'leave', kind: 'annual', startsOn: '2026-09-01', endsOn: '2026-09-07' }] });
    expect(rows.get(busy!)).toMatchObject({ pickable: true, warnings: [{ code: 'otherCohort', name: 'GTA Keamanan', startsOn: '2026-09-07', endsOn: '2026-09-11' }] });
    expect(rows.get(junior!)).toMatchObject({ pickable: false, warnings: [{ code: 'notEligible', shortfall: { code: 'band', facts: { has: 'V', wanted: ['III', 'IV'] } } }] });
    expect(rows.get(there!)).toMatchObject({ pickable: false, warnings: [{ code: 'already', state: 'accepted' }] });
  });

  it('stays within the unit and below; the analyst of the agency sees all of it', async () => {
    const [mine] = await somePeople(api.db, ground, 1, { name: 'Lingkup', unitId: ground.subUnitId });
    const [above] = await somePeople(api.db, ground, 1, { name: 'Lingkup', unitId: ground.rootUnitId });
    expect((await nominees('q=lingkup')).rows.map(({ personId }) => personId)).toEqual([mine]);
    const analyst = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: ground.agencyId }]);
    expect(new Set((await nominees('q=lingkup', analyst)).rows.map(({ personId }) => personId))).toEqual(new Set([mine, above]));
    expect((await nominate([above!]).expect(409)).body).toMatchObject({ code: 'nomination.notAll', details: { rows: [{ personId: above, outcome: 'refused', code: 'enrolment.unknown' }] } });
    expect(await stored()).toEqual([]);
  });
});

describe('a letter', () => {
  it('gives seats at once where nobody has to approve, while quota lasts, and the reserve list to the rest, in its order', async () => {
    await aCell(api.db, cohort.id, ground.unitId, 'IV', 2);
    const people = await somePeople(api.db, ground, 3);
    const { body } = await nominate(people).expect(201);
    expect(outcomes(body)).toEqual(['accepted', 'accepted', 'waitlisted']);
    expect(await stored()).toEqual(people.map((id, index) => ({ id, state: index < 2 ? 'accepted' : 'waitlisted', rank: index + 1, byLetter: true, behalf: null })));
    expect(await api.db.read(`select letter_number, letter_on, letter_file_id, note, unit_id, on_behalf_of from nomination where id = $1`, [body.id])).toEqual([
      { letter_number: '800/12/DINKES', letter_on: '2026-08-01', letter_file_id: letterFileId, note: 'Mohon diterima', unit_id: ground.unitId, on_behalf_of: null }]);
  });

  it.each(['one_step', 'two_steps'])('leaves the decision to others by the route %s, and tells those who run the cohort', async (route) => {
    await admit(api.db, cohort.id, { route });
    const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
    const people = await somePeople(api.db, ground, 2);
    expect(outcomes((await nominate(people).expect(201)).body)).toEqual(['nominated', 'nominated']);
    const told = await api.db.read(`select facts ->> 'unit' as unit, facts ->> 'count' as count from announcement where event = 'nomination.submitted' and cohort_id = $1 and account_id = $2`, [cohort.id, organiser.accountId]);
    expect(told).toEqual([{ unit: 'Dinas Kesehatan', count: '2' }]);
  });

  it('takes all or nobody, and answers for each', async () => {
    await admit(api.db, cohort.id, { eligibility: { bands: ['IV'] } });
    const [fits, junior] = await somePeople(api.db, ground, 2);
    await api.db.execute(`update employment set eselon = null where person_id = $1`, [junior]);
    const { body } = await nominate([fits!, junior!]).expect(409);
    expect(body).toMatchObject({ code: 'nomination.notAll', title: '1 dari 2 orang tidak dapat diusulkan; tidak ada yang disimpan.', details: { refused: 1 } });
    expect(outcomes(body.details)).toEqual(['accepted', 'refused enrolment.notEligible']);
    expect(await stored()).toEqual([]);
    expect(await api.db.read(`select from nomination where cohort_id = $1`, [cohort.id])).toEqual([]);
  });

  it('sent twice with one key is one letter, also when both come at once', async () => {
    const people = await somePeople(api.db, ground, 2);
    const once = () => nominate(people).set('idempotency-key', `usulan-${cohort.id}`);
    const [first, second] = await Promise.all([once().expect(201), once().expect(201)]);
    expect(second.body).toEqual(first.body);
    expect(await api.db.read(`select count(*) from nomination where cohort_id = $1`, [cohort.id])).toEqual([{ count: 1 }]);
  });

  it('never gives a seat twice to heads who send at once', async () => {
    await aCell(api.db, cohort.id, ground.unitId, null, 3);
    const people = await somePeople(api.db, ground, 12);
    const answers = await Promise.all(people.map((id) => nominate([id]).expect(201)));
    expect(answers.flatMap(({ body }) => outcomes(body)).sort()).toEqual([...Array<string>(3).fill('accepted'), ...Array<string>(9).fill('waitlisted')]);
    expect(await api.db.read(`select taken from quota where cohort_id = $1`, [cohort.id])).toEqual([{ taken: 3 }]);
  });

  it.each([
    ['before the window', { opens_on: '2026-08-04' }, 'nomination.notYet', 'Pengusulan dibuka 4 Agustus 2026.'],
    ['after it', { closes_on: '2026-08-02' }, 'nomination.over', 'Pengusulan ditutup 2 Agustus 2026 pukul 24.00 WITA. Hubungi penyelenggara bila masih ada kursi.'],
    ['to a cohort that people apply to', { route: 'self' }, 'nomination.applyOnly', 'Peserta angkatan ini mendaftar sendiri; instansi tidak mengusulkan.'],
  ] as const)('is refused %s, in words', async (_, changes, code, title) => {
    await admit(api.db, cohort.id, changes);
    const [id] = await somePeople(api.db, ground, 1);
    expect((await nominate([id!]).expect(409)).body).toMatchObject({ code, title });
  });

  it('is taken until the last local midnight and not a second longer', async () => {
    await admit(api.db, cohort.id, { closes_on: '2026-08-03' });
    const [one, other] = await somePeople(api.db, ground, 2);
    api.standAt('2026-08-03T15:59:59Z');
    await nominate([one!]).expect(201);
    api.standAt('2026-08-03T16:00:00Z');
    expect((await nominate([other!]).expect(409)).body.code).toBe('nomination.over');
  });

  it.each(['planned', 'running', 'cancelled'])('is refused while the cohort is %s', async (state) => {
    cohort = await aCohort(api.db, ground, { state });
    const [id] = await somePeople(api.db, ground, 1);
    expect((await nominate([id!]).expect(409)).body.code).toBe('nomination.notEnrolling');
  });

  it('is asked for where somebody decides by it, field by field', async () => {
    await admit(api.db, cohort.id, { route: 'one_step' });
    const [id] = await somePeople(api.db, ground, 1);
    const faults = async (more: object): Promise<string[]> => (await nominate([id!], more).expect(400)).body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
    expect(await faults({ letterNumber: ' ', letterOn: '', letterFileId: null })).toEqual(['letterNumber nomination.letterNumberMissing', 'letterOn nomination.letterOnMissing', 'letterFileId nomination.letterFileIdMissing']);
    expect(await faults({ letterOn: '2026-08-04' })).toEqual(['letterOn nomination.letterAhead']);
    const stranger = await api.as([{ role: 'agency_head', scope: 'agency', agencyId: ground.agencyId }]);
    expect(await faults({ letterFileId: await aLetterFile(stranger) })).toEqual(['letterFileId nomination.letterUnknown']);
  });

  it('is read by those of the unit, with the standing of each, and its file by the organiser', async () => {
    await aCell(api.db, cohort.id, ground.unitId, null, 1);
    const people = await somePeople(api.db, ground, 2);
    const { id } = (await nominate(people).expect(201)).body;
    const { body } = await head.get(`/api/v1/nominations/${id}`).expect(200);
    expect(body).toMatchObject({ unitName: 'Dinas Kesehatan', letterNumber: '800/12/DINKES', authorName: 'Penguji Cemara', onBehalfOfName: null, keepsSeat: true, states: { accepted: 1, waitlisted: 1 }, letterFile: { name: 'surat usulan.pdf' } });
    expect(body.people.map((person: Record<string, unknown>) => [person['personId'], person['state'], person['rank'], person['mayWithdraw'], person['mayReplace']])).toEqual([[people[0], 'accepted', 1, true, true], [people[1], 'waitlisted', 2, true, false]]);
    expect((await head.get('/api/v1/nominations?q=800/12').expect(200)).body.rows.map((row: { id: string }) => row.id)).toContain(id);
    const beside = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: ground.agencyId, unitId: ground.subUnitId }]);
    await beside.get(`/api/v1/nominations/${id}`).expect(404);
    expect((await beside.get('/api/v1/nominations').expect(200)).body.rows.map((row: { id: string }) => row.id)).not.toContain(id);
    const organiser = await api.as([{ role: 'organiser', scope: 'cohort', agencyId: ground.agencyId, cohortId: cohort.id }]);
    await organiser.get(`/api/v1/files/${letterFileId}`).expect(200);
    await (await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aGround(api.db)).agencyId }])).get(`/api/v1/files/${letterFileId}`).expect(404);
  });

  it('of a deputy is kept and read as the head’s', async () => {
    const [grant] = await api.db.read<{ id: string }>(`select id from role_grant where account_id = $1`, [head.accountId]);
    const [deputyPerson, sent] = await somePeople(api.db, ground, 2);
    const deputy = await api.as([], { id: deputyPerson! });
    await head.post('/api/v1/delegations', { grantId: grant!.id, deputyId: deputy.accountId, startsOn: '2026-08-01', endsOn: '2026-08-31' }).expect(201);
    const { id } = (await nominate([sent!], { letterFileId: null }, deputy).expect(201)).body;
    expect(await stored()).toEqual([{ id: sent, state: 'accepted', rank: 1, byLetter: true, behalf: head.accountId }]);
    expect(await api.db.read(`select submitted_by, on_behalf_of from nomination where id = $1`, [id])).toEqual([{ submitted_by: deputy.accountId, on_behalf_of: head.accountId }]);
    expect(await api.db.read(`select moved_by, on_behalf_of from enrolment_move where cohort_id = $1`, [cohort.id])).toEqual([{ moved_by: deputy.accountId, on_behalf_of: head.accountId }]);
    expect((await head.get(`/api/v1/nominations/${id}`).expect(200)).body).toMatchObject({ authorName: 'Penguji Cemara', onBehalfOfName: 'Penguji Cemara' });
    api.standAt('2026-08-31T16:00:00Z');
    expect((await nominate([deputyPerson!], {}, deputy).expect(403)).body.code).toBe('delegation.ended');
  });
});
