import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counterScopeKey, parseNumberTemplate, printNumber } from './number.rules.js';
import type { CounterScope, NumberFacts } from './number.types.js';

const facts: NumberFacts = {
  sequence: 7, cohortSequence: 3, issuedOn: '2026-05-20', agency: 'SMD', unitCode: 'DISKOMINFO', academy: 'DLA', programme: 'DLA-CITY', cohort: 'DLA-2026-03', classCode: 'A',
};
const scopes: readonly CounterScope[] = ['YEAR', 'YEAR_UNIT', 'COHORT', 'PROGRAMME_YEAR'];
const problemsOf = (template: string, scope: CounterScope) => parseNumberTemplate(template, scope).problems.map(({ code, token, blocking }) => `${code} ${token} ${blocking}`);

describe('a number as printed', () => {
  it.each([
    ['800.1.4/{seq:4}/{cohort}/{unit_code}/{year}', '800.1.4/0007/DLA-2026-03/DISKOMINFO/2026'],
    ['{seq:5}/{month:02}/{year}', '00007/05/2026'],
    ['B.{seq}/BDA/{month:roman}/{year}', 'B.7/BDA/V/2026'],
    ['{cohort_seq:3}/{class_code}/{academy}/{programme}/{agency}', '003/A/DLA/DLA-CITY/SMD'],
    ['{seq:5}{seq}', '000077'],
    ['tanpa token', 'tanpa token'],
  ])('%s', (template, number) => {
    expect(printNumber(template, facts)).toBe(number);
  });

  it('grows where the sequence outgrows its width', () => {
    expect(printNumber('{seq:2}', { ...facts, sequence: 12_345 })).toBe('12345');
  });

  it('does not read tokens inside what tokens became', () => {
    expect(printNumber('{programme}/{seq}', { ...facts, programme: '{year}' })).toBe('{year}/7');
  });
});

describe('a number template', () => {
  it.each<[string, CounterScope, string[]]>([
    ['{seq:5}/{agency}/{year}', 'YEAR', []],
    ['{seq:5}/{agency}/{unit_code}/{year}', 'YEAR_UNIT', []],
    ['{seq:3}/{agency}/{cohort}', 'COHORT', []],
    ['{cohort_seq:3}/{agency}/{cohort}', 'COHORT', []],
    ['{seq}/{agency}/{programme}/{year}', 'PROGRAMME_YEAR', []],
    ['{seq}/DISKOMINFO-SMD/{year}', 'YEAR', ['agencyMissing {agency} false']],
    ['', 'YEAR', ['empty  true']],
    ['   ', 'YEAR', ['empty  true']],
    ['{agency}/{year}', 'YEAR', ['noSequence {seq} true']],
    ['{cohort_seq}/{agency}/{year}', 'YEAR', ['noSequence {seq} true']],
    ['{seq}/{agency}', 'YEAR', ['scopeMissing {year} true']],
    ['{seq}/{agency}/{year}', 'YEAR_UNIT', ['scopeMissing {unit_code} true']],
    ['{seq}/{agency}/{year}', 'COHORT', ['scopeMissing {cohort} true']],
    ['{seq}/{agency}', 'PROGRAMME_YEAR', ['scopeMissing {programme} true', 'scopeMissing {year} true']],
    ['{seq}/{agency}/{year}/{nip}', 'YEAR', ['unknownToken {nip} true']],
    ['{seq}/{agency}/{year}/{constructor}', 'YEAR', ['unknownToken {constructor} true']],
    ['{seq:0}/{agency}/{year}', 'YEAR', ['unknownToken {seq:0} true', 'noSequence {seq} true']],
    ['{seq:5000}/{agency}/{year}', 'YEAR', ['unknownToken {seq:5000} true', 'noSequence {seq} true']],
    ['{seq}/{agency}/{year}/{month}', 'YEAR', ['unknownToken {month} true']],
    ['{seq}/{agency}/{year}/{year:02}', 'YEAR', ['unknownToken {year:02} true']],
    ['{seq}/{agency}/{year}/{}', 'YEAR', ['unknownToken {} true']],
    ['{seq}/{agency}/{year', 'YEAR', ['brace { true', 'scopeMissing {year} true']],
    ['{{seq}}/{agency}/{year}', 'YEAR', ['brace { true', 'brace } true']],
    [`{seq}/{agency}/{year}/${'X'.repeat(60)}`, 'YEAR', ['tooLong  true']],
  ])('%s within %s', (template, scope, expected) => {
    expect(problemsOf(template, scope)).toEqual(expected);
  });

  it('keeps every character of what it reads', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('{}seq:5/year ')) }), (template) => {
      expect(parseNumberTemplate(template, 'YEAR').parts.map(({ text }) => text).join('')).toBe(template);
    }));
  });

  it('gives no number twice under one counter, nor under two of the same scope, once it is free of problems', () => {
    const templates: Readonly<Record<CounterScope, string>> = {
      YEAR: '{seq:3}/{agency}/{year}', YEAR_UNIT: '{seq:3}/{agency}/{unit_code}/{year}', COHORT: '{seq:3}/{agency}/{cohort}', PROGRAMME_YEAR: '{seq:3}/{agency}/{programme}/{year}',
    };
    const some = (...codes: string[]) => fc.constantFrom(...codes);
    const anyFacts = fc.record({
      sequence: fc.integer({ min: 1, max: 1200 }), cohortSequence: fc.integer({ min: 1, max: 99 }), issuedOn: some('2025-12-31', '2026-01-01', '2026-05-20'), agency: some('SMD', 'BTG'),
      unitCode: some('A', 'B'), academy: some('DLA'), programme: some('P', 'Q'), cohort: some('K1', 'K2'), classCode: some('A'),
    });
    fc.assert(fc.property(fc.constantFrom(...scopes), anyFacts, anyFacts, (scope, one, other) => {
      expect(parseNumberTemplate(templates[scope], scope).problems).toEqual([]);
      const sameCounter = counterScopeKey(scope, one) === counterScopeKey(scope, other) && one.sequence === other.sequence;
      expect(printNumber(templates[scope], one) === printNumber(templates[scope], other)).toBe(sameCounter);
    }), { numRuns: 2000 });
  });
});

describe('the key of a counter', () => {
  it.each([['YEAR', 'SMD|YEAR|2026'], ['YEAR_UNIT', 'SMD|YEAR_UNIT|2026|DISKOMINFO'], ['COHORT', 'SMD|COHORT|DLA-2026-03'], ['PROGRAMME_YEAR', 'SMD|PROGRAMME_YEAR|2026|DLA-CITY']] as const)('%s', (scope, key) => {
    expect(counterScopeKey(scope, facts)).toBe(key);
  });
});
