import { formatDate } from '../platform/dates.rules.js';
import type { Locale, Wording } from '../platform/locale.types.js';
import { formatNumber } from '../platform/numbers.rules.js';
import type { Task, TaskKind } from './home.types.js';

/** A task in the reader's language: what it is, why it is waiting, what the button says. */
export interface TaskWords {
  readonly title: string;
  readonly reason: string;
  readonly action: string;
}

type Sentences = { readonly [part in keyof TaskWords]: Wording };
type Facts = Task['facts'];

/** How many are counted at most where counting all would cost more than knowing. */
export const countedUpTo = 10_000;

const said = (id: string, en: string): Wording => ({ id, en });

/** Sentences with the names of facts in braces; `{count:person|people}` is the number with the noun that goes with it. */
const sentences: Readonly<Record<TaskKind, (facts: Facts) => Sentences>> = {
  markSession: () => ({
    title: said('Lengkapi presensi {session}', 'Complete the attendance of {session}'),
    reason: said('{count} dari {expected} orang belum ditandai pada {session}, {cohort}. Sesi selesai pukul {until}.', '{count} of {expected:person|people} not marked yet in {session}, {cohort}. The session ends at {until}.'),
    action: said('Tandai presensi', 'Mark attendance'),
  }),
  startCohort: () => ({
    title: said('Mulai {cohort}', 'Start {cohort}'),
    reason: said('Hari pertamanya {startsOn} dan {accepted} peserta sudah diterima, tetapi angkatan belum dimulai.', 'Its first day is {startsOn} and {accepted:participant is|participants are} accepted, but the cohort has not been started.'),
    action: said('Buka angkatan', 'Open cohort'),
  }),
  closeSession: closing,
  failedJobs: () => ({
    title: said('{count} pekerjaan gagal', '{count:job|jobs} failed'),
    reason: said('Periksa sebabnya, lalu ulangi atau batalkan.', 'See why, then retry or give up.'),
    action: said('Periksa pekerjaan', 'See jobs'),
  }),
  nextSession: ({ venue }) => ({
    title: said('Sesi Anda berikutnya: {session}', 'Your next session: {session}'),
    reason: venue === ''
      ? said('{day}, {time}. {cohort}, {expected} peserta.', '{day}, {time}. {cohort}, {expected:participant|participants}.')
      : said('{day}, {time}, {venue}. {cohort}, {expected} peserta.', '{day}, {time}, {venue}. {cohort}, {expected:participant|participants}.'),
    action: said('Lihat daftar hadir', 'See the sheet'),
  }),
  planCohort: () => ({
    title: said('Lengkapi rencana {cohort}', 'Complete the plan of {cohort}'),
    reason: said('{count} hal belum lengkap sebelum pendaftaran dapat dibuka. Mulai {startsOn}.', '{count:thing is|things are} missing before enrolment can open. It begins on {startsOn}.'),
    action: said('Lengkapi rencana', 'Complete the plan'),
  }),
  openCohort: () => ({
    title: said('Buka pendaftaran {cohort}', 'Open enrolment for {cohort}'),
    reason: said('Rencananya lengkap dengan {capacity} kursi. Mulai {startsOn}.', 'Its plan is complete with {capacity:seat|seats}. It begins on {startsOn}.'),
    action: said('Buka angkatan', 'Open cohort'),
  }),
  enrolPeople: () => ({
    title: said('Isi peserta {cohort}', 'Add participants to {cohort}'),
    reason: said('Belum ada peserta untuk {capacity} kursi. Mulai {startsOn}.', 'Nobody has one of its {capacity:seat|seats} yet. It begins on {startsOn}.'),
    action: said('Tambah peserta', 'Add participants'),
  }),
  enterScores: () => ({
    title: said('Lengkapi nilai {cohort}', 'Complete the scores of {cohort}'),
    reason: said('{count} dari {accepted} peserta belum dinilai lengkap.', '{count} of {accepted:participant|participants} without all scores.'),
    action: said('Isi nilai', 'Enter scores'),
  }),
  decideGraduation: () => ({
    title: said('Putuskan kelulusan {cohort}', 'Decide graduation of {cohort}'),
    reason: said('{count} peserta belum diputuskan. Pelatihan berakhir {endsOn}.', '{count:participant is|participants are} undecided. Training ended on {endsOn}.'),
    action: said('Putuskan kelulusan', 'Decide graduation'),
  }),
  issueCertificates: () => ({
    title: said('Terbitkan {count} sertifikat', 'Issue {count:certificate|certificates}'),
    reason: said('{count} orang di {cohort} berhak atas sertifikat yang belum terbit.', '{count:person|people} of {cohort} earned a certificate that is not issued yet.'),
    action: said('Terbitkan sertifikat', 'Issue certificates'),
  }),
  completeCohort: () => ({
    title: said('Selesaikan {cohort}', 'Complete {cohort}'),
    reason: said('{accepted} peserta sudah diputuskan dan semua sertifikat sudah terbit.', '{accepted:participant is|participants are} decided and all certificates are issued.'),
    action: said('Buka angkatan', 'Open cohort'),
  }),
  decideNominations: () => ({
    title: said('Putuskan {count} calon peserta', 'Decide on {count:nominee|nominees}'),
    reason: said('{count} orang menunggu keputusan di {cohort}, sisa {free} kursi.', '{count:person waits|people wait} for a decision in {cohort}, {free:seat|seats} left.'),
    action: said('Periksa calon', 'See nominees'),
  }),
  fillSeats: () => ({
    title: said('Isi {count} kursi dari daftar tunggu', 'Fill {count:seat|seats} from the waiting list'),
    reason: said('{waitlisted} orang menunggu di {cohort} dan {free} kursi kosong.', '{waitlisted:person waits|people wait} in {cohort} and {free:seat is|seats are} free.'),
    action: said('Periksa daftar tunggu', 'See waiting list'),
  }),
  nominate: ({ closesOn }) => ({
    title: said('Usulkan peserta {cohort}', 'Nominate people for {cohort}'),
    reason: closesOn === ''
      ? said('Masih ada {count} kursi untuk pegawai Anda.', 'There are {count:seat|seats} left for your people.')
      : said('Masih ada {count} kursi untuk pegawai Anda. Tenggat {closesOn}.', 'There are {count:seat|seats} left for your people. The deadline is {closesOn}.'),
    action: said('Pilih pegawai', 'Choose people'),
  }),
  reportRevoked: () => ({
    title: said('Ekspor ulang {count} sertifikat yang dicabut', 'Export {count:revoked certificate|revoked certificates} again'),
    reason: said('Dicabut setelah ekspor terakhir Anda, {since}: catatan merit perlu diperbarui.', 'Revoked after your last export of {since}: the merit record needs it.'),
    action: said('Buka merit', 'Open merit'),
  }),
  exportCertificates: ({ since, count }) => ({
    title: Number(count) > countedUpTo
      ? said(`Ekspor lebih dari ${formatNumber(countedUpTo, 'id')} sertifikat baru`, `Export more than ${formatNumber(countedUpTo, 'en')} new certificates`)
      : said('Ekspor {count} sertifikat baru', 'Export {count:new certificate|new certificates}'),
    reason: since === ''
      ? said('Anda belum pernah mengekspor. Sistem SDM belum mengetahui sertifikat ini.', 'You have never exported. The HR system does not know of them.')
      : said('Terbit setelah ekspor terakhir Anda, {since}.', 'Issued after your last export of {since}.'),
    action: said('Ekspor sertifikat', 'Export certificates'),
  }),
  checkNips: () => ({
    title: said('Periksa {count} NIP', 'Check {count:NIP|NIPs}'),
    reason: said('{count} pegawai mempunyai NIP yang perlu diverifikasi sebelum dinilai.', '{count:person has|people have} a NIP to be verified before the assessment.'),
    action: said('Lihat pegawai', 'See people'),
  }),
  nameOrganiser: ({ others }) => ({
    title: said('Tunjuk penyelenggara untuk {count} instansi', 'Name an organiser for {count:agency|agencies}'),
    reason: others === 0
      ? said('{agency} belum mempunyai penyelenggara.', '{agency} has no organiser yet.')
      : said('{agency} dan {others} instansi lain belum mempunyai penyelenggara.', '{agency} and {others:other|others} have no organiser yet.'),
    action: said('Kelola akun', 'Manage accounts'),
  }),
  inviteAgain: () => ({
    title: said('{count} akun belum pernah masuk', '{count:account has|accounts have} never signed in'),
    reason: said('Undangannya mungkin belum sampai. Kirim ulang tautannya.', 'The invitation may not have arrived. Send the link again.'),
    action: said('Kelola akun', 'Manage accounts'),
  }),
  inTraining: ({ cohorts }) => ({
    title: said('{count} pegawai sedang mengikuti pelatihan', '{count:person is|people are} in training now'),
    reason: cohorts === 1
      ? said('{cohort} berakhir {until}.', '{cohort} ends on {until}.')
      : said('Di {cohorts} angkatan. {cohort} berakhir lebih dulu, {until}.', 'In {cohorts} cohorts. {cohort} ends first, on {until}.'),
    action: said('Lihat pegawai', 'See people'),
  }),
  graduates: () => ({
    title: said('{count} pegawai lulus tahun {year}', '{count:person|people} graduated in {year}'),
    reason: said('Sertifikat kelulusannya bernilai {lessonHours} JP.', 'Their certificates are worth {lessonHours} JP.'),
    action: said('Lihat catatan merit', 'See merit record'),
  }),
};

