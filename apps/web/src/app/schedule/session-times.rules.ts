import { instantMs, localDate, localTime, type Zone } from '@jenjang/shared/platform';

/** An instant as a date-time field of the zone wants it: `2026-11-21T08:00`. */
export function localInput(instant: string, zone: Zone): string {
  return `${localDate(instant, zone)}T${localTime(instant, zone).replace('.', ':')}`;
}

/** Minutes from one local date-time to another of the same zone; 0 when either is missing or the order is wrong. */
export function minutesBetween(from: string, to: string): number {
  const minutes = (instantMs(`${to}Z`) - instantMs(`${from}Z`)) / 60_000;
  return minutes > 0 ? minutes : 0;
}
