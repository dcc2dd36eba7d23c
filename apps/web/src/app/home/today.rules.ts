import type { SessionOfToday } from '@jenjang/shared/home';
import { type Instant, instantMs } from '@jenjang/shared/platform';

/** How a session of today stands: held and closed, called off, going on, over but open, or to come. */
export type SessionPhase = 'closed' | 'cancelled' | 'running' | 'open' | 'ahead';

export function phaseOf(
  { state, startsAt, endsAt }: Pick<SessionOfToday, 'state' | 'startsAt' | 'endsAt'>,
  now: Instant,
): SessionPhase {
  if (state !== 'planned') return state;
  if (instantMs(now) < instantMs(startsAt)) return 'ahead';
  return instantMs(now) < instantMs(endsAt) ? 'running' : 'open';
}

/** Whole minutes until an instant, the one that has begun included; none is less than 0. */
export function minutesLeft(until: Instant, now: Instant): number {
  return Math.max(0, Math.ceil((instantMs(until) - instantMs(now)) / 60_000));
}
