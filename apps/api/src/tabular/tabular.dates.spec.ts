import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDateCell } from './index.js';

describe('parseDateCell', () => {
  it.each([
    '1998-02-16',
    '1998/2/16',
    '16-02-1998',
    '16/02/1998',
    '16.2.1998',
    ' 16 / 02 / 1998 ',
    '16 Februari 1998',
    '16 Pebruari 1998',
    '16 FEB 1998',
    '16-Feb-1998',
    '16 february 1998',
    '1998-02-16 00:00:00',
    '1998-02-16T17:00:00.000Z',
    '16/02/1998 07.30 WITA',
  ])('reads %j', (text) => {
    expect(parseDateCell(text)).toEqual({ date: '1998-02-16', problem: null, isSerial: false });
  });

  it('puts the day before the month even where both could be either', () => {
    expect(parseDateCell('03/04/2024')).toMatchObject({ date: '2024-04-03' });
  });

  it.each([
    ['35842', '1998-02-16'],
    ['45544', '2024-09-09'],
  ])('reads the Excel day number %s and says that it was one', (text, date) => {
    expect(parseDateCell(text)).toEqual({ date, problem: null, isSerial: true });
  });

  it.each([
    ['31-02-2001', 'date.impossible'],
    ['29/02/1900', 'date.impossible'],
    ['29 Februari 2023', 'date.impossible'],
    ['1900-02-29', 'date.impossible'],
    ['00-01-2024', 'date.impossible'],
    ['12/13/2024', 'date.impossible'],
    ['2024-13-01', 'date.impossible'],
    ['01-01-0001', 'date.impossible'],
    ['01-01-2101', 'date.impossible'],
    ['', 'date.unreadable'],
    ['1998', 'date.unreadable'],
    ['19980216', 'date.unreadable'],
    ['16-02-98', 'date.unreadable'],
    ['16 Embun 1998', 'date.unreadable'],
    ['16 constructor 1998', 'date.unreadable'],
    ['Februari 1998', 'date.unreadable'],
    ['=TODAY()', 'date.unreadable'],
    ['1,98609E+17', 'date.unreadable'],
  ])('refuses %j as %s', (text, problem) => {
    expect(parseDateCell(text)).toEqual({ date: null, problem });
  });

  const names =
    'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
  it('reads every day of two centuries in every way of writing', () => {
    const days = fc.integer({ min: Date.UTC(1900, 0, 1) / 864e5, max: Date.UTC(2100, 11, 31) / 864e5 });
    fc.assert(
      fc.property(days, (day) => {
        const iso = new Date(day * 864e5).toISOString().slice(0, 10);
        const [year, month, date] = iso.split('-') as [string, string, string];
        const name = names[Number(month) - 1]!;
        const written = [
          iso,
          `${date}-${month}-${year}`,
          `${Number(date)}/${Number(month)}/${year}`,
          `${Number(date)} ${name} ${year}`,
          `${date} ${name.slice(0, 3)} ${year}`,
        ];
        expect(written.map((text) => parseDateCell(text).date)).toEqual(written.map(() => iso));
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { date, problem } = parseDateCell(text);
        expect(date === null).toBe(problem !== null);
      }),
    );
  });
});
