import { roman } from '../platform/numbers.rules.js';
import type { NumberedKind } from './document.types.js';

/** What fills the template of a number. */
export interface NumberingFacts {
  /** Given by the counter of agency, kind and year, without gaps. */
  readonly sequence: number;
  readonly kind: NumberedKind;
  readonly unit: string;
  readonly programme: string;
  readonly cohort: string;
  /** ISO date. */
  readonly issuedOn: string;
}

/** Codes that stand for a kind in a number. */
export const kindCodes: Readonly<Record<NumberedKind, string>> = { participant_letter: 'ST', facilitator_letter: 'ST-F', participant_list: 'DP', attendance_sheet: 'DH' };

/** How numbers look until the agency says otherwise. */
export const defaultNumbering = '{seq:3}/{kind}/{unit}/{roman-month}/{year}';

const longest = 80;
const tokens = ['kind', 'unit', 'programme', 'cohort', 'month', 'roman-month', 'year'] as const;
const shape = /\{(seq(?::[1-9])?|[a-z-]+)\}/g;

export type NumberingProblem = 'tooLong' | 'unknownToken' | 'noSequence' | 'noKind' | 'noYear';

/** What is wrong with a template: every number must tell the sequence, the kind and the year, or two papers could share one. */
export function numberingProblems(template: string): readonly NumberingProblem[] {
  const found = [...template.matchAll(shape)].map(([, token = '']) => token);
  const rest = template.replace(shape, '');
  const unknown = /[{}]/.test(rest) || found.some((token) => !token.startsWith('seq') && !tokens.some((known) => known === token));
  return [
    ...(template.length > longest ? ['tooLong' as const] : []),
    ...(unknown ? ['unknownToken' as const] : []),
    ...(found.some((token) => token.startsWith('seq')) ? [] : ['noSequence' as const]),
    ...(found.includes('kind') ? [] : ['noKind' as const]),
    ...(found.includes('year') ? [] : ['noYear' as const]),
  ];
}

/** The number as printed: `007/ST/KOTA-TELAGA/IX/2026`. */
export function documentNumber(template: string, facts: NumberingFacts): string {
  const month = facts.issuedOn.slice(5, 7);
  const values: Readonly<Record<string, string>> = {
    kind: kindCodes[facts.kind], unit: facts.unit, programme: facts.programme, cohort: facts.cohort, month, 'roman-month': roman(Number(month)), year: facts.issuedOn.slice(0, 4),
  };
  return template.replace(shape, (text, token: string) => {
    const [name = '', width = '1'] = token.split(':');
    return name === 'seq' ? String(facts.sequence).padStart(Number(width), '0') : (values[name] ?? text);
  });
}

/** Papers of one scope share one sequence. Agencies never share one. */
export function numberingScope(agencyId: string, kind: NumberedKind, issuedOn: string): string {
  return [agencyId, kind, issuedOn.slice(0, 4)].join('|');
}
