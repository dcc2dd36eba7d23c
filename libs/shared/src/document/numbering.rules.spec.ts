import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numberedKinds } from './document.types.js';
import { defaultNumbering, documentNumber, numberingProblems, numberingScope, type NumberingFacts } from './numbering.rules.js';

const facts: NumberingFacts = { sequence: 7, kind: 'participant_letter', unit: 'KOTA-TELAGA', programme: 'DLA', cohort: 'DLA-1', issuedOn: '2026-09-07' };

describe('the number of a paper', () => {
  it.each([
    [defaultNumbering, '007/ST/KOTA-TELAGA/IX/2026'],
    ['800.1.4/{seq}/{kind}-{programme}/{month}.{year}', '800.1.4/7/ST-DLA/09.2026'],
    ['{kind}/{cohort}/{seq:5}/{year}', 'ST/DLA-1/00007/2026'],
  ])('follows %s', (template, expected) => {
    expect(numberingProblems(template)).toEqual([]);
    expect(documentNumber(template, facts)).toBe(expected);
  });

  it.each([
    ['{kind}/{year}', ['noSequence']], ['{seq}/{year}', ['noKind']], ['{seq}/{kind}', ['noYear']], ['{seq}/{kind}/{year}/{nip}', ['unknownToken']], ['{seq:0}/{kind}/{year}', ['unknownToken', 'noSequence']],
    ['{seq}/{kind}/{year}/{', ['unknownToken']], [`{seq}/{kind}/{year}/${'x'.repeat(80)}`, ['tooLong']], ['', ['noSequence', 'noKind', 'noYear']],
  ])('cannot follow %s', (template, problems) => {
    expect(numberingProblems(template)).toEqual(problems);
  });

  it('differs whenever sequence, kind or year differ, whatever the template in use', () => {
    const one = fc.record({ sequence: fc.integer({ min: 1, max: 9999 }), kind: fc.constantFrom(...numberedKinds), issuedOn: fc.constantFrom('2026-01-31', '2026-12-01', '2027-01-01') });
    fc.assert(fc.property(one, one, (a, b) => {
      const [first, second] = [a, b].map((some) => documentNumber(defaultNumbering, { ...facts, ...some }));
      const same = a.sequence === b.sequence && a.kind === b.kind && a.issuedOn.slice(0, 7) === b.issuedOn.slice(0, 7);
      expect(first === second).toBe(same);
    }));
  });

  it('is counted per agency, kind and year', () => {
    expect(numberingScope('a', 'participant_list', '2026-09-07')).toBe('a|participant_list|2026');
  });
});
