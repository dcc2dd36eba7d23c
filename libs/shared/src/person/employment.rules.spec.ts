import { describe, expect, it } from '@jest/globals';
import { decideEmployment, type EmploymentContext, type EmploymentDraft } from './employment.rules.js';

const draft: EmploymentDraft = { kind: 'PNS', nip: '19800101 200501 1 901', golongan: 'III/d', positionKind: 'ADMINISTRATOR', eselon: 'III.a', validFrom: '2026-01-01' };
const context: EmploymentContext = { birthDate: '1980-01-01', gender: 'L', currentFrom: '2020-01-01', today: '2026-11-21' };
const problemsOf = (change: Partial<EmploymentDraft>, more: Partial<EmploymentContext> = {}) =>
  decideEmployment({ ...draft, ...change }, { ...context, ...more }).problems.map(({ field, code }) => `${field} ${code}`);

describe('an employment', () => {
  it('is taken with its nip as 18 digits', () => {
    expect(decideEmployment(draft, context)).toEqual({ nip: '198001012005011901', warnings: [], problems: [] });
  });

  it.each<[string, Partial<EmploymentDraft>, string[]]>([
    ['a civil servant without a nip', { nip: null }, ['nip employment.nipMissing']],
    ['a nip of 17 digits', { nip: '19800101200501190' }, ['nip employment.nipLength']],
    ['a nip that Excel damaged', { nip: '1,98001E+17' }, ['nip employment.nipExcel']],
    ['letters in a nip', { nip: '19800101200501190A' }, ['nip employment.nipCharacters']],
    ['a nip of somebody who is no civil servant', { kind: 'NON_ASN', golongan: null, positionKind: 'NON_ASN', eselon: null }, ['nip employment.nipNotAsn']],
    ['a golongan of a PPPK for a PNS', { golongan: 'IX' }, ['golongan employment.golonganUnknown']],
    ['an echelon of another position', { eselon: 'II.a' }, ['eselon employment.eselonUnsuited']],
    ['an echelon of a functional position', { positionKind: 'FUNGSIONAL' }, ['eselon employment.eselonUnsuited']],
    ['a non-ASN position of a civil servant', { positionKind: 'NON_ASN', eselon: null }, ['positionKind employment.positionNotAsn']],
    ['the day on which the present one began', { validFrom: '2020-01-01' }, ['validFrom employment.beforeCurrent']],
    ['more than a year ahead', { validFrom: '2027-11-23' }, ['validFrom employment.tooFarAhead']],
  ])('is refused with %s', (_, change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  it.each<[string, Partial<EmploymentDraft>]>([
    ['somebody without a nip who is no civil servant', { kind: 'NON_ASN', nip: ' ', golongan: null, positionKind: 'NON_ASN', eselon: null }],
    ['a PPPK with a golongan of their own', { kind: 'PPPK', nip: '199009132025242014', golongan: 'IX', positionKind: 'FUNGSIONAL', eselon: null }],
    ['a day ahead within the year', { validFrom: '2027-11-22' }],
  ])('is taken of %s', (_, change) => {
    expect(problemsOf(change)).toEqual([]);
  });

  it('keeps doubts about a nip as warnings', () => {
    expect(decideEmployment({ ...draft, nip: '20011340 202404 2 911' }, context)).toMatchObject({ nip: '200113402024042911', problems: [], warnings: ['NIP_BIRTHDATE', 'NIP_GENDER_DIFFERS'] });
  });
});
