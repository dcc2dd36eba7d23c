import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RosterView } from '@jenjang/shared';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { aNip, aTree, aWorker, type Tree } from '../agency/agency.builder.js';
import { aFolder } from '../tabular/tabular.files.builder.js';
import { textRow, writeWorkbook, writeZip } from '../tabular/tabular.xlsx.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { csvOf, outcomesOf, previewed, sendRoster, tally } from './roster.builder.js';

let api: TestApi;
let tree: Tree;
let organiser: Caller;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  api = await startApi();
  folder = await aFolder();
});
beforeEach(async () => {
  tree = await aTree(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: tree.agencyId }]);
});
afterAll(async () => {
  await folder.remove();
  await api.close();
});

const headings = ['NIP', 'Nama', 'OPD', 'Jabatan', 'Eselon'];
const cells = (nip: string, name = 'Cemara Senja', change: Partial<Record<string, string>> = {}): string[] => [nip, name, change['opd'] ?? 'Diskominfo', 'Kepala Bidang', change['eselon'] ?? 'III.b'];
const send = (content: string | Buffer, name?: string, caller = organiser) => sendRoster(caller, { kind: 'people', agencyId: tree.agencyId }, content, name);
const start = async (content: string | Buffer, name?: string): Promise<RosterView> => (await send(content, name).expect(201)).body;
const workbook = async (rows: string, more: object = {}): Promise<Buffer> => {
  await writeWorkbook(folder.file('buku.xlsx'), { rows, ...more });
  return readFile(folder.file('buku.xlsx'));
};

