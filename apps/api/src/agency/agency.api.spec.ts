import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aTree, aWorker, type Tree } from './agency.builder.js';

let api: TestApi;
let tree: Tree;
let national: Caller;
let admin: Caller;
beforeAll(async () => {
  api = await startApi();
  national = await api.as([{ role: 'admin', scope: 'national' }]);
});
beforeEach(async () => {
  tree = await aTree(api.db);
  admin = await api.as([{ role: 'admin', scope: 'agency', agencyId: tree.agencyId }]);
});
afterAll(() => api.close());

const units = async (caller = admin, on = ''): Promise<Record<string, unknown>[]> => (await caller.get(`/api/v1/agencies/${tree.agencyId}/units${on && `?on=${on}`}`).expect(200)).body;
const versionOf = async (id: string): Promise<number> => (await api.db.read<{ version: number }>('select version from unit where id = $1', [id]))[0]!.version;
const denied = (id: string) => api.db.read(`select from audit_event where action = 'denied' and subject_id = $1`, [id]);

describe('agencies', () => {
  const request = () => ({ code: `PROV-${Date.now().toString(36).toUpperCase()}`, name: 'Pemerintah Provinsi Lembah', shortName: 'Prov. Lembah', kind: 'province', zone: 'Asia/Jakarta' });

  it('are made with their root by the national admin only', async () => {
    await admin.post('/api/v1/agencies', request()).expect(404);
    const { body } = await national.post('/api/v1/agencies', request()).expect(201);
    expect(body).toMatchObject({ kind: 'province', minutesPerLessonHour: 45, version: 1, units: 1, people: 0, allowedOperations: ['change', 'manageUnits'] });
    expect(await api.db.read('select kind, parent_id, name from unit where agency_id = $1', [body.id])).toEqual([{ kind: 'INSTANSI', parent_id: null, name: 'Pemerintah Provinsi Lembah' }]);
  });

  it.each([
    ['a code in small letters', { code: 'kecil' }, 'code field.matches'],
    ['a name of 1 MB', { name: 'x'.repeat(900_000) }, 'name field.maxLength'],
    ['an unknown region', { regionCode: '99.99' }, 'regionCode agency.regionUnknown'],
    ['an unknown field', { mayor: 'Cemara' }, 'mayor field.whitelistValidation'],
    ['a zone of elsewhere', { zone: 'Europe/Paris' }, 'zone field.isIn'],
  ])('are refused with %s', async (_, change, expected) => {
    const { body } = await national.post('/api/v1/agencies', { ...request(), ...change }).expect(400);
    expect(body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([expected]);
  });

  it('keep SQL, HTML, emoji and Arabic in a name as text', async () => {
    const name = `'; drop table agency; -- <b>محمد</b> 👩‍🌾`;
    const { body } = await national.post('/api/v1/agencies', { ...request(), name }).expect(201);
    expect(body.name).toBe(name);
  });

  it('show both sides to whoever saves a stale form', async () => {
    await admin.patch(`/api/v1/agencies/${tree.agencyId}`, { version: 1, shortName: 'Embun' }).expect(200);
    const { body } = await admin.patch(`/api/v1/agencies/${tree.agencyId}`, { version: 1, shortName: 'Kota Lain' }).expect(409);
    expect(body).toMatchObject({ code: 'conflict.stale', details: { stored: { shortName: 'Embun', version: 2 }, given: { shortName: 'Kota Lain' } } });
  });

  it('are listed as far as the caller reaches, also through a unit', async () => {
    const head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: tree.agencyId, unitId: tree.dinas }]);
    const { body } = await head.get('/api/v1/agencies').expect(200);
    expect(body.rows.map(({ id }: { id: string }) => id)).toEqual([tree.agencyId]);
    await head.get(`/api/v1/agencies/${tree.agencyId}`).expect(200);
    const foreign = await aTree(api.db);
    await admin.get(`/api/v1/agencies/${foreign.agencyId}`).expect(404);
    await admin.get(`/api/v1/agencies/${foreign.agencyId}/units`).expect(404);
    await admin.patch(`/api/v1/agencies/${foreign.agencyId}`, { version: 1 }).expect(404);
    expect(await denied(foreign.agencyId)).toHaveLength(3);
  });
});

