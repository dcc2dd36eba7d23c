import { Injectable } from '@nestjs/common';
import type { AccountQuery, AccountRow, CreateAccountRequest, GrantRequest, Page } from '@jenjang/shared';
import { Account } from '../identity/index.js';
import { Database, Missing, NOTIFY, requireAccess, rowsOf, type Actor, type Transaction } from '../platform/index.js';
import { listAccounts, placeOfGrant, placesOfAccount } from './account.queries.js';
import { followGrants } from './follow-grants.js';
import { LinkService } from './link.service.js';

/** Accounts and the roles they hold. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly links: LinkService,
  ) {}

  list(actor: Actor, query: AccountQuery): Promise<Page<AccountRow>> {
    return listAccounts(this.db, actor, query);
  }

  /** Makes an account with its roles and the link by which its owner sets a password. */
  async create(actor: Actor, request: CreateAccountRequest): Promise<{ id: string; invitation: { url: string; expiresAt: string } }> {
    const agencyId = await this.agencyOf(request);
    requireAccess(actor, 'account.manage', { agencyId }, { kind: 'account', id: request.personId ?? 'new' });
    for (const grant of request.grants) await this.requireGrantable(actor, grant);
    const id = await this.db.transaction(actor, async (tx) => {
      const account = await tx.save(tx.create(Account, { login: request.login, displayName: request.displayName, personId: request.personId ?? null, passwordHash: null, locale: 'id', disabledAt: null }));
      for (const grant of request.grants) await this.insertGrant(tx, actor, account.id, grant);
      if (request.personId) await joinCohorts(tx, actor, request.personId);
      return account.id;
    });
    return { id, invitation: await this.links.invite(actor, id) };
  }

  async grant(actor: Actor, accountId: string, grant: GrantRequest): Promise<void> {
    await this.requireReach(actor, accountId);
    await this.requireGrantable(actor, grant);
    await this.db.transaction(actor, (tx) => this.insertGrant(tx, actor, accountId, grant));
  }

  async withdraw(actor: Actor, accountId: string, grantId: string): Promise<void> {
    await this.requireReach(actor, accountId);
    await this.db.transaction(actor, async (tx) => {
      await tx.query(`update role_grant set revoked_at = now() where id = $1 and account_id = $2 and revoked_at is null`, [grantId, accountId]);
      await tx.query(NOTIFY, ['identity', 'grant']);
    });
  }

  /** Disables or enables; a disabled account is signed out everywhere at once. */
  async able(actor: Actor, accountId: string, enabled: boolean): Promise<void> {
    await this.requireReach(actor, accountId);
    await this.db.transaction(actor, async (tx) => {
      await tx.query(`update account set disabled_at = case when $2 then null else coalesce(disabled_at, now()) end where id = $1`, [accountId, enabled]);
      if (!enabled) await tx.query(`update sign_in set revoked_at = now() where account_id = $1 and revoked_at is null`, [accountId]);
      await tx.query(NOTIFY, ['identity', 'account']);
    });
  }

  private async agencyOf({ personId, grants }: CreateAccountRequest): Promise<string | null> {
    if (!personId) return grants[0] ? ((await placeOfGrant(this.db, grants[0]))?.agencyId ?? null) : null;
    const [person] = await this.db.read<{ agencyId: string }>(`select agency_id as "agencyId" from person where id = $1`, [personId]);
    if (!person) throw new Missing('person', personId);
    return person.agencyId;
  }

  private async requireReach(actor: Actor, accountId: string): Promise<void> {
    const account = await placesOfAccount(this.db, accountId);
    if (!account) throw new Missing('account', accountId);
    for (const place of account.places) requireAccess(actor, 'account.manage', place, { kind: 'account', id: accountId });
  }

  /** Nobody gives what lies beyond their own reach. */
  private async requireGrantable(actor: Actor, grant: GrantRequest): Promise<void> {
    const place = await placeOfGrant(this.db, grant);
    const target = grant.cohortId ?? grant.unitId ?? grant.agencyId ?? 'national';
    if (!place) throw new Missing('role_grant', target);
    requireAccess(actor, 'account.manage', place, { kind: 'role_grant', id: target });
  }

  private async insertGrant(tx: Transaction, actor: Actor, accountId: string, grant: GrantRequest): Promise<void> {
    const place = await placeOfGrant(this.db, grant);
    await tx.query(
      `insert into role_grant (account_id, role, scope, agency_id, unit_id, cohort_id, granted_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [accountId, grant.role, grant.scope, place?.agencyId ?? null, grant.unitId ?? null, grant.cohortId ?? null, actor.accountId]);
    await tx.query(NOTIFY, ['identity', 'grant']);
  }
}

/** Whoever already takes part or teaches somewhere gets the roles that go with it. */
export async function joinCohorts(tx: Transaction, actor: Actor, personId: string): Promise<void> {
  const cohorts = await rowsOf<{ id: string }>(tx,
    `select cohort_id as id from enrolment where person_id = $1 and state = 'accepted'
     union select s.cohort_id from session_facilitator f join session s on s.id = f.session_id where f.person_id = $1`, [personId]);
  for (const { id } of cohorts) {
    await followGrants(tx, actor, id, 'participant', [personId]);
    await followGrants(tx, actor, id, 'facilitator', [personId]);
  }
}
