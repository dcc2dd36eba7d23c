import { Injectable } from '@nestjs/common';
import { permissions, permissionsOfRole, type Me, type PreferencesRequest } from '@jenjang/shared';
import { Clock, Database, Missing, NOTIFY, systemActor, type Actor, type ActorRequest } from '../platform/index.js';
import { loadMyGrants } from './actor.queries.js';
import { SignInService } from './sign-in.service.js';

/** Opening a sign-in and telling the caller who they are. */
@Injectable()
export class AuthService {
  constructor(
    private readonly db: Database,
    private readonly signIns: SignInService,
    private readonly clock: Clock,
  ) {}

  async signIn(account: { id: string }, request: ActorRequest): Promise<{ me: Me; token: string }> {
    const as = { ...systemActor(), accountId: account.id, requestId: request.requestId };
    const token = await this.signIns.open(account, request, as);
    return { me: await this.describe(account.id), token };
  }

  async me(actor: Actor): Promise<Me> {
    return this.describe(actor.accountId ?? '');
  }

  async prefer(actor: Actor, { locale }: PreferencesRequest): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await tx.query(`update account set locale = $2 where id = $1`, [actor.accountId, locale]);
      await tx.query(NOTIFY, ['identity', 'changed']);
    });
  }

  private async describe(accountId: string): Promise<Me> {
    const [account] = await this.db.read<Me['account']>(
      `select id, display_name as "displayName", login, locale, person_id as "personId" from account where id = $1`, [accountId]);
    if (!account) throw new Missing('account', accountId);
    const grants = await loadMyGrants(this.db, accountId, this.clock.now());
    const held = new Set(grants.flatMap((grant) => permissionsOfRole[grant.role]));
    return { account, grants, permissions: permissions.filter((permission) => held.has(permission)) };
  }
}
