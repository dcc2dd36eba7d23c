import type { ProblemWords } from '../platform/index.js';

export const attendanceProblems: ProblemWords = {
  'attendance.beforeDay': ['Presensi baru dapat diisi mulai {date}.', 'Attendance can be taken from {date} on.'],
  'attendance.sessionCancelled': ['Sesi ini dibatalkan; presensinya tidak dapat diubah.', 'This session was cancelled; its attendance cannot be changed.'],
  'attendance.unmarkedLeft': ['{count} peserta belum ditandai. Tentukan: tidak hadir, atau biarkan belum ditandai.', '{count} participants are not marked. Decide: absent, or leave them unmarked.'],
  'attendance.notClosed': ['Sesi ini belum ditutup.', 'This session is not closed.'],
  'attendance.notParticipant': ['Bukan peserta sesi ini.', 'Not a participant of this session.'],
  'attendance.reasonNeeded': ['Sesi sudah ditutup: tulis alasan koreksi.', 'The session is closed: give a reason for the correction.'],
  'attendance.tooManyLessonHours': ['JP melebihi JP sesi ini.', 'More JP than the session has.'],
  'attendance.twiceInRequest': ['Peserta ini disebut dua kali dalam satu permintaan.', 'This participant is named twice in one request.'],
  'attendanceMark.withinSession': ['JP melebihi JP sesi ini.', 'More JP than the session has.'],
};
