import type { ProblemWords } from '../platform/index.js';

/** Wording of what people and their employment refuse. */
export const personProblems: ProblemWords = {
  'person.nipTaken': ['NIP ini sudah dipakai oleh {name}.', 'This NIP belongs to {name}.'],
  'person.nipTakenUnseen': ['NIP ini sudah dipakai oleh pegawai lain di luar kewenangan Anda.', 'This NIP belongs to somebody outside your scope.'],
  'person.emailTaken': ['Surel ini sudah dipakai oleh {name}.', 'This e-mail address belongs to {name}.'],
  'person.emailTakenUnseen': ['Surel ini sudah dipakai oleh orang lain di luar kewenangan Anda.', 'This e-mail address belongs to somebody outside your scope.'],
  'person.emailOnce': ['Surel ini sudah dipakai oleh orang lain di instansi ini.', 'Somebody else in this agency uses this e-mail address.'],
  'employment.nipOnce': ['NIP ini sudah dipakai oleh pegawai lain di instansi ini.', 'Somebody else in this agency has this NIP.'],
  'employment.oneAtATime': ['Masa berlaku bertumpang tindih dengan data kepegawaian lain.', 'The period overlaps another employment.'],
  'employment.datesInOrder': ['Tanggal berlaku harus sesudah data kepegawaian sebelumnya mulai berlaku.', 'It must begin after the employment before it did.'],
  'employment.beforeCurrent': ['Harus sesudah tanggal mulai data kepegawaian yang berlaku sekarang.', 'Must come after the day on which the present employment began.'],
  'employment.tooFarAhead': ['Tanggal berlaku lebih dari satu tahun ke depan.', 'More than a year ahead.'],
  'employment.unitUnknown': ['Unit tidak ditemukan di instansi ini.', 'The unit was not found in this agency.'],
  'employment.unitClosed': ['Unit ini sudah ditutup pada tanggal itu.', 'This unit is closed on that date.'],
  'employment.nipMissing': ['NIP wajib diisi untuk ASN.', 'Civil servants need a NIP.'],
  'employment.nipExcel': ['NIP rusak oleh Excel (terbaca sebagai angka). Isi ulang 18 angkanya.', 'Excel has damaged the NIP by reading it as a number. Enter its 18 digits again.'],
  'employment.nipCharacters': ['NIP hanya boleh berisi angka.', 'A NIP holds digits only.'],
  'employment.nipLength': ['NIP harus 18 angka (Anda mengisi {limit}).', 'A NIP has 18 digits (this one has {limit}).'],
  'employment.nipNotAsn': ['Non-ASN tidak memiliki NIP. Kosongkan, atau ganti jenis pegawai.', 'Only civil servants have a NIP. Clear it, or change the kind.'],
  'employment.golonganUnknown': ['Golongan tidak sesuai jenis pegawai. PNS: I/a–IV/e, PPPK: I–XVII.', 'The golongan does not suit the kind. PNS: I/a–IV/e, PPPK: I–XVII.'],
  'employment.eselonUnsuited': ['Eselon tidak sesuai jenis jabatan.', 'The echelon does not suit the kind of position.'],
  'employment.positionNotAsn': ['Jenis jabatan Non-ASN hanya untuk pegawai Non-ASN, dan sebaliknya.', 'The position kind Non-ASN is for non-ASN people, and only theirs.'],
};
