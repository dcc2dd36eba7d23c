import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RosterView } from '@jenjang/shared';
import { aNip, aTree, aWorker, type Tree } from '../agency/agency.builder.js';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { EnrolmentMoves } from '../enrolment/index.js';
import { csvOf, outcomesOf, previewed, sendRoster, settled, tally } from '../roster/roster.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let tree: Tree;
let admin: Caller;
beforeAll(async () => { api = await startApi(); });
beforeEach(async () => {
  tree = await aTree(api.db);
  admin = await api.as([{ role: 'admin', scope: 'agency', agencyId: tree.agencyId }]);
});
afterAll(() => api.close());

const headings = ['NIP', 'Nama', 'OPD', 'Jabatan', 'Eselon', 'Email'];
const cells = (nip: string, name: string, position = 'Kepala Subbidang Data', opd = 'Bappeda', email = ''): string[] => [nip, name, opd, position, 'IV.a', email];
const preview = async (kind: string, content: string, more: Record<string, string> = {}): Promise<RosterView> =>
  previewed(admin, (await sendRoster(admin, { kind, agencyId: tree.agencyId, ...more }, content).expect(201)).body);
const commit = (run: RosterView, mode = 'all') => admin.post(`/api/v1/imports/${run.id}/commit`, { version: run.version, mode });
const undo = (run: RosterView, mode = 'all') => admin.post(`/api/v1/imports/${run.id}/undo`, { mode });
const employments = (nip: string) => api.db.read(`select position_name as position, valid_to is null as current from employment where agency_id = $1 and nip = $2 order by valid_from`, [tree.agencyId, nip]);
const everything = async () => ({
  people: await api.db.read('select to_jsonb(p) - $2::text as p from person p where agency_id = $1 order by id', [tree.agencyId, 'version']),
  employments: await api.db.read('select to_jsonb(m) as m from employment m where agency_id = $1 order by id', [tree.agencyId]),
  units: await api.db.read('select to_jsonb(u) - $2::text as u from unit u where agency_id = $1 order by id', [tree.agencyId, 'version']),
});

