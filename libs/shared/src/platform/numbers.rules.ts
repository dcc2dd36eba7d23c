import type { Locale } from './locale.types.js';

const digitWords = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;

const romanValues: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

/** A number as written in the language, `1.234,56` or `1,234.56`, with at most `digits` decimals and no closing zeros. Empty when it is no number. */
export function formatNumber(value: number, locale: Locale, digits = 2): string {
  if (!Number.isFinite(value)) return '';
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
  const [group, comma] = locale === 'id' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const decimals = fraction.replace(/0+$/, '');
  const text = decimals === '' ? grouped : `${grouped}${comma}${decimals}`;
  return value < 0 && text !== '0' ? `-${text}` : text;
}

/** `85,5%`, cut (never rounded up) to one decimal: 79,96 is not shown as the 80 it does not reach. */
export function formatPercent(value: number, locale: Locale): string {
  return `${formatNumber(floorTo(value, 1), locale, 1)}%`;
}

/** The greatest number with so many decimals that is not above the value. Noise of binary fractions is set aside first. */
export function floorTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  const scaled = value * factor;
  const nearest = Math.round(scaled);
  return (Math.abs(scaled - nearest) < 1e-6 ? nearest : Math.floor(scaled)) / factor;
}

/** A number in Indonesian words, as printed behind the JP of a certificate: 112 is `seratus dua belas`, 7,5 `tujuh koma lima`. From 0 below a million; outside, its digits. */
export function terbilang(value: number): string {
  if (!(value >= 0 && value < 1_000_000)) return String(value);
  const [whole = '0', fraction] = String(value).split('.');
  const words = Number(whole) === 0 ? 'nol' : wordsOf(Number(whole)).join(' ');
  return fraction === undefined ? words : `${words} koma ${[...fraction].map((digit) => digitWords[Number(digit)]).join(' ')}`;
}

/** Roman numeral of 1 to 3999; outside, the digits. */
export function roman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return String(value);
  let rest = value;
  return romanValues.map(([worth, letters]) => {
    const times = Math.floor(rest / worth);
    rest -= times * worth;
    return letters.repeat(times);
  }).join('');
}

function wordsOf(value: number): readonly string[] {
  if (value === 0) return [];
  if (value < 10) return digitWords.slice(value, value + 1);
  if (value === 10) return ['sepuluh'];
  if (value === 11) return ['sebelas'];
  if (value < 20) return [...wordsOf(value - 10), 'belas'];
  if (value < 100) return [...wordsOf(Math.floor(value / 10)), 'puluh', ...wordsOf(value % 10)];
  if (value < 200) return ['seratus', ...wordsOf(value - 100)];
  if (value < 1000) return [...wordsOf(Math.floor(value / 100)), 'ratus', ...wordsOf(value % 100)];
  if (value < 2000) return ['seribu', ...wordsOf(value - 1000)];
  return [...wordsOf(Math.floor(value / 1000)), 'ribu', ...wordsOf(value % 1000)];
}
