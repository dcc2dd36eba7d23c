import { formatCode, type CertificateSnapshot } from '../certificate/index.js';
import { cohortModeLabels } from '../cohort/index.js';
import { wordOutcome } from '../graduation/index.js';
import { formatDate, formatDateRange } from '../platform/dates.rules.js';
import type { Locale, Wording } from '../platform/locale.types.js';
import { formatNumber, formatPercent, roman, terbilang } from '../platform/numbers.rules.js';
import { publicCertificate } from './public.rules.js';
import type { PublicCertificate, PublicFact } from './public.types.js';

const labels = {
  heading: { id: 'Jenis', en: 'Kind' },
  number: { id: 'Nomor', en: 'Number' },
  agency: { id: 'Instansi penerbit', en: 'Issuing agency' },
  holder: { id: 'Nama', en: 'Name' },
  nip: { id: 'NIP/NI PPPK', en: 'NIP/NI PPPK' },
  rank: { id: 'Pangkat/golongan', en: 'Rank' },
  position: { id: 'Jabatan', en: 'Position' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  opd: { id: 'Perangkat daerah', en: 'Regional agency' },
  holderAgency: { id: 'Instansi', en: 'Agency' },
  outcome: { id: 'Status', en: 'Outcome' },
  predicate: { id: 'Kualifikasi', en: 'Qualification' },
  programme: { id: 'Program', en: 'Programme' },
  academy: { id: 'Akademi', en: 'Academy' },
  cohort: { id: 'Angkatan', en: 'Cohort' },
  ordinal: { id: 'Angkatan ke', en: 'Cohort number' },
  class: { id: 'Kelas', en: 'Class' },
  dates: { id: 'Tanggal pelaksanaan', en: 'Dates' },
  place: { id: 'Tempat', en: 'Place' },
  mode: { id: 'Cara pelaksanaan', en: 'Mode' },
  lessonHours: { id: 'Jam pelajaran (JP)', en: 'Lesson hours (JP)' },
  issuer: { id: 'Penyelenggara', en: 'Organiser' },
  partners: { id: 'Mitra', en: 'Partners' },
  issued: { id: 'Ditetapkan', en: 'Issued' },
  validUntil: { id: 'Berlaku sampai', en: 'Valid until' },
  signatory: { id: 'Penanda tangan', en: 'Signatory' },
  code: { id: 'Kode verifikasi', en: 'Verification code' },
  attendance: { id: 'Kehadiran', en: 'Attendance' },
  curriculum: { id: 'Versi kurikulum', en: 'Curriculum version' },
} as const satisfies Record<string, Wording>;

type FactKey = keyof typeof labels;

/** Every fact printed on the paper that anyone may read, in the order of the paper; facts without a value are left out. */
export function publicFacts(snapshot: CertificateSnapshot, locale: Locale): readonly PublicFact[] {
  const shown = publicCertificate(snapshot);
  const values: readonly (readonly [FactKey, string | null])[] = [
    ['agency', shown.agency.name], ['heading', shown.heading], ['number', shown.number],
    ...holderValues(shown), ['outcome', wordOutcome(shown.outcome, locale)], ['predicate', shown.predicate],
    ...trainingValues(shown, locale), ['issuer', shown.issuer], ['partners', shown.partners.join(', ')],
    ['issued', [shown.issuedIn, formatDate(shown.issuedOn, locale)].filter(Boolean).join(', ')],
    ['validUntil', shown.validUntil === null ? null : formatDate(shown.validUntil, locale)],
  ];
  return [
    ...values.flatMap(([key, value]) => fact(key, value, locale)),
    ...shown.signatories.flatMap(({ name, position, rank }, index) => fact('signatory', [name, position, rank].filter(Boolean).join(' · '), locale, `.${index + 1}`)),
    ...fact('code', formatCode(shown.code), locale),
    ...shown.transcript.map(({ title, lessonHours }, index) => ({ key: `transcript.${index + 1}`, label: title, value: `${formatNumber(lessonHours, locale)} JP` })),
    ...fact('attendance', attendanceValue(shown, locale), locale),
    ...fact('curriculum', String(shown.curriculumNumber), locale),
  ];
}

function holderValues({ holder }: PublicCertificate): readonly (readonly [FactKey, string | null])[] {
  return [
    ['holder', holder.name], ['nip', holder.nipMasked], ['rank', holder.rankPrinted], ['position', holder.positionName],
    ['unit', holder.unitName === holder.opdName ? null : holder.unitName], ['opd', holder.opdName], ['holderAgency', holder.agencyName],
  ];
}

function trainingValues({ programme, cohort, lessonHours }: PublicCertificate, locale: Locale): readonly (readonly [FactKey, string | null])[] {
  const figures = formatNumber(lessonHours, locale);
  return [
    ['programme', programme.name], ['academy', programme.academy], ['cohort', cohort.name], ['ordinal', roman(cohort.ordinal)], ['class', cohort.className],
    ['dates', formatDateRange(cohort.startsOn, cohort.endsOn, locale)],
    ['place', [cohort.venueName, cohort.venueCity].filter(Boolean).join(', ')],
    ['mode', cohortModeLabels[cohort.mode][locale]],
    ['lessonHours', locale === 'id' ? `${figures} (${terbilang(lessonHours)}) JP` : `${figures} JP`],
  ];
}

/** JP attended of those planned, as on the transcript; nothing when no session was planned. */
function attendanceValue({ attendance: { attendedLessonHours, plannedLessonHours, percent } }: PublicCertificate, locale: Locale): string | null {
  if (plannedLessonHours === 0) return null;
  const of = locale === 'id' ? 'dari' : 'of';
  return `${formatNumber(attendedLessonHours, locale)} ${of} ${formatNumber(plannedLessonHours, locale)} JP (${formatPercent(percent, locale)})`;
}

function fact(key: FactKey, value: string | null, locale: Locale, suffix = ''): readonly PublicFact[] {
  return value === null || value === '' ? [] : [{ key: key + suffix, label: labels[key][locale], value }];
}
