import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import {
  guardFormula,
  readTable,
  type RejectedRow,
  type TableKind,
  unguardFormula,
  writeRejectedRows,
} from './index.js';
import { aFolder, allRows } from './tabular.files.builder.js';

const headings = ['NIP', 'Nama', 'Ket'];

describe('writeRejectedRows', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let count = 0;
  const write = async (kind: TableKind, rows: RejectedRow[], of = headings) => {
    const path = folder.file(`t${(count += 1)}.${kind}`);
    const written = await writeRejectedRows(
      { kind, headings: of, reasonHeading: 'Alasan', rows },
      createWriteStream(path),
    );
    expect(written).toBe(rows.length);
    return path;
  };
  beforeAll(async () => (folder = await aFolder()));
  afterAll(() => folder.remove());

  const dangerous = ['=1+1', '+62812', '-5', '@SUM(A1)', '\t=1', '\r=1', "'=1"];

  it('writes a CSV that Excel opens: mark, semicolons, quotes, CRLF, nothing that runs', async () => {
    const cells = { NIP: '=HYPERLINK("http://x";"y")', Nama: 'Arga; "Embun"', Ket: 'a\nb' };
    const path = await write('csv', [{ cells, reason: 'NIP 17 angka' }]);
    expect(await readFile(path, 'utf8')).toBe(
      '\uFEFFNIP;Nama;Ket;Alasan\r\n"\'=HYPERLINK(""http://x"";""y"")";"Arga; ""Embun""";"a\nb";NIP 17 angka\r\n',
    );
  });

  it('writes XLSX cells of text, formatted as text, nothing that runs', async () => {
    const rows = dangerous.map((text) => ({
      cells: { NIP: '198609012010012901', Nama: text, Ket: '007' },
      reason: 'ganda',
    }));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(await write('xlsx', rows));
    const sheet = workbook.worksheets[0]!;
    expect(sheet.getRow(1).values).toEqual([undefined, ...headings, 'Alasan']);
    dangerous.forEach((text, index) => {
      const cell = sheet.getRow(index + 2).getCell(2);
      expect([cell.type, cell.numFmt, cell.text.replace('_x000D_', '\r')]).toEqual([
        ExcelJS.ValueType.String,
        '@',
        `'${text}`,
      ]);
    });
    expect(sheet.getCell('A2').value).toBe('198609012010012901');
    expect(sheet.getCell('C2').value).toBe('007');
  });

  it.each<TableKind>(['csv', 'xlsx'])(
    'comes back from %s as it was sent, and replaces the reason of an earlier round',
    async (kind) => {
      const rows = [...dangerous, 'Arga 🌧', ' spasi ', '1,98609E+17', '_x000D_', 'أرجا', '"', ';'].map(
        (text, index) => ({
          cells: { NIP: String(index), Nama: text, Ket: text, Alasan: 'lama' },
          reason: 'baru',
        }),
      );
      const table = await readTable(await write(kind, rows, ['NIP', 'Alasan', 'Nama', 'Ket']));
      expect(table.headings).toEqual(['NIP', 'Nama', 'Ket', 'Alasan']);
      expect((await allRows(table)).map(({ cells }) => cells)).toEqual(
        rows.map(({ cells, reason }) => ({ ...cells, Alasan: reason })),
      );
    },
  );

  it('is undone exactly by reading, for any text', () => {
    const text = fc
      .tuple(fc.constantFrom('', "'", "''", '=', "'=", '@', '\t', '-'), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (original) => {
        const guarded = guardFormula(original);
        expect(guarded).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguardFormula(guarded)).toBe(original);
      }),
    );
  });

  it.each<TableKind>(['csv', 'xlsx'])(
    'asks for %s rows only as fast as the reader takes them',
    async (kind) => {
      let [made, taken, widest] = [0, 0, 0];
      const slow = new Writable({
        highWaterMark: 1024,
        write(chunk: Buffer, _, done) {
          taken += chunk.length;
          setTimeout(done, 1);
        },
      });
      const rows = function* (): Generator<RejectedRow> {
        for (; made < 4_000; made += 1) {
          widest = Math.max(widest, slow.writableLength);
          yield {
            cells: { NIP: String(made), Nama: 'Arga Embun', Ket: Math.sin(made).toString(36) },
            reason: 'ganda',
          };
        }
      };
      await writeRejectedRows({ kind, headings, reasonHeading: 'Alasan', rows: rows() }, slow);
      expect(taken).toBeGreaterThan(50_000);
      expect(widest).toBeLessThan(200_000);
    },
  );

  it.each<TableKind>(['csv', 'xlsx'])(
    'fails when the %s cannot be delivered, and asks for no more rows',
    async (kind) => {
      let made = 0;
      const rows = function* (): Generator<RejectedRow> {
        for (; made < 100_000; made += 1)
          yield { cells: { NIP: Math.sin(made).toString(36) }, reason: 'ganda' };
      };
      const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error('the line is cut')) });
      const writing = writeRejectedRows({ kind, headings, reasonHeading: 'Alasan', rows: rows() }, broken);
      await expect(writing).rejects.toThrow('the line is cut');
      await setImmediate();
      expect(made).toBeLessThan(20_000);
    },
  );

  it.each<TableKind>(['csv', 'xlsx'])('fails when the reader of the %s goes away', async (kind) => {
    const gone: Writable = new Writable({
      write: (_chunk, _encoding, done) => {
        gone.destroy();
        done();
      },
    });
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      cells: { NIP: Math.sin(index).toString(36) },
      reason: 'ganda',
    }));
    await expect(
      writeRejectedRows({ kind, headings, reasonHeading: 'Alasan', rows }, gone),
    ).rejects.toThrow();
  });

  it.each<TableKind>(['csv', 'xlsx'])('leaves no %s that looks whole when the rows fail', async (kind) => {
    const rows = function* (): Generator<RejectedRow> {
      yield { cells: { NIP: '1' }, reason: 'ganda' };
      throw new Error('the database is gone');
    };
    const output = createWriteStream(folder.file(`putus.${kind}`));
    const writing = writeRejectedRows({ kind, headings, reasonHeading: 'Alasan', rows: rows() }, output);
    await expect(writing).rejects.toThrow('the database is gone');
    expect([output.destroyed, output.writableFinished]).toEqual([true, false]);
  });
});