describe('a file', () => {
  it('is read, and its columns are guessed', async () => {
    const run = await start(csvOf(['NIP/NRP/NI PPPK', 'Nama Lengkap (dengan gelar)', 'Perangkat Daerah', 'Catatan'], [aNip(), 'Cemara', 'Bappeda', 'x']));
    expect(run).toMatchObject({
      kind: 'people', state: 'uploaded', rows: 1, counts: null, jobId: null, seats: null, file: { name: 'pegawai.csv', format: 'csv' }, columns: { nip: 'NIP/NRP/NI PPPK', fullName: 'Nama Lengkap (dengan gelar)', opd: 'Perangkat Daerah' },
      sample: [{ 'Catatan': 'x' }],
    });
    expect(await tally(api, tree.agencyId)).toMatchObject({ people: 0 });
  });

  it.each([
    ['comma, UTF-8', ',', 'utf-8', false], ['semicolon, UTF-8 with its mark', ';', 'utf-8', true], ['tab, UTF-16', '\t', 'utf-16le', true], ['semicolon, Windows-1252', ';', 'windows-1252', false],
  ])('may be a CSV: %s', async (_, delimiter, encoding, addBOM) => {
    const text = [headings, cells(aNip(), 'Andréa Ünal')].map((row) => row.join(delimiter)).join('\r\n');
    const run = await previewed(organiser, await start(iconv.encode(text, encoding, { addBOM })));
    expect(await outcomesOf(organiser, run.id)).toEqual(['2 new']);
    const { body } = await organiser.get(`/api/v1/imports/${run.id}/rows?outcome=new`).expect(200);
    expect(body.rows[0].cells.fullName).toBe('Andréa Ünal');
  });

  it('may be a workbook', async () => {
    const run = await previewed(organiser, await start(await workbook(textRow(1, headings) + textRow(2, cells(aNip()))), 'pegawai.xlsx'));
    expect(run).toMatchObject({ file: { format: 'xlsx' }, counts: { new: 1, rejected: 0 } });
  });

  it('may have been uploaded before', async () => {
    const { body: file } = await organiser.post(`/api/v1/files?purpose=import&agencyId=${tree.agencyId}`).attach('file', Buffer.from(csvOf(headings, cells(aNip()))), 'a.csv').expect(201);
    const { body } = await organiser.post('/api/v1/imports', { kind: 'people', agencyId: tree.agencyId, fileId: file.id }).expect(201);
    expect(body.rows).toBe(1);
    const other = await aTree(api.db);
    const stranger = await api.as([{ role: 'organiser', scope: 'agency', agencyId: other.agencyId }]);
    await stranger.post('/api/v1/imports', { kind: 'people', agencyId: other.agencyId, fileId: file.id }).expect(404);
  });

  const image = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  it.each<[string, () => Buffer | string | Promise<Buffer>, string, number, string]>([
    ['a picture behind a right name', () => image, 'pegawai.csv', 422, 'file.wrongContent'],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 0x90)]), 'pegawai.xlsx', 422, 'file.wrongContent'],
    ['nothing', () => Buffer.alloc(0), 'pegawai.csv', 422, 'file.empty'],
    ['blank lines', () => '\r\n\r\n', 'pegawai.csv', 422, 'file.empty'],
    ['headings only', () => csvOf(headings), 'pegawai.csv', 422, 'file.noRows'],
    ['one heading twice', () => csvOf(['NIP', 'Nama', 'nip'], ['1', '2', '3']), 'pegawai.csv', 422, 'file.headingDuplicate'],
    ['a column without heading', () => csvOf(['NIP', '', 'Nama'], ['1', '2', '3']), 'pegawai.csv', 422, 'file.headingEmpty'],
    ['a quote that never ends', () => `NIP;Nama\n1;"${'x'.repeat(200_000)}`, 'pegawai.csv', 422, 'file.quoteNotClosed'],
    ['a zip that is no workbook', async () => { await writeZip(folder.file('a.zip'), { 'a.txt': 'x' }); return readFile(folder.file('a.zip')); }, 'pegawai.xlsx', 422, 'file.notATable'],
    ['a zip bomb', () => workbook(textRow(1, headings), { sharedStrings: `<si><t>${'0'.repeat(30_000_000)}</t></si>` }), 'pegawai.xlsx', 422, 'file.zipBomb'],
  ])('is refused when it is %s', async (_, content, name, status, code) => {
    const { body } = await send(await content(), name).expect(status);
    expect(body).toMatchObject({ code, titleId: expect.not.stringMatching(/melanggar aturan data/) });
    expect(await api.db.read('select from import_run where agency_id = $1', [tree.agencyId])).toEqual([]);
  });

  it('of 200,000 rows is refused, and leaves nothing', async () => {
    function* rows(): Generator<string> {
      yield textRow(1, ['Nama']);
      for (let n = 2; n <= 200_001; n += 1) yield `<row r="${String(n)}"><c t="inlineStr"><is><t>Embun ${String(n)}</t></is></c></row>`;
    }
    await writeWorkbook(folder.file('besar.xlsx'), { rows: rows() });
    const { body } = await send(await readFile(folder.file('besar.xlsx')), 'besar.xlsx').expect(422);
    expect(body).toMatchObject({ code: 'file.tooManyRows', titleId: 'Terlalu banyak baris, maksimum 50.001. Bagi menjadi beberapa berkas.' });
    expect(await api.db.read('select from import_run where agency_id = $1', [tree.agencyId])).toEqual([]);
  }, 60_000);

  it('is refused without its fields', async () => {
    expect((await sendRoster(organiser, { kind: 'salaries', agencyId: tree.agencyId }, 'x').expect(400)).body.errors[0]).toMatchObject({ path: 'kind', code: 'field.isIn' });
    expect((await organiser.post('/api/v1/imports', { kind: 'people', agencyId: tree.agencyId }).expect(422)).body.code).toBe('file.missing');
    expect((await sendRoster(organiser, { kind: 'participants', agencyId: tree.agencyId }, csvOf(headings, cells(aNip()))).expect(409)).body.code).toBe('roster.cohortMissing');
    expect((await sendRoster(organiser, { kind: 'participants', agencyId: tree.agencyId, cohortId: tree.agencyId }, csvOf(headings, cells(aNip()))).expect(404)).body.code).toBe('notFound');
  });
});

describe('columns', () => {
  it('are confirmed by a person, and judged at once', async () => {
    const run = await start(csvOf(['A', 'B', 'C'], [aNip(), 'Cemara', 'Bappeda']));
    const map = (columns: object, version = run.version) => organiser.put(`/api/v1/imports/${run.id}/columns`, { version, columns });
    const problems = async (columns: object): Promise<string[]> => (await map(columns).expect(400)).body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
    expect(await problems({ nip: 'A' })).toEqual(['columns.fullName roster.columnMissing']);
    expect(await problems({ fullName: 'Z' })).toEqual(['columns.fullName roster.headingUnknown']);
    expect(await problems({ fullName: 'B', opd: 'B' })).toEqual(['columns.opd roster.headingTwice']);
    expect(await problems({ fullName: 'B', salary: 'C' })).toEqual(['columns.salary roster.fieldUnknown']);
    expect(await problems({ fullName: ['B'] })).toEqual(['columns.fullName roster.headingUnknown']);
    const { body } = await map({ nip: 'A', fullName: 'B', opd: 'C' }).expect(200);
    expect(body).toMatchObject({ state: 'previewed', counts: { new: 1, updated: 0, unchanged: 0, rejected: 0 } });
    expect((await map({ fullName: 'B' }).expect(409)).body).toMatchObject({ code: 'conflict.stale', details: { stored: { columns: { nip: 'A' } }, given: { columns: { fullName: 'B' } } } });
  });
});

