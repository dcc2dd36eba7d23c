import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problemWords } from '../problems.js';
import { afterWrongAnswer, expectedAnswers, firstWordOf, givenAnswers, welcomeQuestion, welcomeStanding, welcomeTries } from './welcome.rules.js';
import type { WelcomeLinkRecord, WelcomePersonRecord } from './welcome.types.js';

const link: WelcomeLinkRecord = { expiresAt: '2026-11-26T00:00:00Z', usedAt: null, pausedUntil: null, failures: 0, hasAccount: false };
const person: WelcomePersonRecord = { fullName: 'Mega Dahlia', nip: '198001012005012901', birthDate: '1980-01-01' };
const now = '2026-11-12T01:14:00Z';

describe('a link to the first sign-in', () => {
  it.each([
    ['fresh', {}, 'open'],
    ['used', { usedAt: '2026-11-12T00:00:00Z', hasAccount: true, expiresAt: '2026-11-12T00:30:00Z' }, 'used'],
    ['of somebody who has an account', { hasAccount: true, expiresAt: '2026-11-12T00:30:00Z' }, 'known'],
    ['at its last moment', { expiresAt: '2026-11-12T01:14:00.001Z' }, 'open'],
    ['over', { expiresAt: now }, 'expired'],
    ['paused', { pausedUntil: '2026-11-12T01:14:01Z' }, 'paused'],
    ['after its pause', { pausedUntil: now }, 'open'],
    ['over while paused', { expiresAt: now, pausedUntil: '2026-11-12T01:20:00Z' }, 'expired'],
  ] as const)('that is %s', (_, change, standing) => {
    expect(welcomeStanding({ ...link, ...change }, now)).toBe(standing);
  });
});

describe('what is asked', () => {
  it.each([
    ['a civil servant', {}, 'nip'],
    ['a civil servant whose birth date only the NIP tells', { birthDate: null }, 'nip'],
    ['somebody without NIP', { nip: null }, 'name'],
    ['a record with neither', { nip: null, birthDate: null }, 'nothing'],
    ['a NIP that tells no date, without birth date', { nip: '198013452005012901', birthDate: null }, 'nothing'],
  ] as const)('of %s', (_, change, question) => {
    expect(welcomeQuestion({ ...person, ...change })).toBe(question);
    expect(expectedAnswers({ ...person, ...change }) === null).toBe(question === 'nothing');
  });

  it.each([
    ['as printed', {}, { nip: '19800101 200501 2 901', birthDate: '1980-01-01' }, true],
    ['with another birth date', {}, { nip: person.nip, birthDate: '1980-01-02' }, false],
    ['with another NIP', {}, { nip: '198001012005012902', birthDate: '1980-01-01' }, false],
    ['without NIP', {}, { birthDate: '1980-01-01' }, false],
    ['by the date in the NIP', { birthDate: null }, { nip: person.nip, birthDate: '1980-01-01' }, true],
    ['by the last word', { nip: null }, { lastWord: ' dahlia ', birthDate: '1980-01-01' }, true],
    ['by the whole name', { nip: null }, { lastWord: 'MEGA DAHLIA', birthDate: '1980-01-01' }, true],
    ['by the first word', { nip: null }, { lastWord: 'Mega', birthDate: '1980-01-01' }, false],
    ['by an accent less', { nip: null, fullName: 'Mega Dahlía' }, { lastWord: 'dahlia', birthDate: '1980-01-01' }, true],
    ['by nothing', { nip: null }, { lastWord: '', birthDate: '1980-01-01' }, false],
  ] as const)('answered %s', (_, change, answers, fits) => {
    const record = { ...person, ...change };
    expect(givenAnswers(welcomeQuestion(record), answers) === expectedAnswers(record)).toBe(fits);
  });

  it('is never answered by a NIP that differs in a digit', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9]{18}$/), (nip) => {
      fc.pre(nip !== person.nip);
      expect(givenAnswers('nip', { nip, birthDate: '1980-01-01' })).not.toBe(expectedAnswers(person));
    }));
  });
});

describe('wrong answers', () => {
  it('begin a pause of 15 minutes at the fifth, and count from nought again', () => {
    const steps = Array.from({ length: welcomeTries }, (_, before) => afterWrongAnswer(before, now));
    expect(steps.map(({ left }) => left)).toEqual([4, 3, 2, 1, 0]);
    expect(steps.slice(0, 4).every(({ pausedUntil }) => pausedUntil === null)).toBe(true);
    expect(steps[4]).toEqual({ failures: 0, pausedUntil: '2026-11-12T01:29:00.000Z', left: 0 });
  });
});

describe('words', () => {
  it.each([
    ['field.isNipDigits', { limit: 17 }, 'NIP harus 18 angka (Anda mengisi 17).'],
    ['link.used', { usedAt: '2026-11-12T01:14:00.000Z', zone: 'Asia/Makassar' }, 'Tautan ini sudah dipakai pada 12 Nov 2026 09.14 WITA. Masuk dengan akun Anda atau minta tautan baru.'],
  ])('of %s', (code, details, words) => {
    expect(problemWords(code, details)[0]).toBe(words);
  });

  it.each([['Mega Dahlia', 'Mega'], ['  Arga ', 'Arga'], ['Embun', 'Embun']])('greet %s as %s', (name, first) => {
    expect(firstWordOf(name)).toBe(first);
  });
});
