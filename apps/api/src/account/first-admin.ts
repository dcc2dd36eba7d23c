import { newToken, tokenHash } from '../identity/index.js';
import { systemActor, type Database } from '../platform/index.js';

/** Who is to manage an installation. */
export interface NewAdmin {
  readonly login: string;
  readonly displayName: string;
  readonly publicUrl: string;
}

/** Makes a national admin without a password. @returns the link that sets one, once, within seven days. */
export async function inviteAdmin(db: Database, { login, displayName, publicUrl }: NewAdmin): Promise<string> {
  const token = newToken();
  await db.transaction(systemActor(), async (tx) => {
    const [account] = await tx.query<{ id: string }[]>(`insert into account (login, display_name) values ($1, $2) returning id`, [login.toLowerCase(), displayName]);
    await tx.query(`insert into role_grant (account_id, role, scope) values ($1, 'admin', 'national')`, [account?.id]);
    await tx.query(`insert into one_time_link (account_id, purpose, token_hash, expires_at) values ($1, 'invitation', $2, now() + interval '7 days')`, [account?.id, tokenHash(token)]);
  });
  return `${publicUrl}/tautan/${token}`;
}
