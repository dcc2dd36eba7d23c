import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { entities } from '../entities.js';
import { Database, readConfig, systemActor } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { enrolPeople } from './index.js';

let api: TestApi;
let ground: Ground;
let organiser: Caller;
let cohort: { id: string };
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
});
beforeEach(async () => { cohort = await aCohort(api.db, ground); });
afterAll(() => api.close());

const enrol = (personIds: readonly string[], more: object = {}) => organiser.post(`/api/v1/cohorts/${cohort.id}/participants`, { personIds, ...more });
const seats = async (): Promise<{ taken: number; accepted: number }> => (await api.db.read<{ taken: number; accepted: number }>(
  `select seats_taken as taken, (select count(*) from enrolment where cohort_id = c.id and state = 'accepted') as accepted from cohort c where id = $1`, [cohort.id]))[0]!;
const outcomes = (body: { rows: { outcome: string; code?: string }[] }): string[] => body.rows.map(({ outcome, code }) => (code ? `${outcome} ${code}` : outcome));
const list = async (query: string, caller = organiser): Promise<{ total: number; rows: Record<string, unknown>[] }> => (await caller.get(`/api/v1/cohorts/${cohort.id}/participants?${query}`).expect(200)).body;

describe('seats', () => {
  it('go to exactly 30 of 200 who ask at once through two pools', async () => {
    const people = await somePeople(api.db, ground, 200);
    const other = await Database.connect(readConfig(), entities);
    const actor = { ...systemActor() };
    try {
      const reports = await Promise.all(people.map((personId, index) => (index % 2 === 0 ? api.db : other)
        .transaction(actor, (tx) => enrolPeople(tx, actor, cohort.id, [{ personId, classId: null }], { mode: 'each', whenFull: 'refuse' }))));
      const told = reports.flatMap((report) => outcomes(report as never));
      expect(told.filter((outcome) => outcome === 'accepted')).toHaveLength(30);
      expect(told.filter((outcome) => outcome === 'refused enrolment.full')).toHaveLength(170);
      expect(await seats()).toEqual({ taken: 30, accepted: 30 });
    } finally {
      await other.onModuleDestroy();
    }
  });

  it('go to exactly 30 of 60 requests at once', async () => {
    const people = await somePeople(api.db, ground, 60);
    const answers = await Promise.all(people.map((id) => enrol([id]).expect(200)));
    expect(answers.filter(({ body }) => body.accepted === 1)).toHaveLength(30);
    expect(await seats()).toEqual({ taken: 30, accepted: 30 });
  });

  it('are held by the table itself, whoever writes to it', async () => {
    const people = await somePeople(api.db, ground, 31);
    await expect(api.db.execute(`insert into enrolment (cohort_id, person_id, state) select $1, unnest($2::uuid[]), 'accepted'`, [cohort.id, people])).rejects.toThrow(/cohort_seats_within_capacity/);
    expect(await seats()).toEqual({ taken: 0, accepted: 0 });
  });

  it('of a class are held as those of the cohort', async () => {
    const [made] = await api.db.execute<{ id: string }>(`insert into cohort_class (cohort_id, code, name, capacity) values ($1, 'A', 'Kelas A', 2) returning id`, [cohort.id]);
    const people = await somePeople(api.db, ground, 3);
    const { body } = await enrol(people, { classId: made!.id }).expect(200);
    expect(outcomes(body)).toEqual(['accepted', 'accepted', 'refused enrolment.classFull']);
    const rows = await api.db.read(`select seats_taken from cohort_class where id = $1`, [made!.id]);
    expect(rows).toEqual([{ seats_taken: 2 }]);
    const [spare] = (await enrol([people[2]!]).expect(200)).body.rows;
    expect((await organiser.patch(`/api/v1/enrolments/${spare.enrolmentId}`, { classId: made!.id }).expect(409)).body.code).toBe('enrolment.classFull');
  });
});

