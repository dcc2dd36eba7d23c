import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanName, initials, nameWithTitles } from './name.rules.js';

describe('a name with its titles', () => {
  it.each([
    ['Dr. Ir. H.', 'Telaga Embun', 'S.T., M.Si.', 'Dr. Ir. H. Telaga Embun, S.T., M.Si.'],
    [null, 'Cemara', null, 'Cemara'],
    ['', 'Cemara', '  ', 'Cemara'],
    [null, 'Cemara', ', S.Kom.', 'Cemara, S.Kom.'],
    ['Hj.', ' Kenanga Pualam ', null, 'Hj. Kenanga Pualam'],
  ])('%s + %s + %s', (frontTitle, fullName, backTitle, printed) => {
    expect(nameWithTitles({ frontTitle, fullName, backTitle })).toBe(printed);
  });
});

describe('a name that is stored', () => {
  it.each([
    ['spaces of all kinds', '  Telaga\u00a0 \t\n Embun\u2003', 'Telaga Embun'],
    ['a null character', 'Tel\u0000aga', 'Telaga'],
    ['a direction override', 'Telaga \u202egnupmuB', 'Telaga gnupmuB'],
    ['isolates and marks', '\u2066Telaga\u2069\u200e\u200f\ufeff', 'Telaga'],
    ['half a character', 'Telaga\ud83d', 'Telaga'],
    ['a loose accent', 'Andre\u0301', 'André'],
    ['apostrophe and hyphen', 'Ma\'ruf Al-Ilalang', 'Ma\'ruf Al-Ilalang'],
    ['Arabic', 'محمد نور', 'محمد نور'],
    ['emoji with its joiner', 'Laras 👩‍🌾', 'Laras 👩‍🌾'],
    ['its own capitals', 'dE lazuardi', 'dE lazuardi'],
    ['nothing but marks', '\u202e\u200b ', ''],
  ])('%s', (_, raw, stored) => {
    expect(cleanName(raw)).toBe(stored);
  });

  it('is clean already the second time, and holds nothing hidden', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
      const stored = cleanName(raw);
      expect(cleanName(stored)).toBe(stored);
      expect(stored).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|\s{2}|^\s|\s$/u);
      expect(stored.normalize('NFC')).toBe(stored);
    }), { numRuns: 1000 });
  });
});

describe('initials', () => {
  it.each([['Telaga Embun', 'TE'], ['Cemara', 'C'], ['Arga Bima Candra', 'AC'], ['\'Aisyah ilalang', 'AI'], ['محمد نور', 'من'], ['👩‍🌾', '👩'], ['', '']])('%s: %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
