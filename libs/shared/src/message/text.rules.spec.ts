import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { locales } from '../platform/locale.types.js';
import { messageChannels, messageEvents, type MessageEvent } from './message.types.js';
import { shippedText } from './shipped.labels.js';
import { escapeHtml, exampleWords, faultsOf, fillText, htmlOf, namesIn, placeholdersOf, wordFacts } from './text.rules.js';

const names = (event: MessageEvent): readonly string[] => placeholdersOf(event).map(({ name }) => name);

describe('filling a template', () => {
  it.each([
    ['one name', 'Halo {name}', { name: 'Arga' }, 'Halo Arga'],
    ['a name twice', '{name}, {name}', { name: 'Arga' }, 'Arga, Arga'],
    ['nothing', 'Halo', {}, 'Halo'],
    ['a value with braces, once only', 'Halo {name}', { name: '{cohort}', cohort: 'X' }, 'Halo {cohort}'],
    ['a value with a pattern of replace', 'Halo {name}', { name: "$& $' $1" }, "Halo $& $' $1"],
  ])('fills %s', (_, body, values, expected) => {
    expect(fillText({ subject: 'x', body }, values)).toEqual({ filled: { subject: 'x', body: expected } });
  });

  it.each([
    ['that is unknown', 'Halo {tiada}', { name: 'Arga' }, ['tiada']],
    ['that is empty', 'Halo {name}', { name: '' }, ['name']],
    ['that is blank', 'Halo {name}', { name: ' \n' }, ['name']],
    ['that every object has', 'Halo {constructor} {toString}', {}, ['constructor', 'toString']],
  ])('names a value %s', (_, body, values, missing) => {
    expect(fillText({ subject: '', body }, values)).toEqual({ missing });
  });

  it('keeps the subject on one line', () => {
    expect(fillText({ subject: 'Halo {name}', body: 'x' }, { name: 'Arga\r\nBcc: semua@contoh.example' })).toEqual({ filled: { subject: 'Halo Arga Bcc: semua@contoh.example', body: 'x' } });
  });

  it('leaves no brace that the values did not bring, or says which names it lacks', () => {
    const name = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,8}$/);
    const plain = fc.string().map((text) => text.replace(/[{}]/g, ''));
    fc.assert(fc.property(fc.array(fc.oneof(plain, name.map((word) => `{${word}}`))), fc.dictionary(name, plain), (parts, values) => {
      const body = parts.join('');
      const result = fillText({ subject: '', body }, values);
      if ('filled' in result) expect(result.filled.body).not.toMatch(/[{}]/);
      else expect(result.missing.every((missing) => namesIn(body).includes(missing) && (values[missing] ?? '').trim() === '')).toBe(true);
    }));
  });
});

describe('a template before it is saved', () => {
  it.each([
    ['an unknown name', 'Halo {nama}', { unknown: ['nama'], strayBrace: false }],
    ['a brace that holds nothing', 'Halo {name', { unknown: [], strayBrace: true }],
    ['a name with a blank', 'Halo { name }', { unknown: [], strayBrace: true }],
    ['code', 'Halo {{name}} ${1+1}', { unknown: [], strayBrace: true }],
  ])('is refused with %s', (_, body, faults) => {
    expect(faultsOf({ subject: 'Halo', body }, ['name'])).toEqual(faults);
  });

  it('is taken when every brace holds a known name', () => {
    expect(faultsOf({ subject: '{name}', body: 'Halo {name}' }, ['name'])).toBeNull();
  });

  it('never lets through what cannot be filled', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', 'name', ' ') }), (body) => {
      if (faultsOf({ subject: '', body }, ['name']) === null) expect(fillText({ subject: '', body }, { name: 'Arga' })).toHaveProperty('filled');
    }));
  });
});

describe('the texts that are shipped', () => {
  const every = messageEvents.flatMap((event) => messageChannels.flatMap((channel) => locales.map((locale) => [event, channel, locale] as const)));

  it.each(every)('%s by %s in %s use only known names and are filled by the examples', (event, channel, locale) => {
    const text = shippedText(event, channel, locale);
    expect(faultsOf(text, names(event))).toBeNull();
    expect(text.subject.length).toBeGreaterThan(5);
    expect(text.body.length).toBeLessThanOrEqual(5000);
    expect(fillText(text, exampleWords(event, locale))).toHaveProperty('filled');
  });

  it.each(messageEvents)('%s says the same facts in both languages', (event) => {
    const said = (locale: 'id' | 'en') => [...namesIn(shippedText(event, 'email', locale).subject + shippedText(event, 'email', locale).body)].sort();
    expect(said('en')).toEqual(said('id'));
  });
});

describe('facts in the words of a reader', () => {
  const facts = { name: 'Arga', cohort: 'DLA', programme: 'DLA', agency: 'Kota', link: '/', session: 'SPBE', startsAt: '2026-11-03T00:00:00Z', venue: null };
  it.each([
    ['id', 'Asia/Makassar', 'Selasa, 3 November 2026 pukul 08.00 WITA', 'akan diberitahukan'],
    ['en', 'Asia/Jakarta', 'Tuesday, 3 November 2026 at 07.00 WIB', 'to be announced'],
  ] as const)('write instants out and say what is not known (%s)', (locale, zone, startsAt, venue) => {
    expect(wordFacts('session.reminder', facts, locale, zone)).toMatchObject({ startsAt, venue });
  });

  it.each([
    ['a date for an instant', 'session.reminder', { startsAt: '2026-11-03' }, 'startsAt', 'Selasa, 3 November 2026'],
    ['words for an instant', 'session.reminder', { startsAt: 'besok pagi' }, 'startsAt', 'besok pagi'],
    ['a code', 'graduation.decided', { outcome: 'failed' }, 'outcome', 'tidak lulus'],
    ['words for a code', 'graduation.decided', { outcome: 'lulus bersyarat' }, 'outcome', 'lulus bersyarat'],
    ['a number', 'enrolment.waitlisted', { position: 3 }, 'position', '3'],
  ] as const)('take %s', (_, event, given, name, word) => {
    expect(wordFacts(event, { ...facts, ...given }, 'id', 'Asia/Makassar')[name]).toBe(word);
  });

  it('leave out what is needed and not there', () => {
    expect(wordFacts('session.reminder', { ...facts, startsAt: '' }, 'id', 'Asia/Makassar')).not.toHaveProperty('startsAt');
  });
});

describe('a text as HTML', () => {
  it('never becomes markup', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'script', 'https://a.b/', 'javascript:', ' ', '\n', 'x', '=') }), (text) => {
      const html = htmlOf(text);
      const rest = html.replace(/<p style="margin:0 0 16px">|<\/p>|<br>|<a href="https:\/\/[^\s<>"']+" style="color:#0b4f9e">|<\/a>/g, '');
      expect(rest).not.toMatch(/[<>"']/);
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }), { numRuns: 500 });
  });

  it('makes links of web addresses only', () => {
    expect(htmlOf('Buka https://contoh.example/a?b=1&c=2 atau javascript:alert(1)')).toBe('<p style="margin:0 0 16px">Buka <a href="https://contoh.example/a?b=1&amp;c=2" style="color:#0b4f9e">https://contoh.example/a?b=1&amp;c=2</a> atau javascript:alert(1)</p>');
  });
});
