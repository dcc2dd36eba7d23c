import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Request } from 'express';
import type { Subscription } from 'rxjs';
import type { SignInRow } from '@jenjang/shared';
import { Clock, Database, Live, NOTIFY, type Actor } from '../platform/index.js';
import { loadSignIn, type SignInRecord } from './actor.queries.js';
import { newToken, tokenHash } from './secret.js';

const IDLE_HOURS = 12;
const TOUCH_EVERY_MS = 5 * 60_000;
const REMEMBER_MS = 3_000;
const REMEMBER_AT_MOST = 5_000;

/** Signed-in browsers: opened, recognised, ended. */
@Injectable()
export class SignInService implements OnModuleDestroy {
  /** Sign-ins seen a moment ago. Ended ones are dropped by notification; a lost one costs three seconds. */
  private readonly recent = new Map<string, { record: SignInRecord; until: number }>();
  private changes: Subscription | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** @returns the token for the cookie. */
  async open(account: { id: string }, request: Request, as: Actor): Promise<string> {
    const token = newToken();
    await this.db.transaction(as, (tx) =>
      tx.query(
        `insert into sign_in (account_id, token_hash, expires_at, ip, user_agent) values ($1, $2, $3, $4, $5)`,
        [account.id, tokenHash(token), this.idleEnd(), request.ip ?? null, request.get('user-agent')?.slice(0, 400) ?? null],
      ),
    );
    return token;
  }

  /** Who is behind a cookie, or null. */
  async recognise(token: string): Promise<SignInRecord | null> {
    this.changes ??= this.live.on('identity').subscribe(() => { this.recent.clear(); });
    const key = tokenHash(token).toString('base64');
    const now = this.clock.now();
    const known = this.recent.get(key);
    if (known && known.until > now.getTime()) return known.record;
    const record = await loadSignIn(this.db, tokenHash(token), now);
    if (!record) return null;
    if (now.getTime() - record.lastSeenAt.getTime() > TOUCH_EVERY_MS) await this.touch(record, now);
    if (this.recent.size >= REMEMBER_AT_MOST) this.recent.clear();
    this.recent.set(key, { record, until: now.getTime() + REMEMBER_MS });
    return record;
  }

  /** Ends one sign-in of the actor; nothing happens when it is not theirs. */
  async end(actor: Actor, signInId: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await tx.query(`update sign_in set revoked_at = now() where id = $1 and account_id = $2 and revoked_at is null`, [signInId, actor.accountId]);
      await tx.query(NOTIFY, ['identity', 'ended']);
    });
    this.recent.clear();
  }

  async list(actor: Actor): Promise<SignInRow[]> {
    return this.db.read<SignInRow>(
      `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", user_agent as "userAgent", id = $2 as current
       from sign_in where account_id = $1 and revoked_at is null and expires_at > now() order by last_seen_at desc limit 100`,
      [actor.accountId, actor.signInId]);
  }

  onModuleDestroy(): void {
    this.changes?.unsubscribe();
  }

  private idleEnd(): Date {
    return new Date(this.clock.now().getTime() + IDLE_HOURS * 3_600_000);
  }

  private async touch(record: SignInRecord, now: Date): Promise<void> {
    await this.db.execute(`update sign_in set last_seen_at = $2, expires_at = $3 where id = $1`, [record.signInId, now, this.idleEnd()]);
  }
}
