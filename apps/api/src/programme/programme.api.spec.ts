import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aGround, type Ground } from '../cohort/cohort.builder.js';
import { aPdf } from '../file/file.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let ground: Ground;
let other: Ground;
let organiser: Caller;
let stranger: Caller;
let admin: Caller;
let academyId: string;

const criteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: true, minFinalScore: 60.01, outcome: 'graduated',
  components: [{ code: 'posttest', title: 'Tes akhir', weight: 100, minScore: null }], predicates: [{ from: 60.01, title: 'Cukup Memuaskan' }],
};
const design = { kind: 'graduation', heading: 'SERTIFIKAT', numberTemplate: '{seq:5}/{agency}/{year}', counterScope: 'YEAR', nipShown: 'full', validYears: 5 };
const draftBody = { lessonHours: 10, criteria, certificateDesign: design };
const moduleBody = { code: 'M1', title: 'Dasar SPBE', summary: 'Pengantar', lessonHours: 10 };

beforeAll(async () => {
  api = await startApi();
  [ground, other] = [await aGround(api.db), await aGround(api.db)];
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
  stranger = await api.as([{ role: 'organiser', scope: 'agency', agencyId: other.agencyId }]);
  admin = await api.as([{ role: 'admin', scope: 'national' }]);
  [{ id: academyId }] = (await api.db.read<{ id: string }>('select academy_id as id from programme where id = $1', [ground.programmeId])) as [{ id: string }];
});
afterAll(() => api.close());

const code = (): string => `P-${randomUUID().slice(0, 8).toUpperCase()}`;
const aRequest = (changes: object = {}) => ({
  academyId, agencyId: ground.agencyId, code: code(), name: 'Manajemen Risiko SPBE', description: '', ownerName: 'BKPSDM Kota Telaga', diklatKind: 3, diklatForm: 'klasikal', audience: 'asn', ...changes,
});
/** A programme of the organiser's agency with an empty draft. */
async function aDraft(): Promise<{ programmeId: string; curriculumId: string; version: number }> {
  const { body: programme } = await organiser.post('/api/v1/programmes', aRequest()).expect(201);
  const { body: draft } = await organiser.post(`/api/v1/programmes/${programme.id}/curricula`).expect(201);
  const { body } = await organiser.put(`/api/v1/curricula/${draft.id}`, { version: draft.version, ...draftBody }).expect(200);
  return { programmeId: programme.id, curriculumId: draft.id, version: body.version };
}
/** The same with one module and one page. */
async function aFilledDraft() {
  const draft = await aDraft();
  const { body: module } = await organiser.post(`/api/v1/curricula/${draft.curriculumId}/modules`, moduleBody).expect(201);
  const { body: activity } = await organiser.post(`/api/v1/modules/${module.id}/activities`, { kind: 'page', title: 'Mengapa SPBE', body: '# Halo', required: true }).expect(201);
  return { ...draft, moduleId: module.id as string, activityId: activity.id as string };
}
const tree = async (id: string) => (await organiser.get(`/api/v1/curricula/${id}`).expect(200)).body;

