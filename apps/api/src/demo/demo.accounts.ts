import { nameWithTitles, type Role, type ScopeKind } from '@jenjang/shared';
import { agencyId, idOf, insertRows, unitId, type DemoPerson } from '../demo-people/index.js';
import { hashPassword } from '../identity/index.js';
import type { Transaction } from '../platform/index.js';

/** An account to try the demonstration with. */
export interface DemoLogin {
  /** Who that is, in Indonesian. */
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

interface DemoAccount {
  readonly role: string;
  readonly login: string;
  /** Key of the person; null for an account of nobody in particular. */
  readonly person: string | null;
  /** Grants besides those that follow from teaching or taking part in a cohort. */
  readonly grants: readonly { readonly role: Role; readonly scope: ScopeKind; readonly agency?: string; readonly unit?: string }[];
}

const password = 'jenjang-demo-2026';

const accounts: readonly DemoAccount[] = [
  { role: 'Admin nasional', login: 'admin@contoh.example', person: null, grants: [{ role: 'admin', scope: 'national' }] },
  { role: 'Penyelenggara Samarinda', login: 'penyelenggara@contoh.example', person: 'SMD/division/BKPSDM-1', grants: [{ role: 'organiser', scope: 'agency', agency: 'SMD' }] },
  { role: 'Fasilitator', login: 'fasilitator@contoh.example', person: 'SMD/trainer/1', grants: [] },
  { role: 'Peserta', login: 'peserta@contoh.example', person: 'SMD/camat/64.72.03', grants: [] },
  { role: 'Analis SDM Samarinda', login: 'analis@contoh.example', person: 'SMD/analyst/1', grants: [{ role: 'hr_analyst', scope: 'agency', agency: 'SMD' }] },
  { role: 'Kepala Diskominfo Samarinda', login: 'kepala@contoh.example', person: 'SMD/head/DISKOMINFO', grants: [{ role: 'agency_head', scope: 'unit', agency: 'SMD', unit: 'DISKOMINFO' }] },
  { role: 'Penyelenggara Jambi', login: 'jambi@contoh.example', person: 'JBI/secretary/BKPSDM', grants: [{ role: 'organiser', scope: 'agency', agency: 'JBI' }] },
  { role: 'Penyelenggara Bontang', login: 'bontang@contoh.example', person: 'BTG/secretary/BKPSDM', grants: [{ role: 'organiser', scope: 'agency', agency: 'BTG' }] },
];

/** Accounts of a fresh demonstration with their common password. */
export const demoLogins: readonly DemoLogin[] = accounts.map(({ role, login }) => ({ role, login, password }));

/** The identifier of an account by the part of its login before the @. */
export const accountId = (name: string): string => idOf(`account ${name}@contoh.example`);

/** The same person with the address of their account, where they have one. */
export function withLogin(found: DemoPerson): DemoPerson {
  const account = accounts.find(({ person }) => person === found.key);
  return account ? { ...found, person: { ...found.person, email: account.login } } : found;
}

/** Writes the accounts and what they may do. Costly hashing is done once: the password is known to everybody anyway. */
export async function writeAccounts(tx: Transaction, people: ReadonlyMap<string, DemoPerson>): Promise<void> {
  const passwordHash = await hashPassword(password);
  await insertRows(tx, 'account', { id: 'uuid', personId: 'uuid', login: 'text', displayName: 'text', passwordHash: 'text' }, accounts.map(({ role, login, person }) => {
    const found = person === null ? undefined : people.get(person)?.person;
    return { id: idOf(`account ${login}`), personId: found?.id ?? null, login, displayName: found ? nameWithTitles(found) : role, passwordHash };
  }));
  const grants = accounts.flatMap(({ login, grants }) => grants.map(({ role, scope, agency, unit }) => ({
    id: idOf(`grant ${login} ${role}`), accountId: idOf(`account ${login}`), role, scope,
    agencyId: agency ? agencyId(agency) : null, unitId: agency && unit ? unitId(agency, unit) : null,
  })));
  await insertRows(tx, 'role_grant', { id: 'uuid', accountId: 'uuid', role: 'text', scope: 'text', agencyId: 'uuid', unitId: 'uuid' }, grants);
}
