import { addDays } from '../platform/dates.rules.js';
import { isGolonganOf } from './golongan.rules.js';
import { parseNip } from './nip.rules.js';
import type { NipProblemCode, NipWarning } from './nip.types.js';
import type { EmploymentKind, Gender, PositionKind } from './person.types.js';
import { eselonsOfPosition } from './position.rules.js';

/** Employment as somebody entered it. */
export interface EmploymentDraft {
  readonly kind: EmploymentKind;
  readonly nip: string | null;
  readonly golongan: string | null;
  readonly positionKind: PositionKind;
  readonly eselon: string | null;
  /** ISO date. */
  readonly validFrom: string;
}

/** What is known beside it. Dates are ISO. */
export interface EmploymentContext {
  readonly birthDate: string | null;
  readonly gender: Gender | null;
  /** First day of the employment that holds; null when there is none. */
  readonly currentFrom: string | null;
  readonly today: string;
}

export type EmploymentField = 'nip' | 'golongan' | 'positionKind' | 'eselon' | 'validFrom';

export interface EmploymentProblem {
  readonly field: EmploymentField;
  readonly code: string;
  /** Digits found in a NIP of the wrong length. */
  readonly limit?: number;
}

export interface EmploymentDecision {
  /** 18 digits, null for people outside the service. */
  readonly nip: string | null;
  readonly warnings: readonly NipWarning[];
  readonly problems: readonly EmploymentProblem[];
}

const nipCodes: Readonly<Record<NipProblemCode, string>> = {
  NIP_MISSING: 'employment.nipMissing', NIP_EXCEL: 'employment.nipExcel', NIP_CHARACTERS: 'employment.nipCharacters', NIP_LENGTH: 'employment.nipLength',
};

/**
 * Whether an employment can be recorded. A NIP is refused for its form only; doubts about what it says are kept as
 * warnings, because the national register holds such numbers too (domain.md §1.3).
 */
export function decideEmployment(draft: EmploymentDraft, context: EmploymentContext): EmploymentDecision {
  const reading = readNip(draft, context);
  const problems = [...reading.problems, ...positionProblems(draft), ...dateProblems(draft.validFrom, context)];
  return { nip: reading.nip, warnings: reading.warnings, problems };
}

function readNip({ kind, nip }: EmploymentDraft, { birthDate, gender, today }: EmploymentContext): EmploymentDecision {
  const written = nip !== null && nip.trim() !== '';
  if (kind === 'NON_ASN') return { nip: null, warnings: [], problems: written ? [{ field: 'nip', code: 'employment.nipNotAsn' }] : [] };
  const reading = parseNip(nip ?? '', { kind, birthDate, gender, today });
  const problems = reading.problems.map(({ code, digits }): EmploymentProblem => ({ field: 'nip', code: nipCodes[code], ...(digits === null ? {} : { limit: digits }) }));
  return { nip: reading.nip, warnings: reading.warnings, problems };
}

function positionProblems({ kind, golongan, positionKind, eselon }: EmploymentDraft): readonly EmploymentProblem[] {
  const problems: EmploymentProblem[] = [];
  if (golongan !== null && !isGolonganOf(kind, golongan)) problems.push({ field: 'golongan', code: 'employment.golonganUnknown' });
  if ((kind === 'NON_ASN') !== (positionKind === 'NON_ASN')) problems.push({ field: 'positionKind', code: 'employment.positionNotAsn' });
  if (eselon !== null && !eselonsOfPosition[positionKind].includes(eselon)) problems.push({ field: 'eselon', code: 'employment.eselonUnsuited' });
  return problems;
}

function dateProblems(validFrom: string, { currentFrom, today }: EmploymentContext): readonly EmploymentProblem[] {
  if (currentFrom !== null && validFrom <= currentFrom) return [{ field: 'validFrom', code: 'employment.beforeCurrent' }];
  return validFrom > addDays(today, 366) ? [{ field: 'validFrom', code: 'employment.tooFarAhead' }] : [];
}
