import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

type Part = string | Buffer | Iterable<string | Buffer>;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface WorkbookFixture {
  /** Rows of the sheet as XML, or the whole worksheet when it starts with `<?xml`. */
  readonly rows: Part;
  /** Items of the shared texts as XML, `<si>…</si>`. */
  readonly sharedStrings?: Part;
  /** Number format codes of the cell styles 1, 2, …; style 0 is general. */
  readonly formats?: readonly string[];
  /** Sheets before the one with the rows. */
  readonly hiddenSheets?: number;
  readonly is1904?: boolean;
  readonly more?: Readonly<Record<string, Part>>;
}

/** Writes a workbook of chosen XML, so that tests hold the odd files other programs write. */
export async function writeWorkbook(path: string, fixture: WorkbookFixture): Promise<void> {
  const { rows, sharedStrings = '', hiddenSheets = 0 } = fixture;
  const hidden = Array.from({ length: hiddenSheets }, (_, index) => `hidden${index}`);
  const ids = [...hidden, 'sheet'];
  await writeZip(path, {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${fixture.is1904 ? 1 : 0}"/><sheets>${ids
      .map(
        (id, index) =>
          `<sheet name="${id}" sheetId="${index + 1}" r:id="${id}"${id === 'sheet' ? '' : ' state="hidden"'}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${ids
      .map((id) => `<Relationship Id="${id}" Type="${office}/worksheet" Target="worksheets/${id}.xml"/>`)
      .join(
        '',
      )}<Relationship Id="st" Type="${office}/styles" Target="/xl/styles.xml"/><Relationship Id="ss" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(fixture.formats ?? []),
    'xl/sharedStrings.xml': wrapped(`<sst xmlns="${main}">`, sharedStrings, '</sst>'),
    ...Object.fromEntries(
      hidden.map((id) => [`xl/worksheets/${id}.xml`, worksheet(textRow(1, ['rahasia']))]),
    ),
    'xl/worksheets/sheet.xml': worksheet(rows),
    ...fixture.more,
  });
}

/** Writes any zip. */
export async function writeZip(path: string, parts: Readonly<Record<string, Part>>): Promise<void> {
  const zip = new ZipFile();
  for (const [name, part] of Object.entries(parts)) {
    const bytes = typeof part === 'string' || Buffer.isBuffer(part) ? [part] : part;
    zip.addReadStream(Readable.from(asBuffers(bytes), { objectMode: true }), name, { compressionLevel: 1 });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

/** A row of text cells written in the sheet itself. */
export function textRow(rowNumber: number, texts: readonly string[]): string {
  const cells = texts.map(
    (text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  );
  return `<row r="${rowNumber}">${cells.join('')}</row>`;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '_x000D_');
}

function worksheet(rows: Part): Part {
  return wrapped(
    `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>`,
    rows,
    '</sheetData></worksheet>',
  );
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map(
    (code, index) =>
      `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code).replace(/"/g, '&quot;')}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`);
  return `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function* wrapped(before: string, part: Part, after: string): Generator<string | Buffer> {
  yield before;
  if (typeof part === 'string' || Buffer.isBuffer(part)) yield part;
  else yield* part;
  yield after;
}

/** Joins small pieces, as a zip of many tiny writes is slow to make. */
function* asBuffers(pieces: Iterable<string | Buffer>): Generator<Buffer> {
  let text = '';
  for (const piece of pieces) {
    const isText = typeof piece === 'string';
    if (isText) text += piece;
    if (isText && text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
    if (!isText) yield piece;
  }
  yield Buffer.from(text);
}
