import type { MeetingWindow } from './report.types.js';

const minute = 60_000;

/** Minutes of `57`, `1:02:03`, `1h 27m 51s`, `1 hr 2 min`, `1 jam 5 menit`; null for anything else. Seconds are cut. */
export function readMinutes(text: string): number | null {
  const words = text.trim().toLowerCase().replace(/,(?=\d)/g, '.');
  if (/^\d+(\.\d+)?$/.test(words)) return Math.floor(Number(words));
  const clock = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(words);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const named = /^(?:(\d+)\s*(?:h|hrs?|hours?|jam|j)\.?)?\s*(?:(\d+)\s*(?:m|mins?|minutes?|menit|mnt)\.?)?\s*(?:(\d+)\s*(?:s|secs?|seconds?|detik|dtk)\.?)?$/.exec(words);
  if (!named || words === '') return null;
  return Number(named[1] ?? 0) * 60 + Number(named[2] ?? 0);
}

/**
 * The instant of a local time as reports write it. Of 03/04 and 04/03 the one nearer to the session is meant; a time
 * without a date is of the session's day.
 */
export function readMoment(text: string, window: MeetingWindow): number | null {
  const match = /^(?:(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})[,T ]*\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:wib|wita|wit)?$/i.exec(text.trim());
  if (!match) return null;
  const time = timeOf(match);
  if (time === null) return null;
  const days = match[1] === undefined ? [dayOf(window)] : daysOf(Number(match[1]), Number(match[2]), Number(match[3]));
  const moments = days.map((day) => day + time - window.offsetMinutes * minute);
  return moments.sort((a, b) => Math.abs(a - window.startsMs) - Math.abs(b - window.startsMs))[0] ?? null;
}

/** Milliseconds since midnight. */
function timeOf(match: RegExpExecArray): number | null {
  const [hour, minutes, seconds] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  const half = match[7]?.toLowerCase().slice(0, 1);
  if (hour > (half ? 12 : 23) || minutes > 59 || seconds > 59) return null;
  const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  return (hours * 3600 + minutes * 60 + seconds) * 1000;
}

/** Midnight, as if UTC, of the session's local day. */
function dayOf({ startsMs, offsetMinutes }: MeetingWindow): number {
  const local = startsMs + offsetMinutes * minute;
  return local - (local % 86_400_000);
}

/** The days that three numbers may mean: year first, month first, day first. */
function daysOf(first: number, second: number, third: number): number[] {
  if (first > 31) return midnight(first, second, third);
  const year = third < 100 ? 2000 + third : third;
  return [...midnight(year, first, second), ...midnight(year, second, first)];
}

function midnight(year: number, month: number, day: number): number[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? [date.getTime()] : [];
}
