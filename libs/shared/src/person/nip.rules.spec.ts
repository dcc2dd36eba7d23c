import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../platform/dates.rules.js';
import { formatNip, maskNip, parseNip } from './nip.rules.js';
import type { NipContext } from './nip.types.js';

const today = '2026-11-21';
const asPns: NipContext = { kind: 'PNS', today };
const asPppk: NipContext = { kind: 'PPPK', today };

describe('a nip that is refused', () => {
  it.each([
    ['an empty cell', '', 'NIP_MISSING', null],
    ['only separators', ' - ', 'NIP_MISSING', null],
    ['five digits', '12345', 'NIP_LENGTH', 5],
    ['one digit lost', '19800101200501190', 'NIP_LENGTH', 17],
    ['one digit too many', '1980010120050119011', 'NIP_LENGTH', 19],
    ['an old nip', '640012345', 'NIP_LENGTH', 9],
    ['a number shown by an Indonesian Excel', '1,98609E+17', 'NIP_EXCEL', null],
    ['a number shown by an English Excel', '1.98001E+17', 'NIP_EXCEL', null],
    ['the same in small letters', ' 1.98001e17 ', 'NIP_EXCEL', null],
    ['a number with decimals', '198001012005011000.00', 'NIP_EXCEL', null],
    ['a letter', '19800101200501190A', 'NIP_CHARACTERS', null],
    ['digits of another script', '١٩٨٠٠١٠١٢٠٠٥٠١١٩٠١', 'NIP_CHARACTERS', null],
    ['a formula', '=198001012005011901', 'NIP_CHARACTERS', null],
  ])('%s', (_, raw, code, digits) => {
    expect(parseNip(raw, asPns)).toEqual({ nip: null, birthDate: null, gender: null, problems: [{ code, digits }], warnings: [] });
  });
});

describe('a nip that is taken', () => {
  it.each([
    ['plain', '198001012005011901'],
    ['in its printed groups', '19800101 200501 1 901'],
    ['with dots', '19800101.200501.1.901'],
    ['with hyphens', '19800101-200501-1-901'],
    ['with hard spaces', '19800101\u00a0200501\u00a01\u00a0901'],
    ['with Excel\'s text mark', '\'198001012005011901'],
    ['with invisible marks', '\ufeff198001012005011901\u200b'],
  ])('%s', (_, raw) => {
    expect(parseNip(raw, asPns)).toEqual({ nip: '198001012005011901', birthDate: '1980-01-01', gender: 'L', problems: [], warnings: [] });
  });

  it.each([
    ['a birth date that is none', '198013012005011901', asPns, ['NIP_BIRTHDATE']],
    ['a birth date to come', '202701012005011901', asPns, ['NIP_BIRTHDATE']],
    ['a thirteenth month of a PNS', '19800101 200513 1 901', asPns, ['NIP_APPOINT_MONTH']],
    ['a thirteenth month of a CPNS', '198001012005131901', { kind: 'CPNS' as const, today }, ['NIP_APPOINT_MONTH']],
    ['a contract code of a PPPK', '19800101 200513 1 901', asPppk, []],
    ['the form quoted by the press', '199009132025242014', asPppk, []],
    ['a part-time PPPK', '199009132025242901', { kind: 'PPPK_PART_TIME' as const, today }, []],
    ['a month when the kind is unknown', '198001012005131901', { kind: null, today }, []],
    ['an appointment long ago', '190101011930011901', asPns, ['NIP_APPOINT_YEAR']],
    ['an appointment in two years', '198001012028011901', asPns, ['NIP_APPOINT_YEAR']],
    ['an appointment next year', '198001012027011901', asPns, []],
    ['a third sex digit', '198001012005013901', asPns, ['NIP_GENDER']],
    ['the zeros that Excel leaves', '198001012005011000', asPns, ['NIP_SEQ']],
    ['an appointment at sixteen', '199001012006011901', asPns, ['NIP_AGE_AT_APPOINT']],
    ['an appointment at seventeen', '199001012007011901', asPns, []],
    ['another birth date on record', '198001012005011901', { ...asPns, birthDate: '1980-01-02' }, ['NIP_BIRTHDATE_DIFFERS']],
    ['the same birth date on record', '198001012005011901', { ...asPns, birthDate: '1980-01-01' }, []],
    ['another sex on record', '198001012005011901', { ...asPns, gender: 'P' as const }, ['NIP_GENDER_DIFFERS']],
    ['nothing on record', '198001012005011901', { ...asPns, birthDate: null, gender: null }, []],
    ['everything at once', '199913992005999000', { ...asPns, gender: 'L' as const }, ['NIP_BIRTHDATE', 'NIP_APPOINT_MONTH', 'NIP_GENDER', 'NIP_SEQ']],
  ])('%s', (_, raw, context, warnings) => {
    const reading = parseNip(raw, context);
    expect(reading.warnings).toEqual(warnings);
    expect(reading.nip).toHaveLength(18);
    expect(reading.problems).toEqual([]);
  });

  it('reads every well-made number without doubt', () => {
    const parts = fc.record({ birth: fc.integer({ min: 0, max: 12_000 }), age: fc.integer({ min: 18, max: 22 }), month: fc.integer({ min: 1, max: 12 }), gender: fc.constantFrom('L' as const, 'P' as const), sequence: fc.integer({ min: 901, max: 999 }) });
    fc.assert(fc.property(parts, ({ birth, age, month, gender, sequence }) => {
      const birthDate = addDays('1966-01-01', birth);
      const raw = `${birthDate.replaceAll('-', '')}${Number(birthDate.slice(0, 4)) + age}${String(month).padStart(2, '0')}${gender === 'L' ? 1 : 2}${sequence}`;
      expect(parseNip(formatNip(raw), { ...asPns, birthDate, gender })).toEqual({ nip: raw, birthDate, gender, problems: [], warnings: [] });
    }));
  });

  it('either takes a text or says one thing that is wrong, whatever it is', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 .,E+-]{0,24}$/)), (raw) => {
      const { nip, problems } = parseNip(raw, asPns);
      expect(problems).toHaveLength(nip === null ? 1 : 0);
      expect(nip ?? '000000000000000000').toMatch(/^[0-9]{18}$/);
    }));
  });
});

describe('a nip as shown', () => {
  it.each([['198001012005011901', '19800101 200501 1 901', '•••••••••••••••901'], ['', '', ''], ['12345', '12345', '•••••']])('%s', (nip, printed, masked) => {
    expect([formatNip(nip), maskNip(nip)]).toEqual([printed, masked]);
  });
});