describe('the preview', () => {
  it('tells row by row what is wrong and why, and writes nothing', async () => {
    const known = aNip();
    await aWorker(api.db, tree.agencyId, tree.badan, { name: 'Surya Lembah', nip: known });
    const same = aNip();
    const run = await previewed(organiser, await start(csvOf([...headings, 'TGL_LAHIR'],
      [...cells('1983092120080112'), ''], [...cells('1,98609E+17'), ''], [...cells('198001012005011000'), ''], [...cells(same), '31-02-1990'], [...cells(same), ''], [...cells(same, 'Laras'), ''],
      [...cells(aNip(), '=HYPERLINK("http://contoh")'), ''], [...cells(aNip(), 'Gerimis', { eselon: 'VI.a' }), ''], [...cells(aNip(), 'Gerimis', { opd: 'Diskomimfo' }), ''], [...cells(known, 'Kenanga'), ''], ['x', 'Terpotong'],
      [...cells(`20011340${aNip().slice(8, 14)}2911`, 'Padma'), ''])));
    expect(await outcomesOf(organiser, run.id)).toEqual([
      '2 rejected nip:roster.nipLength', '3 rejected nip:cell.excelDamaged', '4 rejected nip:cell.excelDamaged', '5 rejected birthDate:date.impossible', '6 rejected nip:roster.repeated', '7 rejected nip:roster.repeated',
      '8 rejected fullName:cell.formula', '9 rejected eselon:roster.eselon', '10 rejected opd:roster.unitUnknown', '11 rejected fullName:roster.nipOfOther', '12 rejected row:row.tooFewCells nip:roster.nipCharacters', '13 new',
    ]);
    expect(run.counts).toMatchObject({ new: 1, rejected: 11, toVerify: 1, formulaCells: 1, notices: [] });
    const { body } = await organiser.get(`/api/v1/imports/${run.id}/rows?outcome=rejected&size=3`).set('accept-language', 'id').expect(200);
    expect(body).toMatchObject({ total: 11, rows: [{ rowNumber: 2, problems: [{ field: 'nip', message: '16 angka, seharusnya 18', value: '1983092120080112' }] }, {}, {}] });
    expect((await organiser.get(`/api/v1/imports/${run.id}/rows?q=diskomimfo`).expect(200)).body.rows[0].problems[0].suggestion).toEqual({ value: 'Diskominfo', why: 'nearest' });
    expect(await tally(api, tree.agencyId)).toMatchObject({ people: 1, employments: 1 });
  });

  it('says once that Excel has damaged a column', async () => {
    const run = await previewed(organiser, await start(csvOf(headings, ...Array.from({ length: 5 }, () => cells('1,98609E+17')))));
    expect(run.counts?.notices).toEqual([{ code: 'roster.columnDamaged', field: 'nip', from: 2, to: 6, rows: 5, message: 'Kolom NIP rusak oleh Excel (baris 2–6). Format kolom sebagai Teks.' }]);
  });

  it('is mended cell by cell, and what depended on it is judged again', async () => {
    const nip = aNip();
    const run = await previewed(organiser, await start(csvOf(headings, cells('123'), cells(nip), cells(nip, 'Gerimis'))));
    const mend = (row: number, given: object) => organiser.patch(`/api/v1/imports/${run.id}/rows/${String(row)}`, { cells: given });
    expect((await mend(2, { nip: aNip() }).expect(200)).body).toMatchObject({ row: { rowNumber: 2, outcome: 'new', problems: [] }, run: { counts: { new: 2, rejected: 1 } } });
    await mend(3, { nip: aNip() }).expect(200);
    expect(await outcomesOf(organiser, run.id)).toEqual(['2 new', '3 new', '4 new']);
    expect((await mend(4, { fullName: '=1+1' }).expect(200)).body.row.problems[0].code).toBe('cell.formula');
    expect((await mend(4, { fullName: 'Gerimis', email: 'gerimis@contoh.go.id' }).expect(200)).body).toMatchObject({ row: { outcome: 'new', cells: { email: 'gerimis@contoh.go.id' } }, run: { columns: { email: 'EMAIL' } } });
    expect((await mend(4, { salary: '1' }).expect(400)).body.errors[0].code).toBe('roster.fieldUnknown');
    expect((await mend(4, { nip: 7 }).expect(400)).body.errors[0].code).toBe('field.isString');
    await mend(99, { nip: '1' }).expect(404);
  });

  it('keeps SQL, HTML, emoji and Arabic as the text they are', async () => {
    const name = `Robert'); drop table person;-- <img src=x onerror=alert(1)> محمد 👩‍🌾`;
    const run = await previewed(organiser, await start(csvOf(['Nama', 'Status'], [`"${name}"`, 'PKK'])));
    const { body } = await organiser.get(`/api/v1/imports/${run.id}/rows`).expect(200);
    expect(body.rows[0]).toMatchObject({ outcome: 'new', cells: { fullName: name } });
  });

  it('gives rejected rows back with their reasons and nothing that runs', async () => {
    const run = await previewed(organiser, await start(csvOf(headings, cells('123', '=HYPERLINK("http://contoh")'), cells(aNip()))));
    const csv = await organiser.get(`/api/v1/imports/${run.id}/rejected.csv`).expect(200);
    expect(csv.headers['content-disposition']).toContain('pegawai-ditolak.csv');
    expect(csv.text.split('\r\n')).toEqual(['\uFEFFNIP;Nama;OPD;Jabatan;Eselon;ALASAN', `123;"'=HYPERLINK(""http://contoh"")";Diskominfo;Kepala Bidang;III.b;"Nama: Sel berisi rumus. Isi nilainya saja.; NIP: 3 angka, seharusnya 18"`, '']);
    const again = await start(csv.text);
    expect(again).toMatchObject({ rows: 1, columns: { nip: 'NIP', fullName: 'Nama' } });
    const xlsx = await organiser.get(`/api/v1/imports/${run.id}/rejected.xlsx`).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => { done(null, Buffer.concat(chunks)); });
    }).expect(200);
    expect((await start(xlsx.body as Buffer, 'ditolak.xlsx')).sample[0]).toMatchObject({ NIP: '123', Nama: '=HYPERLINK("http://contoh")' });
  });
});

