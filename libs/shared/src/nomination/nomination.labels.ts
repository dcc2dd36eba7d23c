import { quotaBandLabels, type EligibilityShortfall } from '../admission/index.js';
import { enrolmentStateLabels } from '../enrolment/index.js';
import { dutyStatusLabels, employmentKindLabels, positionKindLabels } from '../person/index.js';
import { formatDate, formatDateRange, zoneAbbreviation } from '../platform/index.js';
import type { Locale, Wording, Zone } from '../platform/index.js';
import type { ApplicationStepCode, StepState } from './application.types.js';
import { leaveKindLabels } from './leave.labels.js';
import type { NominationWindow, NomineeWarning } from './nomination.types.js';

export const applicationStepLabels: Readonly<Record<ApplicationStepCode, Wording>> = {
  sent: { id: 'Pendaftaran diterima', en: 'Registration received' },
  agency: { id: 'Persetujuan instansi', en: 'Approval of the agency' },
  administration: { id: 'Seleksi administrasi', en: 'Check of papers' },
  substance: { id: 'Tes substansi', en: 'Test of substance' },
  organiser: { id: 'Keputusan penyelenggara', en: 'Decision of the organiser' },
  seat: { id: 'Kursi di angkatan', en: 'Seat in the cohort' },
};

export const stepStateLabels: Readonly<Record<StepState, Wording>> = {
  done: { id: 'Selesai', en: 'Done' },
  now: { id: 'Sedang diproses', en: 'In progress' },
  ahead: { id: 'Belum', en: 'Not yet' },
  failed: { id: 'Tidak lulus', en: 'Not passed' },
  stopped: { id: 'Tidak dilanjutkan', en: 'Not continued' },
};

/** What speaks against sending somebody, in one sentence without a full stop. */
export function wordWarning(warning: NomineeWarning, locale: Locale): string {
  switch (warning.code) {
    case 'already': return `${locale === 'id' ? 'Sudah terdaftar di angkatan ini' : 'Already in this cohort'}: ${enrolmentStateLabels[warning.state][locale]}`;
    case 'notEligible': return wordShortfall(warning.shortfall, warning.names, locale);
    case 'leave': return `${leaveKindLabels[warning.kind][locale]} ${dates(warning, locale)}`;
    case 'duty': return dutyStatusLabels[warning.status][locale];
    case 'otherCohort': return locale === 'id' ? `Terdaftar di ${warning.name}, ${dates(warning, locale)}` : `Enrolled in ${warning.name}, ${dates(warning, locale)}`;
  }
}

/** A demand that somebody does not meet. `names` are those of the units or programmes asked for. */
export function wordShortfall({ code, facts }: EligibilityShortfall, names: readonly string[], locale: Locale): string {
  const or = locale === 'id' ? ' atau ' : ' or ';
  const wanted = (labels: Readonly<Record<string, Wording>>): string => facts.wanted.map((code) => labels[code]?.[locale] ?? code).join(or);
  const named = names.join(or);
  const words: Readonly<Record<EligibilityShortfall['code'], () => Wording>> = {
    positionKind: () => ({ id: `Hanya untuk ${wanted(positionKindLabels)}`, en: `Only for ${wanted(positionKindLabels)}` }),
    band: () => ({ id: `Hanya untuk ${wanted(quotaBandLabels)}`, en: `Only for ${wanted(quotaBandLabels)}` }),
    employmentKind: () => ({ id: `Hanya untuk ${wanted(employmentKindLabels)}`, en: `Only for ${wanted(employmentKindLabels)}` }),
    unit: () => ({ id: `Hanya untuk pegawai ${named}`, en: `Only for staff of ${named}` }),
    region: () => ({ id: `Hanya untuk wilayah ${named}`, en: `Only for the region ${named}` }),
    trainedRecently: () => ({
      id: `Sudah ikut sampai ${formatDate(facts.has ?? '', 'id', 'short')}; boleh lagi mulai ${formatDate(facts.from ?? '', 'id', 'short')}`,
      en: `Attended until ${formatDate(facts.has ?? '', 'en', 'short')}; may come again from ${formatDate(facts.from ?? '', 'en', 'short')}`,
    }),
    prerequisite: () => ({ id: `Belum lulus ${names.join(', ')}`, en: `Has not passed ${names.join(', ')}` }),
  };
  return words[code]()[locale];
}

/** Until when nominations are taken, or why they are not: `Tenggat 28 Okt 2026 pukul 24.00 WITA`. */
export function wordWindow({ code }: NominationWindow, terms: { readonly opensOn: string | null; readonly closesOn: string | null; readonly zone: Zone }, locale: Locale): string {
  const [opens, closes] = [terms.opensOn, terms.closesOn].map((day) => formatDate(day ?? '', locale, 'short'));
  const until = `${String(closes)}${locale === 'id' ? ' pukul 24.00' : ', 24.00'} ${zoneAbbreviation(terms.zone)}`;
  switch (code) {
    case null: return terms.closesOn === null ? { id: 'Tanpa tenggat', en: 'No deadline' }[locale] : { id: `Tenggat ${until}`, en: `Deadline ${until}` }[locale];
    case 'nomination.notYet': return { id: `Dibuka ${String(opens)}`, en: `Opens on ${String(opens)}` }[locale];
    case 'nomination.over': return { id: `Ditutup ${until}`, en: `Closed on ${until}` }[locale];
    case 'nomination.notEnrolling': return { id: 'Pendaftaran tidak dibuka', en: 'Not open for enrolment' }[locale];
    case 'nomination.applyOnly': return { id: 'Peserta mendaftar sendiri', en: 'People apply by themselves' }[locale];
  }
}

function dates({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }, locale: Locale): string {
  return formatDateRange(startsOn, endsOn, locale);
}
