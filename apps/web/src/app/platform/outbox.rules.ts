const firstDelay = 2_000;
const longestDelay = 60_000;

/**
 * Milliseconds until the next attempt: doubling from 2 s to a minute, never sooner than the server asked.
 * @param failures attempts in a row that failed before this one.
 */
export function retryDelay(failures: number, askedSeconds: number | null): number {
  return Math.max(
    Math.min(firstDelay * 2 ** Math.min(failures, 10), longestDelay),
    (askedSeconds ?? 0) * 1_000,
  );
}

/** Whether a failure may pass by itself: no network, signed out, too many, server down. Anything else is an answer. */
export function isPassing(status: number): boolean {
  return [0, 401, 408, 425, 429].includes(status) || status >= 500;
}