describe('programmes', () => {
  it('lists national templates and those of the own agency, nobody else’s', async () => {
    const { body: own } = await organiser.post('/api/v1/programmes', aRequest({ name: 'Program Kenanga Sendiri' })).expect(201);
    const { body: foreign } = await stranger.post('/api/v1/programmes', aRequest({ agencyId: other.agencyId, name: 'Program Kenanga Asing' })).expect(201);
    const { body } = await organiser.get('/api/v1/programmes?q=kenanga').expect(200);
    expect(body.rows.map((row: { id: string }) => row.id)).toEqual([own.id]);
    await organiser.get(`/api/v1/programmes/${foreign.id}`).expect(404);
    const { body: national } = await organiser.get(`/api/v1/programmes/${ground.programmeId}`).expect(200);
    expect(national).toMatchObject({ agencyId: null, allowedOperations: ['adopt'], curricula: [{ number: 1, state: 'published', modules: 2, allowedOperations: [] }] });
  });

  it('lets a facilitator of one cohort read what that cohort takes', async () => {
    const { curriculumId, programmeId } = await aFilledDraft();
    const [cohort] = await api.db.execute<{ id: string }>(
      `insert into cohort (agency_id, curriculum_id, code, name, starts_on, ends_on, zone, capacity) values ($1, $2, $3, 'Angkatan', '2026-09-07', '2026-09-11', 'Asia/Makassar', 5) returning id`,
      [ground.agencyId, curriculumId, code()]);
    const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: ground.agencyId, cohortId: cohort!.id }]);
    await facilitator.get(`/api/v1/curricula/${curriculumId}`).expect(200);
    const elsewhere = await aFilledDraft();
    await facilitator.get(`/api/v1/programmes/${elsewhere.programmeId}`).expect(404);
    await facilitator.put(`/api/v1/curricula/${curriculumId}`, { version: 1, ...draftBody }).expect(403);
    await facilitator.patch(`/api/v1/programmes/${programmeId}`, { version: 1, name: 'Lain' }).expect(403);
  });

  it('refuses a code that is taken, an academy that is not there, and fields that are wrong', async () => {
    const request = aRequest();
    await organiser.post('/api/v1/programmes', request).expect(201);
    expect((await organiser.post('/api/v1/programmes', request).expect(409)).body.code).toBe('programme.codeOnce');
    await organiser.post('/api/v1/programmes', aRequest({ academyId: randomUUID() })).expect(409);
    const { body } = await organiser.post('/api/v1/programmes', aRequest({ diklatKind: 26, name: 'x'.repeat(1000), extra: 1 })).expect(400);
    expect(body.errors.map((error: { path: string }) => error.path).sort()).toEqual(['diklatKind', 'extra', 'name']);
  });

  it('belongs to the agency: nobody makes one for another, only the nation makes templates', async () => {
    await organiser.post('/api/v1/programmes', aRequest({ agencyId: other.agencyId })).expect(404);
    await organiser.post('/api/v1/programmes', aRequest({ agencyId: undefined })).expect(404);
    await admin.post('/api/v1/programmes', aRequest({ agencyId: undefined })).expect(201);
  });

  it('changes only what is named, and shows both when someone saved first', async () => {
    const { body: made } = await organiser.post('/api/v1/programmes', aRequest()).expect(201);
    const { body: changed } = await organiser.patch(`/api/v1/programmes/${made.id}`, { version: made.version, name: 'Nama baru' }).expect(200);
    expect(changed).toMatchObject({ name: 'Nama baru', ownerName: made.ownerName, code: made.code, version: Number(made.version) + 1 });
    const { body } = await organiser.patch(`/api/v1/programmes/${made.id}`, { version: made.version, name: 'Nama lain' }).expect(409);
    expect(body).toMatchObject({ code: 'conflict.stale', details: { stored: { name: 'Nama baru' }, given: { name: 'Nama lain' } } });
    await stranger.patch(`/api/v1/programmes/${made.id}`, { version: 2, name: 'Curian' }).expect(404);
  });

  it('are adopted from a template with everything in it, as a draft of one’s own', async () => {
    const source = await aFilledDraft();
    await organiser.post(`/api/v1/curricula/${source.curriculumId}/publish`, { version: source.version }).expect(200);
    await stranger.post('/api/v1/programmes/from-template', { templateId: source.programmeId, agencyId: other.agencyId }).expect(404);
    const { body } = await stranger.post('/api/v1/programmes/from-template', { templateId: ground.programmeId, agencyId: other.agencyId }).expect(201);
    expect(body).toMatchObject({ agencyId: other.agencyId, name: 'Kepemimpinan Digital', curricula: [{ number: 1, state: 'draft', modules: 2, lessonHours: 12 }] });
    await stranger.post('/api/v1/programmes/from-template', { templateId: ground.programmeId, agencyId: other.agencyId }).expect(409);
    await stranger.post('/api/v1/programmes/from-template', { templateId: ground.programmeId, agencyId: ground.agencyId }).expect(404);
  });
});

