import { readFile, stat, writeFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTable } from './index.js';
import { aFolder } from './tabular.files.builder.js';
import { escaped, textRow, writeWorkbook, writeZip } from './tabular.xlsx.builder.js';

const columns = Array.from({ length: 16 }, (_, index) => `Kolom ${index + 1}`);
const mebibyte = 1024 * 1024;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are really held: what is left after the collector ran, buffers included. */
function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('readTable on hostile and large workbooks', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  beforeAll(async () => (folder = await aFolder()));
  afterAll(() => folder.remove());

  it('reads 200,000 rows of 16 columns and holds next to nothing of them', async () => {
    const file = folder.file('besar.xlsx');
    await writeWorkbook(file, { rows: largeRows(200_000), sharedStrings: largeTexts(50_000) });
    const before = heldBytes();
    const table = await readTable(file, { bytes: 64 * mebibyte });
    let [seen, flagged, most, last] = [0, 0, 0, ''];
    for await (const { cells, problems } of table.rows) {
      seen += 1;
      if (seen % 40_000 === 0) most = Math.max(most, heldBytes() - before);
      flagged += problems.length;
      last = cells['Kolom 16']!;
    }
    expect([seen, flagged, last]).toEqual([200_000, 0, '3199999']);
    expect(most).toBeLessThan(30 * mebibyte);
  }, 60_000);

  it('refuses the row after the limit without reading on', async () => {
    const table = await readTable(folder.file('besar.xlsx'), { bytes: 64 * mebibyte, rows: 1_001 });
    let seen = 0;
    const started = performance.now();
    const reading = (async () => {
      for await (const _ of table.rows) seen += 1;
    })();
    await expect(reading).rejects.toMatchObject({
      code: 'file.tooManyRows',
      details: { limit: 1_001, rowNumber: 1_002 },
    });
    expect(seen).toBe(1_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('refuses a zip bomb by its directory, before anything is inflated', async () => {
    const file = folder.file('bom.xlsx');
    await writeWorkbook(file, { rows: repeated(Buffer.alloc(mebibyte, ' '), 300) });
    const { size } = await stat(file);
    expect(size).toBeLessThan(4 * mebibyte);
    const started = performance.now();
    await expect(readTable(file)).rejects.toMatchObject({ code: 'file.zipBomb' });
    expect(performance.now() - started).toBeLessThan(500);
  }, 30_000);

  it.each([
    ['swollen beyond the ratio', { unpackRatio: 5 }, 'file.zipBomb'],
    ['unpacking to too much in sum', { unpackedBytes: mebibyte }, 'file.zipBomb'],
    ['of too many parts', { zipEntries: 3 }, 'file.tooManyEntries'],
    ['of too many texts', { sharedTexts: 99 }, 'file.zipBomb'],
  ])('refuses a workbook %s', async (_, limits, code) => {
    const file = folder.file('sedang.xlsx');
    await writeWorkbook(file, { rows: largeRows(3_000), sharedStrings: largeTexts(100) });
    await expect(readTable(file)).resolves.toMatchObject({ headings: columns });
    await expect(readTable(file, limits)).rejects.toMatchObject({ code });
  });

  it('stops inflating where the directory lied about the size', async () => {
    const file = folder.file('bohong.xlsx');
    await writeWorkbook(file, { rows: [textRow(1, ['nip']), ...repeated(Buffer.alloc(mebibyte, ' '), 300)] });
    await shrinkDeclaredSizes(file);
    const started = performance.now();
    const reading = readTable(file).then(async ({ rows }) => {
      for await (const _ of rows);
    });
    await expect(reading).rejects.toMatchObject({ code: 'file.zipBomb', details: { declaredBytes: 1_000 } });
    expect(performance.now() - started).toBeLessThan(500);
  }, 30_000);

  it('refuses parts with a password', async () => {
    const file = folder.file('kunci.xlsx');
    await writeWorkbook(file, { rows: textRow(1, ['nip']) });
    const bytes = await readFile(file);
    for (const at of directoryEntries(bytes)) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
    await writeFile(file, bytes);
    await expect(readTable(file)).rejects.toMatchObject({ code: 'file.encrypted' });
  });

  it('refuses a zip bomb that is no workbook just as fast', async () => {
    const file = folder.file('kosong.xlsx');
    await writeZip(file, {
      '[Content_Types].xml': '<Types/>',
      'xl/media/a.bin': repeated(Buffer.alloc(mebibyte), 50),
    });
    await expect(readTable(file)).rejects.toMatchObject({ code: 'file.zipBomb' });
  }, 30_000);
});

function* largeRows(count: number): Generator<string> {
  yield textRow(1, columns);
  for (let row = 0; row < count; row += 1) {
    const cells = columns.map((_, column) =>
      column % 2 === 0
        ? `<c t="s"><v>${(row * 7 + column) % 50_000}</v></c>`
        : `<c><v>${row * 16 + column}</v></c>`,
    );
    yield `<row r="${row + 2}">${cells.join('')}</row>`;
  }
}

function* largeTexts(count: number): Generator<string> {
  for (let index = 0; index < count; index += 1)
    yield `<si><t>${escaped(`Kelurahan Embun ${index}`)}</t></si>`;
}

function* repeated(piece: Buffer, times: number): Generator<Buffer> {
  for (let index = 0; index < times; index += 1) yield piece;
}

/** Offsets of the entries in the central directory of a zip. */
function directoryEntries(bytes: Buffer): number[] {
  const offsets: number[] = [];
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4))
    offsets.push(at);
  return offsets;
}

/** Makes the directory claim that no part has more than 1,000 bytes. */
async function shrinkDeclaredSizes(file: string): Promise<void> {
  const bytes = await readFile(file);
  for (const at of directoryEntries(bytes))
    bytes.writeUInt32LE(Math.min(1_000, bytes.readUInt32LE(at + 24)), at + 24);
  await writeFile(file, bytes);
}
