import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, instantAt, instantMs, localDate } from '../platform/dates.rules.js';
import { zones } from '../platform/locale.types.js';
import { wordAuthor, wordDelegation } from './delegation.labels.js';
import { delegationProblem, delegationStanding, lastDelegationDay, type DelegationDraft } from './delegation.rules.js';
import type { DelegationTerms } from './delegation.types.js';

const terms: DelegationTerms = { startsOn: '2026-10-05', endsOn: '2026-11-01', revokedAt: null, zone: 'Asia/Makassar' };

describe('where a delegation stands', () => {
  it.each([
    ['the minute before its first local midnight', {}, '2026-10-04T15:59:59Z', 'ahead'],
    ['at its first local midnight', {}, '2026-10-04T16:00:00Z', 'inForce'],
    ['in the last minute of its last day', {}, '2026-11-01T15:59:59Z', 'inForce'],
    ['at the midnight after it', {}, '2026-11-01T16:00:00Z', 'ended'],
    ['at that instant an hour to the west', { zone: 'Asia/Jakarta' }, '2026-11-01T16:00:00Z', 'inForce'],
    ['an hour earlier in the east', { zone: 'Asia/Jayapura' }, '2026-11-01T15:00:00Z', 'ended'],
    ['once taken back', { revokedAt: '2026-10-10T00:00:00Z' }, '2026-10-11T00:00:00Z', 'revoked'],
  ] as const)('%s', (_, change, now, standing) => {
    expect(delegationStanding({ ...terms, ...change }, now)).toBe(standing);
  });

  it('is in force exactly from local midnight to local midnight, in every zone', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days));
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 366 }), fc.constantFrom(...zones), fc.integer({ min: -400 * 86_400_000, max: 400 * 86_400_000 }), (startsOn, length, zone, offset) => {
      const endsOn = addDays(startsOn, length);
      const [first, over] = [instantMs(instantAt(startsOn, '00:00', zone)), instantMs(instantAt(addDays(endsOn, 1), '00:00', zone))];
      const now = first + offset;
      expect(delegationStanding({ startsOn, endsOn, revokedAt: null, zone }, now) === 'inForce').toBe(now >= first && now < over);
    }));
  });
});

describe('giving a delegation', () => {
  const draft: DelegationDraft = { startsOn: '2026-10-05', endsOn: '2026-11-01', self: false, others: [], zone: 'Asia/Makassar' };
  it.each([
    ['to somebody else for some weeks', {}, null],
    ['to oneself', { self: true }, 'delegation.self'],
    ['backwards', { endsOn: '2026-10-04' }, 'delegation.endsBeforeStart'],
    ['that is over', { startsOn: '2026-09-01', endsOn: '2026-09-30' }, 'delegation.past'],
    ['that began before but lasts', { startsOn: '2026-09-01' }, null],
    ['for 366 days', { endsOn: '2027-10-06' }, null],
    ['for 367 days', { endsOn: '2027-10-07' }, 'delegation.tooLong'],
    ['while the same one holds', { others: [{ startsOn: '2026-11-01', endsOn: '2026-11-30' }] }, 'delegation.overlaps'],
    ['right after the same one', { others: [{ startsOn: '2026-09-01', endsOn: '2026-10-04' }] }, null],
  ] as const)('%s', (_, change, problem) => {
    expect(delegationProblem({ ...draft, ...change }, '2026-10-01T00:00:00Z')).toBe(problem);
  });

  it('knows the last day that it allows', () => {
    expect(delegationProblem({ ...draft, endsOn: lastDelegationDay(draft.startsOn) }, '2026-10-01T00:00:00Z')).toBeNull();
    expect(localDate('2026-10-01T00:00:00Z', 'Asia/Makassar')).toBe('2026-10-01');
  });
});

it.each([
  ['id', 'Wakil Seruni Pualam a.n. Lingga Telaga', 'Delegasi berakhir 1 Nov 2026'],
  ['en', 'Deputy Seruni Pualam for Lingga Telaga', 'Delegation ended on 1 Nov 2026'],
] as const)('reads in %s', (locale, author, ended) => {
  expect(wordAuthor('Seruni Pualam', 'Lingga Telaga', locale)).toBe(author);
  expect(wordAuthor('Seruni Pualam', null, locale)).toBe('Seruni Pualam');
  expect(wordDelegation({ ...terms, standing: 'ended' }, locale)).toBe(ended);
});
