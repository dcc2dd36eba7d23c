import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aCohort, aGround, cohortRequest, sessionRequest, somePeople, type Ground } from './cohort.builder.js';

let api: TestApi;
let ground: Ground;
let organiser: Caller;
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
});
afterAll(() => api.close());

const codes = (body: { errors?: { path: string; code: string }[] }): string[] => (body.errors ?? []).map(({ path, code }) => `${path} ${code}`);

async function made(changes: object = {}): Promise<{ id: string; version: number; phases: { id: string }[]; [key: string]: unknown }> {
  return (await organiser.post('/api/v1/cohorts', cohortRequest(ground, changes)).expect(201)).body;
}

async function ready(changes: object = {}): Promise<string> {
  const cohort = await made(changes);
  await organiser.put(`/api/v1/cohorts/${cohort.id}/signatories`, { version: cohort.version, signatories: [{ name: 'Seruni Pualam', nip: null, position: 'Kepala BKPSDM', rank: null }] }).expect(200);
  for (const [day, title] of [['2026-09-07', 'Visi digital'], ['2026-09-08', 'Tata kelola data']]) {
    await organiser.post(`/api/v1/cohorts/${cohort.id}/sessions`, sessionRequest(cohort.phases[0]!.id, { title, startsAt: `${day}T08:00`, endsAt: `${day}T12:30` })).expect(201);
  }
  return cohort.id;
}

describe('making a cohort', () => {
  it('begins with one phase over all its days, its host and the owner of the programme', async () => {
    const cohort = await made();
    expect(cohort).toMatchObject({
      state: 'planned', seatsTaken: 0, version: 1, curriculum: { number: 1, lessonHours: 12, minAttendancePercent: 80 },
      phases: [{ name: 'Pelaksanaan', startsOn: '2026-09-07', endsOn: '2026-09-11' }], sessions: [], classes: [], signatories: [],
    });
    expect(cohort['partners']).toEqual([{ role: 'host', name: expect.stringMatching(/^Pemerintah Kota Telaga/) }, { role: 'owner', name: 'Balai Pelatihan Cemara' }]);
    expect(cohort['allowedOperations']).toEqual(['edit', 'clone', 'open', 'cancel', 'plan']);
  });

  it('refuses an end before the start, beside the field, and stores nothing', async () => {
    const request = cohortRequest(ground, { endsOn: '2026-09-06' });
    const answer = await organiser.post('/api/v1/cohorts', request).expect(400);
    expect(codes(answer.body)).toEqual(['endsOn cohort.endsBeforeStart']);
    expect(answer.body.errors[0].message).toBe('Tanggal selesai sebelum tanggal mulai.');
    expect(await api.db.read(`select from cohort where code = $1`, [request.code])).toHaveLength(0);
  });

  it.each([
    ['a day that does not exist', { startsOn: '2026-02-31' }, 'startsOn field.isDateOnly'],
    ['no seats', { capacity: 0 }, 'capacity field.min'],
    ['seats as text', { capacity: '30' }, 'capacity field.isInt'],
    ['a zone outside Indonesia', { zone: 'Europe/Paris' }, 'zone field.isIn'],
    ['a name of blanks', { name: '     ' }, 'name field.minLength'],
    ['a name of 201 letters', { name: 'a'.repeat(201) }, 'name field.maxLength'],
    ['a code in small letters', { code: 'dla 2026' }, 'code field.matches'],
    ['a field that nobody knows', { seatsTaken: 5 }, 'seatsTaken field.whitelistValidation'],
    ['a name that is a list', { name: ['a', 'b', 'c'] }, 'name field.isString'],
  ])('refuses %s', async (_, change, expected) => {
    const answer = await organiser.post('/api/v1/cohorts', { ...cohortRequest(ground), ...change }).expect(400);
    expect(codes(answer.body)).toEqual([expected]);
  });

  it('refuses a name of one megabyte before reading it', async () => {
    await organiser.post('/api/v1/cohorts', { ...cohortRequest(ground), name: 'a'.repeat(1_100_000) }).expect(413);
  });

  it.each([
    ['HTML', `<script>alert('x')</script><b>Angkatan</b>`],
    ['SQL', `'; drop table cohort; --`],
    ['emoji', 'Angkatan 🌾👩🏽‍🌾 Padi'],
    ['Arabic', 'الدفعة الأولى تيلاغا'],
  ])('keeps %s in a name exactly as written', async (_, name) => {
    const cohort = await made({ name, venueName: name });
    expect((await organiser.get(`/api/v1/cohorts/${cohort.id}`).expect(200)).body).toMatchObject({ name, venueName: name });
  });

  it('refuses a code that the agency has used, beside the field', async () => {
    const { code } = cohortRequest(ground);
    await made({ code });
    const answer = await organiser.post('/api/v1/cohorts', cohortRequest(ground, { code })).expect(409);
    expect(answer.body).toMatchObject({ code: 'cohort.codeOnce', errors: [{ path: 'code' }] });
  });

  it('refuses a curriculum that is still a draft', async () => {
    const [draft] = await api.db.execute<{ id: string }>(
      `insert into curriculum (programme_id, number, lesson_hours, criteria, certificate_design) select programme_id, 90, 12, criteria, certificate_design from curriculum where id = $1 returning id`, [ground.curriculumId]);
    const answer = await organiser.post('/api/v1/cohorts', cohortRequest(ground, { curriculumId: draft!.id })).expect(409);
    expect(answer.body.code).toBe('cohort.curriculumNotPublished');
  });
});

