import { Refusal, importBytes, learningMedia, letterMedia, reportBytes, type FilePurpose } from '@jenjang/shared';
import { fileTypeFromFile } from 'file-type';

/** Largest upload of any purpose: nothing beyond it is read to the end. */
export const mostBytes = Math.max(importBytes, ...Object.values(learningMedia));

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A table: a workbook, its bare zip, or text without a signature. Reading it tells the rest. */
const importMedia = [workbook, 'application/zip', 'text/plain'];

const text = { mime: 'text/plain', ext: 'txt' };
const acceptedWords: Readonly<Record<FilePurpose, string>> = { learning: 'PDF, MP4, WebM', import: 'XLSX, CSV', letter: 'PDF, JPG, PNG', report: 'XLSX, CSV' };
const limitsOf: Readonly<Record<FilePurpose, Readonly<Record<string, number>>>> = {
  learning: learningMedia, letter: letterMedia, import: Object.fromEntries(importMedia.map((type) => [type, importBytes])), report: Object.fromEntries(importMedia.map((type) => [type, reportBytes])),
};

/**
 * The media type that the bytes themselves show, when it suits the purpose. Names are not asked.
 * @throws Refusal file.empty, file.wrongContent or file.tooLarge
 */
export async function inspectContent(path: string, bytes: number, purpose: FilePurpose): Promise<string> {
  if (bytes === 0) throw new Refusal('file.empty');
  const { mime: found, ext } = (await fileTypeFromFile(path)) ?? text;
  const limit = limitsOf[purpose][found];
  if (limit === undefined) throw new Refusal('file.wrongContent', { found: ext.toUpperCase(), mediaType: found, accepted: acceptedWords[purpose] });
  if (bytes > limit) throw tooLarge(limit);
  return found;
}

/** The refusal of a file with too many bytes. */
export function tooLarge(limit: number): Refusal {
  return new Refusal('file.tooLarge', { limit, limitMegabytes: Math.floor(limit / 1024 / 1024) });
}
