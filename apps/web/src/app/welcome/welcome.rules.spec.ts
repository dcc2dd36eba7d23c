import { describe, expect, it } from '@jest/globals';
import { endsIn, isAboutProof } from './welcome.rules';

describe('the end of a link', () => {
  it.each([
    ['link.used', 'signIn'],
    ['welcome.known', 'signIn'],
    ['welcome.expired', 'organiser'],
    ['welcome.paused', 'organiser'],
    ['welcome.unknown', 'organiser'],
    ['network', 'again'],
    ['password.tooCommon', 'again'],
    ['toString', 'again'],
  ])('of %s is %s', (code, end) => {
    expect(endsIn(code)).toBe(end);
  });
});

describe('the first screen', () => {
  it.each([
    ['answers that do not fit', 'welcome.wrong', [], true],
    ['a NIP with 17 digits', 'input.invalid', ['nip'], true],
    ['a password that is guessed first', 'password.tooCommon', ['password'], false],
    ['no network', 'network', [], false],
  ] as const)('is shown again for %s: %s', (_, code, paths, isShown) => {
    expect(isAboutProof({ code, errors: paths.map((path) => ({ path })) })).toBe(isShown);
  });
});
