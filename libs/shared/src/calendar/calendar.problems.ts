import type { ProblemWords } from '../platform/problem.labels.js';

/** Wording of what calendars refuse. */
export const calendarProblems: ProblemWords = {
  'replan.cannotMove': ['{count} sesi tidak dapat dipindahkan. Tidak ada yang diubah.', '{count} sessions cannot be moved. Nothing was changed.'],
  'replan.nothing': ['Tidak ada sesi yang berpindah.', 'No session moves.'],
  'replan.sessionTwice': ['Sesi ini muncul dua kali.', 'This session appears twice.'],
  'replan.marked': ['Presensi sesi ini sudah tercatat.', 'Attendance of this session was already taken.'],
  'replan.notPlanned': ['Sesi ini sudah ditutup atau dibatalkan.', 'This session is closed or cancelled.'],
  'replan.outsideCohort': ['Sesi di luar tanggal angkatan.', 'The session lies outside the dates of the cohort.'],
  'replan.unknown': ['Sesi ini bukan bagian dari angkatan.', 'This session is not part of the cohort.'],
  'replan.stale': ['Sesi ini sudah diubah orang lain.', 'Somebody else changed this session.'],
  'replan.undoTooLate': ['Perubahan jadwal hanya dapat diurungkan dalam 24 jam.', 'A change of the timetable can be undone within 24 hours only.'],
  'replan.gone': ['Perubahan jadwal ini bukan bagian dari angkatan.', 'This change of the timetable is not part of the cohort.'],
  'replan.undone': ['Perubahan jadwal ini sudah diurungkan.', 'This change of the timetable was already undone.'],
  'holiday.once': ['Hari libur ini sudah ada.', 'This holiday is already there.'],
  'holiday.agencyMissing': ['Pilih instansi pemilik hari libur ini.', 'Choose the agency this holiday belongs to.'],
};
