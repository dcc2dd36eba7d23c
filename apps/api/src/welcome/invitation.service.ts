import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refusal, takesSeat, welcomeDays, type EnrolmentState, type WelcomeSent } from '@jenjang/shared';
import { Attachments, Mailer } from '../delivery/index.js';
import { newToken, tokenHash } from '../identity/index.js';
import { announce } from '../message/index.js';
import { Clock, Database, Missing, requireAccess, systemActor, type Actor } from '../platform/index.js';
import { endLinks, hasAccount, insertLink, loadInvitee } from './welcome.queries.js';

/** Makes links to the first sign-in: one for each message that leaves with one. */
@Injectable()
export class InvitationService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attachments: Attachments,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.attachments.handleWelcome((reader) => this.pathFor(reader));
  }

  /** Sends a fresh link; earlier ones stop working. Asking twice within a minute is asking once. */
  async invite(actor: Actor, enrolmentId: string): Promise<WelcomeSent> {
    const invitee = await loadInvitee(this.db, enrolmentId);
    if (!invitee) throw new Missing('enrolment', enrolmentId);
    const { personId, cohortId, agencyId, fullName: name } = invitee;
    requireAccess(actor, 'enrolment.manage', { agencyId, cohortId }, { kind: 'enrolment', id: enrolmentId });
    if (invitee.hasAccount) throw new Refusal('welcome.hasAccount', { name });
    if (!takesSeat(invitee.state as EnrolmentState)) throw new Refusal('welcome.noSeat');
    if (invitee.email === null) throw new Refusal('welcome.noAddress', { name });
    if (!this.mailer.ready) throw new Refusal('welcome.mailOff');
    const now = this.clock.now();
    await this.db.transaction(actor, async (tx) => {
      await endLinks(tx, personId, now);
      await announce(tx, [{ event: 'welcome.invited', personId, cohortId, agencyId, facts: {}, key: `welcome.invited:${enrolmentId}:${now.toISOString().slice(0, 16)}` }]);
    });
    return { name };
  }

  /** A path that works once, or that of signing in when the reader made an account meanwhile. */
  private async pathFor({ personId, cohortId }: { readonly personId: string; readonly cohortId: string }): Promise<string> {
    if (await hasAccount(this.db, personId)) return '/masuk';
    const [token, createdAt] = [newToken(), this.clock.now()];
    const expiresAt = new Date(createdAt.getTime() + welcomeDays * 86_400_000);
    await this.db.transaction(systemActor(), (tx) => insertLink(tx, { personId, cohortId, tokenHash: tokenHash(token), createdAt, expiresAt }));
    return `/mulai/${token}`;
  }
}
