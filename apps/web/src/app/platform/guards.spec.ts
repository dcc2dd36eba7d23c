import { describe, expect, it } from '@jest/globals';
import { safeNext } from './guards';

describe('safeNext', () => {
  it.each([
    ['/angkatan?q=dla', '/angkatan?q=dla'],
    ['/', '/'],
    [undefined, '/'],
    [null, '/'],
    ['', '/'],
    ['https://jahat.example', '/'],
    ['//jahat.example', '/'],
    ['/\\jahat.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/masuk?next=/x', '/'],
  ])('takes %s to %s', (next, expected) => {
    expect(safeNext(next)).toBe(expected);
  });
});
