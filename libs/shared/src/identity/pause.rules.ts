const FREE_TRIES = 4;
const LONGEST_PAUSE_SECONDS = 900;

/** Seconds to wait after this many wrong passwords in a row: none for four, then 15 s doubling up to 15 minutes. */
export function pauseAfter(failures: number): number {
  if (failures <= FREE_TRIES) return 0;
  return Math.min(LONGEST_PAUSE_SECONDS, 15 * 2 ** Math.min(failures - FREE_TRIES - 1, 10));
}
