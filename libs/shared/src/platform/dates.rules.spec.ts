import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays, daysBetween, formatDate, formatDateRange, formatTime, instantAt, instantMs, isIsoDate, isoInstant, localDate, localTime, zoneAbbreviation, zoneOffsetMinutes,
} from './dates.rules.js';
import { zones, type Zone } from './locale.types.js';

const anyDay = fc.integer({ min: -200_000, max: 400_000 });
const anyMs = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) });
const anyZone = fc.constantFrom(...zones);

describe('a date in words', () => {
  it.each([
    ['2026-11-21', 'id', 'long', '21 November 2026'],
    ['2026-11-21', 'id', 'short', '21 Nov 2026'],
    ['2026-11-21', 'id', 'weekday', 'Sabtu, 21 November 2026'],
    ['2026-11-21', 'en', 'weekday', 'Saturday, 21 November 2026'],
    ['2024-09-09', 'id', 'weekday', 'Senin, 9 September 2024'],
    ['2023-10-25', 'id', 'weekday', 'Rabu, 25 Oktober 2023'],
    ['2023-10-27', 'id', 'weekday', 'Jumat, 27 Oktober 2023'],
    ['2022-08-01', 'id', 'weekday', 'Senin, 1 Agustus 2022'],
    ['1965-01-03', 'id', 'weekday', 'Minggu, 3 Januari 1965'],
    ['2024-05-01', 'id', 'short', '1 Mei 2024'],
    ['2024-08-17', 'id', 'short', '17 Agu 2024'],
    ['2024-12-31', 'id', 'short', '31 Des 2024'],
    ['2024-12-31', 'en', 'short', '31 Dec 2024'],
    ['2026-02-31', 'id', 'long', '2026-02-31'],
    ['', 'id', 'long', ''],
  ] as const)('%s in %s, %s: %s', (iso, locale, style, words) => {
    expect(formatDate(iso, locale, style)).toBe(words);
  });

  it.each([
    ['2022-08-01', '2022-08-05', 'id', '1–5 Agustus 2022'],
    ['2024-09-25', '2024-10-01', 'id', '25 September – 1 Oktober 2024'],
    ['2024-12-30', '2025-01-03', 'id', '30 Desember 2024 – 3 Januari 2025'],
    ['2024-09-09', '2024-09-09', 'id', '9 September 2024'],
    ['2022-08-01', '2022-08-05', 'en', '1–5 August 2022'],
    ['2024-05-01', '2025-05-05', 'id', '1 Mei 2024 – 5 Mei 2025'],
  ] as const)('%s to %s in %s: %s', (from, to, locale, words) => {
    expect(formatDateRange(from, to, locale)).toBe(words);
  });
});

describe('the calendar', () => {
  it.each([
    ['2026-02-28', true], ['2024-02-29', true], ['2000-02-29', true],
    ['2026-02-29', false], ['1900-02-29', false], ['2026-02-31', false], ['2026-13-01', false], ['2026-00-10', false],
    ['2026-04-31', false], ['2026-01-00', false], ['0000-01-01', false], ['31-02-2026', false], ['2026-2-3', false], [' 2026-02-03', false], ['', false],
  ])('%s is a date: %s', (text, expected) => {
    expect(isIsoDate(text)).toBe(expected);
  });

  it('agrees with the calendar of the platform on every day', () => {
    fc.assert(fc.property(anyDay, (days) => {
      const iso = addDays('1970-01-01', days);
      const there = new Date(days * 86_400_000);
      expect(iso).toBe(there.toISOString().slice(0, 10));
      expect(isIsoDate(iso)).toBe(true);
      expect(formatDate(iso, 'en', 'weekday')).toMatch(there.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }));
    }), { numRuns: 1000 });
  });

  it('comes back after going there, and counts the days between', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (start, count) => {
      const from = addDays('1970-01-01', start);
      expect(daysBetween(from, addDays(from, count))).toBe(count);
      expect(addDays(addDays(from, count), -count)).toBe(from);
    }));
  });

  it('leaves what is no date alone', () => {
    expect(addDays('besok', 1)).toBe('besok');
    expect(daysBetween('2026-01-01', 'besok')).toBeNaN();
  });
});

describe('instants and zones', () => {
  it.each([
    ['2024-09-08T23:30:00Z', 'Asia/Makassar', '2024-09-09', '07.30'],
    ['2024-09-08T23:30:00Z', 'Asia/Jakarta', '2024-09-09', '06.30'],
    ['2024-09-08T16:59:59.999Z', 'Asia/Jakarta', '2024-09-08', '23.59'],
    ['2024-09-08T17:00:00Z', 'Asia/Jakarta', '2024-09-09', '00.00'],
    ['2023-10-25T08:00:00+07:00', 'Asia/Makassar', '2023-10-25', '09.00'],
    ['2023-10-25 01:00:00+00', 'Asia/Jayapura', '2023-10-25', '10.00'],
    ['2024-12-31T23:00:00.000Z', 'Asia/Makassar', '2025-01-01', '07.00'],
    ['2024-09-09T08:00:00', 'Asia/Makassar', '', ''],
    ['2024-02-31T08:00:00Z', 'Asia/Makassar', '', ''],
    ['2024-02-03T24:00:00Z', 'Asia/Makassar', '', ''],
    ['kapan-kapan', 'Asia/Makassar', '', ''],
  ] as const)('%s in %s is %s %s', (instant, zone, date, time) => {
    expect([localDate(instant, zone), localTime(instant, zone)]).toEqual([date, time]);
  });

  it('names each zone with its offset', () => {
    expect(zones.map((zone) => [zoneAbbreviation(zone), zoneOffsetMinutes(zone)])).toEqual([['WIB', 420], ['WITA', 480], ['WIT', 540]]);
    expect(formatTime('2024-09-09T00:00:00Z', 'Asia/Makassar')).toBe('08.00 WITA');
  });

  it('agrees with the zone data of the platform', () => {
    fc.assert(fc.property(anyMs, anyZone, (ms, zone: Zone) => {
      // Before 1988 the islands kept other times; no training is that old.
      const recent = Math.abs(ms) + Date.UTC(1990, 0, 1);
      const there = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(recent);
      expect(`${localDate(recent, zone)} ${localTime(recent, zone).replace('.', ':')}`).toBe(there);
    }));
  });

  it('reads and writes ISO text like the platform', () => {
    fc.assert(fc.property(anyMs, (ms) => {
      const iso = new Date(ms).toISOString();
      expect(isoInstant(ms)).toBe(iso);
      expect(instantMs(iso)).toBe(ms);
    }));
  });

  it('finds the instant of a local date and time again', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), anyZone, (days, minutes, zone) => {
      const date = addDays('1970-01-01', days);
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
      const instant = instantAt(date, time, zone);
      expect([localDate(instant, zone), localTime(instant, zone)]).toEqual([date, time]);
    }));
  });

  it.each([['2026-02-31', '08.00'], ['2026-02-03', '24.00'], ['2026-02-03', '08.60'], ['2026-02-03', 'pagi']])('finds none for %s %s', (date, time) => {
    expect(instantAt(date, time, 'Asia/Jakarta')).toBe('');
  });
});
