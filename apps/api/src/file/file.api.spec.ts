import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { aGround, type Ground } from '../cohort/cohort.builder.js';
import { CONFIG, type Config } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aPdf, aProgram, aVideo } from './file.builder.js';

let api: TestApi;
let ground: Ground;
let organiser: Caller;
let stranger: Caller;

beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  const other = await aGround(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
  stranger = await api.as([{ role: 'organiser', scope: 'agency', agencyId: other.agencyId }]);
});
afterAll(() => api.close());

const upload = (caller: Caller, content: Buffer, name: string, query = `purpose=learning&agencyId=${ground.agencyId}`) =>
  caller.post(`/api/v1/files?${query}`).attach('file', content, name);
const incoming = async () => readdir(path.join(api.app.get<Config>(CONFIG).dataDirectory, 'incoming')).catch(() => []);
const kept = async () => (await api.db.read<{ n: number }>('select count(*)::int as n from stored_file where agency_id = $1', [ground.agencyId]))[0]!.n;

describe('an upload', () => {
  it('is kept under its content and told what it is, whatever its name says', async () => {
    const { body } = await upload(organiser, aPdf('satu'), 'materi.mp4').expect(201);
    expect(body).toEqual({ id: expect.any(String), name: 'materi.mp4', mediaType: 'application/pdf', bytes: aPdf('satu').length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const [row] = await api.db.read('select media_type, agency_id, created_by from stored_file where id = $1', [body.id]);
    expect(row).toEqual({ media_type: 'application/pdf', agency_id: ground.agencyId, created_by: organiser.accountId });
    expect(await incoming()).toEqual([]);
  });

  it.each([
    ['a program named .pdf', aProgram(), 'materi.pdf', 422, 'file.wrongContent'],
    ['text named .mp4', Buffer.from('bukan video'), 'video.mp4', 422, 'file.wrongContent'],
    ['nothing at all', Buffer.alloc(0), 'kosong.pdf', 422, 'file.empty'],
    ['a PDF of more than 50 MB', Buffer.concat([aPdf(), Buffer.alloc(50 * 1024 * 1024)]), 'besar.pdf', 413, 'file.tooLarge'],
  ])('of %s is refused and leaves nothing', async (_, content, name, status, code) => {
    const before = await kept();
    const { body } = await upload(organiser, content, name).expect(status);
    expect(body.code).toBe(code);
    expect(await kept()).toBe(before);
    expect(await incoming()).toEqual([]);
  });

  it('takes names as people write them, without their folders', async () => {
    const { body } = await upload(organiser, aPdf('nama'), '../../Modul é 1 “peta” 🗺.pdf').expect(201);
    expect(body.name).toBe('Modul é 1 “peta” 🗺.pdf');
  });

  it('without a file says so', async () => {
    const { body } = await organiser.post(`/api/v1/files?purpose=learning&agencyId=${ground.agencyId}`).field('note', 'x').expect(422);
    expect(body.code).toBe('file.missing');
  });

  it.each([
    ['an unknown purpose', `purpose=party`, 400],
    ['another agency', `purpose=learning&agencyId=${randomUUID()}`, 404],
    ['the whole country', `purpose=learning`, 404],
  ])('for %s is refused before it is read', async (_, query, status) => {
    await upload(organiser, aPdf(), 'materi.pdf', query).expect(status);
    expect(await incoming()).toEqual([]);
  });

  it('of a participant is refused', async () => {
    const participant = await api.as([]);
    await upload(participant, aPdf(), 'materi.pdf').expect(404);
  });

  it('takes a letter from anybody with an account, for themselves, as a scan or a photo', async () => {
    const photo = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex'), Buffer.alloc(600, 1)]);
    const anybody = await api.as([]);
    for (const [content, name] of [[aPdf('Surat'), 'surat.pdf'], [photo, 'surat.jpg']] as const) {
      const { body } = await upload(anybody, content, name, 'purpose=letter').expect(201);
      await anybody.get(`/api/v1/files/${body.id}`).expect(200);
      await (await api.as([])).get(`/api/v1/files/${body.id}`).expect(404);
    }
    expect((await upload(anybody, aVideo(), 'surat.pdf', 'purpose=letter').expect(422)).body).toMatchObject({ code: 'file.wrongContent', details: { accepted: 'PDF, JPG, PNG' } });
    const large = Buffer.concat([aPdf(), Buffer.alloc(5 * 1024 * 1024)]);
    expect((await upload(anybody, large, 'surat.pdf', 'purpose=letter').expect(413)).body.details.limitMegabytes).toBe(5);
  });

  it('takes a table for import, and no video', async () => {
    const query = `purpose=import&agencyId=${ground.agencyId}`;
    await upload(organiser, Buffer.from('nip;nama\n'), 'peserta.csv', query).expect(201);
    await upload(organiser, aVideo(), 'peserta.csv', query).expect(422);
  });
});

describe('a kept file', () => {
  const video = aVideo(10_000);
  let id: string;
  beforeAll(async () => {
    id = (await upload(organiser, video, 'Pengantar “SPBE”.webm').expect(201)).body.id;
  });

  it('is sent so that it can do no harm', async () => {
    const answer = await organiser.get(`/api/v1/files/${id}`).expect(200);
    expect(Buffer.compare(answer.body, video)).toBe(0);
    expect(answer.headers).toMatchObject({
      'content-type': 'video/webm', 'x-content-type-options': 'nosniff', 'accept-ranges': 'bytes', 'content-length': '10000',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
      'content-disposition': "inline; filename=\"Pengantar _SPBE_.webm\"; filename*=UTF-8''Pengantar%20%E2%80%9CSPBE%E2%80%9D.webm",
    });
  });

  it.each([
    ['bytes=0-99', 0, 100], ['bytes=9990-', 9990, 10_000], ['bytes=-10', 9990, 10_000], ['bytes=100-20000', 100, 10_000], ['bytes=5-5', 5, 6],
  ])('answers %s with just that part', async (range, from, to) => {
    const answer = await organiser.get(`/api/v1/files/${id}`).set('range', range).expect(206);
    expect(answer.headers['content-range']).toBe(`bytes ${String(from)}-${String(to - 1)}/10000`);
    expect(Buffer.compare(answer.body, video.subarray(from, to))).toBe(0);
  });

  it('says what it has when the range lies beyond its end', async () => {
    const answer = await organiser.get(`/api/v1/files/${id}`).set('range', 'bytes=10000-').expect(416);
    expect(answer.headers['content-range']).toBe('bytes */10000');
  });

  it('is sent whole when the range was meant for other content, and not at all when the reader has it', async () => {
    await organiser.get(`/api/v1/files/${id}`).set('range', 'bytes=0-9').set('if-range', '"other"').expect(200);
    const { headers } = await organiser.get(`/api/v1/files/${id}`).expect(200);
    await organiser.get(`/api/v1/files/${id}`).set('if-none-match', String(headers['etag'])).expect(304);
  });

  it('does not exist for another agency, a participant of nothing, and a stranger', async () => {
    await stranger.get(`/api/v1/files/${id}`).expect(404);
    await (await api.as([])).get(`/api/v1/files/${id}`).expect(404);
    await api.stranger.get(`/api/v1/files/${id}`).expect(401);
    const attempts = await api.db.read(`select from audit_event where action = 'denied' and subject_id = $1 and account_id = $2`, [id, stranger.accountId]);
    expect(attempts).toHaveLength(1);
  });
});

it('an upload that is cut leaves nothing behind', async () => {
  const before = await kept();
  const request = supertest(await api.app.getUrl()).post(`/api/v1/files?purpose=learning&agencyId=${ground.agencyId}`).set('cookie', organiser.cookie);
  const cut = request.set('content-type', 'multipart/form-data; boundary=x').set('content-length', '1000000');
  cut.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n');
  cut.write(aPdf());
  const sent = new Promise<void>((done) => { cut.end(() => { done(); }); });
  await new Promise((ready) => setTimeout(ready, 150));
  cut.abort();
  await Promise.race([sent, new Promise((ready) => setTimeout(ready, 300))]);
  for (let tries = 0; tries < 40 && (await incoming()).length > 0; tries += 1) await new Promise((ready) => setTimeout(ready, 50));
  expect(await incoming()).toEqual([]);
  expect(await kept()).toBe(before);
});
