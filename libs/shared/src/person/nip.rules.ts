import { isIsoDate } from '../platform/dates.rules.js';
import type { Nip, NipContext, NipProblem, NipReading, NipWarning } from './nip.types.js';
import type { Gender } from './person.types.js';

const youngestAppointment = 17;
const earliestAppointment = 1950;

/** Spaces, dots and hyphens of every kind, invisible marks, and the apostrophe by which Excel marks text. */
const separators = /[\s.\-\u2010-\u2015\u200B-\u200F\u2060\uFEFF'\u2018\u2019]/gu;

/** What a spreadsheet makes of 18 digits once it has taken them for a number. */
const spreadsheetNumber = /^\d([.,]\d+)?E\+?\d+$|^\d{15,}[.,]0+$/i;

/**
 * Reads a nip by the policy of BKN's own data: only what is not 18 digits is refused; everything else that looks
 * wrong is a warning to be verified, because the register itself holds such numbers (domain.md §1.3).
 */
export function parseNip(raw: string, context: NipContext): NipReading {
  const digits = raw.replace(separators, '');
  const problem = problemOf(raw.trim(), digits);
  if (problem !== null) return { nip: null, birthDate: null, gender: null, problems: [problem], warnings: [] };
  const birthDate = birthDateOf(digits, context.today);
  const gender = genderOf(digits);
  return { nip: digits as Nip, birthDate, gender, problems: [], warnings: warningsOf(digits, birthDate, gender, context) };
}

/** As printed, in groups of 8-6-1-3: `19800101 200501 1 901`. Text that is no nip comes back unchanged. */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

/** With nothing to read but the last three digits: the others tell the birth date, the appointment and the sex. */
export function maskNip(nip: string): string {
  const shown = nip.length === 18 ? 3 : 0;
  return '•'.repeat(nip.length - shown) + nip.slice(nip.length - shown);
}

function problemOf(text: string, digits: string): NipProblem | null {
  if (digits === '') return { code: 'NIP_MISSING', digits: null };
  if (spreadsheetNumber.test(text)) return { code: 'NIP_EXCEL', digits: null };
  if (!/^[0-9]+$/.test(digits)) return { code: 'NIP_CHARACTERS', digits: null };
  return digits.length === 18 ? null : { code: 'NIP_LENGTH', digits: digits.length };
}

function birthDateOf(digits: string, today: string): string | null {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  return isIsoDate(date) && date > '1900-01-01' && date <= today ? date : null;
}

function genderOf(digits: string): Gender | null {
  if (digits[14] === '1') return 'L';
  return digits[14] === '2' ? 'P' : null;
}

function warningsOf(digits: string, birthDate: string | null, gender: Gender | null, context: NipContext): readonly NipWarning[] {
  const appointed = Number(digits.slice(8, 12));
  const month = Number(digits.slice(12, 14));
  // The same two digits count the contracts of a PPPK: 21 is a first one, not a month.
  const tellsMonth = context.kind === 'PNS' || context.kind === 'CPNS';
  const doubts: readonly (readonly [NipWarning, boolean])[] = [
    ['NIP_BIRTHDATE', birthDate === null],
    ['NIP_APPOINT_YEAR', appointed < earliestAppointment || appointed > Number(context.today.slice(0, 4)) + 1],
    ['NIP_APPOINT_MONTH', tellsMonth && (month < 1 || month > 12)],
    ['NIP_GENDER', gender === null],
    ['NIP_SEQ', digits.endsWith('000')],
    ['NIP_AGE_AT_APPOINT', birthDate !== null && appointed - Number(birthDate.slice(0, 4)) < youngestAppointment],
    ['NIP_BIRTHDATE_DIFFERS', birthDate !== null && Boolean(context.birthDate) && context.birthDate !== birthDate],
    ['NIP_GENDER_DIFFERS', gender !== null && Boolean(context.gender) && context.gender !== gender],
  ];
  return doubts.filter(([, doubted]) => doubted).map(([warning]) => warning);
}
