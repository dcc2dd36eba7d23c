import { createReadStream } from 'node:fs';
import { Readable, pipeline } from 'node:stream';
import { Refusal } from '@jenjang/shared';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import type { RawRow, RawTable, TableLimits } from './tabular.types.js';

/** The encodings that spreadsheets of Indonesian offices write. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const delimiters = ['\t', ';', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** First line that Excel writes and reads to name the delimiter. It is not a row. */
const delimiterLine = /^sep=([\t;,])\r?\n/i;
const sampledRows = 50;

/** Opens a CSV file: finds its encoding and delimiter, reads no rows yet. */
export async function openCsv(path: string, head: Buffer, limits: TableLimits): Promise<RawTable> {
  const encoding = await detectEncoding(path, head);
  const sample = await firstText(path, encoding);
  const delimiter = detectDelimiter(sample);
  return { kind: 'csv', rows: () => csvRows(path, encoding, delimiter, limits) };
}

/**
 * Delimiter under which most rows have as many cells as the heading. A tie goes to the one with more columns,
 * then tab, semicolon, comma: decimal commas are everywhere in Indonesian files.
 */
export function detectDelimiter(sample: string): Delimiter {
  const named = delimiterLine.exec(sample)?.[1];
  if (named) return named as Delimiter;
  const scored = delimiters.map((delimiter) => {
    const [heading = 0, ...rows] = separatorsPerRow(sample, delimiter);
    const agreeing = rows.filter((count) => count === heading).length;
    const most = Math.max(heading, ...rows);
    return { delimiter, columns: heading, most, score: heading === 0 ? 0 : (agreeing + 1) / (rows.length + 1) };
  });
  scored.sort((a, b) => b.score - a.score || b.columns - a.columns);
  const [best] = scored;
  if (best && best.score > 0) return best.delimiter;
  // A summary stands above the table: whatever parts the widest row.
  const [widest] = scored.sort((a, b) => b.most - a.most);
  return widest && widest.most > 0 ? widest.delimiter : ';';
}

/** Counts of a delimiter outside quotes, for each of the first rows. An unfinished last row is left out. */
function separatorsPerRow(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let previous = '\n';
  for (const character of sample) {
    if (character === '"') quoted = quoted ? false : /[\n\r\t;,"]/.test(previous);
    else if (!quoted && character === delimiter) count += 1;
    else if (!quoted && isLineEnd(character, previous)) {
      counts.push(count);
      count = 0;
      if (counts.length === sampledRows) break;
    }
    previous = character;
  }
  return counts.length === 0 ? [count] : counts;
}

function isLineEnd(character: string, previous: string): boolean {
  return character === '\r' || (character === '\n' && previous !== '\r');
}

async function firstText(path: string, encoding: TextEncoding): Promise<string> {
  for await (const text of decodeFile(path, encoding)) return text;
  return '';
}

async function* csvRows(
  path: string,
  encoding: TextEncoding,
  delimiter: Delimiter,
  limits: TableLimits,
): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // A row of fifty full cells: beyond it a quote was left open, and the rest of the file would be one cell.
    max_record_size: limits.cellLength * 50,
  });
  // The callback keeps a failing source from being an unhandled error; the loop below receives it.
  pipeline(Readable.from(withoutDelimiterLine(decodeFile(path, encoding))), parser, () => undefined);
  try {
    yield* numbered(parser, limits);
  } catch (error) {
    throw worded(error);
  }
}

async function* numbered(records: AsyncIterable<unknown>, limits: TableLimits): AsyncGenerator<RawRow> {
  let rowNumber = 0;
  for await (const record of records) {
    rowNumber += 1;
    const texts = record as string[];
    refuseTooWide(texts, rowNumber, limits);
    yield { rowNumber, texts };
  }
}

function refuseTooWide(texts: readonly string[], rowNumber: number, limits: TableLimits): void {
  if (texts.length <= limits.columns) return;
  const columns = texts.findLastIndex((text) => text !== '') + 1;
  if (columns > limits.columns)
    throw new Refusal('file.tooManyColumns', { rowNumber, columns, limit: limits.columns });
}

async function* withoutDelimiterLine(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const piece of pieces) {
    yield isFirst ? piece.replace(delimiterLine, '') : piece;
    isFirst = false;
  }
}

function worded(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  // The parser reads ahead of the loop, so only it knows the row.
  const rowNumber = Number(error['records']) + 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new Refusal('file.quoteNotClosed', { rowNumber });
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new Refusal('file.rowTooLong', { rowNumber });
  return new Refusal('file.damaged', { rowNumber, reason: error.code });
}

/**
 * Encoding of a whole text file. Statistical guessing is not used: on short lists of names it calls the same
 * file ISO-8859-2 or -9. A mark or the place of zero bytes decides UTF-16; text valid as UTF-8 to its last
 * byte is UTF-8; all else is Windows-1252.
 */
export async function detectEncoding(path: string, head: Buffer): Promise<TextEncoding> {
  return sniffUtf16(head) ?? ((await isUtf8(path)) ? 'utf-8' : 'windows-1252');
}

/** UTF-16 by its mark, or by zeros that fill nearly every second byte; null for any other text. */
export function sniffUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = { even: 0, odd: 0 };
  const sample = head.subarray(0, 4096);
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  const many = sample.length / 5;
  if (zeros.odd > many && zeros.even === 0) return 'utf-16le';
  if (zeros.even > many && zeros.odd === 0) return 'utf-16be';
  return null;
}

/** Text of a file, piece by piece, without its byte order mark. */
export async function* decodeFile(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of createReadStream(path)) {
    const text = decoder.write(chunk as Buffer);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