/** One session by its name; several by their number. */
function closing({ sessions, count }: Facts): Sentences {
  const single = sessions === 1;
  return {
    title: single ? said('Tutup presensi {session}', 'Close the attendance of {session}') : said('Tutup presensi {sessions} sesi', 'Close the attendance of {sessions} sessions'),
    reason: single
      ? count === 0
        ? said('{expected} orang sudah ditandai, sesi {cohort} selesai {endedOn}.', '{expected:person is|people are} marked, the session of {cohort} ended on {endedOn}.')
        : said('{count} orang belum ditandai pada {session}, {cohort}. Sesi selesai {endedOn}, {ended}.', '{count:person is|people are} not marked in {session}, {cohort}. It ended on {endedOn}, {ended}.')
      : said('{session} dan {others} sesi lain di {cohort} sudah selesai tetapi belum ditutup.', '{session} and {others:other session|other sessions} of {cohort} are over but not closed.'),
    action: said('Periksa presensi', 'See attendance'),
  };
}

/** A task in words with its real numbers. */
export function wordTask({ kind, facts }: Pick<Task, 'kind' | 'facts'>, locale: Locale): TaskWords {
  const { title, reason, action } = sentences[kind](facts);
  return { title: filled(title[locale], facts, locale), reason: filled(reason[locale], facts, locale), action: action[locale] };
}

/** A number stays on the line of what it counts. */
function filled(sentence: string, facts: Facts, locale: Locale): string {
  const told = sentence.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_match, name: string, one?: string, many?: string) => {
    const fact = facts[name] ?? '';
    const value = typeof fact === 'number' ? formatNumber(fact, locale) : formatDate(fact, locale, 'short');
    return one === undefined ? value : `${value} ${(fact === 1 ? one : many) ?? ''}`;
  });
  return told.replace(/(\d) /g, '$1\u00a0');
}
