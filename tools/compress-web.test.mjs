import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFiles } from './compress-web.mjs';
import { temporaryDirectory } from './testing.mjs';

test('texts worth it get a .br and a .gz with the same content, others stay alone', async (t) => {
  const directory = temporaryDirectory(t);
  const script = 'let telaga = 1;\n'.repeat(500);
  for (const [name, content] of [
    ['main-ABCDEFGH.js', script],
    ['small.js', 'let a = 1;'],
    ['photo.webp', script],
  ]) {
    writeFileSync(path.join(directory, name), content);
  }
  assert.equal(await compressFiles(directory), 1);
  const beside = (ending) => readFileSync(path.join(directory, `main-ABCDEFGH.js${ending}`));
  assert.equal(String(brotliDecompressSync(beside('.br'))), script);
  assert.equal(String(gunzipSync(beside('.gz'))), script);
  assert.ok(!existsSync(path.join(directory, 'small.js.br')));
  assert.ok(!existsSync(path.join(directory, 'photo.webp.br')));
});
