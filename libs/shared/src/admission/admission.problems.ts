import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what admission and quota refuse. */
export const admissionProblems: ProblemWords = {
  'quota.overCapacity': ['Kelebihan {over} kursi: jumlah kuota {seats}, kapasitas {capacity}.', '{over} seats too many: the quota adds up to {seats}, the capacity is {capacity}.'],
  'quota.belowTaken': ['{unit} sudah {taken} disetujui, kuota tidak bisa {seats}.', '{unit} already has {taken} seats taken, the quota cannot be {seats}.'],
  'quota.unitsApart': ['Satu unit tidak boleh berada di bawah unit lain yang juga punya kuota.', 'A unit cannot have a quota while one above it has one.'],
  'quota.cellRepeated': ['Kombinasi unit dan eselon ini muncul dua kali.', 'This unit and echelon appear twice.'],
  'quota.unitUnknown': ['Unit ini tidak ditemukan pada instansi angkatan.', 'This unit was not found in the agency of the cohort.'],
  'quota.unplaced': ['{count} peserta yang sudah memegang kursi tidak tertampung kuota mana pun.', '{count} people who hold a seat fit into no quota.'],
  'quota.refused': ['Kuota belum dapat disimpan: {count} hal perlu diperbaiki.', 'The quota cannot be saved yet: {count} things need correction.'],
  'quota.takenWithinSeats': ['Kuota ini sudah terisi.', 'This quota is used up.'],
  'quota.withinCapacity': ['Jumlah kuota melebihi kapasitas angkatan.', 'The quota adds up to more than the capacity.'],
  'admission.datesInOrder': ['Tanggal penutupan harus sama dengan atau setelah tanggal pembukaan.', 'It must close on or after the day it opens.'],
  'admission.stepsWithoutDecision': ['Tahap seleksi hanya berlaku bila ada persetujuan atau pendaftaran mandiri.', 'Selection steps need a route with a decision.'],
  'admission.prerequisiteSelf': ['Program ini tidak dapat menjadi prasyarat bagi dirinya sendiri.', 'A programme cannot require itself.'],
  'allocation.belowTaken': ['Sudah {taken} kursi terpakai, alokasi tidak bisa {seats}.', '{taken} seats are taken already, the allocation cannot be {seats}.'],
  'allocation.aboveWhole': ['Jatah ini ({seats}) melebihi target keseluruhan ({whole}).', 'This share ({seats}) is more than the whole ({whole}).'],
  'allocation.once': ['Alokasi untuk akademi, program, instansi, dan tahun ini sudah ada.', 'There is an allocation for this academy, programme, agency and year already.'],
  'allocation.takenWithinSeats': ['Alokasi tahun ini sudah terpakai semua.', 'The allocation of this year is used up.'],
};