describe('the tree', () => {
  it('counts people in each unit and below, as of a day', async () => {
    await aWorker(api.db, tree.agencyId, tree.bidang);
    await aWorker(api.db, tree.agencyId, tree.dinas, { validFrom: '2025-01-01' });
    const counts = async (on: string) => (await units(admin, on)).map(({ code, people, peopleBelow }) => [code, people, peopleBelow]);
    expect(await counts('2024-06-01')).toEqual([['ROOT', 0, 1], ['BAPPEDA', 0, 0], ['KOMINFO', 0, 1], ['KOMINFO-1', 1, 1]]);
    expect(await counts('2026-06-01')).toEqual([['ROOT', 0, 2], ['BAPPEDA', 0, 0], ['KOMINFO', 1, 2], ['KOMINFO-1', 1, 1]]);
  });

  it('is shown to the holder of a unit from that unit down', async () => {
    const head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: tree.agencyId, unitId: tree.dinas }]);
    expect((await units(head)).map(({ code }) => code)).toEqual(['KOMINFO', 'KOMINFO-1']);
    await head.post('/api/v1/units', { agencyId: tree.agencyId, parentId: tree.dinas, kind: 'BIDANG', code: 'X', name: 'Bidang X' }).expect(403);
  });

  it('grows, is renamed, and never has a second root', async () => {
    const add = (change: object) => admin.post('/api/v1/units', { agencyId: tree.agencyId, parentId: tree.badan, kind: 'BIDANG', code: 'BAPPEDA-1', name: '  Bidang   Data ', ...change });
    const { body } = await add({}).expect(201);
    expect(await api.db.read('select name, path from unit where id = $1', [body.id])).toEqual([{ name: 'Bidang Data', path: `/${tree.root}/${tree.badan}/${body.id}/` }]);
    expect((await add({}).expect(409)).body).toMatchObject({ code: 'unit.codeOncePerAgency', errors: [{ path: 'code' }] });
    expect((await add({ parentId: null, code: 'Z' }).expect(409)).body).toMatchObject({ code: 'unit.oneRoot', title: 'Pohon unit hanya boleh punya satu akar. Pilih unit induk.' });
    expect((await add({ parentId: (await aTree(api.db)).root, code: 'Z' }).expect(409)).body.code).toBe('unit.parentUnknown');
    await admin.patch(`/api/v1/units/${body.id}`, { version: 1, name: 'Bidang Data dan Evaluasi' }).expect(200);
    expect((await admin.patch(`/api/v1/units/${body.id}`, { version: 1, name: 'Lain' }).expect(409)).body.code).toBe('conflict.stale');
  });

  it('tells what a move would do, and then does it with everything below', async () => {
    await aWorker(api.db, tree.agencyId, tree.bidang);
    await api.as([{ role: 'agency_head', scope: 'unit', agencyId: tree.agencyId, unitId: tree.dinas }]);
    const { body } = await admin.get(`/api/v1/units/${tree.bidang}/move-effects?parentId=${tree.badan}`).expect(200);
    expect(body).toEqual({
      unitId: tree.bidang, parentId: tree.badan, refusal: null, units: 1, people: 1, peopleChangingOpd: 1, grants: 1,
      from: ['Pemerintah Kota Embun', 'Dinas Komunikasi dan Informatika', 'Bidang Aplikasi'], to: ['Pemerintah Kota Embun', 'Badan Perencanaan Pembangunan Daerah', 'Bidang Aplikasi'],
    });
    await admin.patch(`/api/v1/units/${tree.bidang}`, { version: 1, parentId: tree.badan }).expect(200);
    expect((await units()).find(({ code }) => code === 'BAPPEDA')).toMatchObject({ peopleBelow: 1 });
  });

  it.each([
    ['below itself', 'dinas', 'dinas', 'unit.underItself'],
    ['below what is below it', 'dinas', 'bidang', 'unit.underItself'],
    ['away from the root', 'root', 'badan', 'unit.rootStays'],
  ] as const)('refuses a move %s', async (_, unit, parent, code) => {
    expect((await admin.get(`/api/v1/units/${tree[unit]}/move-effects?parentId=${tree[parent]}`).expect(200)).body.refusal).toBe(code);
    expect((await admin.patch(`/api/v1/units/${tree[unit]}`, { version: 1, parentId: tree[parent] }).expect(409)).body).toMatchObject({ code, errors: [{ path: 'parentId' }] });
    expect(await versionOf(tree[unit])).toBe(1);
  });

  it('holds no cycle when two moves meet, nor by a statement', async () => {
    const other = (await admin.post('/api/v1/units', { agencyId: tree.agencyId, parentId: tree.badan, kind: 'BIDANG', code: 'B1', name: 'Bidang B' }).expect(201)).body.id;
    const answers = await Promise.all([
      admin.patch(`/api/v1/units/${tree.bidang}`, { version: 1, parentId: other }),
      admin.patch(`/api/v1/units/${other}`, { version: 1, parentId: tree.bidang }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await expect(api.db.execute('update unit set parent_id = $2 where id = $1', [tree.root, tree.bidang])).rejects.toThrow(/unit_tree_has_no_cycle|below itself/);
  });

  it('closes a unit only when nobody and nothing is left in it, and forgets nothing', async () => {
    await aWorker(api.db, tree.agencyId, tree.bidang);
    const close = (id: string, activeTo: string) => admin.patch(`/api/v1/units/${id}`, { version: 1, activeTo });
    expect((await close(tree.dinas, '2026-12-01').expect(409)).body).toMatchObject({ code: 'unit.hasPeople', details: { count: 1 }, title: '1 pegawai masih bertugas di unit ini atau di bawahnya. Pindahkan dahulu.' });
    await api.db.execute(`update employment set valid_to = '2026-11-30' where unit_id = $1`, [tree.bidang]);
    expect((await close(tree.dinas, '2026-12-01').expect(409)).body.code).toBe('unit.hasUnits');
    expect((await close(tree.root, '2026-12-01').expect(409)).body.code).toBe('unit.rootStays');
    expect((await close(tree.bidang, '1999-12-01').expect(409)).body.code).toBe('unit.datesInOrder');
    await close(tree.bidang, '2026-12-01').expect(200);
    expect((await units(admin, '2026-11-30')).map(({ code }) => code)).toContain('KOMINFO-1');
    expect((await units(admin, '2026-12-01')).map(({ code }) => code)).not.toContain('KOMINFO-1');
    expect((await admin.post('/api/v1/units', { agencyId: tree.agencyId, parentId: tree.bidang, kind: 'SEKSI', code: 'S', name: 'Seksi S' }).expect(409)).body.code).toBe('unit.parentClosed');
  });

  it('is out of reach for other agencies, and the attempt is kept', async () => {
    const foreign = await aTree(api.db);
    await admin.patch(`/api/v1/units/${foreign.dinas}`, { version: 1, name: 'Usil' }).expect(404);
    await admin.get(`/api/v1/units/${foreign.dinas}/move-effects?parentId=${foreign.badan}`).expect(404);
    await admin.post('/api/v1/units', { agencyId: foreign.agencyId, parentId: foreign.root, kind: 'DINAS', code: 'U', name: 'Usil' }).expect(404);
    expect(await denied(foreign.dinas)).toHaveLength(2);
  });
});

describe('regions', () => {
  it('are found by words and by code, whatever is written', async () => {
    await api.db.execute(`insert into region values ('64', 'Kalimantan Timur'), ('64.72', 'Kota Samarinda') on conflict do nothing`);
    const found = async (q: string) => (await admin.get(`/api/v1/regions?q=${encodeURIComponent(q)}`).expect(200)).body;
    expect(await found('samar')).toContainEqual({ code: '64.72', name: 'Kota Samarinda' });
    expect((await found('64'))[0]).toEqual({ code: '64', name: 'Kalimantan Timur' });
    expect(await found('%%')).toEqual([]);
  });
});
