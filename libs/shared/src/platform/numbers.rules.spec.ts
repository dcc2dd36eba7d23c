import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { floorTo, formatNumber, formatPercent, roman, terbilang } from './numbers.rules.js';

describe('numbers as written', () => {
  it.each([
    [1234.56, 'id', 2, '1.234,56'], [1234.56, 'en', 2, '1,234.56'], [1_000_000, 'id', 2, '1.000.000'], [999, 'id', 2, '999'],
    [40, 'id', 2, '40'], [1.5, 'id', 2, '1,5'], [1.25, 'id', 0, '1'], [-1234.5, 'id', 1, '-1.234,5'], [-0.001, 'id', 2, '0'], [0, 'en', 2, '0'],
    [Number.NaN, 'id', 2, ''], [Number.POSITIVE_INFINITY, 'id', 2, ''],
  ] as const)('%d in %s with %d decimals: %s', (value, locale, digits, text) => {
    expect(formatNumber(value, locale, digits)).toBe(text);
  });

  it.each([[85.5, 'id', '85,5%'], [85, 'id', '85%'], [79.96, 'id', '79,9%'], [79.999, 'en', '79.9%'], [100, 'en', '100%'], [0, 'id', '0%']] as const)('%d percent in %s: %s', (value, locale, text) => {
    expect(formatPercent(value, locale)).toBe(text);
  });

  it('never shows a percentage above the real one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), (parts) => {
      const shown = Number(formatPercent(parts / 10_000, 'en').replace('%', ''));
      expect(shown * 10_000).toBeLessThanOrEqual(parts + 1e-6);
      expect(parts - shown * 10_000).toBeLessThan(1000);
    }));
  });

  it.each([[0.1 + 0.2, 1, 0.3], [79.96, 1, 79.9], [29 / 100 * 100, 0, 29], [4.35 * 100, 0, 435]])('cuts %d to %d decimals: %d', (value, digits, expected) => {
    expect(floorTo(value, digits)).toBe(expected);
  });
});

describe('terbilang', () => {
  it.each([
    [0, 'nol'], [1, 'satu'], [9, 'sembilan'], [10, 'sepuluh'], [11, 'sebelas'], [15, 'lima belas'], [19, 'sembilan belas'], [20, 'dua puluh'],
    [24, 'dua puluh empat'], [40, 'empat puluh'], [100, 'seratus'], [101, 'seratus satu'], [110, 'seratus sepuluh'], [112, 'seratus dua belas'], [200, 'dua ratus'],
    [999, 'sembilan ratus sembilan puluh sembilan'], [1000, 'seribu'], [1001, 'seribu satu'], [1111, 'seribu seratus sebelas'], [2000, 'dua ribu'],
    [10_000, 'sepuluh ribu'], [11_000, 'sebelas ribu'], [21_000, 'dua puluh satu ribu'], [100_000, 'seratus ribu'], [101_000, 'seratus satu ribu'],
    [999_999, 'sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan'],
    [7.5, 'tujuh koma lima'], [0.25, 'nol koma dua lima'], [-1, '-1'], [1_000_000, '1000000'],
  ])('%d is %s', (value, words) => {
    expect(terbilang(value)).toBe(words);
  });

  it('words no two whole numbers alike', () => {
    const pairs = fc.tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999_999 })).filter(([a, b]) => a !== b);
    fc.assert(fc.property(pairs, ([a, b]) => expect(terbilang(a)).not.toBe(terbilang(b))));
  });
});

describe('roman numerals', () => {
  it.each([[1, 'I'], [4, 'IV'], [5, 'V'], [9, 'IX'], [11, 'XI'], [12, 'XII'], [14, 'XIV'], [40, 'XL'], [90, 'XC'], [1994, 'MCMXCIV'], [2026, 'MMXXVI'], [3999, 'MMMCMXCIX'], [0, '0'], [4000, '4000'], [1.5, '1.5']])('%d is %s', (value, letters) => {
    expect(roman(value)).toBe(letters);
  });

  it('sums back to the number', () => {
    const worth: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
    fc.assert(fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
      const parts = [...roman(value)].map((letter) => worth[letter]!);
      expect(parts.reduce((sum, part, at) => sum + (part < (parts[at + 1] ?? 0) ? -part : part), 0)).toBe(value);
    }));
  });
});
