import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@jenjang/shared';
import { findByLogin, hashPassword, newToken, requireDecentPassword, tokenHash } from '../identity/index.js';
import { Clock, CONFIG, Database, HttpProblem, Missing, NOTIFY, RateLimit, requireAccess, rowsOf, systemActor, type Actor, type Config } from '../platform/index.js';
import { placesOfAccount } from './account.queries.js';
import { MailService } from './mail.service.js';

const INVITATION_HOURS = 7 * 24;
const RESET_HOURS = 2;
const triesPerAddress = { name: 'link', points: 20, seconds: 600 };

interface LinkRow {
  readonly id: string;
  readonly account_id: string;
  readonly purpose: 'invitation' | 'reset';
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly display_name: string;
  readonly login: string;
}

/** Links that set a password once: invitations and resets. */
@Injectable()
export class LinkService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimit,
    private readonly mail: MailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A fresh link for an account, shown once to whoever manages it. Earlier unused links stop working. */
  async invite(actor: Actor, accountId: string): Promise<{ url: string; expiresAt: string }> {
    const account = await placesOfAccount(this.db, accountId);
    if (!account) throw new Missing('account', accountId);
    for (const place of account.places) requireAccess(actor, 'account.manage', place, { kind: 'account', id: accountId });
    const { url, expiresAt } = await this.create(actor, accountId, account.hasPassword ? 'reset' : 'invitation');
    return { url, expiresAt };
  }

  /** Sends a reset link by mail when the login exists and mail is set up; the answer never tells. */
  async askReset(login: string, address: string): Promise<void> {
    await this.limits.count(triesPerAddress, address);
    const account = await findByLogin(this.db, login.trim().toLowerCase());
    if (!account || !this.mail.ready) return;
    const link = await this.create(systemActor(), account.id, 'reset');
    await this.mail.sendReset(account.id, link);
  }

  async describe(token: string, address: string): Promise<{ displayName: string; login: string; purpose: string }> {
    const link = await this.load(token, address);
    return { displayName: link.display_name, login: link.login, purpose: link.purpose };
  }

  /** Sets the password, ends all sign-ins of the account, and uses the link up. */
  async use(token: string, password: string, address: string): Promise<void> {
    const link = await this.load(token, address);
    requireDecentPassword(password, link.login);
    const hash = await hashPassword(password);
    await this.db.transaction({ ...systemActor(), accountId: link.account_id }, async (tx) => {
      const used = await rowsOf(tx, `update one_time_link set used_at = $2 where id = $1 and used_at is null returning id`, [link.id, this.clock.now()]);
      if (used.length === 0) throw new Refusal('link.used', { usedAt: this.clock.now().toISOString() });
      await tx.query(`update account set password_hash = $2 where id = $1`, [link.account_id, hash]);
      await tx.query(`update sign_in set revoked_at = now() where account_id = $1 and revoked_at is null`, [link.account_id]);
      await tx.query(NOTIFY, ['identity', 'changed']);
    });
  }

  private async create(actor: Actor, accountId: string, purpose: 'invitation' | 'reset'): Promise<{ id: string; url: string; expiresAt: string }> {
    const [id, token] = [randomUUID(), newToken()];
    const hours = purpose === 'invitation' ? INVITATION_HOURS : RESET_HOURS;
    const expiresAt = new Date(this.clock.now().getTime() + hours * 3_600_000);
    await this.db.transaction(actor, async (tx) => {
      await tx.query(`update one_time_link set expires_at = $2 where account_id = $1 and used_at is null and expires_at > $2`, [accountId, this.clock.now()]);
      await tx.query(`insert into one_time_link (id, account_id, purpose, token_hash, expires_at) values ($1, $2, $3, $4, $5)`, [id, accountId, purpose, tokenHash(token), expiresAt]);
    });
    return { id, url: `${this.config.publicUrl}/tautan/${token}`, expiresAt: expiresAt.toISOString() };
  }

  private async load(token: string, address: string): Promise<LinkRow> {
    await this.limits.count(triesPerAddress, address);
    const [link] = await this.db.read<LinkRow>(
      `select l.*, a.display_name, a.login from one_time_link l join account a on a.id = l.account_id
       where l.token_hash = $1 and a.disabled_at is null`, [tokenHash(token)]);
    if (!link) throw new HttpProblem(404, 'notFound');
    if (link.used_at) throw new Refusal('link.used', { usedAt: link.used_at.toISOString() });
    if (link.expires_at <= this.clock.now()) throw new HttpProblem(410, 'link.expired');
    return link;
  }
}
