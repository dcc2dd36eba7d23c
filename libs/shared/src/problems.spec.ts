import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { problemWords } from './problems.js';

describe('problemWords', () => {
  it.each([
    ['a day', 'attendance.beforeDay', { date: '2026-11-04' }, 'Presensi baru dapat diisi mulai 4 November 2026.'],
    ['an instant in the zone it comes with', 'link.used', { usedAt: '2026-11-12T01:14:00.000Z', zone: 'Asia/Makassar' }, 'Tautan ini sudah dipakai pada 12 Nov 2026 09.14 WITA. Masuk dengan akun Anda atau minta tautan baru.'],
    ['an instant of no place', 'link.used', { usedAt: '2026-11-12T01:14:00Z' }, 'Tautan ini sudah dipakai pada 12 Nov 2026 08.14 WIB. Masuk dengan akun Anda atau minta tautan baru.'],
    ['a figure', 'field.maxLength', { limit: 12000 }, 'Terlalu panjang, maksimum 12.000 karakter.'],
    ['what is missing', 'field.maxLength', {}, 'Terlalu panjang, maksimum … karakter.'],
    ['a code nobody worded', 'something.unheard', {}, 'Tindakan ini melanggar aturan data.'],
  ])('words %s', (_what, code, details, words) => {
    expect(problemWords(code, details)[0]).toBe(words);
  });

  it('writes days and figures in English as the English do', () => {
    expect(problemWords('attendance.beforeDay', { date: '2026-11-04' })[1]).toBe('Attendance can be taken from 4 November 2026 on.');
    expect(problemWords('field.maxLength', { limit: 12000 })[1]).toBe('Too long, at most 12,000 characters.');
  });
});

describe('the words of every feature', () => {
  const here = import.meta.dirname;
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.problems.ts'));

  it.each(files)('are listed: %s', (file) => {
    const [, code = '', words = ''] = /'([\w.]+)': \['((?:[^'\\{]|\\.)+)/.exec(readFileSync(path.join(here, file), 'utf8')) ?? [];
    expect(code).not.toBe('');
    expect(problemWords(code, {})[0]).toContain(words.trim());
  });
});
