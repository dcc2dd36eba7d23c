import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Words = Readonly<Record<string, unknown>>;

const files = readdirSync(join(__dirname, 'id'));

function read(locale: string, file: string): Words {
  return JSON.parse(readFileSync(join(__dirname, locale, file), 'utf8')) as Words;
}

function flat(words: Words, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as const]
      : flat(value as Words, `${prefix}${key}.`),
  );
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').sort();
}

describe('words of both languages', () => {
  it('exist in the same files', () => {
    expect(readdirSync(join(__dirname, 'en'))).toEqual(files);
  });

  it.each(files)('have the same keys in %s', (file) => {
    const keys = (locale: string): readonly string[] => flat(read(locale, file)).map(([key]) => key);
    expect([...keys('en')].sort()).toEqual([...keys('id')].sort());
  });

  it.each(files)('are never empty and are filled from the same facts in %s', (file) => {
    const english = new Map(flat(read('en', file)));
    for (const [key, text] of flat(read('id', file))) {
      expect({ key, text: text.trim() }).not.toEqual({ key, text: '' });
      expect({ key, facts: placeholders(english.get(key) ?? '') }).toEqual({
        key,
        facts: placeholders(text),
      });
    }
  });
});