describe('the template', () => {
  it.each(['people', 'participants', 'units'])('of %s is taken back with every column known, as text', async (kind) => {
    const { body } = await organiser.get(`/api/v1/imports/template?kind=${kind}`).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => { done(null, Buffer.concat(chunks)); });
    }).expect(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(body);
    const [sheet] = book.worksheets;
    expect(Array.from({ length: sheet!.columnCount }, (_, index) => sheet!.getColumn(index + 1).numFmt)).toEqual(Array.from({ length: sheet!.columnCount }, () => '@'));
    sheet!.addRow(Array.from({ length: sheet!.columnCount }, (_, index) => `isi ${String(index)}`));
    const filled = Buffer.from(await book.xlsx.writeBuffer());
    const caller = await api.as([{ role: 'admin', scope: 'national' }]);
    const run = (await sendRoster(caller, { kind: kind === 'participants' ? 'people' : kind, agencyId: tree.agencyId }, filled, 'templat.xlsx').expect(201)).body;
    const missing = run.headings.filter((heading: string) => !Object.values(run.columns).includes(heading));
    expect(missing).toEqual(kind === 'participants' ? ['KELAS', 'SEBAGAI'] : []);
  });
});

describe('imports of others', () => {
  it('are not there', async () => {
    const run = await previewed(organiser, await start(csvOf(headings, cells(aNip()))));
    const other = await aTree(api.db);
    const stranger = await api.as([{ role: 'organiser', scope: 'agency', agencyId: other.agencyId }]);
    const asks = [
      stranger.get(`/api/v1/imports/${run.id}`), stranger.get(`/api/v1/imports/${run.id}/rows`), stranger.put(`/api/v1/imports/${run.id}/columns`, { version: 1, columns: {} }), stranger.patch(`/api/v1/imports/${run.id}/rows/2`, { cells: {} }),
      stranger.post(`/api/v1/imports/${run.id}/commit`, { version: 2, mode: 'all' }), stranger.post(`/api/v1/imports/${run.id}/undo`, { mode: 'all' }), stranger.get(`/api/v1/imports/${run.id}/rejected.csv`),
    ];
    for (const { status } of await Promise.all(asks)) expect(status).toBe(404);
    expect(await api.db.read(`select from audit_event where action = 'denied' and subject_id = $1`, [run.id])).toHaveLength(asks.length);
    await sendRoster(stranger, { kind: 'people', agencyId: tree.agencyId }, csvOf(headings, cells(aNip()))).expect(404);
    const analyst = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: tree.agencyId }]);
    await analyst.get(`/api/v1/imports/${run.id}`).expect(403);
    await sendRoster(organiser, { kind: 'units', agencyId: tree.agencyId }, csvOf(['Kode', 'Nama'], ['A', 'B'])).expect(404);
  });
});