describe('taking people in', () => {
  it('says of each what became of them, in the order asked', async () => {
    await api.db.execute(`update cohort set capacity = 3 where id = $1`, [cohort.id]);
    const people = await somePeople(api.db, ground, 5);
    const [stranger] = await somePeople(api.db, await aGround(api.db), 1);
    await enrol([people[0]!]).expect(200);
    const { body } = await enrol([people[0]!, people[1]!, stranger!, people[1]!, people[2]!, people[3]!]).expect(200);
    expect(outcomes(body)).toEqual(['refused enrolment.already', 'accepted', 'refused enrolment.personUnknown', 'refused enrolment.repeated', 'accepted', 'refused enrolment.full']);
    expect(body).toMatchObject({ accepted: 2, refused: 4, waitlisted: 0, seatsLeft: 0 });
    expect((await enrol([people[4]!], { whenFull: 'waitlist' }).expect(200)).body.rows[0]).toMatchObject({ outcome: 'waitlisted' });
  });

  it('takes all or nobody when asked to, and names who stood in the way', async () => {
    await api.db.execute(`update cohort set capacity = 1 where id = $1`, [cohort.id]);
    const people = await somePeople(api.db, ground, 2);
    const answer = await enrol(people, { mode: 'all' }).expect(409);
    expect(answer.body).toMatchObject({ code: 'enrolment.notAll', details: { asked: 2, refused: 1, rows: [{ personId: people[0], outcome: 'accepted' }, { personId: people[1], outcome: 'refused', code: 'enrolment.full' }] } });
    expect(await seats()).toEqual({ taken: 0, accepted: 0 });
  });

  it('answers a repeated call with the first answer, also when both come at once', async () => {
    const people = await somePeople(api.db, ground, 2);
    const once = () => enrol(people).set('idempotency-key', `kunci-${cohort.id}`);
    const [first, second] = await Promise.all([once().expect(200), once().expect(200)]);
    expect(second.body).toEqual(first.body);
    expect(first.body.accepted).toBe(2);
    expect((await once().expect(200)).body).toEqual(first.body);
    expect((await enrol([people[0]!]).set('idempotency-key', `kunci-${cohort.id}`).expect(409)).body.code).toBe('conflict.idempotency');
    expect((await enrol(people).set('idempotency-key', 'pendek').expect(400)).body.errors[0].path).toBe('Idempotency-Key');
  });

  it('takes nobody before the cohort opens and after it ends', async () => {
    const [personId] = await somePeople(api.db, ground, 1);
    for (const state of ['planned', 'completed', 'cancelled']) {
      cohort = await aCohort(api.db, ground, { state });
      expect((await enrol([personId!]).expect(409)).body).toMatchObject({ code: 'enrolment.closed', details: { state } });
    }
  });

  it.each([
    ['nobody', { personIds: [] }, 'personIds field.arrayMinSize'],
    ['text', { personIds: 'semua' }, 'personIds field.isArray'],
    ['what is no id', { personIds: ['x'] }, 'personIds field.isUuid'],
    ['1,001 people', { personIds: Array.from({ length: 1001 }, () => '00000000-0000-4000-8000-000000000000') }, 'personIds field.arrayMaxSize'],
    ['a mode that nobody knows', { personIds: ['00000000-0000-4000-8000-000000000000'], mode: 'some' }, 'mode field.isIn'],
  ])('refuses %s', async (_, body, expected) => {
    const answer = await organiser.post(`/api/v1/cohorts/${cohort.id}/participants`, body).expect(400);
    expect(answer.body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([expected]);
  });

  it('gives people with an account the role of a participant within the cohort, until they leave', async () => {
    const [personId] = await somePeople(api.db, ground, 1);
    const participant = await api.as([], { id: personId! });
    const { body } = await enrol([personId!]).expect(200);
    const grants = () => api.db.read(`select role, scope, cohort_id, revoked_at is null as held from role_grant where account_id = $1`, [participant.accountId]);
    expect(await grants()).toEqual([{ role: 'participant', scope: 'cohort', cohort_id: cohort.id, held: true }]);
    await organiser.post(`/api/v1/enrolments/${body.rows[0].enrolmentId}/state`, { state: 'withdrawn', reason: 'Pindah tugas' }).expect(204);
    expect(await grants()).toEqual([{ role: 'participant', scope: 'cohort', cohort_id: cohort.id, held: false }]);
    await enrol([personId!]).expect(200);
    expect((await grants()).filter((grant) => (grant as { held: boolean }).held)).toHaveLength(1);
  });
});

describe('moving a participant', () => {
  it('follows the table of moves, with a reason to leave, and frees the seat', async () => {
    const [personId] = await somePeople(api.db, ground, 1);
    const { enrolmentId } = (await enrol([personId!]).expect(200)).body.rows[0];
    const move = (body: object) => organiser.post(`/api/v1/enrolments/${enrolmentId}/state`, body);
    expect((await move({ state: 'nominated' }).expect(409)).body).toMatchObject({ code: 'enrolment.noSuchMove', details: { from: 'accepted', to: 'nominated' } });
    expect((await move({ state: 'withdrawn' }).expect(400)).body.errors).toMatchObject([{ path: 'reason', message: 'Tuliskan alasannya.' }]);
    await move({ state: 'withdrawn', reason: 'Cuti besar' }).expect(204);
    expect(await seats()).toEqual({ taken: 0, accepted: 0 });
    expect((await list('')).rows).toMatchObject([{ state: 'withdrawn', stateReason: 'Cuti besar' }]);
    expect(await api.db.read(`select reason from audit_event where subject_id = $1 and action = 'changed'`, [enrolmentId])).toEqual([{ reason: 'Cuti besar' }]);
    await move({ state: 'accepted' }).expect(204);
    expect(await seats()).toEqual({ taken: 1, accepted: 1 });
  });

  it('takes a reason code instead of words, names the cell of the seat, and tells the whole story', async () => {
    await api.db.execute(`insert into quota (cohort_id, unit_id, band, seats) values ($1, $2, 'IV', 5), ($1, null, null, 1)`, [cohort.id, ground.unitId]);
    const { rows } = (await enrol([...await somePeople(api.db, ground, 1), ...await somePeople(api.db, ground, 1, { unitId: ground.rootUnitId, name: 'Seruni' })]).expect(200)).body;
    expect((await list('')).rows.map(({ quota }) => quota)).toEqual([{ unitName: 'Dinas Kesehatan', band: 'IV' }, { unitName: null, band: null }]);
    const move = (body: object) => organiser.post(`/api/v1/enrolments/${rows[0].enrolmentId}/state`, body);
    expect((await move({ state: 'withdrawn', code: 'other' }).expect(400)).body.errors).toMatchObject([{ path: 'reason', code: 'enrolment.reasonMissing' }]);
    expect((await move({ state: 'withdrawn', code: 'lottery' }).expect(400)).body.errors).toMatchObject([{ path: 'code' }]);
    await move({ state: 'withdrawn', code: 'ill' }).expect(204);
    expect((await list('state=withdrawn')).rows).toMatchObject([{ stateCode: 'ill', stateReason: null, quota: null }]);
    const { body } = await organiser.get(`/api/v1/enrolments/${rows[0].enrolmentId}/moves`).expect(200);
    expect(body).toMatchObject([{ from: 'accepted', to: 'withdrawn', code: 'ill', by: 'Penguji Cemara', onBehalfOf: null }, { from: 'new', to: 'accepted', code: null }]);
    const stranger = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aGround(api.db)).agencyId }]);
    await stranger.get(`/api/v1/enrolments/${rows[0].enrolmentId}/moves`).expect(404);
  });

  it('gives a waiting person a seat only while there is one', async () => {
    await api.db.execute(`update cohort set capacity = 1 where id = $1`, [cohort.id]);
    const { rows } = (await enrol(await somePeople(api.db, ground, 2), { whenFull: 'waitlist' }).expect(200)).body;
    expect((await organiser.post(`/api/v1/enrolments/${rows[1].enrolmentId}/state`, { state: 'accepted' }).expect(409)).body.code).toBe('enrolment.full');
    await organiser.post(`/api/v1/enrolments/${rows[0].enrolmentId}/state`, { state: 'withdrawn', reason: 'Sakit' }).expect(204);
    await organiser.post(`/api/v1/enrolments/${rows[1].enrolmentId}/state`, { state: 'accepted' }).expect(204);
  });

  it('never makes an offer: that is the waiting list\'s, with a deadline', async () => {
    await api.db.execute(`update cohort set capacity = 1 where id = $1`, [cohort.id]);
    const { rows } = (await enrol(await somePeople(api.db, ground, 2), { whenFull: 'waitlist' }).expect(200)).body;
    await api.db.execute(`update cohort set capacity = 2 where id = $1`, [cohort.id]);
    const { body } = await organiser.post(`/api/v1/enrolments/${rows[1].enrolmentId}/state`, { state: 'offered' }).expect(400);
    expect(body).toMatchObject({ code: 'input.invalid', errors: [{ path: 'state', code: 'field.isIn' }] });
    expect(await api.db.read(`select e.state, (select count(*) from enrolment_move v where v.enrolment_id = e.id) as moves from enrolment e where id = $1`, [rows[1].enrolmentId])).toEqual([{ state: 'waitlisted', moves: 1 }]);
    expect(await api.db.read(`select seats_offered from cohort where id = $1`, [cohort.id])).toEqual([{ seats_offered: 0 }]);
  });

  it('is not possible for participants of another agency', async () => {
    const foreign = await aCohort(api.db, await aGround(api.db));
    const [personId] = await somePeople(api.db, ground, 1);
    const [row] = await api.db.execute<{ id: string }>(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted') returning id`, [foreign.id, personId]);
    await organiser.post(`/api/v1/enrolments/${row!.id}/state`, { state: 'withdrawn', reason: 'Usil saja' }).expect(404);
    await organiser.patch(`/api/v1/enrolments/${row!.id}`, { classId: null }).expect(404);
    await organiser.get(`/api/v1/cohorts/${foreign.id}/participants`).expect(404);
    await organiser.get(`/api/v1/cohorts/${foreign.id}/candidates`).expect(404);
    await organiser.post(`/api/v1/cohorts/${foreign.id}/participants`, { personIds: [personId] }).expect(404);
    expect(await api.db.read(`select from audit_event where action = 'denied' and subject_id = $1`, [foreign.id])).toHaveLength(5);
    expect(await api.db.read(`select state from enrolment where id = $1`, [row!.id])).toEqual([{ state: 'accepted' }]);
  });
});

