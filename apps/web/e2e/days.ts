/** The zone in which the cohorts of these tests are held. */
export const zone = 'Asia/Makassar';

/** A day as `2026-11-21`, so many days after today in the venue's zone. */
export function day(offset = 0): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + offset);
  return date.toISOString().slice(0, 10);
}
