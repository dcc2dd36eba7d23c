import { roman } from '../platform/numbers.rules.js';
import type {
  CounterFacts, CounterScope, NumberFacts, NumberPart, NumberTemplate, NumberTemplateProblem, NumberToken,
} from './number.types.js';

/** Room for the codes that the tokens become, within the 120 characters of a number. */
const longestTemplate = 80;

/** What may follow the colon of each token; most take nothing. */
const formats: Readonly<Record<NumberToken, RegExp>> = {
  seq: /^[1-9]?$/, cohort_seq: /^[1-9]?$/, month: /^(02|roman)$/, year: /^$/, programme: /^$/, academy: /^$/, unit_code: /^$/, class_code: /^$/, cohort: /^$/, agency: /^$/,
};

/** Tokens without which two counters of the scope would give the same number. */
const tokensOfScope: Readonly<Record<CounterScope, readonly NumberToken[]>> = {
  YEAR: ['year'], YEAR_UNIT: ['year', 'unit_code'], COHORT: ['cohort'], PROGRAMME_YEAR: ['programme', 'year'],
};

/** Reads a template such as `800.1.4/{seq:4}/{programme}/{year}` and says what is wrong with it for its scope. */
export function parseNumberTemplate(template: string, scope: CounterScope): NumberTemplate {
  const parts = [...template.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/g)].map(([text, inner]) => partOf(text, inner));
  return { parts, problems: problemsOf(template, parts, scope) };
}

/** The number printed for these facts. A template with problems gives its unreadable pieces as they stand. */
export function printNumber(template: string, facts: NumberFacts): string {
  return parseNumberTemplate(template, 'YEAR').parts.map((part) => (part.token === null ? part.text : valueOf(part.token, part.format, facts))).join('');
}

/** Name of the counter: certificates with the same key share one gap-free sequence. Agencies never share one. */
export function counterScopeKey(scope: CounterScope, facts: CounterFacts): string {
  const year = facts.issuedOn.slice(0, 4);
  const within: Readonly<Record<CounterScope, readonly string[]>> = {
    YEAR: [year], YEAR_UNIT: [year, facts.unitCode], COHORT: [facts.cohort], PROGRAMME_YEAR: [year, facts.programme],
  };
  return [facts.agency, scope, ...within[scope]].join('|');
}

function partOf(text: string, inner: string | undefined): NumberPart {
  const [, name = '', format = ''] = /^([a-z_]+)(?::(\w+))?$/.exec(inner ?? '') ?? [];
  return isToken(name) && formats[name].test(format) ? { text, token: name, format } : { text, token: null, format: null };
}

function isToken(name: string): name is NumberToken {
  return Object.hasOwn(formats, name);
}

function problemsOf(template: string, parts: readonly NumberPart[], scope: CounterScope): readonly NumberTemplateProblem[] {
  if (template.trim() === '') return [{ code: 'empty', token: '', blocking: true }];
  const tokens = parts.map((part) => part.token);
  const missing = tokensOfScope[scope].filter((token) => !tokens.includes(token));
  // The place in the cohort tells certificates apart only where the cohort is named too.
  const counted = tokens.includes('seq') || (scope === 'COHORT' && tokens.includes('cohort_seq'));
  return [
    ...(template.length > longestTemplate ? [{ code: 'tooLong' as const, token: '', blocking: true }] : []),
    ...parts.filter((part) => part.token === null && /[{}]/.test(part.text)).map(({ text }) => ({
      code: text.length > 1 ? 'unknownToken' as const : 'brace' as const, token: text, blocking: true,
    })),
    ...(counted ? [] : [{ code: 'noSequence' as const, token: '{seq}', blocking: true }]),
    ...missing.map((token) => ({ code: 'scopeMissing' as const, token: `{${token}}`, blocking: true })),
    ...(tokens.includes('agency') ? [] : [{ code: 'agencyMissing' as const, token: '{agency}', blocking: false }]),
  ];
}

function valueOf(token: NumberToken, format: string, facts: NumberFacts): string {
  const month = facts.issuedOn.slice(5, 7);
  const values: Readonly<Record<NumberToken, string>> = {
    seq: padded(facts.sequence, format),
    cohort_seq: padded(facts.cohortSequence, format),
    month: format === 'roman' ? roman(Number(month)) : month,
    year: facts.issuedOn.slice(0, 4),
    programme: facts.programme,
    academy: facts.academy,
    unit_code: facts.unitCode,
    class_code: facts.classCode,
    cohort: facts.cohort,
    agency: facts.agency,
  };
  return values[token];
}

function padded(value: number, width: string): string {
  return String(value).padStart(Number(width), '0');
}
