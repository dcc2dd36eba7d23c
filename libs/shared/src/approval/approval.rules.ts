import { instantMs } from '../platform/dates.rules.js';
import type { ApproverRecord, LinkStanding } from './approval.types.js';

/** How long a link lasts. */
export const approvalLinkHours = 72;

/** More approvers are not asked at once. */
const askedAtMost = 5;

/** What a link is worth at the instant (ISO). Being used is said before being over: it tells the reader more. */
export function linkStanding(link: { readonly usedAt: string | null; readonly revokedAt: string | null; readonly expiresAt: string }, now: string): LinkStanding {
  if (link.usedAt !== null) return 'used';
  if (link.revokedAt !== null) return 'revoked';
  return instantMs(link.expiresAt) <= instantMs(now) ? 'expired' : 'open';
}

/**
 * Who is asked to approve: analysts of the agency, else its heads, else analysts of the nearest unit, else its heads.
 * Nobody is asked about their own nomination.
 */
export function approversToAsk(accounts: readonly ApproverRecord[], nominators: readonly (string | null)[]): readonly string[] {
  const others = accounts.filter(({ accountId }) => !nominators.includes(accountId));
  const best = Math.min(...others.map(distance));
  const ids = others.filter((account) => distance(account) === best).map(({ accountId }) => accountId);
  return [...new Set(ids)].sort().slice(0, askedAtMost);
}

function distance({ role, scope, depth }: ApproverRecord): number {
  const isHead = role === 'agency_head' ? 1 : 0;
  return scope === 'agency' ? isHead : 1_000_000 - depth * 2 + isHead;
}
