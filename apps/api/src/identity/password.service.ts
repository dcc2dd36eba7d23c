import { Injectable } from '@nestjs/common';
import { pauseAfter } from '@jenjang/shared';
import { Clock, Database, HttpProblem, NOTIFY, rowsOf, systemActor, type Actor } from '../platform/index.js';
import { findByLogin } from './actor.queries.js';
import { hashPassword, passwordFits, requireDecentPassword } from './secret.js';

/** Checking and changing passwords, with a pause that grows with every wrong one. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws HttpProblem 401 when it does not fit, 429 while paused: the same for known and unknown logins. */
  async check(given: string, password: string): Promise<{ id: string }> {
    const login = given.trim().toLowerCase().slice(0, 254);
    await this.refuseWhilePaused(login);
    const account = await findByLogin(this.db, login.replace(/^(\d[\d ]{17,24})$/, (nip) => nip.replaceAll(' ', '')));
    if (!(await passwordFits(account?.passwordHash ?? null, password)) || !account) {
      await this.countFailure(login);
      throw new HttpProblem(401, 'signIn.wrong');
    }
    await this.db.execute(`delete from sign_in_failure where login = $1`, [login]);
    return { id: account.id };
  }

  /** Changes one's own password and ends every other sign-in. */
  async change(actor: Actor, current: string, password: string): Promise<void> {
    const [account] = await this.db.read<{ login: string; hash: string | null }>(`select login, password_hash as hash from account where id = $1`, [actor.accountId]);
    if (!account || !(await passwordFits(account.hash, current))) throw new HttpProblem(401, 'signIn.wrong', {}, [{ path: 'current', code: 'signIn.wrong' }]);
    requireDecentPassword(password, account.login);
    const hash = await hashPassword(password);
    await this.db.transaction(actor, async (tx) => {
      await tx.query(`update account set password_hash = $2 where id = $1`, [actor.accountId, hash]);
      await tx.query(`update sign_in set revoked_at = now() where account_id = $1 and id is distinct from $2 and revoked_at is null`, [actor.accountId, actor.signInId]);
      await tx.query(NOTIFY, ['identity', 'changed']);
    });
  }

  private async refuseWhilePaused(login: string): Promise<void> {
    const [row] = await this.db.read<{ until: Date }>(`select locked_until as until from sign_in_failure where login = $1 and locked_until > $2`, [login, this.clock.now()]);
    if (!row) return;
    const seconds = Math.ceil((row.until.getTime() - this.clock.now().getTime()) / 1000);
    throw new HttpProblem(429, 'signIn.paused', { seconds }, [], { 'retry-after': String(seconds) });
  }

  private async countFailure(login: string): Promise<void> {
    await this.db.transaction(systemActor(), async (tx) => {
      const [row] = await rowsOf<{ failures: number }>(tx,
        `insert into sign_in_failure (login, failures, last_failed_at) values ($1, 1, $2)
         on conflict (login) do update set failures = sign_in_failure.failures + 1, last_failed_at = $2 returning failures`, [login, this.clock.now()]);
      const pause = pauseAfter(row?.failures ?? 1);
      if (pause === 0) return;
      await tx.query(`update sign_in_failure set locked_until = $2 where login = $1`, [login, new Date(this.clock.now().getTime() + pause * 1000)]);
    });
  }
}
