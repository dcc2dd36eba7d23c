import type { Permission, Role } from '@jenjang/shared/identity';
import type { IconName } from '../ui/icon-paths';

/** An entry of the main menu. The key is also the key of its words: `platform.navigation.<key>`. */
export interface NavigationEntry {
  readonly key: string;
  readonly path: string;
  readonly icon: IconName;
  /** Permission that shows it; null for everybody in `roles`. */
  readonly permission: Permission | null;
  /** Roles it belongs to; null for every role that holds the permission. */
  readonly roles: readonly Role[] | null;
  /** Place in the bottom bar of phones, which holds four; null for the full menu only. */
  readonly phone: number | null;
  /** Stands at the foot of the rail. */
  readonly atEnd?: boolean;
}

const participant: readonly Role[] = ['participant'];

/** The whole menu, in order: the only place where an entry is added. */
export const navigation: readonly NavigationEntry[] = [
  { key: 'home', path: '/', icon: 'home', permission: null, roles: null, phone: 1 },
  { key: 'learning', path: '/belajar', icon: 'book', permission: null, roles: participant, phone: null },
  {
    key: 'schedule',
    path: '/jadwal',
    icon: 'calendar',
    permission: null,
    roles: ['participant', 'facilitator'],
    phone: 2,
  },
  {
    key: 'graduation',
    path: '/kelulusan',
    icon: 'checklist',
    permission: null,
    roles: participant,
    phone: 3,
  },
  {
    key: 'myCertificates',
    path: '/sertifikat-saya',
    icon: 'award',
    permission: null,
    roles: participant,
    phone: 4,
  },
  {
    key: 'applications',
    path: '/lamaran',
    icon: 'checklist',
    permission: null,
    roles: participant,
    phone: null,
  },
  {
    key: 'nominations',
    path: '/usulan',
    icon: 'mail',
    permission: 'nomination.submit',
    roles: ['agency_head', 'hr_analyst'],
    phone: 2,
  },
  {
    key: 'approvals',
    path: '/persetujuan',
    icon: 'check',
    permission: 'nomination.approve',
    roles: ['agency_head', 'hr_analyst'],
    phone: null,
  },
  { key: 'cohorts', path: '/angkatan', icon: 'layers', permission: 'cohort.read', roles: null, phone: 2 },
  {
    key: 'programmes',
    path: '/program',
    icon: 'book',
    permission: 'programme.read',
    roles: ['admin', 'organiser'],
    phone: null,
  },
  {
    key: 'venues',
    path: '/tempat',
    icon: 'pin',
    permission: 'cohort.manage',
    roles: null,
    phone: null,
  },
  {
    key: 'holidays',
    path: '/hari-libur',
    icon: 'calendar',
    permission: 'cohort.manage',
    roles: null,
    phone: null,
  },
  {
    key: 'allocations',
    path: '/kuota',
    icon: 'chart',
    permission: 'cohort.read',
    roles: ['admin', 'organiser'],
    phone: null,
  },
  { key: 'people', path: '/pegawai', icon: 'users', permission: 'person.read', roles: null, phone: 4 },
  {
    key: 'agencies',
    path: '/instansi',
    icon: 'building',
    permission: 'agency.manage',
    roles: null,
    phone: null,
  },
  { key: 'units', path: '/unit', icon: 'building', permission: 'agency.read', roles: null, phone: null },
  {
    key: 'certificates',
    path: '/sertifikat',
    icon: 'award',
    permission: 'certificate.read',
    roles: null,
    phone: 3,
  },
  { key: 'merit', path: '/merit', icon: 'chart', permission: 'merit.read', roles: null, phone: 5 },
  {
    key: 'delegations',
    path: '/delegasi',
    icon: 'users',
    permission: 'nomination.submit',
    roles: ['agency_head'],
    phone: null,
    atEnd: true,
  },
  {
    key: 'jobs',
    path: '/pekerjaan',
    icon: 'clock',
    permission: 'job.manage',
    roles: null,
    phone: null,
    atEnd: true,
  },
  {
    key: 'messageTemplates',
    path: '/templat-pesan',
    icon: 'mail',
    permission: 'message.manage',
    roles: null,
    phone: null,
    atEnd: true,
  },
  {
    key: 'accounts',
    path: '/akun',
    icon: 'key',
    permission: 'account.read',
    roles: null,
    phone: null,
    atEnd: true,
  },
];

/** The entries of one role. */
export function entriesFor(
  role: Role | null,
  permissions: ReadonlySet<Permission>,
): readonly NavigationEntry[] {
  return navigation.filter(
    ({ permission, roles }) =>
      (permission === null || permissions.has(permission)) &&
      (roles === null || (role !== null && roles.includes(role))),
  );
}

/** The four entries of a phone's bottom bar. */
export function phoneEntries(entries: readonly NavigationEntry[]): readonly NavigationEntry[] {
  const rank = (entry: NavigationEntry): number => entry.phone ?? Number.MAX_SAFE_INTEGER;
  return entries
    .filter(({ phone }) => phone !== null)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 4);
}
