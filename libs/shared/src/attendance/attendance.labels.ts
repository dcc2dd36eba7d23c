import type { Wording } from '../platform/locale.types.js';
import type { AttendanceMark } from './attendance.types.js';

export const attendanceMarkLabels: Readonly<Record<AttendanceMark, Wording>> = {
  present: { id: 'Hadir', en: 'Present' },
  late: { id: 'Terlambat', en: 'Late' },
  permitted: { id: 'Izin', en: 'Excused' },
  sick: { id: 'Sakit', en: 'Sick' },
  on_duty: { id: 'Dinas luar', en: 'On duty elsewhere' },
  absent: { id: 'Tidak hadir', en: 'Absent' },
};

/** A session in which nothing was said of the participant yet. */
export const unmarkedLabel: Wording = { id: 'Belum ditandai', en: 'Not marked yet' };
