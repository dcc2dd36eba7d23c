import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Role, permissionsOfRole, roles } from '@jenjang/shared/identity';
import { entriesFor, navigation, phoneEntries } from './navigation.table';

const words = JSON.parse(readFileSync(join(__dirname, '../../i18n/id/platform.json'), 'utf8')) as {
  readonly navigation: Readonly<Record<string, string>>;
  readonly navigationShort: Readonly<Record<string, string>>;
};

function pathsOf(role: Role): readonly string[] {
  return entriesFor(role, new Set(permissionsOfRole[role])).map(({ path }) => path);
}

describe('navigation', () => {
  it.each<readonly [Role, readonly string[]]>([
    ['participant', ['/', '/belajar', '/jadwal', '/kelulusan', '/sertifikat-saya', '/lamaran']],
    ['facilitator', ['/', '/jadwal', '/angkatan']],
    [
      'hr_analyst',
      ['/', '/usulan', '/persetujuan', '/angkatan', '/pegawai', '/unit', '/sertifikat', '/merit'],
    ],
    [
      'agency_head',
      [
        '/',
        '/usulan',
        '/persetujuan',
        '/angkatan',
        '/pegawai',
        '/unit',
        '/sertifikat',
        '/merit',
        '/delegasi',
      ],
    ],
    [
      'organiser',
      [
        '/',
        '/angkatan',
        '/program',
        '/tempat',
        '/hari-libur',
        '/kuota',
        '/pegawai',
        '/unit',
        '/sertifikat',
        '/templat-pesan',
      ],
    ],
  ])('of %s', (role, expected) => {
    expect(pathsOf(role)).toEqual(expected);
  });

  it('shows an admin everything but what belongs to other roles', () => {
    const own = navigation
      .filter(({ roles }) => roles !== null && !roles.includes('admin'))
      .map(({ path }) => path);
    expect(pathsOf('admin')).toEqual(
      navigation.map(({ path }) => path).filter((path) => !own.includes(path)),
    );
  });

  it.each<readonly [Role, readonly string[]]>([
    ['participant', ['/', '/jadwal', '/kelulusan', '/sertifikat-saya']],
    ['hr_analyst', ['/', '/usulan', '/angkatan', '/sertifikat']],
    ['agency_head', ['/', '/usulan', '/angkatan', '/sertifikat']],
    ['organiser', ['/', '/angkatan', '/sertifikat', '/pegawai']],
  ])('of %s on phones', (role, expected) => {
    const phone = phoneEntries(entriesFor(role, new Set(permissionsOfRole[role])));
    expect(phone.map(({ path }) => path)).toEqual(expected);
  });

  it.each([...roles])('fits the bottom bar of phones for %s, home first', (role) => {
    const phone = phoneEntries(entriesFor(role, new Set(permissionsOfRole[role])));
    expect(phone.length).toBeLessThanOrEqual(4);
    expect(phone[0]?.path).toBe('/');
    for (const { key } of phone) expect(words.navigationShort).toHaveProperty(key);
  });

  it('has a word for every entry and no address twice', () => {
    for (const { key } of navigation) expect(words.navigation).toHaveProperty(key);
    expect(new Set(navigation.map(({ path }) => path)).size).toBe(navigation.length);
  });
});