describe('reach', () => {
  it('answers 404 for a cohort of another agency, whatever is asked of it, and keeps the attempt', async () => {
    const other = await aGround(api.db);
    const foreign = await aCohort(api.db, other);
    const path = `/api/v1/cohorts/${foreign.id}`;
    await organiser.get(path).expect(404);
    await organiser.get(`${path}/summary`).expect(404);
    await organiser.get(`${path}/publish-check`).expect(404);
    await organiser.patch(path, { version: 1, name: 'Direbut' }).expect(404);
    await organiser.post(`${path}/state`, { state: 'running' }).expect(404);
    await organiser.put(`${path}/phases`, { version: 1, phases: [] }).expect(404);
    await organiser.post(`${path}/sessions`, sessionRequest(foreign.phaseId)).expect(404);
    const attempts = await api.db.read<{ account_id: string }>(`select account_id from audit_event where action = 'denied' and subject_kind = 'cohort' and subject_id = $1`, [foreign.id]);
    expect(attempts).toHaveLength(7);
    expect(new Set(attempts.map((row) => row.account_id))).toEqual(new Set([organiser.accountId]));
    expect(await api.db.read(`select name, state from cohort where id = $1`, [foreign.id])).toEqual([{ name: 'DLA Telaga 2026', state: 'enrolling' }]);
  });

  it('lists the own agency to an organiser, one cohort to its facilitator, all to the nation', async () => {
    const place = await aGround(api.db);
    const [first, second] = [await aCohort(api.db, place, { name: 'Satu' }), await aCohort(api.db, place, { name: 'Dua', state: 'running' })];
    const ids = async (caller: Caller, query = ''): Promise<string[]> => (await caller.get(`/api/v1/cohorts?agencyId=${place.agencyId}${query}`).expect(200)).body.rows.map((row: { id: string }) => row.id);
    expect(await ids(organiser)).toEqual([]);
    expect((await ids(await api.as([{ role: 'organiser', scope: 'agency', agencyId: place.agencyId }]), '&sort=name'))).toEqual([second.id, first.id]);
    expect(await ids(await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: place.agencyId, cohortId: first.id }]))).toEqual([first.id]);
    expect(await ids(await api.as([{ role: 'admin', scope: 'national' }]), '&state=running')).toEqual([second.id]);
    expect(await ids(await api.as([{ role: 'admin', scope: 'national' }]), '&q=DUA')).toEqual([second.id]);
  });

  it('offers a facilitator nothing but marking', async () => {
    const { id } = await aCohort(api.db, ground, { state: 'running' });
    const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: ground.agencyId, cohortId: id }]);
    expect((await facilitator.get(`/api/v1/cohorts/${id}`).expect(200)).body.allowedOperations).toEqual(['mark']);
    await facilitator.patch(`/api/v1/cohorts/${id}`, { version: 1, name: 'Diubah' }).expect(403);
  });
});

