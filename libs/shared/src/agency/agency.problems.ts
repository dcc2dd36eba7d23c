import type { ProblemWords } from '../platform/index.js';

/** Wording of what agencies and their unit trees refuse. */
export const agencyProblems: ProblemWords = {
  'agency.codeKey': ['Kode instansi ini sudah dipakai.', 'This agency code is in use.'],
  'agency.regionUnknown': ['Kode wilayah tidak dikenal.', 'No such region code.'],
  'unit.codeOncePerAgency': ['Kode unit ini sudah dipakai di instansi ini.', 'This agency already uses this unit code.'],
  'unit.oneRoot': ['Pohon unit hanya boleh punya satu akar. Pilih unit induk.', 'A tree has one root. Choose a parent unit.'],
  'unit.treeHasNoCycle': ['Unit tidak dapat dipindahkan ke bawah dirinya sendiri.', 'A unit cannot go below itself.'],
  'unit.datesInOrder': ['Tanggal tutup harus sesudah tanggal mulai berlaku.', 'The closing date must come after the date it began.'],
  'unit.rootStays': ['Akar pohon tidak dapat dipindahkan atau ditutup.', 'The root of the tree cannot move or close.'],
  'unit.underItself': ['Unit tidak dapat dipindahkan ke bawah dirinya sendiri.', 'A unit cannot go below itself.'],
  'unit.parentUnknown': ['Unit induk tidak ditemukan di instansi ini.', 'The parent unit was not found in this agency.'],
  'unit.parentClosed': ['Unit induk sudah ditutup.', 'The parent unit is closed.'],
  'unit.sameParent': ['Unit sudah berada di bawah induk itu.', 'The unit already is below that parent.'],
  'unit.hasPeople': ['{count} pegawai masih bertugas di unit ini atau di bawahnya. Pindahkan dahulu.', '{count} people still work in this unit or below it. Move them first.'],
  'unit.hasUnits': ['{count} unit di bawahnya masih aktif. Tutup atau pindahkan dahulu.', '{count} units below it are still open. Close or move them first.'],
};
