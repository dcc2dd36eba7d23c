import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { approversToAsk, linkStanding } from './approval.rules.js';
import type { ApproverRecord } from './approval.types.js';

const link = { usedAt: null, revokedAt: null, expiresAt: '2026-01-08T00:00:00Z' };

describe('what a link is worth', () => {
  it.each([
    ['a minute before its end', {}, '2026-01-07T23:59:00Z', 'open'],
    ['at its very end', {}, '2026-01-08T00:00:00Z', 'expired'],
    ['used, then over', { usedAt: '2026-01-06T00:00:00Z' }, '2026-02-01T00:00:00Z', 'used'],
    ['taken back', { revokedAt: '2026-01-06T00:00:00Z' }, '2026-01-06T01:00:00Z', 'revoked'],
    ['written by PostgreSQL', { expiresAt: '2026-01-08 00:00:00+00' }, '2026-01-08T00:00:01Z', 'expired'],
  ] as const)('%s', (_, change, now, standing) => {
    expect(linkStanding({ ...link, ...change }, now)).toBe(standing);
  });
});

const analyst: ApproverRecord = { accountId: 'analyst', role: 'hr_analyst', scope: 'agency', depth: 0 };
const head: ApproverRecord = { accountId: 'head', role: 'agency_head', scope: 'agency', depth: 0 };
const unitHead: ApproverRecord = { accountId: 'unitHead', role: 'agency_head', scope: 'unit', depth: 74 };
const nearHead: ApproverRecord = { accountId: 'nearHead', role: 'agency_head', scope: 'unit', depth: 111 };

describe('who is asked', () => {
  it.each([
    ['the analysts of the agency', [nearHead, head, analyst], [], ['analyst']],
    ['its heads where there is no analyst', [unitHead, head], [], ['head']],
    ['the nearest unit where there is neither', [unitHead, nearHead], [], ['nearHead']],
    ['nobody about their own nomination', [analyst, head], ['analyst', null], ['head']],
    ['nobody when only the nominator could', [head], ['head'], []],
  ])('%s', (_, accounts, nominators, asked) => {
    expect(approversToAsk(accounts, nominators)).toEqual(asked);
  });

  it('asks at most five, each once, and never a nominator', () => {
    const account = fc.record({ accountId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'), role: fc.constantFrom('hr_analyst', 'agency_head'), scope: fc.constantFrom('agency', 'unit'), depth: fc.nat(200) });
    fc.assert(fc.property(fc.array(account), fc.array(fc.constantFrom<string>('a', 'b', 'c')), (accounts, nominators) => {
      const asked = approversToAsk(accounts, nominators);
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.length).toBeLessThanOrEqual(5);
      expect(asked.some((id) => nominators.includes(id))).toBe(false);
      expect(asked.length > 0).toBe(accounts.some(({ accountId }) => !nominators.includes(accountId)));
    }));
  });
});
