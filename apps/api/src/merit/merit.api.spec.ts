import { createHash, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meritColumns, type MeritRow } from '@jenjang/shared';
import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import { aDecidedCohort, type DecidedCohort } from '../certificate/certificate.builder.js';
import { systemActor, Storage, type Actor } from '../platform/index.js';
import { issueCertificate, loadIssuances, loadIssuingCohort } from '../certificate/index.js';
import { MeritService } from './merit.service.js';
import type { Response } from 'supertest';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let cohort: DecidedCohort;
let analyst: Caller;
beforeAll(async () => {
  api = await startApi();
  cohort = await aDecidedCohort(api.db, { participants: 3, names: ['=HYPERLINK("http://jahat.example")', 'Bulan "Kutip"; Telaga', 'Citra Kenanga'] });
  await api.db.execute(`update cohort set venue_name = '=1+1' where id = $1`, [cohort.cohortId]);
  await issue(cohort);
  analyst = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: cohort.agencyId }]);
});
afterAll(() => api.close());

async function issue({ cohortId }: DecidedCohort): Promise<void> {
  await api.db.transaction(systemActor(), async (tx) => {
    const shared = (await loadIssuingCohort(tx, cohortId))!;
    const desk = { tx, storage: api.app.get(Storage), actor: systemActor(), publicUrl: 'https://cek.contoh.example', at: new Date('2024-10-02T02:00:00Z') };
    for (const record of await loadIssuances(tx, cohortId, null)) await issueCertificate(desk, record, shared);
  });
}

describe('the export for other systems', () => {
  it('gives CSV with the columns of the contract, harmless formulas, and a manifest whose hash fits', async () => {
    const answer = await analyst.get('/api/v1/hr/certificates?format=csv').buffer(true).parse(binary).expect(200);
    const bytes = answer.body as Buffer;
    const rows = parse<MeritRow>(bytes, { bom: true, delimiter: ';', columns: true });
    expect(Object.keys(rows[0]!)).toEqual(meritColumns.map(({ key }) => key));
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => row.nama_lengkap_gelar).sort()).toEqual(['Dr. =HYPERLINK("http://jahat.example"), M.T.', 'Dr. Bulan "Kutip"; Telaga, M.T.', 'Dr. Citra Kenanga, M.T.']);
    expect(rows[0]!.tempat).toBe(`'=1+1, Contoh Raya`);
    expect(rows[0]).toMatchObject({ status_kelulusan: 'Lulus', jp: '40', tanggal_mulai: '2024-09-09', jenis_diklat_nama: 'Diklat Teknis', ipasn_bucket: 'TEKNIS_20JP' });
    const { body: manifest } = await analyst.get(`/api/v1/hr/exports/${String(answer.headers['x-export-id'])}`).expect(200);
    expect(manifest).toMatchObject({ rows: 3, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), filterText: 'Semua sertifikat dalam kewenangan Anda' });
  });

  it('gives the same rows as JSON and as NDJSON', async () => {
    const json = JSON.parse(((await analyst.get('/api/v1/hr/certificates?format=json').buffer(true).parse(binary).expect(200)).body as Buffer).toString()) as MeritRow[];
    const ndjson = ((await analyst.get('/api/v1/hr/certificates?format=ndjson').buffer(true).parse(binary)).body as Buffer).toString().trim().split('\n').map((line) => JSON.parse(line) as MeritRow);
    expect(json).toEqual(ndjson);
    expect(json).toHaveLength(3);
    expect(json[0]).toMatchObject({ jp: 40, jenis_diklat_id: 3, revoked_at: null });
    expect(json.map((row) => row.nip?.length)).toEqual([18, 18, 18]);
    const none = await analyst.get('/api/v1/hr/certificates?format=json&to=1999-01-01').buffer(true).parse(binary);
    expect(JSON.parse((none.body as Buffer).toString())).toEqual([]);
  });

  it('gives XLSX with the NIP as text and real dates', async () => {
    const { body } = await analyst.get('/api/v1/hr/certificates?format=xlsx').buffer(true).parse(binary).expect(200);
    const book = new excel.Workbook();
    await book.xlsx.load(body as never);
    const sheet = book.worksheets[0]!;
    const at = (key: string): number => meritColumns.findIndex((column) => column.key === key) + 1;
    expect(sheet.getRow(2).getCell(at('nip')).type).toBe(excel.ValueType.String);
    expect(sheet.getRow(2).getCell(at('tanggal_mulai')).value).toEqual(new Date('2024-09-09T00:00:00Z'));
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.rowCount).toBe(4);
    expect(sheet.autoFilter).toBe('A1:AN1');
    expect(sheet.getRow(1).getCell(at('nip')).value).toBe('NIP/NI PPPK');
    expect(sheet.getColumn(at('nama_lengkap_gelar')).values.slice(2).sort()).toEqual(['Dr. =HYPERLINK("http://jahat.example"), M.T.', 'Dr. Bulan "Kutip"; Telaga, M.T.', 'Dr. Citra Kenanga, M.T.']);
    expect(sheet.getRow(2).getCell(at('jp')).value).toBe(40);
    expect(sheet.getRow(2).getCell(at('revoked_at')).value).toBeNull();
  });

  it.each(['csv', 'xlsx', 'ndjson'] as const)('stops and keeps no proof when the reader of %s leaves', async (format) => {
    const id = randomUUID();
    const nationwide: Actor = { ...systemActor(), grants: [{ role: 'hr_analyst', scope: { kind: 'national', agencyId: null, unitPath: null, cohortId: null } }] };
    const stuck = new Writable({ highWaterMark: 1, write: () => undefined });
    const streamed = api.app.get(MeritService).stream(nationwide, format, {}, id, stuck);
    setTimeout(() => stuck.destroy(), 200);
    await streamed;
    expect(await api.db.read('select id from merit_export where id = $1', [id])).toEqual([]);
  });

  it('shows a revoked certificate as revoked', async () => {
    const other = await aDecidedCohort(api.db);
    await issue(other);
    const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: other.agencyId }, { role: 'hr_analyst', scope: 'agency', agencyId: other.agencyId }]);
    const { body: register } = await organiser.get('/api/v1/certificates').expect(200);
    await organiser.post(`/api/v1/certificates/${register.rows[0].id}/revoke`, { reasonCode: 'DATA_FALSE', publicText: 'Data keliru' }).expect(200);
    const { body } = await organiser.get('/api/v1/hr/certificates?format=json').expect(200);
    expect(body[0].revoked_at).toMatch(/^20\d\d-/);
  });
});

