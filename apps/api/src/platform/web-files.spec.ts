import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { serveWeb } from './web-files.js';

const script = 'let telaga = 1;';
const directory = mkdtempSync(path.join(tmpdir(), 'jenjang-web-'));
const app = express();
beforeAll(() => {
  const put = (name: string, content: string | Buffer): void => { writeFileSync(path.join(directory, name), content); };
  put('index.html', '<title>Jenjang</title>');
  put('main-A_c-EFg1.js', script);
  put('main-A_c-EFg1.js.br', brotliCompressSync(script));
  put('main-A_c-EFg1.js.gz', gzipSync(script));
  put('theme.css', 'body {}');
  for (const name of ['ngsw.json', 'ngsw-worker.js', 'safety-worker.js', 'worker-basic.min.js', 'manifest.webmanifest']) put(name, '{}');
  app.use(serveWeb(directory));
  app.use((_request, response) => { response.status(404).send('nothing'); });
});
afterAll(() => { rmSync(directory, { recursive: true }); });

describe('the files of the web app', () => {
  it.each([
    ['gzip, deflate, br', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip'], ['identity', undefined],
  ])('go to a browser that takes %s as %s', async (taken, sent) => {
    const answer = await request(app).get('/main-A_c-EFg1.js').set('accept-encoding', taken).buffer(true).expect(200);
    expect(answer.headers['content-encoding']).toBe(sent);
    expect(answer.headers['content-type']).toMatch(/^text\/javascript/);
    expect(answer.headers['vary']).toMatch(/accept-encoding/i);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    if (sent !== 'br') expect(answer.text).toBe(script);
  });

  it('are sent as they are when the build compressed none, and asked for anew when their name says nothing of their content', async () => {
    const { headers, text } = await request(app).get('/theme.css').set('accept-encoding', 'br, gzip').expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-cache' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(text).toBe('body {}');
  });

  it.each([
    ['/ngsw.json', /^application\/json/], ['/ngsw-worker.js', /^text\/javascript/], ['/safety-worker.js', /^text\/javascript/], ['/worker-basic.min.js', /^text\/javascript/],
    ['/manifest.webmanifest', /^application\/manifest\+json/], ['/kios', /^text\/html/],
  ])('never let a browser keep %s without asking: a new version shows at once', async (name, type) => {
    const { headers } = await request(app).get(name).set('accept', 'text/html, */*').expect(200);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-type']).toMatch(type);
  });

  it('answer every path of the app with its page, and nothing else', async () => {
    expect((await request(app).get('/angkatan/baru').set('accept', 'text/html').expect(200)).text).toBe('<title>Jenjang</title>');
    await request(app).get('/missing-ABCDEFGH.js').set('accept-encoding', 'br').expect(404);
    await request(app).get('/api/nothing').set('accept', 'text/html').expect(404);
    await request(app).get('/../web-files.js').expect(404);
  });
});
