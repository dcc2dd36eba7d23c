import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTable } from './index.js';
import { aFolder, allRows, writeText } from './tabular.files.builder.js';

describe('readTable on CSV', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let count = 0;
  const write = (text: string, encoding?: string, mark?: boolean) =>
    writeText(folder.file(`t${(count += 1)}.csv`), text, encoding, mark);
  beforeAll(async () => (folder = await aFolder()));
  afterAll(() => folder.remove());

  const encodings: [encoding: string, mark: boolean][] = [
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
    ['windows-1252', false],
  ];
  const cases = encodings.flatMap(([encoding, mark]) =>
    [',', ';', '\t'].map((delimiter): [string, boolean, string] => [encoding, mark, delimiter]),
  );

  it.each(cases)(
    'gives back what was written as %s (mark: %s) with %j',
    async (encoding, mark, delimiter) => {
      const anyText = encoding.startsWith('utf')
        ? fc.string({ unit: 'grapheme', maxLength: 12 })
        : fc.string({ maxLength: 12 });
      const words =
        encoding === 'windows-1252'
          ? fc.constantFrom('José', 'Muñoz “Embun”', '€ 5')
          : fc.constantFrom('أرجا', 'Arga 🌧️');
      // Zero bytes tell UTF-16 without a mark, so most of its text must be Latin, as real lists are.
      const text =
        mark || encoding === 'utf-8'
          ? fc.oneof(anyText, words)
          : fc.constantFrom('José', 'a;b,c\td', 'baris\r\ndua', '"x"', '');
      const row = fc.tuple(text, text, text).map((cells) => cells.map(withoutProblems));
      await fc.assert(
        fc.asyncProperty(
          fc.array(row, { minLength: 1, maxLength: 8 }),
          fc.constantFrom('\r\n', '\n'),
          async (rows, end) => {
            const kept = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
            const lines = [['NIP pegawai', 'Nama lengkap', 'Unit kerja'], ...rows];
            const csv = lines.map((cells) => cells.map((cell) => quote(cell)).join(delimiter) + end).join('');
            const table = await readTable(await write(csv, encoding, mark));
            expect(table.headings).toEqual(lines[0]);
            expect(
              (await allRows(table)).map(({ cells, problems }) => [...Object.values(cells), ...problems]),
            ).toEqual(kept);
          },
        ),
        { numRuns: 12 },
      );
    },
  );

  it('reads Windows-1252 although the first foreign letter comes after 200 KB', async () => {
    const path = await write(`nama;kota\n${'Arga;Bontang\n'.repeat(16_000)}José;Jambi\n`, 'windows-1252');
    expect((await allRows(await readTable(path))).at(-1)!.cells['nama']).toBe('José');
  });

  it('keeps letters whole where pieces of the file meet', async () => {
    const path = await write(`nama;kota\n${'é🌧أ;"b\r\nc"\r\n'.repeat(20_000)}`);
    const rows = await allRows(await readTable(path));
    expect(rows).toHaveLength(20_000);
    expect(new Set(rows.map(({ cells }) => JSON.stringify(cells)))).toEqual(
      new Set(['{"nama":"é🌧أ","kota":"b\\r\\nc"}']),
    );
  });

  it.each([
    ['decimal commas', 'nilai;jp;ket\n80,5;40,0;a,b\n70,5;38,0;a,b\n'],
    ['titles with commas', 'nilai;jp;ket\nArga, S.Kom;1;2\nBulan;1;2\n'],
    ['a delimiter line of Excel', 'sep=;\r\nnilai;jp;ket\r\n1;2;3\r\n'],
    ['quoted delimiters in the heading', '"nilai";"jp";"ket"\n"a,b,c,d";2;3\n'],
  ])('finds the semicolon behind %s', async (_, csv) => {
    expect((await readTable(await write(csv))).headings).toEqual(['nilai', 'jp', 'ket']);
  });

  it('takes of two delimiters that fit the one that gives more columns', async () => {
    expect((await readTable(await write('a;b,c,d\n1;2,3,4\n'))).headings).toEqual(['a;b', 'c', 'd']);
  });

  it('reads one column, inner quotes, and numbers rows as a spreadsheet does', async () => {
    const path = await write('\r\nNama  barang \r\nLayar 5" lebar\r\n\r\n"baris\nganda"\r\nakhir');
    const table = await readTable(path);
    expect(table.headings).toEqual(['Nama barang']);
    expect((await allRows(table)).map(({ rowNumber, cells }) => [rowNumber, cells['Nama barang']])).toEqual([
      [3, 'Layar 5" lebar'],
      [5, 'baris\nganda'],
      [6, 'akhir'],
    ]);
  });

  it('reports torn and overlong rows and keeps reading', async () => {
    const path = await write('a;b;c\n1;2\n1;2;3;4;5\n1;2;3;;\n1;2;3\n');
    expect(
      (await allRows(await readTable(path))).map(({ rowNumber, problems }) => [rowNumber, problems]),
    ).toEqual([
      [2, [{ code: 'row.tooFewCells', heading: 'c', letter: 'C', value: '' }]],
      [3, [{ code: 'row.tooManyCells', heading: null, letter: 'D', value: '4' }]],
      [4, []],
      [5, []],
    ]);
  });

  it.each([
    ['1,98609E+17', ['cell.excelDamaged']],
    ['1.98609012010012E+17', ['cell.excelDamaged']],
    ['198609012010012000', ['cell.excelDamaged']],
    ['198609012010012901', []],
    ['6472010101800000', []],
    ['=HYPERLINK("http://contoh.example","klik")', ['cell.formula']],
    ['#N/A', ['cell.excelError']],
    ['+62812', []],
    ['ruang 2E10', []],
    ['a\u0007b', ['cell.controlCharacter']],
    ['x'.repeat(51), ['cell.tooLong']],
    [`=${'x'.repeat(60)}`, ['cell.formula', 'cell.tooLong']],
  ])('flags %j with %j', async (text, codes) => {
    const path = await write(`nip;nama\n"${text.replaceAll('"', '""')}";Arga\n`);
    const [row] = await allRows(await readTable(path, { cellLength: 50 }));
    expect(row!.problems.map(({ code }) => code)).toEqual(codes);
    expect(row!.cells['nip']).toBe(text.replace('\u0007', '').slice(0, 50));
  });

  it('never cuts a character in half nor keeps half of one', async () => {
    const path = await write('nama;kota\nabc🌧;x\n');
    const [row] = await allRows(await readTable(path, { cellLength: 4 }));
    expect(row!.cells['nama']).toBe('abc');
    await writeFile(path, Buffer.from('fffe6e003b0061000a0000d83b0062000a00', 'hex'));
    const [lone] = await allRows(await readTable(path));
    expect(lone!.cells['n']).toMatch(/^\uFFFD?$/);
  });

  it('is not fooled by headings that name parts of every object', async () => {
    const table = await readTable(await write('__proto__;constructor\n1;2\n'));
    const [row] = await allRows(table);
    expect(Object.entries(row!.cells)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });

  it.each([
    ['nip;nama;NIP ;x;nama\n', 'heading.duplicate', { rowNumber: 1, columns: ['A', 'C', 'B', 'E'] }],
    ['nip;;nama\n', 'heading.empty', { rowNumber: 1, columns: ['B'] }],
    [`nip;${'n'.repeat(201)}\n`, 'heading.tooLong', { rowNumber: 1, columns: ['B'] }],
    ['\r\n \r\n', 'file.empty', {}],
    [`${';'.repeat(3)}d\n`, 'file.tooManyColumns', { rowNumber: 1, columns: 4, limit: 3 }],
  ])('refuses the headings %j', async (csv, code, details) => {
    const refusal = expect(
      readTable(await write(csv), { columns: code.startsWith('file.too') ? 3 : 200 }),
    ).rejects;
    await refusal.toMatchObject({ code, details });
  });

  it.each([
    ['a quote that never closes', 'a;b\n1;2\n3;"4\n5;6\n', {}, 'file.quoteNotClosed', { rowNumber: 3 }],
    [
      'a row without end',
      `a;b\n1;"${'x'.repeat(600)}\n`,
      { cellLength: 10 },
      'file.rowTooLong',
      { rowNumber: 2 },
    ],
    ['a row too many', 'a;b\n1;2\n\n3;4\n5;6\n', { rows: 3 }, 'file.tooManyRows', { limit: 3, rowNumber: 5 }],
  ])('refuses %s while reading', async (_, csv, limits, code, details) => {
    const reading = write(csv)
      .then((path) => readTable(path, limits))
      .then(allRows);
    await expect(reading).rejects.toMatchObject({ code, details });
  });

  it('takes exactly as many rows and bytes as the limits allow', async () => {
    const csv = 'a;b\n1;2\n3;4\n';
    const table = await readTable(await write(csv), { rows: 3, bytes: csv.length });
    await expect(allRows(table)).resolves.toHaveLength(2);
    const larger = readTable(await write(csv), { bytes: csv.length - 1 }, 'peserta.csv');
    await expect(larger).rejects.toMatchObject({
      code: 'file.tooLarge',
      details: { filename: 'peserta.csv', bytes: 12, limit: 11 },
    });
  });
});

function quote(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Leaves out what the reader reports or changes on purpose; other tests look at that. */
function withoutProblems(text: string): string {
  return text.replace(/^['=#\uFEFF]+/, '').replace(/[^\P{Cc}\t\n\r]/gu, '');
}
