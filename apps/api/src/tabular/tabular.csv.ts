import { Readable, pipeline } from 'node:stream';
import { Refusal } from '@jenjang/shared';
import { CsvError, parse } from 'csv-parse';
import { decodeFile, detectEncoding, type TextEncoding } from './tabular.encoding.js';
import type { RawRow, RawTable, TableLimits } from './tabular.types.js';

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
    return { delimiter, columns: heading, score: heading === 0 ? 0 : (agreeing + 1) / (rows.length + 1) };
  });
  scored.sort((a, b) => b.score - a.score || b.columns - a.columns);
  return scored[0]!.score === 0 ? ';' : scored[0]!.delimiter;
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
    max_record_size: limits.cellLength * 50,
  });
  // The callback keeps a failing source from being an unhandled error; the loop below receives it.
  pipeline(Readable.from(withoutDelimiterLine(decodeFile(path, encoding))), parser, () => undefined);
  let rowNumber = 0;
  try {
    for await (const record of parser) {
      rowNumber += 1;
      const texts = record as string[];
      refuseTooWide(texts, rowNumber, limits);
      yield { rowNumber, texts };
    }
  } catch (error) {
    throw worded(error);
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
