import { Refusal } from '@jenjang/shared';
import { fileTypeFromBuffer } from 'file-type';
import iconv from 'iconv-lite';
import { sniffUtf16 } from './tabular.csv.js';
import type { TableKind, TableRefusalCode } from './tabular.types.js';

/** Bytes of a file that `sniffTable` wants to see; fewer only when the file is shorter. */
export const sniffBytes = 65_536;

const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const workbookTypes = new Set(['xlsx', 'xlsm', 'xltx', 'xltm']);
/** Formats made of text that would otherwise pass for a table of one column. */
const textSignatures: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'pdf'],
  [/^%!PS/, 'ps'],
  [/^\{\\rtf/, 'rtf'],
  [/^\s*<(!doctype\s+html|html|table|head|body|meta)\b/i, 'html'],
  [/^\s*</, 'xml'],
  [/^\s*[[{]/, 'json'],
  [/^BEGIN:V/, 'vcard'],
];

/**
 * Kind of table in a file, judged by its first bytes; the name serves only the message.
 *
 * @throws Refusal `file.empty`, `file.oldExcel` (xls of 1997-2003), `file.encrypted` (password), or
 *   `file.notATable` with `detected` when the content is known to be something else.
 */
export async function sniffTable(head: Buffer, filename: string): Promise<TableKind> {
  const refuse = (code: TableRefusalCode, detected?: string) => new Refusal(code, { filename, detected });
  if (head.length === 0) throw refuse('file.empty');
  if (head.subarray(0, 8).equals(oleSignature)) {
    throw head.includes(encryptedPackage) ? refuse('file.encrypted') : refuse('file.oldExcel', 'xls');
  }
  // Text is judged first: a heading that starts with "BM" would otherwise pass for a bitmap.
  const text = plainText(head);
  if (text !== null) {
    const other = textSignatures.find(([signature]) => signature.test(text));
    if (other) throw refuse('file.notATable', other[1]);
    return 'csv';
  }
  const detected = await detectBinary(head);
  if (workbookTypes.has(detected) || (detected === 'zip' && namesWorkbook(head))) return 'xlsx';
  throw refuse('file.notATable', detected);
}

/** The head as text, or null when it holds a zero byte or more control characters than any text has. */
function plainText(head: Buffer): string | null {
  const text = iconv.decode(head, sniffUtf16(head) ?? 'windows-1252');
  const controls = text.match(/[^\P{Cc}\t\n\r\f\x80-\x9f]/gu)?.length ?? 0;
  return text.includes('\0') || controls * 10 > text.length ? null : text.replace(/^ï»¿/, '');
}

async function detectBinary(head: Buffer): Promise<string> {
  try {
    return (await fileTypeFromBuffer(head))?.ext ?? 'unknown';
  } catch {
    // A head cut in the middle of a structure is no fault of the file.
    return head.subarray(0, 2).toString('latin1') === 'PK' ? 'zip' : 'unknown';
  }
}

/** Whether the local headers at the start of a zip name parts of an Office file; its directory is checked later. */
function namesWorkbook(head: Buffer): boolean {
  return ['xl/', '[Content_Types].xml', '_rels/.rels'].some((name) => head.includes(name));
}
