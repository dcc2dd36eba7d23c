import { describe, expect, it } from '@jest/globals';
import { missingGlyphs } from './certificate.pdf.js';
import { drawableText } from './certificate.pdf-glyphs.js';
import { aSnapshot, aSnapshotFor } from './certificate.pdf-snapshot.builder.js';

const latin = (sign: string) => /[\p{Script=Latin}\d .,'’‘-]/u.test(sign);

describe('drawableText', () => {
  it.each([
    ['composed diacritics', 'H\u0323asan', 'Ḥasan', []],
    ['apostrophes of Arabic names', 'ʿAlī Qurʾān', '‘Alī Qur’ān', []],
    ['white space and controls', '  Arga\u00a0\t\u0000 Cemara\n', 'Arga Cemara', []],
    ['invisible joiners and direction marks', 'Ar\u200dga\u202e', 'Arga', []],
    ['other scripts, once each in the list', 'محم Arga', '¿¿¿ Arga', ['م', 'ح']],
    ['emoji outside the basic plane as one sign', 'Arga 🌸', 'Arga ¿', ['🌸']],
    ['half a surrogate pair', 'Arga \ud83c', 'Arga ¿', ['\ufffd']],
  ])('handles %s', (_, text, drawn, missing) => {
    const found = new Set<string>();
    expect(drawableText(text, latin, found)).toBe(drawn);
    expect([...found]).toEqual(missing);
  });
});

describe('missingGlyphs', () => {
  it('is empty for a name the font can set', async () => {
    expect(await missingGlyphs(aSnapshotFor({ name: 'H. Ḥasan O’Neil-Žižek, S.Pd.I.' }))).toEqual([]);
  });

  it('finds characters in every printed text, and none in what is not printed', async () => {
    const transcript = [{ title: 'Data 数', lessonHours: 1 }];
    const snapshot = { ...aSnapshotFor({ name: '张 Arga', birthPlace: '京' }), transcript };
    expect(await missingGlyphs(snapshot)).toEqual(['张', '数']);
  });

  it('asks nothing of codes and addresses', async () => {
    expect(await missingGlyphs(aSnapshot({ verifyUrl: 'https://例.example/c/A' }))).toEqual([]);
  });
});
