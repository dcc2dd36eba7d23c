import { Refusal } from '@jenjang/shared';
import { SaxesParser } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { TableLimits } from './tabular.types.js';

const smallPart = 1024 * 1024;
/** Parts that describe a workbook are kept in memory as objects, so far fewer bytes of them are taken. */
const largestDescription = 16 * 1024 * 1024;

/** Characters without a tag after which a part is refused: the parser would hold them all. */
const longestText = 1024 * 1024;
/** Elements inside one another: a sheet needs ten, and the parser remembers each. */
const deepest = 100;
/** A zip whose directory has been checked against the limits. Close it when done. */
export interface SafeZip {
  readonly has: (name: string) => boolean;
  /** Bytes of one part, inflated on the way and never beyond the size that was checked. */
  readonly read: (name: string) => AsyncGenerator<Buffer>;
  /** The same for a part that is kept whole. */
  readonly readDescription: (name: string) => AsyncGenerator<Buffer>;
  readonly close: () => void;
}

/**
 * Opens a zip and judges it by its directory alone, before anything is inflated.
 *
 * @throws Refusal `file.damaged`, `file.encrypted`, `file.tooManyEntries` or `file.zipBomb`.
 */
export async function openSafeZip(path: string, limits: TableLimits): Promise<SafeZip> {
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
  }).catch((error: unknown) => {
    throw asDamaged(error);
  });
  try {
    const entries = await checkedEntries(zip, limits);
    return {
      has: (name) => entries.has(name),
      read: (name) => readEntry(zip, entries.get(name), limits.unpackedBytes),
      readDescription: (name) => readEntry(zip, entries.get(name), largestDescription),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw asDamaged(error);
  }
}

/** An error of a reading library as a refusal. Faults of the machine (disk, permissions) and our own stay as they are. */
function asDamaged(error: unknown): unknown {
  const { name, message, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof Refusal || name !== 'Error' || syscall !== undefined) return error;
  return new Refusal('file.damaged', { reason: message.slice(0, 200) });
}

async function checkedEntries(zip: ZipFile, limits: TableLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.zipEntries) {
    throw new Refusal('file.tooManyEntries', { entries: zip.entryCount, limit: limits.zipEntries });
  }
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Refusal('file.encrypted');
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.unpackedBytes || isSwollen(entry, limits)) {
      throw new Refusal('file.zipBomb', {
        part: entry.fileName,
        unpackedBytes: unpacked,
        limit: limits.unpackedBytes,
      });
    }
    entries.set(entry.fileName, entry);
  }
  return entries;
}

function isSwollen(entry: Entry, limits: TableLimits): boolean {
  return (
    entry.uncompressedSize > smallPart && entry.uncompressedSize > entry.compressedSize * limits.unpackRatio
  );
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, limit: number): AsyncGenerator<Buffer> {
  if (!entry) throw new Refusal('file.damaged', { reason: 'a part is missing' });
  if (entry.uncompressedSize > limit) {
    throw new Refusal('file.zipBomb', { part: entry.fileName, unpackedBytes: entry.uncompressedSize, limit });
  }
  try {
    // yauzl stops the stream as soon as it yields one byte more than the directory declared.
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  } catch (error) {
    if ((error as Error).message.startsWith('too many bytes')) {
      throw new Refusal('file.zipBomb', { part: entry.fileName, declaredBytes: entry.uncompressedSize });
    }
    throw asDamaged(error);
  }
}

/** Called in document order; names come without their namespace prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Parses XML piece by piece and yields after each, so that the caller can hand over what was found so far.
 * Document types are refused: no Office file has one, and entities are how XML bombs are made.
 *
 * @throws Refusal `file.damaged` when the XML is not well-formed.
 */
export async function* pumpXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = parserFor(handlers);
  const decoder = new TextDecoder('utf-8');
  let sinceTag = 0;
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true });
      const tag = text.lastIndexOf('<');
      sinceTag = tag === -1 ? sinceTag + text.length : text.length - tag;
      if (sinceTag > longestText) throw new Refusal('file.damaged', { reason: 'text without end' });
      parser.write(text);
      yield;
    }
    parser.close();
  } catch (error) {
    throw asDamaged(error);
  }
  yield;
}

/** Parses a whole small part. */
export async function readXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of pumpXml(bytes, handlers));
}

/** Attribute by its name without prefix, as `id` for `r:id`. */
export function prefixedAttribute(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

function parserFor(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw new Refusal('file.damaged', { reason: 'nested too deep' });
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('doctype', () => {
    throw new Refusal('file.damaged', { reason: 'document type' });
  });
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
