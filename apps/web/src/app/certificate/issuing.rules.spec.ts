import { describe, expect, it } from '@jest/globals';
import type { CertificateDesign, IssuanceRow } from '@jenjang/shared/certificate';
import { candidatesFor, chosenOf, countGroups, groupOf, numberScheme, openReasons } from './issuing.rules';

function aRow(changes: Partial<IssuanceRow> = {}): IssuanceRow {
  return {
    enrolmentId: 'e1',
    holderName: 'Anggrek Telaga',
    nip: '197804122003122901',
    opdName: 'Dinas Kesehatan',
    certificate: null,
    reasons: [],
    ...changes,
  };
}

const held = (state: 'active' | 'suspended' | 'revoked' | 'superseded', number = 'DLA/0001') =>
  ({ id: 'c1', number, code: 'X', state }) as const;

describe('groupOf', () => {
  it.each([
    ['nothing stands in the way', aRow(), 'ready'],
    ['a certificate in force', aRow({ certificate: held('active'), reasons: ['alreadyIssued'] }), 'issued'],
    ['one under review', aRow({ certificate: held('suspended'), reasons: ['alreadyIssued'] }), 'issued'],
    ['no decision yet', aRow({ reasons: ['notDecided'] }), 'blocked'],
    ['revoked, and a new one may be issued', aRow({ certificate: held('revoked') }), 'again'],
    ['revoked, and none may be issued', aRow({ certificate: held('revoked'), reasons: ['failed'] }), 'void'],
    [
      'replaced, and none may be issued',
      aRow({ certificate: held('superseded'), reasons: ['failed'] }),
      'void',
    ],
  ])('reads %s', (_, row, group) => {
    expect(groupOf(row)).toBe(group);
  });
});

describe('openReasons', () => {
  it('does not repeat what the certificate itself says', () => {
    expect(openReasons(aRow({ certificate: held('active'), reasons: ['alreadyIssued'] }))).toEqual([]);
  });

  it('names every reason against one', () => {
    expect(openReasons(aRow({ reasons: ['failed', 'noSignatory'] }))).toEqual(['failed', 'noSignatory']);
  });
});

describe('countGroups', () => {
  it('counts each participant once', () => {
    const rows = [
      aRow(),
      aRow(),
      aRow({ reasons: ['failed'] }),
      aRow({ certificate: held('active'), reasons: ['alreadyIssued'] }),
    ];
    expect(countGroups(rows)).toEqual({ ready: 2, issued: 1, again: 0, blocked: 1, void: 0 });
  });
});

describe('chosenOf', () => {
  const rows = [
    aRow({ enrolmentId: 'new' }),
    aRow({ enrolmentId: 'other' }),
    aRow({ enrolmentId: 'revoked', certificate: held('revoked') }),
    aRow({ enrolmentId: 'failed', reasons: ['failed'] }),
  ];
  const chosen = (...selected: readonly string[]): readonly string[] =>
    chosenOf(rows, new Set(selected)).map(({ enrolmentId }) => enrolmentId);

  it('is everyone who never had one, and nobody whose certificate was revoked', () => {
    expect(chosen()).toEqual(['new', 'other']);
  });

  it('is only those selected', () => {
    expect(chosen('other')).toEqual(['other']);
  });

  it('gives another after a revocation to those selected for it', () => {
    expect(chosen('revoked')).toEqual(['revoked']);
  });

  it('never includes those who may not have one', () => {
    expect(chosen('failed')).toEqual([]);
  });
});

describe('candidatesFor', () => {
  const rows = [
    aRow({ enrolmentId: 'a', certificate: held('active', 'DLA/0009'), reasons: ['alreadyIssued'] }),
    aRow({ enrolmentId: 'b', holderName: 'Bintang Savana', nip: '198511302009021905', opdName: null }),
    aRow({
      enrolmentId: 'c',
      holderName: 'Cemara Senja',
      nip: null,
      opdName: 'Bappeda',
      reasons: ['failed'],
    }),
  ];
  const wish = { q: '', group: '', sort: '', page: 1, size: 50 };
  const ids = (changes: Partial<typeof wish>): readonly string[] =>
    candidatesFor(rows, { ...wish, ...changes }).rows.map(({ enrolmentId }) => enrolmentId);

  it.each([
    ['everyone, as the server ordered them', {}, ['a', 'b', 'c']],
    ['a name, in any case', { q: 'SAVANA' }, ['b']],
    ['a NIP written in groups', { q: '19851130 2009' }, ['b']],
    ['a number', { q: '/0009' }, ['a']],
    ['one group', { group: 'ready' }, ['b']],
    ['words and group together', { group: 'blocked', q: 'senja' }, ['c']],
    ['names backwards', { sort: '-name' }, ['c', 'b', 'a']],
    ['numbers, nobody without one lost', { sort: 'number' }, ['b', 'c', 'a']],
    ['nothing for words that nobody has', { q: 'zzz' }, []],
  ])('finds %s', (_, changes, expected) => {
    expect(ids(changes)).toEqual(expected);
  });

  it('cuts out a page and still counts all that match', () => {
    const page = candidatesFor(rows, { ...wish, page: 2, size: 2 });
    expect(page.rows.map(({ enrolmentId }) => enrolmentId)).toEqual(['c']);
    expect(page.total).toBe(3);
  });

  it('is not led astray by blanks: they find everyone, not every NIP', () => {
    expect(ids({ q: '   ' })).toEqual(['a', 'b', 'c']);
  });
});

describe('numberScheme', () => {
  const design: CertificateDesign = {
    kind: 'graduation',
    heading: 'SERTIFIKAT',
    numberTemplate: '{programme}-SMD/{year}/{month:roman}/{seq:4}',
    counterScope: 'PROGRAMME_YEAR',
    nipShown: 'full',
    validYears: null,
  };
  const facts = {
    issuedOn: '2026-11-21',
    agency: 'KOTA-SMD',
    unitCode: 'KOTA-SMD',
    academy: 'DLA',
    programme: 'DLA',
    cohort: 'DLA-1',
    classCode: '',
  };

  it('fills in what is known and leaves the counter open', () => {
    expect(numberScheme(design, facts)).toBe('DLA-SMD/2026/XI/…');
  });

  it('leaves the class open too: it differs from one participant to the next', () => {
    expect(numberScheme({ ...design, numberTemplate: '{class_code}/{cohort_seq:3}/{agency}' }, facts)).toBe(
      '…/…/KOTA-SMD',
    );
  });
});
