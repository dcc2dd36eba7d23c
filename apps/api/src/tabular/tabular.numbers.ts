/** How a spreadsheet shows a number, as far as the shown text differs from the number itself. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'zeros'; readonly width: number };

const general: NumberFormat = { kind: 'general' };
const secondsPerDay = 86_400;
/** 9999-12-31, the last day a spreadsheet knows. */
const lastSerial = 2_958_465;
/** Days between the first day of the 1900 and of the 1904 calendar. */
const calendarGap = 1_462;

/** Meaning of a number format: its built-in id, or its code such as `dd/mm/yyyy` or `0000`. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtInFormat(id);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/General/gi, '')
    .split(';', 1)
    .join('');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return { kind: 'duration' };
  const plain = bare.replace(/\[[^\]]*\]/g, '');
  if (/[dmyhs]/i.test(plain)) return { kind: 'date' };
  if (/^0+(\.0+)?%$/.test(plain)) return { kind: 'percent' };
  if (/^0{2,}$/.test(plain)) return { kind: 'zeros', width: plain.length };
  return general;
}

function builtInFormat(id: number): NumberFormat {
  if (id === 46) return { kind: 'duration' };
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return { kind: 'date' };
  return id === 9 || id === 10 ? { kind: 'percent' } : general;
}

/** Text of a number cell. A decimal point is a point; an integer that has lost digits keeps its exponent. */
export function numberText(raw: string, format: NumberFormat, is1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const serial = is1904 ? value + calendarGap : value;
  if (format.kind === 'date' && value >= 0 && serial < lastSerial + 1) return dateTimeText(serial);
  if (format.kind === 'duration' && value >= 0) return clockText(Math.round(value * secondsPerDay));
  if (format.kind === 'percent') return `${plainText(value * 100)}%`;
  if (format.kind === 'zeros' && Number.isSafeInteger(value) && value >= 0)
    return String(value).padStart(format.width, '0');
  return plainText(value);
}

/** ISO date of a day number of the 1900 calendar, its false 29 February 1900 included. */
export function serialDate(serial: number): string {
  if (serial === 60) return '1900-02-29';
  const day = Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * secondsPerDay * 1000;
  return new Date(day).toISOString().slice(0, 10);
}

function plainText(value: number): string {
  if (Number.isInteger(value))
    return Number.isSafeInteger(value) ? String(value) : value.toExponential().toUpperCase();
  // Spreadsheets show at most 15 digits, which hides the binary tail of 0.1 + 0.2.
  const shown = String(Number(value.toPrecision(15)));
  return shown.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : shown;
}

/** A date, a time, or both with a space between: the parts that a reader sees. */
function dateTimeText(serial: number): string {
  const seconds = Math.round(serial * secondsPerDay);
  const day = Math.floor(seconds / secondsPerDay);
  const clock = seconds % secondsPerDay;
  if (clock === 0) return serialDate(day);
  return day === 0 ? clockText(clock) : `${serialDate(day)} ${clockText(clock)}`;
}

function clockText(seconds: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const minutes = `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`;
}
