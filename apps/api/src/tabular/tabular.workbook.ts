import { posix } from 'node:path';
import { Refusal } from '@jenjang/shared';
import { unescapeOffice } from './tabular.cells.js';
import { type NumberFormat, numberFormat } from './tabular.numbers.js';
import { prefixedAttribute, readXml, type SafeZip, type XmlHandlers } from './tabular.parts.js';
import type { TableLimits } from './tabular.types.js';

const chunkBytes = 1024 * 1024;

/** What the cells of a sheet point to. */
export interface Workbook {
  /** Part that holds the first sheet a person sees. */
  readonly sheetPart: string;
  /** Dates count from 1904, as old Macintosh files do. */
  readonly is1904: boolean;
  /** Number format of each cell style. */
  readonly formats: readonly NumberFormat[];
  readonly texts: TextStore;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

interface Sheets {
  readonly is1904: boolean;
  readonly sheets: readonly { readonly relation: string; readonly isVisible: boolean }[];
}

/**
 * Reads everything around the first sheet: which it is, the styles, the shared texts cut at `cellLength + 1`.
 *
 * @throws Refusal `file.notATable` when the zip is no workbook, `file.sheetMissing` when it has no sheet,
 *   `file.zipBomb` when it has more of something than any real workbook.
 */
export async function readWorkbook(zip: SafeZip, limits: TableLimits): Promise<Workbook> {
  const root = zip.has('_rels/.rels') ? await readRelations(zip, '') : [];
  const workbook = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (
    !zip.has(workbook) ||
    !workbook.endsWith('.xml') ||
    workbook.startsWith('word/') ||
    workbook.startsWith('ppt/')
  ) {
    throw new Refusal('file.notATable', { detected: 'zip' });
  }
  const { is1904, sheets } = await readSheets(zip, workbook);
  const relations = await readRelations(zip, workbook);
  const worksheets = sheets
    .map((sheet) => ({
      ...sheet,
      ...relations.find(({ id, type }) => id === sheet.relation && type === 'worksheet'),
    }))
    .filter((sheet) => sheet.part !== undefined && zip.has(sheet.part));
  const sheetPart = (worksheets.find((sheet) => sheet.isVisible) ?? worksheets[0])?.part;
  if (sheetPart === undefined) throw new Refusal('file.sheetMissing');
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.part;
  const formats = await readFormats(zip, partOf('styles'));
  return { sheetPart, is1904, formats, texts: await readTexts(zip, partOf('sharedStrings'), limits) };
}

async function readRelations(zip: SafeZip, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const source = part === '' ? '_rels/.rels' : posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  await readXml(zip.readDescription(source), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target });
    },
  });
  return relations;
}

async function readSheets(zip: SafeZip, part: string): Promise<Sheets> {
  let is1904 = false;
  const sheets: { relation: string; isVisible: boolean }[] = [];
  await readXml(zip.readDescription(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const isVisible = (attributes['state'] ?? 'visible') === 'visible';
      sheets.push({ relation: prefixedAttribute(attributes, 'id') ?? '', isVisible });
    },
  });
  return { is1904, sheets };
}

async function readFormats(zip: SafeZip, part: string | undefined): Promise<NumberFormat[]> {
  if (part === undefined || !zip.has(part)) return [];
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isCellStyle = false;
  await readXml(zip.readDescription(part), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') isCellStyle = true;
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'xf' && isCellStyle)
        formats.push(numberFormat(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}

async function readTexts(zip: SafeZip, part: string | undefined, limits: TableLimits): Promise<TextStore> {
  const store = new TextStore();
  if (part === undefined || !zip.has(part)) return store;
  const keep = (text: string) => {
    if (store.size >= limits.sharedTexts)
      throw new Refusal('file.zipBomb', { part, limit: limits.sharedTexts });
    store.add(unescapeOffice(text).slice(0, limits.cellLength + 1));
  };
  await readXml(zip.read(part), textHandlers(keep, limits.cellLength));
  return store;
}

/** Runs of rich text are joined; phonetic hints are no part of what a person sees. */
function textHandlers(keep: (text: string) => void, cellLength: number): XmlHandlers {
  let item = '';
  let isText = false;
  let isPhonetic = false;
  return {
    open: (name) => {
      if (name === 'si') item = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (text) => {
      if (isText && item.length <= cellLength) item += text;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') keep(item);
    },
  };
}

/**
 * Keeps millions of short texts as UTF-8 in a few large buffers, each behind its length. As JavaScript strings
 * the shared texts of a large workbook cost some 700 MB, here about the bytes they have in the file.
 */
class TextStore {
  private readonly chunks: Buffer[] = [];
  private addresses = new Uint32Array(1024);
  private end = chunkBytes;
  /** Number of texts kept. */
  size = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    const chunk = this.chunkFor(length + 4);
    this.remember((this.chunks.length - 1) * chunkBytes + this.end);
    chunk.writeUInt32LE(length, this.end);
    chunk.write(text, this.end + 4);
    this.end += length + 4;
  }

  /** Text by its number; undefined when there is none. */
  get(index: number): string | undefined {
    const address = index < this.size ? (this.addresses[index] ?? -1) : -1;
    const start = (address % chunkBytes) + 4;
    const chunk = this.chunks[Math.floor(address / chunkBytes)];
    return chunk?.toString('utf8', start, start + chunk.readUInt32LE(start - 4));
  }

  private remember(address: number): void {
    if (this.size === this.addresses.length) {
      const larger = new Uint32Array(this.size * 2);
      larger.set(this.addresses);
      this.addresses = larger;
    }
    this.addresses[this.size] = address;
    this.size += 1;
  }

  private chunkFor(bytes: number): Buffer {
    const last = this.chunks.at(-1);
    if (last && this.end + bytes <= chunkBytes) return last;
    const chunk = Buffer.allocUnsafeSlow(chunkBytes);
    this.chunks.push(chunk);
    this.end = 0;
    return chunk;
  }
}
