import type { ProblemWords } from '../platform/index.js';

/** Wording of problems with uploaded files. */
export const fileProblems: ProblemWords = {
  'file.missing': ['Tidak ada berkas yang dikirim.', 'No file was sent.'],
  'file.empty': ['Berkas ini kosong (0 bita). Unggah berkas yang berisi.', 'This file is empty (0 bytes). Upload one with content.'],
  'file.tooLarge': ['Berkas terlalu besar, maksimum {limitMegabytes} MB.', 'The file is too large, at most {limitMegabytes} MB.'],
  'file.wrongContent': ['Jenis berkas tidak sesuai isi: berkas ini sebenarnya {found}. Yang diterima: {accepted}.', 'The content does not match: this file really is {found}. Accepted: {accepted}.'],
};
