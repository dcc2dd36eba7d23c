import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';

/** The encodings that spreadsheets of Indonesian offices write. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

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
