import type { ProblemWords } from '../platform/index.js';

/** Wording of refusals around programmes and curricula. */
export const programmeProblems: ProblemWords = {
  'programme.codeOnce': ['Kode program ini sudah dipakai.', 'This programme code is already taken.'],
  'programme.nothingPublished': ['Program ini belum memiliki kurikulum terbit yang dapat disalin.', 'This programme has no published curriculum to copy.'],
  'curriculum.isFrozen': ['Kurikulum yang sudah terbit tidak dapat diubah. Buat versi baru untuk mengubahnya.', 'A published curriculum cannot be changed. Make a new version instead.'],
  'curriculum.draftExists': ['Masih ada rancangan versi {number}. Lanjutkan rancangan itu.', 'Draft version {number} still exists. Go on with it.'],
  'curriculum.incomplete': ['Kurikulum belum dapat diterbitkan.', 'The curriculum cannot be published yet.'],
  'curriculum.move': ['Langkah ini tidak berlaku untuk kurikulum dengan status tersebut.', 'This step does not apply to a curriculum in that state.'],
  'curriculum.criteriaInvalid': ['Syarat kelulusan belum benar.', 'The graduation criteria are not right yet.'],
  'curriculum.designInvalid': ['Rancangan sertifikat belum benar.', 'The certificate design is not right yet.'],
  'module.codeOnce': ['Kode mata pelatihan ini sudah dipakai dalam kurikulum.', 'This module code is already taken in the curriculum.'],
  'module.order': ['Urutan harus memuat setiap butir tepat satu kali. Muat ulang halaman lalu ulangi.', 'The order must name every item exactly once. Reload the page and repeat.'],
  'activity.fileKind': ['Berkas ini bukan {kind}.', 'This file is not a {kind}.'],
};