describe('changing a cohort', () => {
  it('refuses a form that somebody overtook, showing both, and stores nothing of it', async () => {
    const cohort = await made();
    await organiser.patch(`/api/v1/cohorts/${cohort.id}`, { version: 1, venueName: 'Aula Lama' }).expect(200);
    const answer = await organiser.patch(`/api/v1/cohorts/${cohort.id}`, { version: 1, venueName: 'Aula Baru' }).expect(409);
    expect(answer.body).toMatchObject({ code: 'conflict.stale', details: { stored: { venueName: 'Aula Lama', version: 2 }, given: { venueName: 'Aula Baru', version: 1 } } });
    expect((await organiser.get(`/api/v1/cohorts/${cohort.id}`)).body).toMatchObject({ venueName: 'Aula Lama', version: 2 });
  });

  it('lets one of two who save at the same moment through', async () => {
    const cohort = await made();
    const answers = await Promise.all(['Satu', 'Dua'].map((venueName) => organiser.patch(`/api/v1/cohorts/${cohort.id}`, { version: 1, venueName })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('refuses fewer seats than people, saying how many', async () => {
    const { id } = await aCohort(api.db, ground);
    const [personId] = await somePeople(api.db, ground, 1);
    await organiser.post(`/api/v1/cohorts/${id}/participants`, { personIds: [personId, (await somePeople(api.db, ground, 1))[0]] }).expect(200);
    const answer = await organiser.patch(`/api/v1/cohorts/${id}`, { version: 1, capacity: 1 }).expect(409);
    expect(answer.body).toMatchObject({ code: 'cohort.capacityBelowTaken', errors: [{ path: 'capacity', message: 'Tidak bisa kurang dari 2: sebanyak itu peserta sudah diterima.' }] });
  });

  it('gives participants the employment of the new first day when that day moves', async () => {
    const { id } = await aCohort(api.db, ground, { starts_on: '2026-09-07' });
    const [personId] = await somePeople(api.db, ground, 1);
    await api.db.execute(`update employment set valid_to = '2026-09-09' where person_id = $1`, [personId]);
    await api.db.execute(`insert into employment (person_id, agency_id, unit_id, kind, nip, position_kind, position_name, valid_from)
      select person_id, agency_id, $2, kind, nip, position_kind, 'Kepala Bidang', '2026-09-09' from employment where person_id = $1`, [personId, ground.subUnitId]);
    await organiser.post(`/api/v1/cohorts/${id}/participants`, { personIds: [personId] }).expect(200);
    const position = async (): Promise<unknown> => (await organiser.get(`/api/v1/cohorts/${id}/participants`)).body.rows[0].positionName;
    expect(await position()).toBe('Kepala Seksi');
    await organiser.patch(`/api/v1/cohorts/${id}`, { version: 1, startsOn: '2026-09-09' }).expect(200);
    expect(await position()).toBe('Kepala Bidang');
  });

  it('leaves a finished cohort as it is', async () => {
    const { id } = await aCohort(api.db, ground, { state: 'completed' });
    expect((await organiser.patch(`/api/v1/cohorts/${id}`, { version: 1, name: 'Lain' }).expect(409)).body.code).toBe('cohort.over');
  });
});

describe('the life of a cohort', () => {
  it('opens only when the plan is whole, and lists what is missing in words', async () => {
    const cohort = await made();
    const answer = await organiser.post(`/api/v1/cohorts/${cohort.id}/state`, { state: 'enrolling' }).expect(409);
    expect(answer.body).toMatchObject({ code: 'cohort.notReady', details: { count: 2 } });
    expect(answer.body.errors).toEqual([
      { path: 'sessions', code: 'publish.noSession', message: 'Belum ada sesi' },
      { path: 'signatories', code: 'publish.noSignatory', message: 'Belum ada penanda tangan sertifikat' },
    ]);
    expect((await organiser.get(`/api/v1/cohorts/${cohort.id}/publish-check`).expect(200)).body).toMatchObject({ ready: false });
  });

  it('walks planned, enrolling, running, completed, and nowhere else', async () => {
    const id = await ready();
    expect((await organiser.get(`/api/v1/cohorts/${id}/publish-check`).expect(200)).body).toEqual({ ready: true, problems: [] });
    const move = (state: string, reason?: string) => organiser.post(`/api/v1/cohorts/${id}/state`, { state, reason });
    expect((await move('running').expect(409)).body.code).toBe('cohort.noSuchMove');
    expect((await move('enrolling').expect(200)).body.allowedOperations).toEqual(['edit', 'clone', 'start', 'cancel', 'plan', 'enrol']);
    await move('running').expect(200);
    expect((await move('completed').expect(409)).body).toMatchObject({ code: 'cohort.sessionsOpen', details: { count: 2 } });
    await api.db.execute(`update session set state = 'closed' where cohort_id = $1`, [id]);
    await move('completed').expect(200);
    expect((await move('cancelled', 'Terlambat').expect(409)).body.code).toBe('cohort.noSuchMove');
  });

  it('wants a reason to cancel and keeps it in the history', async () => {
    const { id } = await made();
    expect((await organiser.post(`/api/v1/cohorts/${id}/state`, { state: 'cancelled' }).expect(409)).body.code).toBe('cohort.reasonMissing');
    await organiser.post(`/api/v1/cohorts/${id}/state`, { state: 'cancelled', reason: 'Anggaran dialihkan' }).expect(200);
    expect(await api.db.read(`select reason from audit_event where subject_id = $1 and after ->> 'state' = 'cancelled' and action = 'changed'`, [id])).toEqual([{ reason: 'Anggaran dialihkan' }]);
  });
});

describe('cloning', () => {
  it('moves every date, keeps local times in each zone, and takes nobody along', async () => {
    const cohort = await made({ zone: 'Asia/Makassar' });
    const phaseId = cohort.phases[0]!.id;
    const classes = (await organiser.put(`/api/v1/cohorts/${cohort.id}/classes`, { version: 1, classes: [{ code: 'A', name: 'Kelas A', capacity: 30 }] }).expect(200)).body.classes;
    const [teacher] = await somePeople(api.db, ground, 1);
    await organiser.post(`/api/v1/cohorts/${cohort.id}/sessions`, sessionRequest(phaseId, { classId: classes[0].id, moduleId: ground.moduleIds[0], facilitatorIds: [teacher!] })).expect(201);
    await organiser.post(`/api/v1/cohorts/${cohort.id}/sessions`, sessionRequest(phaseId, { title: 'Studi di Jakarta', zone: 'Asia/Jakarta', startsAt: '2026-09-08T23:30', endsAt: '2026-09-09T00:30' })).expect(201);
    const request = { startsOn: '2027-02-25', code: `${String(cohort['code'])}-2`, name: 'DLA Telaga II', ordinal: 2 };
    const clone = (await organiser.post(`/api/v1/cohorts/${cohort.id}/clone`, request).expect(201)).body;
    expect(clone).toMatchObject({ state: 'planned', startsOn: '2027-02-25', endsOn: '2027-03-01', ordinal: 2, seatsTaken: 0, phases: [{ startsOn: '2027-02-25', endsOn: '2027-03-01' }], partners: cohort['partners'] });
    expect(clone.sessions.map((session: { startsAt: string; zone: string }) => [new Date(session.startsAt).toISOString(), session.zone])).toEqual([
      ['2027-02-25T00:00:00.000Z', 'Asia/Makassar'], ['2027-02-26T16:30:00.000Z', 'Asia/Jakarta'],
    ]);
    expect(clone.sessions[0]).toMatchObject({ classId: clone.classes[0].id, moduleId: ground.moduleIds[0], facilitators: [], phaseId: clone.phases[0].id });
    expect(clone.classes[0].id).not.toBe(classes[0].id);
  });

  it('takes the newest published curriculum once its own was retired', async () => {
    const place = await aGround(api.db);
    const there = await api.as([{ role: 'organiser', scope: 'agency', agencyId: place.agencyId }]);
    const cohort = (await there.post('/api/v1/cohorts', cohortRequest(place)).expect(201)).body;
    const copy = (number: number) => api.db.execute(
      `insert into curriculum (programme_id, number, lesson_hours, criteria, certificate_design, state, published_at)
       select programme_id, $2, 14, criteria, certificate_design, 'published', now() from curriculum where id = $1`, [place.curriculumId, number]);
    await api.db.execute(`update curriculum set state = 'retired' where id = $1`, [place.curriculumId]);
    const request = { startsOn: '2027-01-04', code: 'CLONE-2', name: 'Angkatan berikut', ordinal: 2 };
    expect((await there.post(`/api/v1/cohorts/${cohort.id}/clone`, request).expect(409)).body.code).toBe('cohort.curriculumNotPublished');
    await copy(2);
    expect((await there.post(`/api/v1/cohorts/${cohort.id}/clone`, request).expect(201)).body.curriculum.number).toBe(2);
  });
});
