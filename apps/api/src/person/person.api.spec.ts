import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aNip, aTree, aWorker, type Tree } from '../agency/agency.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let tree: Tree;
let organiser: Caller;
beforeAll(async () => {
  api = await startApi();
  api.standAt('2026-11-21T02:00:00Z');
});
beforeEach(async () => {
  tree = await aTree(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: tree.agencyId }]);
});
afterAll(() => api.close());

const employment = (change: object = {}) => ({
  unitId: tree.bidang, kind: 'PNS', nip: aNip(), golongan: 'III/d', positionKind: 'PENGAWAS', positionName: 'Kepala Seksi', eselon: 'IV.a', validFrom: '2026-01-01', ...change,
});
const create = (change: object = {}, caller = organiser) => caller.post('/api/v1/people', { agencyId: tree.agencyId, fullName: 'Cemara Senja', employment: employment(), ...change });
const list = async (query: string, caller = organiser): Promise<{ total: number; rows: Record<string, unknown>[] }> => (await caller.get(`/api/v1/people?${query}`).expect(200)).body;
const names = async (query: string, caller = organiser): Promise<unknown[]> => (await list(query, caller)).rows.map(({ fullName }) => fullName);
const problems = (body: { errors: { path: string; code: string }[] }): string[] => body.errors.map(({ path, code }) => `${path} ${code}`);

describe('recording a person', () => {
  it('keeps name, dated facts and the nip as 18 digits', async () => {
    const { body } = await create({ fullName: '  Cemara\u00a0 Senja ', frontTitle: 'dr.', backTitle: 'M.Kes.', birthDate: '1983-09-21', employment: employment({ nip: '19830921 200801 1 902' }) }).expect(201);
    expect(body).toMatchObject({ fullName: 'Cemara Senja', version: 1, account: 'none', certificates: [], lessonHours: [], allowedOperations: ['change'] });
    expect(body.employments).toMatchObject([{ nip: '198309212008011902', nipWarnings: [], unitName: 'Bidang Aplikasi', opdName: 'Dinas Komunikasi dan Informatika', validFrom: '2026-01-01', validTo: null }]);
  });

  it('stores doubts about a nip and shows who is to be verified', async () => {
    const { body } = await create({ fullName: 'Gerimis Padma', employment: employment({ nip: '20011340 202404 2 911' }) }).expect(201);
    expect(body.employments[0].nipWarnings).toEqual(['NIP_BIRTHDATE']);
    await create().expect(201);
    expect(await names('warnings=true')).toEqual(['Gerimis Padma']);
  });

  it.each<[string, object, string[]]>([
    ['a nip of 17 digits', { nip: '19830921200801190' }, ['employment.nip employment.nipLength']],
    ['a nip that Excel damaged', { nip: '1,98609E+17' }, ['employment.nip employment.nipExcel']],
    ['no nip for a civil servant', { nip: null }, ['employment.nip employment.nipMissing']],
    ['31 February', { validFrom: '2026-02-31' }, ['employment.validFrom field.isDateOnly']],
    ['an echelon that is none', { eselon: 'VI.a' }, ['employment.eselon field.matches']],
    ['a golongan of others', { golongan: 'IX' }, ['employment.golongan employment.golonganUnknown']],
    ['a field nobody knows', { salary: 1 }, ['employment.salary field.whitelistValidation']],
    ['a unit of the wrong shape', { unitId: { id: 1 } }, ['employment.unitId field.isUuid']],
  ])('refuses %s beside the field, and writes nothing', async (_, change, expected) => {
    const { body } = await create({ employment: employment(change) }).expect(400);
    expect(problems(body)).toEqual(expected);
    expect((await list('')).total).toBe(0);
  });

  it('says in words how many digits a nip has', async () => {
    const { body } = await create({ employment: employment({ nip: '19830921200801190' }) }).set('accept-language', 'id').expect(400);
    expect(body.errors[0].message).toBe('NIP harus 18 angka (Anda mengisi 17).');
  });

  it('takes people from outside the service without a nip, and without a unit', async () => {
    await create({ fullName: 'Laras 👩‍🌾 محمد', employment: employment({ kind: 'NON_ASN', nip: null, golongan: null, positionKind: 'NON_ASN', eselon: null }) }).expect(201);
    await create({ fullName: `Robert'); drop table person;-- <script>`, employment: null }).expect(201);
    expect(await names('sort=name')).toEqual(['Laras 👩‍🌾 محمد', `Robert'); drop table person;-- <script>`]);
  });

  it('refuses a nip that somebody has, and names them only to who may see them', async () => {
    const nip = aNip();
    const id = await aWorker(api.db, tree.agencyId, tree.badan, { name: 'Surya Lembah', nip });
    const { body } = await create({ employment: employment({ nip }) }).expect(409);
    expect(body).toMatchObject({ code: 'person.nipTaken', title: 'NIP ini sudah dipakai oleh Surya Lembah.', details: { personId: id, name: 'Surya Lembah' }, errors: [{ path: 'employment.nip' }] });
    const local = await api.as([{ role: 'organiser', scope: 'unit', agencyId: tree.agencyId, unitId: tree.dinas }]);
    const hidden = (await create({ employment: employment({ nip }) }, local).expect(409)).body;
    expect(hidden.code).toBe('person.nipTakenUnseen');
    expect(JSON.stringify(hidden)).not.toContain('Surya');
    expect(await names('')).toEqual(['Surya Lembah']);
  });

  it('gives one of two who record the same nip at once a refusal', async () => {
    const nip = aNip();
    const answers = await Promise.all([create({ employment: employment({ nip }) }), create({ employment: employment({ nip }) })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await list('')).total).toBe(1);
  });

  it('refuses an e-mail address twice, in any case', async () => {
    await create({ email: 'cemara@contoh.go.id' }).expect(201);
    expect((await create({ email: 'CEMARA@contoh.go.id' }).expect(409)).body).toMatchObject({ code: 'person.emailTaken', errors: [{ path: 'email' }] });
  });
});

