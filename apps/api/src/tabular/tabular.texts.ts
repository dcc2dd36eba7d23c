const chunkBytes = 1024 * 1024;

/** Texts by number. */
export interface TextStore {
  readonly add: (text: string) => void;
  readonly get: (index: number) => string | undefined;
  readonly size: () => number;
}

/**
 * Keeps millions of short texts as UTF-8 in a few large buffers, each behind its length. As JavaScript strings
 * the shared texts of a large workbook cost some 700 MB, here about the bytes they have in the file.
 */
export function createTextStore(): TextStore {
  const chunks: Buffer[] = [];
  const addresses: number[] = [];
  let end = chunkBytes;
  const reserve = (bytes: number) => {
    if (end + bytes > chunkBytes) {
      chunks.push(Buffer.allocUnsafeSlow(chunkBytes));
      end = 0;
    }
    return chunks.at(-1)!;
  };
  return {
    size: () => addresses.length,
    add: (text) => {
      const length = Buffer.byteLength(text);
      const chunk = reserve(length + 4);
      addresses.push((chunks.length - 1) * chunkBytes + end);
      chunk.writeUInt32LE(length, end);
      chunk.write(text, end + 4);
      end += length + 4;
    },
    get: (index) => {
      const address = addresses[index];
      if (address === undefined) return undefined;
      const chunk = chunks[Math.floor(address / chunkBytes)]!;
      const start = (address % chunkBytes) + 4;
      return chunk.toString('utf8', start, start + chunk.readUInt32LE(start - 4));
    },
  };
}
