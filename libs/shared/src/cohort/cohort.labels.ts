import { clashLabels, fillSentence } from '../calendar/index.js';
import type { Locale, Wording } from '../platform/locale.types.js';
import type { CohortMode, CohortState, PartnerRole, PhaseMode, PublishProblem, PublishProblemCode, SessionState } from './cohort.types.js';

export const cohortStateLabels: Readonly<Record<CohortState, Wording>> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  enrolling: { id: 'Pendaftaran', en: 'Enrolling' },
  running: { id: 'Berlangsung', en: 'Running' },
  completed: { id: 'Selesai', en: 'Completed' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

export const cohortModeLabels: Readonly<Record<CohortMode, Wording>> = {
  onsite: { id: 'Luring', en: 'Onsite' },
  online: { id: 'Daring', en: 'Online' },
  hybrid: { id: 'Hibrida', en: 'Hybrid' },
};

export const phaseModeLabels: Readonly<Record<PhaseMode, Wording>> = {
  onsite: { id: 'Luring', en: 'Onsite' },
  online: { id: 'Daring', en: 'Online' },
  self_paced: { id: 'Pembelajaran mandiri', en: 'Self-paced' },
  seminar: { id: 'Seminar', en: 'Seminar' },
};

/** The phase that a new cohort begins with. */
export const firstPhaseName: Wording = { id: 'Pelaksanaan', en: 'Delivery' };

export const sessionStateLabels: Readonly<Record<SessionState, Wording>> = {
  planned: { id: 'Terjadwal', en: 'Planned' },
  closed: { id: 'Ditutup', en: 'Closed' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

export const partnerRoleLabels: Readonly<Record<PartnerRole, Wording>> = {
  host: { id: 'Tuan rumah', en: 'Host' },
  owner: { id: 'Pemilik program', en: 'Programme owner' },
  partner: { id: 'Mitra', en: 'Partner' },
};

/** Sentences with the names of facts in braces. */
const publishProblemLabels: Readonly<Record<PublishProblemCode, Wording>> = {
  ...clashLabels,
  noSession: { id: 'Belum ada sesi', en: 'There is no session yet' },
  noPhase: { id: 'Belum ada tahap', en: 'There is no phase yet' },
  noSignatory: { id: 'Belum ada penanda tangan sertifikat', en: 'Nobody is named to sign the certificates' },
  cohortEndsBeforeStart: { id: 'Angkatan berakhir {endsOn}, sebelum mulai {startsOn}', en: 'The cohort ends on {endsOn}, before it begins on {startsOn}' },
  sessionEndsBeforeStart: { id: 'Sesi “{title}” berakhir sebelum mulai', en: 'Session “{title}” ends before it begins' },
  sessionOutsideCohort: { id: 'Sesi “{title}” ({date}) di luar tanggal angkatan', en: 'Session “{title}” ({date}) is outside the dates of the cohort' },
  lessonHoursDiffer: { id: 'Sesi wajib berjumlah {planned} JP, kurikulum {curriculum} JP', en: 'Mandatory sessions sum to {planned} JP, the curriculum to {curriculum} JP' },
  classesBelowCapacity: { id: 'Kelas memuat {seats} peserta, angkatan {capacity}', en: 'The classes hold {seats} participants, the cohort {capacity}' },
};

/** What is missing, in a sentence; names the class where only one is concerned. */
export function wordPublishProblem({ code, facts }: PublishProblem, locale: Locale): string {
  const sentence = fillSentence(publishProblemLabels[code][locale], facts, locale);
  const className = facts['class'];
  if (className === undefined) return sentence;
  return locale === 'id' ? `Kelas ${className}: ${sentence}` : `Class ${className}: ${sentence}`;
}
