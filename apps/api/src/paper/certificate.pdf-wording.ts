import {
  cohortModeLabels,
  formatDate,
  formatDateRange,
  formatNumber,
  formatPercent,
  roman,
  terbilang,
} from '@jenjang/shared';
import type { CertificateSnapshot } from '@jenjang/shared';

type Holder = CertificateSnapshot['holder'];

/** A label over a value, as in the row of facts. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** `40 (empat puluh) JP`, as letters of the civil service write amounts. */
export const lessonHoursInWords = (lessonHours: number): string =>
  `${figure(lessonHours)} (${terbilang(lessonHours)}) JP`;

/** `NIP 19860917 201001 1 901 · Penata Tingkat I (III/d)`; empty for a holder without either. */
export function holderIdentity({ nipPrinted, employmentKind, rankPrinted }: Holder): string {
  const isPppk = employmentKind === 'PPPK' || employmentKind === 'PPPK_PART_TIME';
  return joined([nipPrinted && `${isPppk ? 'NI PPPK' : 'NIP'} ${nipPrinted}`, rankPrinted], '  ·  ');
}

/** Jabatan, unit, OPD and instansi as of the training, each named once. */
export const holderOffice = ({ positionName, unitName, opdName, agencyName }: Holder): string =>
  joined([positionName, unitName, opdName, agencyName], ', ');

/** What the paper says the holder did. */
export const outcomeSentence = ({ outcome }: CertificateSnapshot): string =>
  outcome === 'graduated' ? 'yang telah mengikuti dan dinyatakan LULUS pada' : 'yang TELAH MENGIKUTI';

/** Cohort and class; the ordinal is added unless the cohort's name already says it. */
export function cohortLine({ cohort }: CertificateSnapshot): string {
  const ordinal = /angkatan/i.test(cohort.name) ? null : `Angkatan ${roman(cohort.ordinal)}`;
  return joined([cohort.name, ordinal, cohort.className], '  ·  ');
}

/** The row of facts below the programme. */
export function trainingFacts(snapshot: CertificateSnapshot): readonly Fact[] {
  const { cohort, predicate, validUntil } = snapshot;
  const place = joined([cohort.venueName, cohort.venueCity], ', ');
  const mode = cohortModeLabels[cohort.mode].id;
  return [
    { label: 'Waktu', value: formatDateRange(cohort.startsOn, cohort.endsOn, 'id') },
    { label: 'Tempat', value: place ? `${place} (${mode.toLowerCase()})` : mode },
    { label: 'Jumlah jam pelajaran', value: lessonHoursInWords(snapshot.lessonHours) },
    ...(predicate ? [{ label: 'Predikat', value: predicate }] : []),
    ...(validUntil ? [{ label: 'Berlaku sampai', value: formatDate(validUntil, 'id') }] : []),
  ];
}

/** What stands beside the transcript. Score and birth date stay off the paper. */
export function transcriptFacts(snapshot: CertificateSnapshot): readonly Fact[] {
  const { attendance, predicate, programme, curriculumNumber } = snapshot;
  const [attended, planned] = [attendance.attendedLessonHours, attendance.plannedLessonHours].map(figure);
  return [
    {
      label: 'Kehadiran',
      value: `${attended} dari ${planned} JP (${formatPercent(attendance.percent, 'id')})`,
    },
    ...(predicate ? [{ label: 'Predikat', value: predicate }] : []),
    { label: 'Akademi', value: programme.academy },
    { label: 'Kurikulum', value: `${programme.code}, versi ${curriculumNumber}` },
  ];
}

/** How a stranger checks the paper, in both languages. */
export function verificationSteps(address: string, code: string) {
  return {
    id: [
      `Pindai kode QR pada halaman 1 atau buka ${address}.`,
      `Masukkan kode ${code}.`,
      'Cocokkan isi laman dengan lembar ini. Laman itu menyebut status terkini: berlaku, ditangguhkan, dicabut, atau digantikan.',
    ],
    en: [
      `Scan the QR code on page 1 or open ${address}.`,
      `Enter the code ${code}.`,
      'Compare the page with this sheet. The page states the current status: valid, suspended, revoked or superseded.',
    ],
  };
}

/** What stands below a signatory's name: rank and NIP in groups of 8-6-1-3, where known. */
export const signatoryDetails = (rank: string | null, nip: string | null): readonly string[] =>
  [rank, nip && `NIP ${nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')}`].filter(
    (line) => line !== null,
  );

/** Names the characters behind each `¿`, so that the paper hides nothing. */
export const missingNotice = (missing: readonly string[]): string =>
  `Tanda ¿ menggantikan aksara yang tidak dapat dicetak: ${missing.map(codePointName).join(', ')}.`;

/** A number as Indonesians write it. */
export const figure = (value: number): string => formatNumber(value, 'id');

/** The host of an address, as people type it. */
export const hostOf = (address: string): string => new URL(address).host.toLowerCase();

const codePointName = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Leaves out what is absent, and what an earlier part says already. */
function joined(parts: readonly (string | null)[], separator: string): string {
  const said: string[] = [];
  for (const part of parts) {
    if (part && !said.some((earlier) => earlier.includes(part))) said.push(part);
  }
  return said.join(separator);
}