describe('the participants of a cohort', () => {
  it('are shown with the employment of the first day, their OPD, class and JP so far', async () => {
    const [personId] = await somePeople(api.db, ground, 1, { name: 'Telaga', unitId: ground.subUnitId });
    await api.db.execute(`update person set front_title = 'dr.', back_title = 'M.Kes.' where id = $1`, [personId]);
    const { enrolmentId } = (await enrol([personId!]).expect(200)).body.rows[0];
    const [session] = await api.db.execute<{ id: string }>(
      `insert into session (cohort_id, phase_id, title, starts_at, ends_at, zone, lesson_hours) select cohort_id, id, 'Visi', '2026-09-07T00:00Z', '2026-09-07T04:00Z', 'Asia/Makassar', 4 from phase where cohort_id = $1 returning id`, [cohort.id]);
    const [first] = await api.db.execute<{ id: string }>(
      `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours) values ($1, $2, $3, 'absent', 0) returning id`, [cohort.id, session!.id, enrolmentId]);
    await api.db.execute(`insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, supersedes) values ($1, $2, $3, 'late', 3, $4)`, [cohort.id, session!.id, enrolmentId, first!.id]);
    expect((await list('')).rows).toEqual([{
      id: enrolmentId, personId, frontTitle: 'dr.', fullName: 'Telaga 000001', backTitle: 'M.Kes.', nip: expect.stringMatching(/^\d{18}$/), employmentKind: 'PNS', positionKind: 'PENGAWAS',
      positionName: 'Kepala Seksi', eselon: 'IV.a', unitName: 'Bidang Pelayanan', opdName: 'Dinas Kesehatan', agencyName: expect.stringMatching(/^Kota Telaga/),
      classId: null, className: null, state: 'accepted', stateReason: null, stateCode: null, quota: null, attendedLessonHours: 3,
    }]);
  });

  it('are found by a part of the name in any case, by the start of the NIP, by unit, class and state', async () => {
    const [one] = await somePeople(api.db, ground, 1, { name: 'Rimba Cendana', unitId: ground.subUnitId });
    const [two] = await somePeople(api.db, ground, 1, { name: 'Kenanga Muara', unitId: ground.rootUnitId });
    const [made] = await api.db.execute<{ id: string }>(`insert into cohort_class (cohort_id, code, name, capacity) values ($1, 'A', 'Kelas A', 2) returning id`, [cohort.id]);
    await enrol([one!], { classId: made!.id }).expect(200);
    await enrol([two!]).expect(200);
    const names = async (query: string): Promise<unknown[]> => (await list(query)).rows.map(({ fullName }) => fullName);
    const [{ nip } = { nip: '' }] = await api.db.read<{ nip: string }>(`select nip from employment where person_id = $1`, [two]);
    expect(await names('q=CENDANA')).toEqual(['Rimba Cendana 000001']);
    expect(await names(`q=${nip.slice(0, 15)}`)).toEqual(['Kenanga Muara 000001']);
    expect(await names(`unitId=${ground.unitId}`)).toEqual(['Rimba Cendana 000001']);
    expect(await names(`classId=${made!.id}`)).toEqual(['Rimba Cendana 000001']);
    expect(await names('state=waitlisted')).toEqual([]);
    expect(await names('sort=-name')).toEqual(['Rimba Cendana 000001', 'Kenanga Muara 000001']);
    expect(await names('sort=unit')).toEqual(['Rimba Cendana 000001', 'Kenanga Muara 000001']);
    expect(await names(`q=${encodeURIComponent("'; drop table person; --")}`)).toEqual([]);
    expect(await names('q=%25')).toEqual([]);
    expect(await names('q=_')).toEqual([]);
    await organiser.get(`/api/v1/cohorts/${cohort.id}/participants?sort=password`).expect(400);
  });

  it('come in pages that never overlap and count all that match', async () => {
    await enrol(await somePeople(api.db, ground, 12, { name: 'Padi' })).expect(200);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => list(`size=5&page=${page}`)));
    expect(pages.map(({ rows }) => rows.length)).toEqual([5, 5, 2, 0]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(12);
    expect(pages.map(({ total }) => total)).toEqual([12, 12, 12, 12]);
  });

  it.each(['name', 'unit', 'state'])('sorted by %s are the same in one page and in many, backwards too, those without a unit last', async (sort) => {
    await enrol(await somePeople(api.db, ground, 7, { name: 'Jelai' })).expect(200);
    await api.db.execute(`update enrolment set state = 'withdrawn' where id in (select id from enrolment where cohort_id = $1 order by id limit 3)`, [cohort.id]);
    await api.db.execute(`update enrolment set employment_id = null where id in (select id from enrolment where cohort_id = $1 order by id desc limit 2)`, [cohort.id]);
    for (const asked of [`sort=${sort}`, `sort=-${sort}`, `sort=${sort}&state=accepted`, `sort=-${sort}&q=jelai`]) {
      const { rows, total } = await list(asked);
      expect(rows).toHaveLength(total);
      const pages = await Promise.all([1, 2, 3, 4].map((page) => list(`${asked}&size=2&page=${page}`)));
      expect(pages.flatMap((page) => page.rows)).toEqual(rows);
      expect(new Set(pages.map((page) => page.total))).toEqual(new Set([total]));
      if (sort === 'unit') expect(rows.slice(-2).map(({ unitName }) => unitName)).toEqual([null, null]);
    }
  });
});

describe('candidates', () => {
  it('are people within reach who hold no seat, with what speaks against them', async () => {
    const [free, seated, away, busy] = await somePeople(api.db, ground, 4, { name: 'Calon' });
    await enrol([seated!]).expect(200);
    await api.db.execute(`update employment set duty_status = 'leave' where person_id = $1`, [away]);
    const other = await aCohort(api.db, ground, { name: 'Angkatan bersamaan', starts_on: '2026-09-11', ends_on: '2026-09-20' });
    await api.db.execute(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted')`, [other.id, busy]);
    await somePeople(api.db, await aGround(api.db), 1, { name: 'Calon' });
    const { body } = await organiser.get(`/api/v1/cohorts/${cohort.id}/candidates?q=calon`).expect(200);
    expect(body.rows.map(({ personId, dutyStatus, otherCohorts }: Record<string, unknown>) => [personId, dutyStatus, otherCohorts])).toEqual([
      [free, 'active', []], [away, 'leave', []], [busy, 'active', ['Angkatan bersamaan']],
    ]);
  });
});