describe('reach', () => {
  it('ends at the agency, also for machines', async () => {
    const foreign = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: (await aDecidedCohort(api.db)).agencyId }]);
    expect((await foreign.get('/api/v1/hr/certificates').expect(200)).body).toEqual([]);
    const admin = await api.as([{ role: 'admin', scope: 'agency', agencyId: cohort.agencyId }]);
    const { body: client } = await admin.post('/api/v1/clients', { name: 'SIMPEG Contoh', agencyId: cohort.agencyId, scopes: ['hr.read'] }).expect(201);
    const { body: token } = await api.stranger.post('/api/v1/oauth/token', { grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.clientSecret }).expect(200);
    const bearer = { authorization: `Bearer ${String(token.access_token)}` };
    const feed = await api.stranger.get('/api/v1/hr/events?limit=4').set(bearer).expect(200);
    expect(feed.body).toMatchObject({ more: true, events: [{ kind: 'certificate.issued' }, {}, {}, {}] });
    const rest = await api.stranger.get(`/api/v1/hr/events?cursor=${String(feed.body.next)}`).set(bearer).expect(200);
    expect(rest.body.events).toHaveLength(2);
    await api.stranger.get('/api/v1/hr/certificates').set(bearer).expect(403);
  });

  it('keeps a file for its asker alone', async () => {
    const { body } = await analyst.post('/api/v1/merit/exports', { format: 'csv' }).expect(202);
    expect(body).toMatchObject({ jobId: null, rows: 3 });
    await analyst.get(`/api/v1/merit/exports/${body.exportId}/file`).expect(200);
    const colleague = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: cohort.agencyId }]);
    await colleague.get(`/api/v1/merit/exports/${body.exportId}/file`).expect(404);
  });
});

describe('the list', () => {
  it('filters by band, period and words, and names a filter that keeps nothing', async () => {
    expect((await analyst.get('/api/v1/merit/certificates?band=II&q=citra&sort=-name').expect(200)).body).toMatchObject({ total: 1, rows: [{ name: 'Dr. Citra Kenanga, M.T.', eselon: 'II.b', opdName: 'Dinas Komunikasi dan Informatika' }] });
    expect((await analyst.get('/api/v1/merit/certificates?band=IV').expect(200)).body).toMatchObject({ total: 0, rows: [] });
    expect((await analyst.get('/api/v1/merit/certificates?from=2024-02-31').expect(400)).body.errors).toMatchObject([{ path: 'from', code: 'field.isDateOnly' }]);
    expect((await analyst.get('/api/v1/merit/certificates?from=2024-02-02&to=2024-01-01').expect(400)).body.errors).toMatchObject([{ path: 'to' }]);
    expect((await analyst.get("/api/v1/merit/certificates?q=%25'; drop table person --").expect(200)).body.total).toBe(0);
    expect((await analyst.post('/api/v1/merit/exports', { format: 'csv', band: 'IV' }).expect(409)).body).toMatchObject({ code: 'merit.empty' });
    const { body: years } = await analyst.get(`/api/v1/merit/people/${cohort.participants[0]!.personId}/lesson-hours`).expect(200);
    expect(years).toEqual([{ year: 2024, lessonHours: 40, certificates: 1 }]);
  });
});

function binary(response: Response, done: (error: Error | null, body: unknown) => void): void {
  const stream = response as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => { done(null, Buffer.concat(chunks)); });
}
