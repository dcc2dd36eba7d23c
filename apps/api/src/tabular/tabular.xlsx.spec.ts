import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readTable } from './index.js';
import { aFolder, allRows } from './tabular.files.builder.js';
import { textRow, writeWorkbook, type WorkbookFixture, writeZip } from './tabular.xlsx.builder.js';

const heading = textRow(1, ['nilai', 'lain']);

describe('readTable on XLSX', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let count = 0;
  const path = () => folder.file(`t${(count += 1)}.xlsx`);
  const write = async (fixture: WorkbookFixture) => {
    const file = path();
    await writeWorkbook(file, fixture);
    return file;
  };
  const readCell = async (cell: string, fixture: Partial<WorkbookFixture> = {}) => {
    const file = await write({ rows: `${heading}<row r="2">${cell}</row>`, ...fixture });
    const [row] = await allRows(await readTable(file, { cellLength: 40 }));
    return [row?.cells['nilai'], ...(row?.problems.map(({ code }) => code) ?? [])];
  };
  beforeAll(async () => (folder = await aFolder()));
  afterAll(() => folder.remove());

  const formats = [
    'dd/mm/yyyy',
    '[$-421]dd mmmm yyyy;@',
    '[h]:mm',
    '0000',
    '0.00%',
    '"hari" 0',
    '#,##0.00',
    'hh:mm',
  ];
  it.each([
    ['an integer', '<c><v>19860901</v></c>', ['19860901']],
    ['the largest safe integer', '<c><v>9007199254740991</v></c>', ['9007199254740991']],
    [
      'an integer beyond it',
      '<c><v>9007199254740993</v></c>',
      ['9.007199254740992E+15', 'cell.excelDamaged'],
    ],
    [
      'a NIP typed as a number',
      '<c><v>198609012010012901</v></c>',
      ['1.986090120100129E+17', 'cell.excelDamaged'],
    ],
    ['a NIP in exponent form', '<c><v>1.98609E+17</v></c>', ['1.98609E+17', 'cell.excelDamaged']],
    ['an exponent that lost nothing', '<c><v>1.2E+3</v></c>', ['1200']],
    ['a fraction with a binary tail', '<c><v>0.30000000000000004</v></c>', ['0.3']],
    ['a tiny fraction', '<c><v>1.5E-7</v></c>', ['0.00000015']],
    ['a date', '<c s="1"><v>35842</v></c>', ['1998-02-16']],
    ['a date with a locale', '<c s="2"><v>35842</v></c>', ['1998-02-16']],
    ['a date with a time', '<c s="1"><v>45544.3125</v></c>', ['2024-09-09 07:30']],
    ['a time', '<c s="8"><v>0.3125</v></c>', ['07:30']],
    ['a duration over a day', '<c s="3"><v>1.25</v></c>', ['30:00']],
    ['the false leap day of 1900', '<c s="1"><v>60</v></c>', ['1900-02-29']],
    ['a date before the calendar', '<c s="1"><v>-3</v></c>', ['-3']],
    ['leading zeros', '<c s="4"><v>17</v></c>', ['0017']],
    ['a percentage', '<c s="5"><v>0.855</v></c>', ['85.5%']],
    ['a format whose words look like a date', '<c s="6"><v>3</v></c>', ['3']],
    ['an amount', '<c s="7"><v>1250000.5</v></c>', ['1250000.5']],
    ['a formula', '<c><f>HYPERLINK("http://x")</f><v>5</v></c>', ['=HYPERLINK("http://x")', 'cell.formula']],
    ['a formula of text', '<c t="str"><f>A1&amp;"x"</f><v>aman</v></c>', ['=A1&"x"', 'cell.formula']],
    ['text that looks like a formula', '<c t="inlineStr"><is><t>=1+1</t></is></c>', ['=1+1', 'cell.formula']],
    ['text without a formula', '<c t="str"><v>aman</v></c>', ['aman']],
    [
      'rich text',
      '<c t="inlineStr"><is><r><t>Arga </t></r><r><t>Embun</t></r><rPh><t>x</t></rPh></is></c>',
      ['Arga Embun'],
    ],
    ['characters XML forbids', '<c t="inlineStr"><is><t>a_x000D_b&#10;c &lt;</t></is></c>', ['a\rb\nc <']],
    ['truth', '<c t="b"><v>1</v></c>', ['TRUE']],
    ['falsehood', '<c t="b"><v>0</v></c>', ['FALSE']],
    ['an error', '<c t="e"><v>#REF!</v></c>', ['#REF!', 'cell.excelError']],
    ['an ISO date', '<c t="d"><v>1998-02-16T00:00:00</v></c>', ['1998-02-16']],
    [
      'a text that is too long',
      `<c t="inlineStr"><is><t>${'x'.repeat(99)}</t></is></c>`,
      ['x'.repeat(40), 'cell.tooLong'],
    ],
    ['emoji and Arabic', '<c t="inlineStr"><is><t>🌧 أرجا</t></is></c>', ['🌧 أرجا']],
  ])('shows %s as a person sees it', async (_, cell, expected) => {
    expect(await readCell(cell, { formats })).toEqual(expected);
  });

  it('reads shared texts, plain, rich, and too long', async () => {
    const sharedStrings = `<si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r><rPh><t>x</t></rPh></si><si><t>${'y'.repeat(99)}</t></si>`;
    const cell = (index: number) => readCell(`<c t="s"><v>${index}</v></c>`, { sharedStrings });
    expect([await cell(0), await cell(1), await cell(2), await cell(3)]).toEqual([
      ['satu'],
      ['dua'],
      ['y'.repeat(40), 'cell.tooLong'],
      [undefined],
    ]);
  });

  it('counts days from 1904 when the workbook says so', async () => {
    expect(await readCell('<c s="1"><v>34380</v></c>', { formats, is1904: true })).toEqual(['1998-02-16']);
  });

  it('shows the first formula in the copies that share it', async () => {
    const rows = `${heading}<row r="2"><c><f t="shared" ref="A2:A3" si="0">B2*2</f><v>2</v></c></row><row r="3"><c><f t="shared" si="0"/><v>4</v></c></row>`;
    const table = await readTable(await write({ rows }));
    expect((await allRows(table)).map(({ cells }) => cells['nilai'])).toEqual(['=B2*2', '=B2*2']);
  });

  it('keeps places: gaps in a row, blank rows, cells without a reference, styled empty cells', async () => {
    const rows = `<row r="3"><c r="A3" t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c><c r="C3" t="inlineStr"><is><t>c</t></is></c><c r="ZZ3" s="1"/></row>
      <row r="5"><c r="C5"><v>9</v></c></row><row r="6"><c r="A6" s="1"/></row><row><c r="B7"><v>8</v></c><c r="E7"><v>1</v></c></row>`;
    const table = await readTable(await write({ rows, formats }));
    expect(table.headings).toEqual(['a', 'b', 'c']);
    expect(await allRows(table)).toEqual([
      { rowNumber: 5, cells: { a: '', b: '', c: '9' }, problems: [] },
      {
        rowNumber: 7,
        cells: { a: '', b: '8', c: '' },
        problems: [{ code: 'row.tooManyCells', heading: null, letter: 'E', value: '1' }],
      },
    ]);
  });

  it('reads the first sheet that can be seen', async () => {
    const table = await readTable(await write({ rows: heading, hiddenSheets: 2 }));
    expect(table.headings).toEqual(['nilai', 'lain']);
  });

  it('reads names with a namespace prefix, as other office programs write them', async () => {
    const more = {
      'xl/worksheets/sheet.xml':
        '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>nip</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    };
    expect((await readTable(await write({ rows: '', more }))).headings).toEqual(['nip']);
  });

  it('reads what exceljs writes', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Peserta');
    sheet.addRow(['NIP', 'Nama', 'Lahir', 'JP', 'Aktif', 'Rumus']);
    sheet.addRow([
      '198609012010012901',
      { richText: [{ text: 'Arga ' }, { text: 'Embun' }] },
      new Date('1986-09-01'),
      40,
      true,
      { formula: 'D2*2', result: 80 },
    ]);
    const file = path();
    await workbook.xlsx.writeFile(file);
    const [row] = await allRows(await readTable(file));
    expect(Object.values(row!.cells)).toEqual([
      '198609012010012901',
      'Arga Embun',
      '1986-09-01',
      '40',
      'TRUE',
      '=D2*2',
    ]);
    expect(row!.problems).toEqual([{ code: 'cell.formula', heading: 'Rumus', letter: 'F', value: '=D2*2' }]);
  });

  it('can be read twice and left in the middle', async () => {
    const table = await readTable(
      await write({ rows: heading + [2, 3, 4].map((row) => textRow(row, ['x'])).join('') }),
    );
    for await (const row of table.rows) {
      expect(row.rowNumber).toBe(2);
      break;
    }
    expect(await allRows(table)).toHaveLength(3);
  });

  it.each<[string, Partial<WorkbookFixture>, string, object]>([
    [
      'a workbook of sheets without end',
      { more: { 'xl/workbook.xml': noise(17_000_000) } },
      'file.zipBomb',
      {},
    ],
    [
      'elements without end',
      { more: { 'xl/sharedStrings.xml': '<a>'.repeat(200_000) } },
      'file.damaged',
      { reason: 'nested too deep' },
    ],
    [
      'rows beyond the last',
      { rows: heading + textRow(1_048_577, ['x']) },
      'file.tooManyRows',
      { limit: 1_048_576 },
    ],
    ['no sheet', { more: { 'xl/workbook.xml': '<workbook><sheets/></workbook>' } }, 'file.sheetMissing', {}],
    ['nothing in the sheet', { rows: '' }, 'file.empty', {}],
    [
      'XML that breaks off',
      { more: { 'xl/worksheets/sheet.xml': '<worksheet><sheetData><row>' } },
      'file.damaged',
      {},
    ],
    [
      'entities',
      { more: { 'xl/worksheets/sheet.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' } },
      'file.damaged',
      { reason: 'document type' },
    ],
    [
      'a text without end',
      { rows: `<row><c t="inlineStr"><is><t>${noise(3_000_000)}</t></is></c></row>` },
      'file.damaged',
      {},
    ],
    [
      'a cell far to the right',
      { rows: '<row><c r="GS1"><v>1</v></c></row>' },
      'file.tooManyColumns',
      { columns: 201, limit: 200 },
    ],
    [
      'an empty heading',
      { rows: '<row r="4"><c r="B4"><v>1</v></c></row>' },
      'heading.empty',
      { rowNumber: 4, columns: ['A'] },
    ],
  ])('refuses %s', async (_, fixture, code, details) => {
    const file = await write({ rows: heading, ...fixture });
    await expect(readTable(file).then(allRows)).rejects.toMatchObject({ code, details });
  });

  it.each([
    ['a document of words', { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }],
    [
      'a document that says where its words are',
      {
        '_rels/.rels':
          '<Relationships><Relationship Type="a/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': '<w/>',
      },
    ],
  ])('refuses %s', async (_, parts) => {
    const file = path();
    await writeZip(file, parts);
    await expect(readTable(file)).rejects.toMatchObject({ code: 'file.notATable' });
  });

  it.each([0.3, 0.9, 0.99])('refuses a workbook of which only %s arrived', async (share) => {
    const bytes = await readFile(await write({ rows: heading + textRow(2, ['x']) }));
    const file = path();
    await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * share)));
    await expect(readTable(file).then(allRows)).rejects.toMatchObject({ code: 'file.damaged' });
  });

  it('refuses a workbook whose packed bytes were changed', async () => {
    const file = await write({
      rows: heading + textRow(2, ['x']),
      more: { 'xl/worksheets/sheet.xml': textRow(1, ['x'.repeat(5_000)]) },
    });
    const bytes = await readFile(file);
    const start = bytes.indexOf('xl/worksheets/sheet.xml') + 'xl/worksheets/sheet.xml'.length;
    bytes.fill(0xff, start, start + 20);
    await writeFile(file, bytes);
    await expect(readTable(file)).rejects.toMatchObject({ code: 'file.damaged' });
  });

  it('lets a missing file be the error of the machine that it is', async () => {
    await expect(readTable(folder.file('tidak-ada.xlsx'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

/** Letters that pack badly, so that only the length of the text is at fault. */
function noise(length: number): string {
  return randomBytes(length).toString('base64').slice(0, length);
}