describe('a draft', () => {
  it('keeps criteria and design, and shows each mistake beside its field', async () => {
    const { curriculumId, version } = await aDraft();
    const wrong = {
      version, lessonHours: 10, criteria: { ...criteria, components: [{ code: 'a', title: 'A', weight: 90, minScore: null }], minAttendancePercent: 101 },
      certificateDesign: { ...design, numberTemplate: '{nip}/{year}' },
    };
    const { body } = await organiser.put(`/api/v1/curricula/${curriculumId}`, wrong).expect(400);
    expect(body.errors.map(({ path, code: rule }: { path: string; code: string }) => `${path} ${rule}`)).toEqual([
      'criteria.minAttendancePercent curriculum.attendanceOutOfBounds', 'criteria.components curriculum.weightsNotHundred',
      'certificateDesign.numberTemplate curriculum.unknownToken', 'certificateDesign.numberTemplate curriculum.noSequence',
    ]);
    expect(body.errors[1].message).toBe('Jumlah bobot harus 100');
    const { body: shape } = await organiser.put(`/api/v1/curricula/${curriculumId}`, { ...wrong, criteria: { ...criteria, components: 'x' } }).expect(400);
    expect(shape.errors[0].path).toBe('criteria.components');
    for (const other of [[], null, 'x', 5, { ...criteria, components: [[]] }, { ...criteria, components: [null] }, { ...criteria, predicates: ['x'] }]) {
      await organiser.put(`/api/v1/curricula/${curriculumId}`, { ...wrong, criteria: other }).expect(400);
    }
    expect((await tree(curriculumId)).criteria).toEqual(criteria);
  });

  it('shows both when someone saved first', async () => {
    const { curriculumId, version } = await aDraft();
    await organiser.put(`/api/v1/curricula/${curriculumId}`, { version, ...draftBody, lessonHours: 12 }).expect(200);
    const { body } = await organiser.put(`/api/v1/curricula/${curriculumId}`, { version, ...draftBody, lessonHours: 14 }).expect(409);
    expect(body).toMatchObject({ code: 'conflict.stale', details: { stored: { lessonHours: 12 }, given: { lessonHours: 14 } } });
  });

  it('orders its modules and activities, only as a whole', async () => {
    const { curriculumId, moduleId, activityId } = await aFilledDraft();
    const { body: second } = await organiser.post(`/api/v1/curricula/${curriculumId}/modules`, { ...moduleBody, code: 'M2', title: 'Kedua' }).expect(201);
    await organiser.put(`/api/v1/curricula/${curriculumId}/modules/order`, { ids: [second.id, moduleId] }).expect(204);
    expect((await tree(curriculumId)).modules.map((module: { title: string }) => module.title)).toEqual(['Kedua', 'Dasar SPBE']);
    for (const ids of [[moduleId], [moduleId, randomUUID()], [moduleId, second.id, randomUUID()]]) {
      expect((await organiser.put(`/api/v1/curricula/${curriculumId}/modules/order`, { ids }).expect(409)).body.code).toBe('module.order');
    }
    const { body: extra } = await organiser.post(`/api/v1/modules/${moduleId}/activities`, { kind: 'page', title: 'Kedua', body: '', required: false }).expect(201);
    await organiser.put(`/api/v1/modules/${moduleId}/activities/order`, { ids: [extra.id, activityId] }).expect(204);
    expect((await tree(curriculumId)).modules[1].activities.map((activity: { id: string }) => activity.id)).toEqual([extra.id, activityId]);
  });

  it('takes modules added at the same moment, each in a place of its own', async () => {
    const { curriculumId } = await aDraft();
    await Promise.all(Array.from({ length: 6 }, (_, index) => organiser.post(`/api/v1/curricula/${curriculumId}/modules`, { ...moduleBody, code: `M${String(index)}` }).expect(201)));
    expect((await tree(curriculumId)).modules.map((module: { position: number }) => module.position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('changes an activity only from what is stored', async () => {
    const { curriculumId, activityId } = await aFilledDraft();
    const { body: read } = await organiser.get(`/api/v1/activities/${activityId}`).expect(200);
    expect(read).toMatchObject({ kind: 'page', body: '# Halo', title: 'Mengapa SPBE' });
    const change = { kind: 'page', title: 'Mengapa SPBE', body: 'Isi baru', required: true, version: read.version };
    const { body: changed } = await organiser.put(`/api/v1/activities/${activityId}`, change).expect(200);
    expect(changed.version).not.toBe(read.version);
    const { body } = await organiser.put(`/api/v1/activities/${activityId}`, { ...change, body: 'Isi lain' }).expect(409);
    expect(body).toMatchObject({ code: 'conflict.stale', details: { stored: { body: 'Isi baru' }, given: { body: 'Isi lain' } } });
    expect((await tree(curriculumId)).modules[0].activities[0].version).toBe(changed.version);
  });

  it('takes a file only of the kind that is said, and only one within reach', async () => {
    const { moduleId } = await aFilledDraft();
    const { body: file } = await organiser.post(`/api/v1/files?purpose=learning&agencyId=${ground.agencyId}`).attach('file', aPdf('lampiran'), 'lampiran.pdf').expect(201);
    await organiser.post(`/api/v1/modules/${moduleId}/activities`, { kind: 'pdf', title: 'Lampiran', fileId: file.id, required: true }).expect(201);
    expect((await organiser.post(`/api/v1/modules/${moduleId}/activities`, { kind: 'video', title: 'Video', fileId: file.id, required: true }).expect(409)).body.code).toBe('activity.fileKind');
    const { body: foreign } = await stranger.post(`/api/v1/files?purpose=learning&agencyId=${other.agencyId}`).attach('file', aPdf('asing'), 'asing.pdf').expect(201);
    await organiser.post(`/api/v1/modules/${moduleId}/activities`, { kind: 'pdf', title: 'Curian', fileId: foreign.id, required: true }).expect(404);
    await organiser.post(`/api/v1/modules/${moduleId}/activities`, { kind: 'page', title: 'Tanpa isi', required: true }).expect(400);
  });

  it('does not exist for another agency', async () => {
    const { curriculumId, moduleId, activityId, version } = await aFilledDraft();
    await stranger.get(`/api/v1/curricula/${curriculumId}`).expect(404);
    await stranger.put(`/api/v1/curricula/${curriculumId}`, { version, ...draftBody }).expect(404);
    await stranger.post(`/api/v1/curricula/${curriculumId}/publish`, { version }).expect(404);
    await stranger.post(`/api/v1/curricula/${curriculumId}/modules`, moduleBody).expect(404);
    await stranger.delete(`/api/v1/modules/${moduleId}`).expect(404);
    await stranger.get(`/api/v1/activities/${activityId}`).expect(404);
    await stranger.delete(`/api/v1/activities/${activityId}`).expect(404);
    const attempts = await api.db.read(`select from audit_event where action = 'denied' and account_id = $1 and subject_id in ($2, $3, $4)`, [stranger.accountId, curriculumId, moduleId, activityId]);
    expect(attempts.length).toBe(7);
  });
});

describe('publishing', () => {
  it('is refused with every reason, and then done', async () => {
    const { curriculumId, version } = await aDraft();
    await organiser.post(`/api/v1/curricula/${curriculumId}/modules`, { ...moduleBody, lessonHours: 4.5 }).expect(201);
    const { body } = await organiser.post(`/api/v1/curricula/${curriculumId}/publish`, { version }).expect(409);
    expect(body.code).toBe('curriculum.incomplete');
    expect(body.errors.map((error: { message: string }) => error.message)).toEqual([
      'Jumlah JP mata pelatihan 4,5, sedangkan kurikulum 10 JP', 'Syarat “semua materi selesai” memerlukan paling sedikit satu materi wajib',
    ]);
    expect((await tree(curriculumId)).state).toBe('draft');
  });

  it('freezes everything: each later change is refused by the service and by the database', async () => {
    const { programmeId, curriculumId, moduleId, activityId, version } = await aFilledDraft();
    const { body: published } = await organiser.post(`/api/v1/curricula/${curriculumId}/publish`, { version }).expect(200);
    expect(published).toMatchObject({ state: 'published', allowedOperations: ['retire'] });
    const refused = [
      await organiser.put(`/api/v1/curricula/${curriculumId}`, { version: published.version, ...draftBody }),
      await organiser.post(`/api/v1/curricula/${curriculumId}/modules`, { ...moduleBody, code: 'M2' }),
      await organiser.delete(`/api/v1/modules/${moduleId}`),
      await organiser.delete(`/api/v1/activities/${activityId}`),
      await organiser.put(`/api/v1/activities/${activityId}`, { kind: 'page', title: 'Lain', body: 'x', required: true, version: 'x' }),
    ];
    expect(refused.map(({ status, body }) => `${String(status)} ${String(body.code)}`)).toEqual(Array(5).fill('409 curriculum.isFrozen'));
    for (const statement of [`update activity set title = 'Lain' where id = '${activityId}'`, `delete from module where id = '${moduleId}'`, `update curriculum set lesson_hours = 11 where id = '${curriculumId}'`]) {
      await expect(api.db.execute(statement)).rejects.toMatchObject({ constraint: 'curriculum_is_frozen' });
    }
    const { body: draft } = await organiser.post(`/api/v1/programmes/${programmeId}/curricula`).expect(201);
    expect(draft).toMatchObject({ number: 2, state: 'draft', modules: [{ code: 'M1', activities: [{ title: 'Mengapa SPBE' }] }] });
    expect((await organiser.post(`/api/v1/programmes/${programmeId}/curricula`).expect(409)).body.code).toBe('curriculum.draftExists');
    await organiser.post(`/api/v1/curricula/${draft.id}/retire`).expect(409);
    await organiser.post(`/api/v1/curricula/${curriculumId}/retire`).expect(200);
    await organiser.post(`/api/v1/curricula/${curriculumId}/retire`).expect(409);
  });

  it('happens once when it is asked for twice at the same moment', async () => {
    const { curriculumId, version } = await aFilledDraft();
    const answers = await Promise.all([1, 2, 3].map(() => organiser.post(`/api/v1/curricula/${curriculumId}/publish`, { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

it('takes HTML, SQL, emoji and Arabic as text', async () => {
  const name = `<b>Pelatihan</b> '); drop table person;-- 🌿 مرحبا`;
  const { body } = await organiser.post('/api/v1/programmes', aRequest({ name })).expect(201);
  expect((await organiser.get(`/api/v1/programmes?q=${encodeURIComponent("'); drop")}`).expect(200)).body.rows.map((row: { id: string }) => row.id)).toContain(body.id);
  expect(body.name).toBe(name);
});
