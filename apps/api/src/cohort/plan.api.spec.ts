import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aCohort, aGround, sessionRequest, somePeople, type Ground } from './cohort.builder.js';

let api: TestApi;
let ground: Ground;
let organiser: Caller;
let cohort: { id: string; phaseId: string };
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
});
beforeEach(async () => { cohort = await aCohort(api.db, ground, { state: 'planned' }); });
afterAll(() => api.close());

const codes = (body: { errors?: { path: string; code: string }[] }): string[] => (body.errors ?? []).map(({ path, code }) => `${path} ${code}`);
const add = (changes: object = {}) => organiser.post(`/api/v1/cohorts/${cohort.id}/sessions`, sessionRequest(cohort.phaseId, changes));
const check = async (): Promise<string[]> => (await organiser.get(`/api/v1/cohorts/${cohort.id}/publish-check`).expect(200)).body.problems
  .map((problem: { code: string; blocking: boolean }) => `${problem.code}${problem.blocking ? '!' : ''}`);

/** Grants reach a caller who is signed in by a notification, a moment after the commit. */
async function until(call: () => PromiseLike<{ status: number }>, status: number): Promise<void> {
  for (let tries = 0; tries < 50 && (await call()).status !== status; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await call()).status).toBe(status);
}

describe('sessions', () => {
  it('are sent in local time and kept as instants', async () => {
    const { id } = (await add({ zone: 'Asia/Jakarta', startsAt: '2026-09-07T08:00', endsAt: '2026-09-07T12:00' }).expect(201)).body;
    const rows = await api.db.read(`select starts_at, ends_at, zone from session where id = $1`, [id]);
    expect(rows).toEqual([{ starts_at: new Date('2026-09-07T01:00:00Z'), ends_at: new Date('2026-09-07T05:00:00Z'), zone: 'Asia/Jakarta' }]);
  });

  it.each([
    ['end before they start', { startsAt: '2026-09-07T12:00', endsAt: '2026-09-07T08:00' }, 400, 'endsAt session.endsBeforeStart'],
    ['last no time', { startsAt: '2026-09-07T08:00', endsAt: '2026-09-07T08:00' }, 400, 'endsAt session.endsBeforeStart'],
    ['begin the day before the cohort', { startsAt: '2026-09-06T23:00', endsAt: '2026-09-07T01:00' }, 400, 'startsAt session.outsideCohort'],
    ['end the day after the cohort', { startsAt: '2026-09-11T22:00', endsAt: '2026-09-12T00:30' }, 400, 'endsAt session.outsideCohort'],
    ['name a day that does not exist', { startsAt: '2026-02-31T08:00' }, 400, 'startsAt field.isLocalDateTime'],
    ['name an hour that does not exist', { endsAt: '2026-09-07T24:00' }, 400, 'endsAt field.isLocalDateTime'],
    ['give no JP', { lessonHours: 0 }, 400, 'lessonHours field.min'],
    ['give JP as text', { lessonHours: '6' }, 400, 'lessonHours field.isNumber'],
    ['lie in a phase of another cohort', { phaseId: '00000000-0000-4000-8000-000000000000' }, 400, 'phaseId phase.unknown'],
    ['are for a class of another cohort', { classId: '00000000-0000-4000-8000-000000000000' }, 400, 'classId class.unknown'],
    ['teach a module of another curriculum', { moduleId: '00000000-0000-4000-8000-000000000000' }, 400, 'moduleId session.moduleUnknown'],
    ['are taught by nobody known', { facilitatorIds: ['00000000-0000-4000-8000-000000000000'] }, 400, 'facilitatorIds.0 session.facilitatorUnknown'],
  ])('are refused beside the field when they %s', async (_, change, status, expected) => {
    const answer = await add(change).expect(status);
    expect(codes(answer.body)).toEqual([expected]);
    expect(await api.db.read(`select from session where cohort_id = $1`, [cohort.id])).toHaveLength(0);
  });

  it('may end at midnight of the last day', async () => {
    await add({ startsAt: '2026-09-11T20:00', endsAt: '2026-09-12T00:00' }).expect(201);
  });

  it('belong to the local days of their own zone', async () => {
    await add({ zone: 'Asia/Jakarta', startsAt: '2026-09-11T22:30', endsAt: '2026-09-11T23:59' }).expect(201);
  });

  it('are not taught by people of another agency', async () => {
    const [stranger] = await somePeople(api.db, await aGround(api.db), 1);
    expect(codes((await add({ facilitatorIds: [stranger] }).expect(400)).body)).toEqual(['facilitatorIds.0 session.facilitatorUnknown']);
  });

  it('refuse a form that somebody overtook, showing both', async () => {
    const { id } = (await add().expect(201)).body;
    const change = (title: string) => organiser.patch(`/api/v1/sessions/${id}`, { ...sessionRequest(cohort.phaseId, { title }), version: 1 });
    await change('Pertama').expect(204);
    expect((await change('Kedua').expect(409)).body).toMatchObject({ code: 'conflict.stale', details: { stored: { title: 'Pertama', version: 2 }, given: { title: 'Kedua', version: 1 } } });
  });

  it('are deleted while nobody was marked, later only cancelled', async () => {
    const { id } = (await add().expect(201)).body;
    const kept = (await add({ startsAt: '2026-09-08T08:00', endsAt: '2026-09-08T10:00' }).expect(201)).body.id;
    await organiser.delete(`/api/v1/sessions/${id}`).expect(204);
    const [personId] = await somePeople(api.db, ground, 1);
    const [enrolment] = await api.db.execute<{ id: string }>(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted') returning id`, [cohort.id, personId]);
    await api.db.execute(`insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours) values ($1, $2, $3, 'present', 6)`, [cohort.id, kept, enrolment!.id]);
    expect((await organiser.delete(`/api/v1/sessions/${kept}`).expect(409)).body).toMatchObject({ code: 'session.hasMarks', details: { marks: 1 } });
    expect((await organiser.patch(`/api/v1/sessions/${kept}`, { ...sessionRequest(cohort.phaseId, { lessonHours: 4 }), version: 1 }).expect(409)).body.code).toBe('session.lessonHoursBelowMarks');
    await organiser.post(`/api/v1/sessions/${kept}/cancel`, { version: 1, reason: 'Pengajar sakit' }).expect(204);
    expect(await api.db.read(`select state from session where cohort_id = $1`, [cohort.id])).toEqual([{ state: 'cancelled' }]);
  });

  it('of another agency are not found', async () => {
    const foreign = await aCohort(api.db, await aGround(api.db));
    const [session] = await api.db.execute<{ id: string }>(
      `insert into session (cohort_id, phase_id, title, starts_at, ends_at, zone, lesson_hours) values ($1, $2, 'Rahasia', '2026-09-07T01:00Z', '2026-09-07T03:00Z', 'Asia/Makassar', 2) returning id`, [foreign.id, foreign.phaseId]);
    await organiser.patch(`/api/v1/sessions/${session!.id}`, { ...sessionRequest(foreign.phaseId), version: 1 }).expect(404);
    await organiser.delete(`/api/v1/sessions/${session!.id}`).expect(404);
    expect(await api.db.read(`select title from session where id = $1`, [session!.id])).toEqual([{ title: 'Rahasia' }]);
  });
});

describe('facilitators', () => {
  it('with an account hold the role within the cohort as long as they teach in it', async () => {
    const [personId] = await somePeople(api.db, ground, 1);
    const teacher = await api.as([], { id: personId! });
    await teacher.get(`/api/v1/cohorts/${cohort.id}`).expect(403);
    const { id } = (await add({ facilitatorIds: [personId] }).expect(201)).body;
    await until(() => teacher.get(`/api/v1/cohorts/${cohort.id}`), 200);
    expect((await teacher.get(`/api/v1/cohorts/${cohort.id}`).expect(200)).body.sessions[0].facilitators).toEqual([{ personId, name: 'Embun 000001' }]);
    await organiser.patch(`/api/v1/sessions/${id}`, { ...sessionRequest(cohort.phaseId), version: 1 }).expect(204);
    await until(() => teacher.get(`/api/v1/cohorts/${cohort.id}`), 403);
    expect(await api.db.read(`select role, scope, revoked_at is not null as over from role_grant where account_id = $1`, [teacher.accountId])).toEqual([{ role: 'facilitator', scope: 'cohort', over: true }]);
  });
});

describe('the publish check', () => {
  beforeEach(async () => {
    ground = await aGround(api.db);
    organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
    cohort = await aCohort(api.db, ground, { state: 'planned' });
  });

  it('blocks sessions at once for the same people and warns of venues and facilitators taken', async () => {
    const [teacher] = await somePeople(api.db, ground, 1);
    const other = await aCohort(api.db, ground, { name: 'Angkatan tetangga' });
    await organiser.post(`/api/v1/cohorts/${other.id}/sessions`, sessionRequest(other.phaseId, { facilitatorIds: [teacher!] })).expect(201);
    await add({ facilitatorIds: [teacher] }).expect(201);
    expect(await check()).toEqual(['lessonHoursDiffer!', 'facilitatorOverlap', 'venueTaken']);
    await add({ title: 'Bersamaan', startsAt: '2026-09-07T11:00', endsAt: '2026-09-07T14:00', venue: '' }).expect(201);
    expect(await check()).toEqual(['classOverlap!', 'facilitatorOverlap', 'venueTaken']);
  });

  it('does not tell the names of other agencies', async () => {
    const neighbour = await aGround(api.db);
    const [teacher] = await somePeople(api.db, ground, 1);
    const foreign = await aCohort(api.db, neighbour, { name: 'Angkatan rahasia' });
    const [session] = await api.db.execute<{ id: string }>(
      `insert into session (cohort_id, phase_id, title, starts_at, ends_at, zone, venue, lesson_hours) values ($1, $2, 'Sesi rahasia', '2026-09-07T01:00Z', '2026-09-07T03:00Z', 'Asia/Makassar', 'Ruang Kenanga', 2) returning id`, [foreign.id, foreign.phaseId]);
    await api.db.execute(`insert into session_facilitator (session_id, person_id) values ($1, $2)`, [session!.id, teacher]);
    await add({ facilitatorIds: [teacher] }).expect(201);
    const { body } = await organiser.get(`/api/v1/cohorts/${cohort.id}/publish-check`).expect(200);
    expect(body.problems.map(({ code }: { code: string }) => code)).toEqual(['lessonHoursDiffer', 'facilitatorOverlap']);
    expect(JSON.stringify(body)).not.toMatch(/rahasia/);
  });
});

describe('phases, classes, organisers and signatories', () => {
  const put = (list: string, items: object[], version = 1) => organiser.put(`/api/v1/cohorts/${cohort.id}/${list}`, { version, [list]: items });
  const phase = (changes: object = {}) => ({ name: 'Tatap muka', mode: 'onsite', startsOn: '2026-09-07', endsOn: '2026-09-09', ...changes });

  it('keep the ids of what stays and the order given', async () => {
    const answer = await put('phases', [phase(), { id: cohort.phaseId, ...phase({ name: 'Daring', mode: 'online', startsOn: '2026-09-10', endsOn: '2026-09-11' }) }]).expect(200);
    expect(answer.body).toMatchObject({ version: 2, phases: [{ name: 'Tatap muka' }, { id: cohort.phaseId, name: 'Daring' }] });
  });

  it.each([
    ['ends before it begins', phase({ endsOn: '2026-09-06' }), 'phases.0.endsOn phase.endsBeforeStart'],
    ['begins before the cohort', phase({ startsOn: '2026-09-01' }), 'phases.0.startsOn phase.outsideCohort'],
    ['ends after the cohort', phase({ endsOn: '2026-09-20' }), 'phases.0.endsOn phase.outsideCohort'],
    ['is of another cohort', phase({ id: '00000000-0000-4000-8000-000000000000' }), 'phases.0.id phase.unknown'],
    ['has an unknown mode', phase({ mode: 'luring' }), 'phases.0.mode field.isIn'],
  ])('refuse a phase that %s', async (_, item, expected) => {
    expect(codes((await put('phases', [item]).expect(400)).body)).toEqual([expected]);
  });

  it('refuse to drop a phase that holds sessions', async () => {
    await add().expect(201);
    expect((await put('phases', [phase()]).expect(409)).body).toMatchObject({ code: 'phase.inUse', details: { name: 'Pelaksanaan', count: 1 } });
  });

  it('refuse a class smaller than its participants, and dropping one', async () => {
    const [made] = (await put('classes', [{ code: 'A', name: 'Kelas A', capacity: 2 }]).expect(200)).body.classes;
    const people = await somePeople(api.db, ground, 2);
    await api.db.execute(`insert into enrolment (cohort_id, person_id, class_id, state) select $1, unnest($2::uuid[]), $3, 'accepted'`, [cohort.id, people, made.id]);
    expect((await put('classes', [{ id: made.id, code: 'A', name: 'Kelas A', capacity: 1 }], 2).expect(409)).body).toMatchObject({ code: 'class.capacityBelowTaken', errors: [{ path: 'classes.0.capacity' }] });
    expect((await put('classes', [], 2).expect(409)).body.code).toBe('class.inUse');
  });

  it('refuse two classes with one code', async () => {
    const item = { code: 'A', name: 'Kelas A', capacity: 2 };
    expect(codes((await put('classes', [item, item]).expect(400)).body)).toEqual(['classes.1.code class.codeTwice']);
  });

  it.each([['partners', [{ role: 'host', name: 'Kota Telaga' }]], ['signatories', [{ name: 'Seruni Pualam', nip: null, position: 'Kepala BKPSDM', rank: null }]]])(
    'count as one record: stale %s are refused, showing both', async (list, items) => {
      await put(list, items).expect(200);
      expect((await put(list, []).expect(409)).body).toMatchObject({ code: 'conflict.stale', details: { stored: { version: 2, [list]: items }, given: { version: 1, [list]: [] } } });
      await put(list, [], 2).expect(200);
    });
});

describe('the summary', () => {
  it('counts JP, attendance, people below the threshold and what is left to decide', async () => {
    api.standAt('2026-09-08T12:00:00Z');
    const people = await somePeople(api.db, ground, 3);
    const enrolled = await api.db.execute<{ id: string }>(`insert into enrolment (cohort_id, person_id, state) select $1, unnest($2::uuid[]), 'accepted' returning id`, [cohort.id, people]);
    await api.db.execute(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'waitlisted')`, [cohort.id, (await somePeople(api.db, ground, 1))[0]]);
    const { id } = (await add().expect(201)).body;
    await add({ startsAt: '2026-09-10T08:00', endsAt: '2026-09-10T12:30' }).expect(201);
    const mark = (enrolmentId: string, kind: string, hours: number) => api.db.execute(
      `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours) values ($1, $2, $3, $4, $5)`, [cohort.id, id, enrolmentId, kind, hours]);
    await mark(enrolled[0]!.id, 'present', 6);
    await mark(enrolled[1]!.id, 'late', 4);
    await mark(enrolled[2]!.id, 'absent', 0);
    const { body } = await organiser.get(`/api/v1/cohorts/${cohort.id}/summary`).expect(200);
    expect(body).toEqual({
      accepted: 3, waitlisted: 1, undecided: 0, heldLessonHours: 6, plannedLessonHours: 12, attendancePercent: 55.5, belowThreshold: 2, decided: 0, passed: 0, certificates: 0,
    });
    api.standAt(null);
    expect((await organiser.get(`/api/v1/cohorts/${cohort.id}`)).body.sessions[0]).toMatchObject({ expected: 3, marked: 3, attended: 2 });
  });
});