describe('people', () => {
  it('are written as the preview promised, and taken back to the last letter', async () => {
    const [known, corrected] = [aNip(), aNip()];
    await aWorker(api.db, tree.agencyId, tree.badan, { name: 'Surya Lembah', nip: known });
    await aWorker(api.db, tree.agencyId, tree.badan, { name: 'Nilam Pesisir', nip: corrected, validFrom: '2026-01-01' });
    const before = await everything();
    const fresh = aNip();
    const run = await preview('people', csvOf([...headings, 'Berlaku mulai'], [...cells(fresh, 'Ir. Cemara Senja, M.Si.', 'Kepala Bidang', 'Diskominfo', 'cemara@contoh.go.id'), ''], [...cells(known, 'Surya Lembah', 'Kepala Seksi'), ''],
      [...cells(corrected, 'Nilam Pesisir', 'Kepala Seksi Arsip'), '01-01-2026']));
    expect(run.counts).toMatchObject({ new: 1, updated: 2, unchanged: 0, rejected: 0 });
    expect(await everything()).toEqual(before);
    const done = (await commit(run).expect(200)).body;
    expect(done).toMatchObject({ state: 'committed', jobId: null, undoUntil: expect.any(String) });
    expect(await api.db.read('select front_title, full_name, back_title, email from person where agency_id = $1 and email is not null', [tree.agencyId])).toEqual([{ front_title: 'Ir.', full_name: 'Cemara Senja', back_title: 'M.Si.', email: 'cemara@contoh.go.id' }]);
    expect(await employments(known)).toEqual([{ position: 'Kepala Subbidang Data', current: false }, { position: 'Kepala Seksi', current: true }]);
    expect(await employments(corrected)).toEqual([{ position: 'Kepala Seksi Arsip', current: true }]);
    expect((await undo(done).expect(200)).body.state).toBe('undone');
    expect(await everything()).toEqual(before);
    expect((await undo(done).expect(409)).body.code).toBe('roster.notCommitted');
    expect((await commit(done).expect(409)).body.code).toBe('roster.over');
  });

  it('of a file with faults are written only when asked for the sound rows', async () => {
    const run = await preview('people', csvOf(headings, cells(aNip(), 'Cemara'), cells('123', 'Gerimis')));
    expect((await commit(run).expect(409)).body).toMatchObject({ code: 'roster.hasRejected', details: { count: 1 } });
    expect(await tally(api, tree.agencyId)).toMatchObject({ people: 0 });
    expect((await commit(run, 'valid').expect(200)).body).toMatchObject({ state: 'committed', counts: { new: 1, rejected: 1 } });
    expect(await tally(api, tree.agencyId)).toMatchObject({ people: 1, employments: 1 });
    expect((await admin.get(`/api/v1/imports/${run.id}/rejected.csv`).expect(200)).text).toContain('Gerimis');
  });

  it('need a preview, and something to write', async () => {
    const nip = aNip();
    const { body: raw } = await sendRoster(admin, { kind: 'people', agencyId: tree.agencyId }, csvOf(headings, cells(nip, 'Cemara'))).expect(201);
    expect((await commit(raw).expect(409)).body.code).toBe('roster.notPreviewed');
    const run = await preview('people', csvOf(headings, cells('1', 'Cemara')));
    expect((await commit(run, 'valid').expect(409)).body.code).toBe('roster.nothing');
    expect((await admin.post(`/api/v1/imports/${run.id}/commit`, { version: run.version - 1, mode: 'all' }).expect(409)).body.code).toBe('conflict.stale');
  });

  it('are written once by two clicks at once', async () => {
    const run = await preview('people', csvOf(headings, ...Array.from({ length: 20 }, (_, index) => cells(aNip(), `Embun ${String(index)}`))));
    const answers = await Promise.all([commit(run), commit(run)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await tally(api, tree.agencyId)).toMatchObject({ people: 20, employments: 20 });
  });

  it('of two files at once are never doubled: the second is shown what the first wrote', async () => {
    const nips = Array.from({ length: 20 }, () => aNip());
    const file = csvOf(headings, ...nips.map((nip, index) => cells(nip, `Embun ${String(index)}`)));
    const [first, second] = [await preview('people', file), await preview('people', file)];
    const answers = await Promise.all([commit(first), commit(second)]);
    expect(answers.map(({ status, body }) => (status === 200 ? 'written' : body.code)).sort()).toEqual(['roster.outdated', 'written']);
    expect(await tally(api, tree.agencyId)).toMatchObject({ people: 20, employments: 20 });
    const late = answers[0].status === 200 ? second : first;
    const { body } = await admin.get(`/api/v1/imports/${late.id}`).expect(200);
    expect(body).toMatchObject({ state: 'previewed', counts: { new: 0, unchanged: 20 } });
  });

  it('that somebody has changed since are not taken back, and named', async () => {
    const nips = [aNip(), aNip()];
    const run = await preview('people', csvOf(headings, cells(nips[0]!, 'Cemara Senja'), cells(nips[1]!, 'Gerimis Padma')));
    await commit(run).expect(200);
    const [person] = await api.db.read<{ id: string }>(`select person_id as id from employment where agency_id = $1 and nip = $2`, [tree.agencyId, nips[1]]);
    await admin.patch(`/api/v1/people/${person!.id}`, { version: 1, phone: '0812' }).expect(200);
    expect((await undo(run).expect(409)).body).toMatchObject({
      code: 'roster.changedSince', title: '1 baris sudah berubah sejak diimpor dan tidak dapat diurungkan: Gerimis Padma (3).', details: { rows: [{ rowNumber: 3, name: 'Gerimis Padma' }] },
    });
    expect(await tally(api, tree.agencyId)).toMatchObject({ people: 2 });
    await undo(run, 'unchanged').expect(200);
    expect(await api.db.read('select full_name from person where agency_id = $1', [tree.agencyId])).toEqual([{ full_name: 'Gerimis Padma' }]);
  });

  it('are not taken back after a day, nor when they have an account', async () => {
    const nip = aNip();
    const run = await preview('people', csvOf(headings, cells(nip, 'Cemara Senja')));
    await commit(run).expect(200);
    const [person] = await api.db.read<{ id: string }>(`select person_id as id from employment where agency_id = $1 and nip = $2`, [tree.agencyId, nip]);
    await api.as([], person);
    expect((await undo(run).expect(409)).body.code).toBe('roster.changedSince');
    await api.db.execute(`update import_run set committed_at = committed_at - interval '25 hours' where id = $1`, [run.id]);
    expect((await undo(run).expect(409)).body.code).toBe('roster.undoLate');
    expect((await admin.get(`/api/v1/imports/${run.id}`).expect(200)).body.undoUntil).toBeNull();
  });

  it('are audited row by row under the name of who imported', async () => {
    const run = await preview('people', csvOf(headings, cells(aNip(), 'Cemara Senja')));
    await commit(run).expect(200);
    const [person] = await api.db.read<{ id: string }>('select id from person where agency_id = $1', [tree.agencyId]);
    expect(await api.db.read(`select action, account_id, reason from audit_event where subject_id = $1`, [person!.id])).toEqual([{ action: 'created', account_id: admin.accountId, reason: 'import' }]);
  });
});

describe('units', () => {
  it('are written below each other, moved in any order, and taken back', async () => {
    const before = await everything();
    const run = await preview('units', csvOf(['Kode', 'Nama', 'Kode induk'], ['KOMINFO', 'Dinas Kominfo dan Statistik', 'KOMINFO-1'], ['KOMINFO-1', 'Bidang Aplikasi', 'BAPPEDA'], ['S2', 'Seksi Data', 'S1'], ['S1', 'Bidang Data', 'KOMINFO']));
    expect(run.counts).toMatchObject({ new: 2, updated: 2, rejected: 0 });
    await commit(run).expect(200);
    const paths = await api.db.read<{ code: string; depth: number }>(`select code, cardinality(string_to_array(trim(both '/' from path), '/')) as depth from unit where agency_id = $1 order by code`, [tree.agencyId]);
    expect(paths.map(({ code, depth }) => [code, depth])).toEqual([['BAPPEDA', 2], ['KOMINFO', 4], ['KOMINFO-1', 3], ['ROOT', 1], ['S1', 5], ['S2', 6]]);
    await undo(run).expect(200);
    expect(await everything()).toEqual(before);
  });

  it('refuse cycles and a second root, row by row', async () => {
    const run = await preview('units', csvOf(['Kode', 'Nama', 'Kode induk'], ['A', 'Bidang A', 'B'], ['B', 'Bidang B', 'A'], ['C', 'Kota Lain', ''], ['KOMINFO', 'Dinas', 'KOMINFO-1']));
    expect(await outcomesOf(admin, run.id)).toEqual(['2 rejected parent:roster.cycle', '3 rejected parent:roster.cycle', '4 rejected parent:unit.oneRoot', '5 rejected parent:roster.cycle']);
  });

  it('in which people work by now are not taken back', async () => {
    const run = await preview('units', csvOf(['Kode', 'Nama', 'Kode induk'], ['A', 'Bidang A', 'BAPPEDA']));
    await commit(run).expect(200);
    const [made] = await api.db.read<{ id: string }>(`select id from unit where agency_id = $1 and code = 'A'`, [tree.agencyId]);
    await aWorker(api.db, tree.agencyId, made!.id);
    expect((await undo(run).expect(409)).body).toMatchObject({ code: 'roster.changedSince', details: { rows: [{ rowNumber: 2, name: 'Bidang A' }] } });
  });
});

describe('participants', () => {
  let ground: Ground;
  let cohort: { id: string };
  beforeEach(async () => {
    ground = await aGround(api.db);
    cohort = await aCohort(api.db, ground, { capacity: 3 });
    tree = { ...tree, agencyId: ground.agencyId };
    admin = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
  });
  const taken = async () => api.db.read(
    `select p.full_name as name, e.state, m.position_name as position from enrolment e join person p on p.id = e.person_id left join employment m on m.id = e.employment_id where e.cohort_id = $1 order by p.full_name`, [cohort.id]);
  const file = (...rows: string[][]) => csvOf(['NIP', 'Nama', 'OPD', 'Jabatan', 'Status', 'Tgl lahir'], ...rows);

  it('join by NIP, by name and birth date, or as new people; walk-ins need no NIP', async () => {
    const [known] = await somePeople(api.db, ground, 1, { name: 'Surya' });
    const [row] = await api.db.read<{ nip: string }>('select nip from employment where person_id = $1', [known]);
    const run = await preview('participants', file([row!.nip, 'Surya', '', '', '', ''], [aNip(), 'Cemara Senja', 'Dinas Kesehatan', 'Kepala Bidang', 'PNS', ''], ['', 'Gerimis Padma', '', '', 'PKK', '01-02-1990']), { cohortId: cohort.id });
    expect(run).toMatchObject({ counts: { new: 3, rejected: 0 }, seats: { capacity: 3, taken: 0, adding: 3 } });
    await commit(run).expect(200);
    expect(await taken()).toEqual([{ name: 'Cemara Senja', state: 'accepted', position: 'Kepala Bidang' }, { name: 'Gerimis Padma', state: 'accepted', position: null }, { name: 'Surya 000001', state: 'accepted', position: 'Kepala Seksi' }]);
    const again = await preview('participants', file([row!.nip, 'Surya', '', 'Kepala Bidang Baru', '', ''], ['', 'gerimis padma', '', '', '', '1990-02-01']), { cohortId: cohort.id });
    expect(again).toMatchObject({ counts: { new: 0, updated: 1, unchanged: 1 }, seats: { taken: 3, adding: 0 } });
    await undo(run).expect(200);
    expect(await taken()).toEqual([]);
    expect(await api.db.read('select full_name from person where agency_id = $1', [ground.agencyId])).toEqual([{ full_name: 'Surya 000001' }]);
    expect(await api.db.read('select seats_taken from cohort where id = $1', [cohort.id])).toEqual([{ seats_taken: 0 }]);
  });

  it('never outnumber the seats: all or none, or those who come first', async () => {
    const run = await preview('participants', file(...Array.from({ length: 5 }, (_, index) => [aNip(), `Embun ${String(index)}`, 'Dinas Kesehatan', 'Staf', 'PNS', ''])), { cohortId: cohort.id });
    expect((await commit(run).expect(409)).body).toMatchObject({ code: 'roster.seatsShort', details: { left: 3, adding: 5 } });
    expect(await tally(api, ground.agencyId)).toMatchObject({ people: 0 });
    expect((await commit(run, 'valid').expect(200)).body.counts).toMatchObject({ new: 3, rejected: 2 });
    expect(await taken()).toHaveLength(3);
    expect(await tally(api, ground.agencyId)).toMatchObject({ people: 3 });
    expect(await outcomesOf(admin, run.id)).toEqual(['2 new', '3 new', '4 new', '5 rejected row:enrolment.full', '6 rejected row:enrolment.full']);
  });

  it('go to a class while it has seats', async () => {
    await api.db.execute(`insert into cohort_class (cohort_id, code, name, capacity) values ($1, 'A', 'Desain Grafis', 1)`, [cohort.id]);
    const run = await preview('participants', csvOf(['Nama', 'Status', 'Kelas'], ['Cemara', 'PKK', 'Kelas A'], ['Gerimis', 'PKK', 'desain grafis'], ['Laras', 'PKK', 'Z']), { cohortId: cohort.id });
    expect(await outcomesOf(admin, run.id)).toEqual(['2 new', '3 new', '4 rejected className:roster.classUnknown']);
    await commit(run, 'valid').expect(200);
    expect(await taken()).toEqual([{ name: 'Cemara', state: 'accepted', position: null }]);
  });

  it('who attended by now are not taken out again', async () => {
    const run = await preview('participants', file([aNip(), 'Cemara Senja', 'Dinas Kesehatan', 'Staf', 'PNS', '']), { cohortId: cohort.id });
    await commit(run).expect(200);
    await api.db.execute(`insert into score (enrolment_id, component, value) select id, 'ujian', 80 from enrolment where cohort_id = $1`, [cohort.id]);
    expect((await undo(run).expect(409)).body.code).toBe('roster.changedSince');
    expect(await taken()).toHaveLength(1);
  });

  it('stand as before when they had withdrawn', async () => {
    const [known] = await somePeople(api.db, ground, 1, { name: 'Surya' });
    const [row] = await api.db.read<{ nip: string }>('select nip from employment where person_id = $1', [known]);
    await api.db.execute(`insert into enrolment (cohort_id, person_id, state, state_reason) values ($1, $2, 'withdrawn', 'Sakit')`, [cohort.id, known]);
    const run = await preview('participants', file([row!.nip, 'Surya', '', '', '', '']), { cohortId: cohort.id });
    await commit(run).expect(200);
    await undo(run).expect(200);
    expect(await api.db.read('select state, state_reason from enrolment where cohort_id = $1', [cohort.id])).toEqual([{ state: 'withdrawn', state_reason: 'Sakit' }]);
  });

  it('wait as before, with every move made until then and the coming back noted, and the seat is told of', async () => {
    const heard: (string | null)[] = [];
    api.app.get(EnrolmentMoves).whenSeatsFree((_tx, _actor, cohortId, freed) => { if (cohortId === cohort.id) heard.push(...freed.map(({ personId }) => personId)); return Promise.resolve(); });
    // After the cut-off no seat passes on by itself, so that what the undoing left can be looked at.
    await api.db.execute(`update admission set cut_off_on = '2020-01-01' where cohort_id = $1`, [cohort.id]);
    const [personId] = await somePeople(api.db, ground, 1, { name: 'Surya' });
    const [row] = await api.db.read<{ nip: string }>('select nip from employment where person_id = $1', [personId]);
    const [waiting] = await api.db.execute<{ id: string }>(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'nominated') returning id`, [cohort.id, personId]);
    await api.db.execute(`update enrolment set state = 'waitlisted', state_code = 'noSeat' where id = $1`, [waiting!.id]);
    const run = await preview('participants', file([row!.nip, 'Surya', '', '', '', '']), { cohortId: cohort.id });
    await commit(run).expect(200);
    expect(await api.db.read(`select count(*) as n from announcement where person_id = $1`, [personId])).toEqual([{ n: 0 }]);
    await undo(run).expect(200);
    expect(await api.db.read('select id, state, state_code from enrolment where cohort_id = $1', [cohort.id])).toEqual([{ id: waiting!.id, state: 'waitlisted', state_code: 'noSeat' }]);
    expect(await api.db.read(`select from_state || '>' || to_state as move from enrolment_move where enrolment_id = $1 order by move`, [waiting!.id])).toEqual([{ move: 'new>nominated' }, { move: 'new>waitlisted' }, { move: 'nominated>waitlisted' }]);
    expect(heard).toEqual([personId]);
  });

  it('are not taken by a cohort that is over, and nothing is written', async () => {
    await api.db.execute(`update cohort set state = 'completed' where id = $1`, [cohort.id]);
    const run = await preview('participants', file([aNip(), 'Cemara Senja', 'Dinas Kesehatan', 'Staf', 'PNS', '']), { cohortId: cohort.id });
    expect((await commit(run).expect(409)).body.code).toBe('enrolment.closed');
    expect(await tally(api, ground.agencyId)).toMatchObject({ people: 0 });
  });
});

describe('many rows', () => {
  it('are judged and written by jobs; the figures are printed', async () => {
    const count = 10_000;
    const start = process.hrtime.bigint();
    const ms = (from: bigint): number => Number((process.hrtime.bigint() - from) / 1_000_000n);
    const rows = Array.from({ length: count }, (_, index) => cells(`19800101200501${String(1 + (index % 2))}${String(index).padStart(3, '0').slice(-3)}`.replace(/^1980/, String(1960 + Math.floor(index / 1000))), `Embun Lembah ${String(index)}`));
    const { body } = await sendRoster(admin, { kind: 'people', agencyId: tree.agencyId }, csvOf(headings, ...rows)).expect(201);
    const readMs = ms(start);
    const mapping = process.hrtime.bigint();
    const { body: asked } = await admin.put(`/api/v1/imports/${body.id}/columns`, { version: body.version, columns: body.columns }).expect(200);
    expect(asked.jobId).not.toBeNull();
    expect((await admin.put(`/api/v1/imports/${body.id}/columns`, { version: asked.version, columns: body.columns })).status).toBe(409);
    const run = await settled(admin, body.id);
    const previewMs = ms(mapping);
    const writing = process.hrtime.bigint();
    const mode = run.counts!.rejected > 0 ? 'valid' : 'all';
    expect((await commit(run, mode).expect(200)).body.jobId).not.toBeNull();
    const done = await settled(admin, run.id);
    const commitMs = ms(writing);
    expect(done).toMatchObject({ state: 'committed', counts: { new: run.counts!.new } });
    expect(await tally(api, tree.agencyId)).toMatchObject({ people: run.counts!.new, employments: run.counts!.new });
    const undoing = process.hrtime.bigint();
    await undo(done).expect(200);
    process.stdout.write(`import of ${String(count)} rows: read ${String(readMs)} ms, preview ${String(previewMs)} ms, commit of ${String(run.counts!.new)} ${String(commitMs)} ms, undo ${String(ms(undoing))} ms\n`);
    expect(await tally(api, tree.agencyId)).toMatchObject({ people: 0, employments: 0 });
  }, 300_000);
});
