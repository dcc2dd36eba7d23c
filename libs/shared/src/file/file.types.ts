/** What an uploaded file is for: it decides who may upload it, of which type and how large. */
export const filePurposes = ['learning', 'import', 'letter', 'report'] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** A file that was kept. Its media type is that of its content, whatever its name says. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

const megabyte = 1024 * 1024;

/** Media types that may be learning material, with the most bytes of each. */
export const learningMedia: Readonly<Record<string, number>> = {
  'application/pdf': 50 * megabyte,
  'video/mp4': 200 * megabyte,
  'video/webm': 200 * megabyte,
};

/** Most bytes of a table to import. */
export const importBytes = 50 * megabyte;

/** Most bytes of a report of an online meeting. */
export const reportBytes = 5 * megabyte;

/** A letter as a scan or a photo, with the most bytes of each. */
export const letterMedia: Readonly<Record<string, number>> = {
  'application/pdf': 5 * megabyte,
  'image/jpeg': 5 * megabyte,
  'image/png': 5 * megabyte,
};
