import type { Locale } from '../platform/locale.types.js';
import type { MessageEvent, Placeholder, PlaceholderKind } from './message.types.js';

type Words = Readonly<Record<Locale, string>>;
const both = (id: string, en: string): Words => ({ id, en });
const make = (kind: PlaceholderKind) => (name: string, example: Words, nothing?: Words): Placeholder => ({ name, kind, example, ...(nothing ? { nothing } : {}) });
const [text, number, date, instant, code, link] = [make('text'), make('number'), make('date'), make('instant'), make('code'), make('link')];

const unsaid = both('tidak disebutkan', 'not stated');
const later = both('akan diberitahukan', 'to be announced');

/** Known for every reader of every event; features do not announce them. */
export const ownPlaceholders: readonly Placeholder[] = [
  text('name', both('Arga Embun, S.T.', 'Arga Embun, S.T.')),
  link('link', both('https://jenjang.example/jadwal', 'https://jenjang.example/jadwal')),
];

/** Known for every event of a cohort. */
export const cohortPlaceholders: readonly Placeholder[] = [
  text('cohort', both('DLA Samarinda Angkatan I', 'DLA Samarinda Cohort I')),
  text('programme', both('Digital Leadership Academy', 'Digital Leadership Academy')),
  text('agency', both('Pemerintah Kota Samarinda', 'Government of Samarinda')),
];

const session = text('session', both('Arsitektur SPBE', 'SPBE architecture'));
const startsAt = instant('startsAt', both('Selasa, 3 November 2026 pukul 08.00 WITA', 'Tuesday, 3 November 2026 at 08.00 WITA'));
const expiresAt = instant('expiresAt', both('Rabu, 4 November 2026 pukul 17.00 WITA', 'Wednesday, 4 November 2026 at 17.00 WITA'));
const venue = text('venue', both('Ballroom Lt. 3', 'Ballroom, 3rd floor'), later);
const reason = text('reason', both('Kuota unit sudah terpenuhi', 'The quota of the unit is full'), unsaid);
const count = number('count', both('4', '4'));
const unit = text('unit', both('Dinas Kesehatan', 'Health Office'));
const sessions = number('sessions', both('2', '2'));
const person = text('person', both('Mega Dahlia', 'Mega Dahlia'));

/** Facts that the announcing feature gives, event by event. */
export const factPlaceholders: Readonly<Record<MessageEvent, readonly Placeholder[]>> = {
  'nomination.submitted': [count, unit, text('letterNumber', both('800/123/2026', '800/123/2026'), both('–', '–'))],
  'nomination.approvalAsked': [count, unit, expiresAt],
  'nomination.reminder': [date('closesOn', both('Jumat, 30 Oktober 2026', 'Friday, 30 October 2026'))],
  'enrolment.approved': [],
  'enrolment.accepted': [date('startsOn', both('Senin, 2 November 2026', 'Monday, 2 November 2026'), later), venue],
  'enrolment.rejected': [reason],
  'enrolment.waitlisted': [number('position', both('2', '2'), both('–', '–'))],
  'enrolment.withdrawn': [reason],
  'waiting.offered': [expiresAt],
  'waiting.reminder': [expiresAt],
  'waiting.expired': [],
  'waiting.organiserAsked': [person, reason],
  'selection.result': [code('step', both('seleksi administrasi', 'administrative selection')), code('result', both('lulus', 'passed')), reason],
  'session.reminder': [session, startsAt, venue],
  'session.changed': [session, startsAt, venue],
  'session.cancelled': [session, startsAt, reason],
  'attendance.absent': [session, startsAt],
  'attendance.corrected': [session, code('mark', both('hadir', 'present')), reason],
  'absence.requested': [person, sessions, reason],
  'absence.decided': [sessions, code('outcome', both('disetujui', 'approved')), text('note', both('Surat lengkap', 'The letter is complete'), both('–', '–'))],
  'graduation.decided': [code('outcome', both('lulus', 'graduated'))],
  'certificate.issued': [text('number', both('0001/DLA/2026', '0001/DLA/2026'))],
  'class.message': [text('subject', both('Materi hari kedua', 'Material of the second day')), text('text', both('Mohon membawa laptop.', 'Please bring a laptop.'))],
  'account.reset': [],
  'welcome.invited': [],
  'welcome.paused': [person, instant('until', both('Rabu, 4 November 2026 pukul 09.29 WITA', 'Wednesday, 4 November 2026 at 09.29 WITA'))],
};

/** Names that somebody who writes to a class may use, filled for each reader. */
export const classMessagePlaceholders: readonly Placeholder[] = [
  ...ownPlaceholders.filter(({ name }) => name === 'name'), ...cohortPlaceholders,
  text('class', both('Kelas A', 'Class A')), text('unit', both('Dinas Kesehatan', 'Health Office')), text('nip', both('198001012005011901', '198001012005011901')),
];

/** Words for codes that features announce, by placeholder. A value without words is written as it is. */
export const codeWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  step: { administration: both('seleksi administrasi', 'administrative selection'), substance: both('tes substansi', 'substance test') },
  result: { passed: both('lulus', 'passed'), failed: both('tidak lulus', 'not passed') },
  mark: {
    present: both('hadir', 'present'), late: both('terlambat', 'late'), permitted: both('izin', 'on leave'), sick: both('sakit', 'sick'), on_duty: both('dinas luar', 'on duty elsewhere'), absent: both('tidak hadir', 'absent'),
  },
  outcome: {
    approved: both('disetujui', 'approved'), partly: both('disetujui sebagian', 'approved in part'), refused: both('ditolak', 'refused'), withdrawn: both('dibatalkan', 'withdrawn'),
    graduated: both('lulus', 'graduated'), attended: both('telah mengikuti', 'attended'), failed: both('tidak lulus', 'not graduated'),
  },
};
