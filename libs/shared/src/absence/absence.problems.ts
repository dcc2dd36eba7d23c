import type { ProblemWords } from '../platform/index.js';

/** Wording of problems with requests to be away. */
export const absenceProblems: ProblemWords = {
  'absence.unknownSession': ['Sesi ini bukan sesi Anda.', 'This is not a session of yours.'],
  'absence.sessionCancelled': ['Sesi “{title}” sudah dibatalkan.', 'The session “{title}” was cancelled.'],
  'absence.askedAlready': ['Anda sudah mengajukan izin untuk sesi “{title}”.', 'You already asked to be away from the session “{title}”.'],
  'absence.tooLate': ['Sesi “{title}” sudah lewat lebih dari {limit} hari. Hubungi penyelenggara untuk koreksi presensi.', 'The session “{title}” was more than {limit} days ago. Ask the organiser for a correction.'],
  'absence.decided': ['Permohonan ini sudah diputuskan oleh {by} pada {at}.', 'This request was decided by {by} at {at}.'],
  'absence.noteMissing': ['Tuliskan alasan penolakan untuk peserta.', 'Give the participant a reason for refusing.'],
  'absence.letterUnknown': ['Surat yang dilampirkan tidak ditemukan.', 'The attached letter was not found.'],
  'absence.notParticipant': ['Anda bukan peserta angkatan ini.', 'You are not a participant of this cohort.'],
};
