import type { Instant, Locale, Zone } from './locale.types.js';

const months: Readonly<Record<Locale, readonly string[]>> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const shortMonths: Readonly<Record<Locale, readonly string[]>> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const weekdays: Readonly<Record<Locale, readonly string[]>> = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** The zones keep a fixed offset all year, so arithmetic is exact. */
const offsetHours: Readonly<Record<Zone, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };
const abbreviations: Readonly<Record<Zone, string>> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

const minuteMs = 60_000;
const dayMs = 86_400_000;

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether the text is a day that exists, written YYYY-MM-DD: `2026-02-31` is not. */
export function isIsoDate(text: string): boolean {
  const date = civilOf(text);
  return date !== null && date.year > 0 && isoOf(civilFromDays(daysOf(date))) === text;
}

/** The day `count` days later, or earlier when negative. Text that is no date comes back unchanged. */
export function addDays(iso: string, count: number): string {
  const date = civilOf(iso);
  return date === null ? iso : isoOf(civilFromDays(daysOf(date) + count));
}

/** Days from one date to another: 1 from Monday to Tuesday, negative backwards, NaN when either is no date. */
export function daysBetween(from: string, to: string): number {
  const [start, end] = [civilOf(from), civilOf(to)];
  return start === null || end === null ? Number.NaN : daysOf(end) - daysOf(start);
}

/** A date in words: long `21 November 2026`, short `21 Nov 2026`, weekday `Sabtu, 21 November 2026`. Text that is no date comes back unchanged. */
export function formatDate(iso: string, locale: Locale, style: 'long' | 'short' | 'weekday' = 'long'): string {
  const date = isIsoDate(iso) ? civilOf(iso) : null;
  if (date === null) return iso;
  const names = style === 'short' ? shortMonths : months;
  const words = `${date.day} ${names[locale][date.month - 1]} ${date.year}`;
  return style === 'weekday' ? `${weekdays[locale][weekdayOf(date)]}, ${words}` : words;
}

/** First to last day, without repeating what both share: `1–5 Agustus 2022`, `25 September – 1 Oktober 2024`. */
export function formatDateRange(from: string, to: string, locale: Locale): string {
  const [start, end] = [civilOf(from), civilOf(to)];
  if (from === to || start === null || end === null) return formatDate(from, locale);
  const last = formatDate(to, locale);
  if (start.year !== end.year) return `${formatDate(from, locale)} – ${last}`;
  if (start.month !== end.month) return `${start.day} ${months[locale][start.month - 1]} – ${last}`;
  return `${start.day}–${last}`;
}

/** WIB, WITA or WIT. */
export function zoneAbbreviation(zone: Zone): string {
  return abbreviations[zone];
}

/** Minutes that the zone is ahead of UTC. */
export function zoneOffsetMinutes(zone: Zone): number {
  return offsetHours[zone] * 60;
}

/** Milliseconds since 1970 UTC of ISO text that names its offset; NaN for any other text. PostgreSQL's `2024-09-09 00:00:00+00` is understood. */
export function instantMs(instant: Instant): number {
  if (typeof instant === 'number') return instant;
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2})(?::?(\d{2}))?)$/.exec(instant);
  const [, date = '', hour, minute, second = '0', fraction = '0', sign = '+', offsetHour = '0', offsetMinute = '0'] = match ?? [];
  if (!isIsoDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return Number.NaN;
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const minutes = Number(hour) * 60 + Number(minute) - offset;
  return daysBetween('1970-01-01', date) * dayMs + minutes * minuteMs + Number(second) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000);
}

/** ISO text in UTC, to the millisecond, of an instant. Empty when it cannot be read. */
export function isoInstant(instant: Instant): string {
  const ms = instantMs(instant);
  if (!Number.isFinite(ms)) return '';
  const days = Math.floor(ms / dayMs);
  const rest = ms - days * dayMs;
  const clock = [rest / 3_600_000, (rest / minuteMs) % 60, (rest / 1000) % 60].map((part) => pad(Math.floor(part), 2)).join(':');
  return `${isoOf(civilFromDays(days))}T${clock}.${pad(Math.floor(rest % 1000), 3)}Z`;
}

/** The instant, as ISO text in UTC, at which the clocks of the zone show this date and time (`07:30` or `07.30`). Empty when either is none. */
export function instantAt(date: string, time: string, zone: Zone): string {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(time);
  if (match === null || !isIsoDate(date) || Number(match[1]) > 23 || Number(match[2]) > 59) return '';
  const minutes = Number(match[1]) * 60 + Number(match[2]) - zoneOffsetMinutes(zone);
  return isoInstant(daysBetween('1970-01-01', date) * dayMs + minutes * minuteMs);
}

/** The calendar date in the zone at the instant. 23.30 UTC is already tomorrow in WITA. Empty when the instant cannot be read. */
export function localDate(instant: Instant, zone: Zone): string {
  return isoInstant(instantMs(instant) + zoneOffsetMinutes(zone) * minuteMs).slice(0, 10);
}

/** What the clocks of the zone show at the instant, as `08.00`. Empty when the instant cannot be read. */
export function localTime(instant: Instant, zone: Zone): string {
  return isoInstant(instantMs(instant) + zoneOffsetMinutes(zone) * minuteMs).slice(11, 16).replace(':', '.');
}

/** The time with its zone, as it must always be printed: `08.00 WITA`. */
export function formatTime(instant: Instant, zone: Zone): string {
  return `${localTime(instant, zone)} ${zoneAbbreviation(zone)}`;
}

function civilOf(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function isoOf({ year, month, day }: CivilDate): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function weekdayOf(date: CivilDate): number {
  const thursday = 4;
  return (((daysOf(date) + thursday) % 7) + 7) % 7;
}

/** Days since 1970-01-01. Years are counted from March so that the leap day comes last (Hinnant, `days_from_civil`). */
function daysOf({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function civilFromDays(days: number): CivilDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}
