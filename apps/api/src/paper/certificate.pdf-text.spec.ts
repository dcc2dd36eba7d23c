import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitText, wrapText } from './certificate.pdf-text.js';

/** Every character is half as wide as high. */
const measure = (text: string) => text.length / 2;
const squeezed = (text: string) => text.replaceAll(' ', '');
const room = { width: 200, maxLines: 2, size: 30, minSize: 18 };

describe('fitText', () => {
  it('sets a short name at full size on one line', () => {
    expect(fitText('Kenanga', room, measure)).toEqual({ size: 30, lines: ['Kenanga'] });
  });

  it('shrinks before it breaks a word, and breaks a word before it goes below the smallest size', () => {
    expect(fitText('Arga Cemaralazuardi', room, measure)).toEqual({
      size: 28.5,
      lines: ['Arga', 'Cemaralazuardi'],
    });
    expect(fitText('L'.repeat(30), room, measure)).toEqual({
      size: 18,
      lines: ['L'.repeat(22), 'L'.repeat(8)],
    });
    expect(fitText('L'.repeat(120), room, measure).size).toBeLessThan(18);
  });

  it('makes two lines about equally long', () => {
    expect(fitText('satu dua tiga empat lima enam', { ...room, size: 18 }, measure).lines).toEqual([
      'satu dua tiga',
      'empat lima enam',
    ]);
  });

  it('never loses a letter, never takes more lines than there are, never leaves the room', () => {
    const names = fc.string({
      unit: fc.constantFrom('a', 'W', '.', ',', ' ', 'ḥ'),
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(names, (name) => {
        const text = name.replace(/ +/g, ' ').trim();
        const { size, lines } = fitText(text, room, measure);
        expect(squeezed(lines.join(''))).toBe(squeezed(text));
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(room.width + 1e-9);
      }),
    );
  });
});

describe('wrapText', () => {
  it('breaks a word that is wider than the line', () => {
    expect(wrapText('aa bbbbbb', 2, measure)).toEqual(['aa', 'bbbb', 'bb']);
  });
});
