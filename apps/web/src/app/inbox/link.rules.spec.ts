import { describe, expect, it } from '@jest/globals';
import { innerPath } from './link.rules';

describe('innerPath', () => {
  it.each([
    ['a page of ours', 'https://jenjang.example/jadwal?hari=2', '/jadwal?hari=2'],
    ['the home page', 'https://jenjang.example', '/'],
    ['another site', 'https://lain.example/jadwal', null],
    ['our name under another scheme', 'http://jenjang.example/jadwal', null],
    ['code', 'javascript:alert(1)', null],
    ['nothing that can be read', 'https://', null],
  ])('of %s', (_, link, path) => {
    expect(innerPath(link, 'https://jenjang.example')).toBe(path);
  });
});
