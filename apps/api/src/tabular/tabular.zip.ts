import { isNativeError } from 'node:util/types';
import { Refusal } from '@jenjang/shared';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { TableLimits } from './tabular.types.js';

const smallPart = 1024 * 1024;
/** Parts that describe a workbook are kept in memory as objects, so far fewer bytes of them are taken. */
const largestDescription = 16 * 1024 * 1024;

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

/** A reading error as a refusal, unless the machine is at fault (disk, permissions) or it is one already. */
export function asDamaged(error: unknown): unknown {
  if (error instanceof Refusal || !isNativeError(error) || 'syscall' in error) return error;
  return new Refusal('file.damaged', { reason: error.message.slice(0, 200) });
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
    if (isNativeError(error) && error.message.startsWith('too many bytes')) {
      throw new Refusal('file.zipBomb', { part: entry.fileName, declaredBytes: entry.uncompressedSize });
    }
    throw asDamaged(error);
  }
}
