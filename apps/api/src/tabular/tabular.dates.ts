import { serialDate } from './tabular.numbers.js';

export type DateProblemCode = 'date.unreadable' | 'date.impossible';

/** A date read from a cell: ISO `YYYY-MM-DD`, or why it is none. */
export type DateCell =
  | {
      readonly date: string;
      readonly problem: null;
      /** It came as an Excel day number: show it for a check. */ readonly isSerial: boolean;
    }
  | { readonly date: null; readonly problem: DateProblemCode };

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const dayFirst = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/;
const monthInWords = /^(\d{1,2})[\s\-/.]*([a-z]+)[\s\-/.,]*(\d{4})$/;
/** Five digits are the days from 1927 to 2119; fewer could be a year, more a date without separators. */
const serial = /^([1-7]\d{4})$/;
/** A database writes dates with the midnight they start at; any other time is no part of a date either. */
const clock = /(?<=\d)[t\s]+\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2}|wib|wita|wit)?$/;

const months = new Map(
  [
    'jan januari january',
    'feb peb februari pebruari february',
    'mar maret march',
    'apr april',
    'mei may',
    'jun juni june',
    'jul juli july',
    'agu ags agt agust agustus aug august',
    'sep sept september',
    'okt oct oktober october',
    'nov nop november nopember',
    'des dec desember december',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/**
 * Reads a date as Indonesian offices write it: `1998-02-16`, `16-02-1998`, `16/02/1998`, `16 Februari 1998`,
 * `16 Feb 1998`, an Excel day number. The day always comes before the month, so nothing is ambiguous.
 */
export function parseDateCell(text: string): DateCell {
  const plain = text.trim().toLowerCase().replace(clock, '');
  const number = serial.exec(plain);
  if (number) return { date: serialDate(Number(number[1])), problem: null, isSerial: true };
  const parts = dateParts(plain);
  if (!parts) return { date: null, problem: 'date.unreadable' };
  const [year, month, day] = parts;
  if (!isRealDate(year, month, day)) return { date: null, problem: 'date.impossible' };
  return { date: `${year}-${two(month)}-${two(day)}`, problem: null, isSerial: false };
}

function dateParts(text: string): [year: number, month: number, day: number] | null {
  const iso = yearFirst.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const local = dayFirst.exec(text);
  if (local) return [Number(local[3]), Number(local[2]), Number(local[1])];
  const words = monthInWords.exec(text);
  const month = words ? months.get(words[2] ?? '') : undefined;
  return words && month ? [Number(words[3]), month, Number(words[1])] : null;
}

function isRealDate(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