describe('changing a person', () => {
  it('shows both sides to whoever saves a stale form', async () => {
    const { id } = (await create().expect(201)).body;
    await organiser.patch(`/api/v1/people/${id}`, { version: 1, phone: '0812 0000 901' }).expect(200);
    const { body } = await organiser.patch(`/api/v1/people/${id}`, { version: 1, fullName: 'Lain' }).expect(409);
    expect(body).toMatchObject({ code: 'conflict.stale', details: { stored: { fullName: 'Cemara Senja', phone: '0812 0000 901' }, given: { fullName: 'Lain' } } });
    expect((await organiser.patch(`/api/v1/people/${id}`, { version: 2, phone: '' }).expect(200)).body.phone).toBeNull();
  });

  it('ends what held the day before new facts begin', async () => {
    const { id, employments: [first] } = (await create().expect(201)).body;
    const { body } = await organiser.post(`/api/v1/people/${id}/employments`, employment({ nip: first.nip, unitId: tree.badan, positionName: 'Kepala Bidang Data', positionKind: 'ADMINISTRATOR', eselon: 'III.b', validFrom: '2026-11-01' })).expect(201);
    expect(body.employments.map(({ positionName, validFrom, validTo }: Record<string, unknown>) => [positionName, validFrom, validTo])).toEqual([
      ['Kepala Bidang Data', '2026-11-01', null], ['Kepala Seksi', '2026-01-01', '2026-11-01'],
    ]);
    const again = await organiser.post(`/api/v1/people/${id}/employments`, employment({ nip: first.nip, validFrom: '2026-11-01' })).expect(400);
    expect(problems(again.body)).toEqual(['validFrom employment.beforeCurrent']);
  });

  it('puts nobody into a unit that is closed on that day', async () => {
    await api.db.execute(`update unit set active_to = '2026-10-01' where id = $1`, [tree.bidang]);
    expect(problems((await create({ employment: employment({ validFrom: '2026-11-01' }) }).expect(400)).body)).toEqual(['employment.unitId employment.unitClosed']);
    await create().expect(201);
  });
});

describe('finding people', () => {
  beforeEach(async () => {
    await aWorker(api.db, tree.agencyId, tree.bidang, { name: 'Rimba Cendana', nip: '198001012005011901' });
    await aWorker(api.db, tree.agencyId, tree.badan, { name: 'Kenanga Muara', nip: '198502022010012902' });
  });

  it.each([
    ['q=CENDANA', ['Rimba Cendana']], ['q=19850202 2010', ['Kenanga Muara']], ['q=%25', []], ['q=_', []], [`q=${encodeURIComponent("' or 1=1 --")}`, []],
    ['sort=-name', ['Rimba Cendana', 'Kenanga Muara']], ['sort=unit', ['Kenanga Muara', 'Rimba Cendana']], ['kind=PPPK', []], ['positionKind=PENGAWAS&eselon=IV.a', ['Kenanga Muara', 'Rimba Cendana']], ['size=1&page=2', ['Rimba Cendana']],
  ])('%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it('by unit counts those below', async () => {
    expect(await names(`unitId=${tree.dinas}`)).toEqual(['Rimba Cendana']);
    expect(await list(`unitId=${tree.root}&size=1`)).toMatchObject({ total: 2, rows: [{ nip: '198502022010012902', unitName: 'Badan Perencanaan Pembangunan Daerah', nipWarnings: [] }] });
    await organiser.get('/api/v1/people?sort=password').expect(400);
  });

  it('shows a unit its own people, and HR may read but not change', async () => {
    const local = await api.as([{ role: 'organiser', scope: 'unit', agencyId: tree.agencyId, unitId: tree.dinas }]);
    expect(await names('', local)).toEqual(['Rimba Cendana']);
    const [{ id: elsewhere } = { id: '' }] = await api.db.read<{ id: string }>(`select id from person where agency_id = $1 and full_name = 'Kenanga Muara'`, [tree.agencyId]);
    await local.get(`/api/v1/people/${elsewhere}`).expect(404);
    await local.patch(`/api/v1/people/${elsewhere}`, { version: 1, fullName: 'Usil' }).expect(404);
    await local.post(`/api/v1/people/${elsewhere}/employments`, employment({ validFrom: '2026-11-20' })).expect(404);
    await create({ employment: employment({ unitId: tree.badan }) }, local).expect(404);
    const analyst = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: tree.agencyId }]);
    expect((await analyst.get(`/api/v1/people/${elsewhere}`).expect(200)).body.allowedOperations).toEqual([]);
    await analyst.patch(`/api/v1/people/${elsewhere}`, { version: 1 }).expect(403);
  });

  it('keeps other agencies out, and the attempt on record', async () => {
    const foreign = await aTree(api.db);
    const id = await aWorker(api.db, foreign.agencyId, foreign.dinas);
    await organiser.get(`/api/v1/people/${id}`).expect(404);
    await create({ agencyId: foreign.agencyId, employment: null }).expect(404);
    await create({ employment: employment({ unitId: foreign.dinas }) }).expect(400);
    expect(await names(`agencyId=${foreign.agencyId}`)).toEqual([]);
    expect(await api.db.read(`select from audit_event where action = 'denied' and subject_id = any($1)`, [[id, foreign.agencyId]])).toHaveLength(2);
  });
});
