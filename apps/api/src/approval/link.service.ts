import { Inject, Injectable } from '@nestjs/common';
import {
  approvalLinkHours, approversToAsk, linkStanding, Refusal, type ApprovalLinkRow, type ApproverChoice, type CreateApprovalLinkRequest, type MadeApprovalLink,
} from '@jenjang/shared';
import { newToken, tokenHash } from '../identity/index.js';
import { announce } from '../message/index.js';
import { Clock, CONFIG, Database, Missing, requireAccess, type Actor, type Config, type Transaction } from '../platform/index.js';
import { loadApprovalCohort, loadWaiting } from './approval.queries.js';
import { insertLink, loadApprover, loadApproverChoices, loadApprovers, loadLinkPlace, loadLinks, loadNips, loadNomination, type NominationRecord } from './link.queries.js';

/** Whom a link is for, and about whom. */
interface LinkWish {
  readonly cohortId: string;
  readonly nominationId: string | null;
  readonly approverId: string;
  readonly unitName: string;
  readonly enrolmentIds: readonly string[];
  /** Whether the maker gets the address, to copy it. */
  readonly byHand: boolean;
}

/** One-tap links: sent when a nomination is submitted, or made by hand and copied. */
@Injectable()
export class ApprovalLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks the approvers of a nomination in the transaction that submits it. Cohorts without the agency's step ask nobody. @returns how many were asked. */
  async ask(tx: Transaction, actor: Actor, nominationId: string): Promise<number> {
    const nomination = await loadNomination(tx, nominationId);
    if (!nomination || nomination.waiting.length === 0) return 0;
    const { route } = await loadApprovalCohort(tx, nomination.cohortId);
    if (route !== 'two_steps') return 0;
    const approvers = approversToAsk(await loadApprovers(tx, nomination.agencyId, nomination.unitId), [nomination.submittedBy, nomination.onBehalfOf]);
    for (const approverId of approvers) await this.make(tx, actor, { ...wishOf(nomination, approverId), byHand: false });
    return approvers.length;
  }

  /** A link made by the organiser, for everybody who waits for the approver or for some of them. The approver is told too. */
  async create(actor: Actor, cohortId: string, { approverId, enrolmentIds }: CreateApprovalLinkRequest): Promise<MadeApprovalLink> {
    await this.requireCohort(actor, cohortId);
    const approver = await loadApprover(this.db, approverId, actor.requestId);
    if (!approver) throw new Refusal('approval.approverUnknown');
    return this.db.transaction(actor, async (tx) => {
      const waiting = await loadWaiting(tx, approver, cohortId);
      const asked = waiting.filter(({ person }) => !enrolmentIds || enrolmentIds.includes(person.enrolmentId));
      if (asked.length === 0) throw new Refusal('approval.nobodyWaits');
      const unitName = asked[0]?.person.unitName ?? '';
      // People of one letter are shown with it; those of several have none to show.
      const [nominationId = null, ...others] = new Set(asked.map((nominee) => nominee.nominationId));
      return this.makeByHand(tx, actor, { cohortId, nominationId: others.length === 0 ? nominationId : null, approverId, unitName, enrolmentIds: asked.map(({ person }) => person.enrolmentId) });
    });
  }

  /** A link made by whoever may nominate for the agency, for those of one letter who still wait. */
  async createForNomination(actor: Actor, nominationId: string, { approverId }: CreateApprovalLinkRequest): Promise<MadeApprovalLink> {
    return this.db.transaction(actor, async (tx) => {
      const nomination = await loadNomination(tx, nominationId);
      if (!nomination) throw new Missing('nomination', nominationId);
      requireAccess(actor, 'nomination.submit', nomination, { kind: 'nomination', id: nominationId });
      const approvers = await loadApprovers(tx, nomination.agencyId, nomination.unitId);
      if (!approvers.some(({ accountId }) => accountId === approverId)) throw new Refusal('approval.approverUnknown');
      if (nomination.waiting.length === 0) throw new Refusal('approval.nobodyWaits');
      return this.makeByHand(tx, actor, wishOf(nomination, approverId));
    });
  }

  async list(actor: Actor, cohortId: string): Promise<readonly ApprovalLinkRow[]> {
    await this.requireCohort(actor, cohortId);
    const now = this.clock.now().toISOString();
    return (await loadLinks(this.db, cohortId)).map((link) => ({ ...link, standing: linkStanding(link as ApprovalLinkRow & { revokedAt: string | null }, now) }));
  }

  async approvers(actor: Actor, cohortId: string): Promise<readonly ApproverChoice[]> {
    await this.requireCohort(actor, cohortId);
    return loadApproverChoices(this.db, cohortId);
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const place = await loadLinkPlace(tx, id);
      if (!place) throw new Missing('approval_link', id);
      requireAccess(actor, 'enrolment.manage', place, { kind: 'approval_link', id });
      await tx.query(`update approval_link set revoked_at = $2 where id = $1 and revoked_at is null and used_at is null`, [id, this.clock.now()]);
    });
  }

  /** Whoever makes the link could open it first: it asks for the NIP of the approver, who must have one. */
  private async makeByHand(tx: Transaction, actor: Actor, wish: Omit<LinkWish, 'byHand'>): Promise<MadeApprovalLink> {
    const approver = await loadApprover(tx, wish.approverId, actor.requestId);
    if (!approver) throw new Refusal('approval.approverUnknown');
    if ((await loadNips(tx, approver.personId)).length === 0) throw new Refusal('approval.noNip', { name: approver.displayName });
    return this.make(tx, actor, { ...wish, byHand: true });
  }

  private async make(tx: Transaction, actor: Actor, wish: LinkWish): Promise<MadeApprovalLink> {
    const token = newToken();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + approvalLinkHours * 3_600_000);
    const { cohortId, nominationId, approverId, enrolmentIds, byHand } = wish;
    const id = await insertLink(tx, { cohortId, nominationId, approverId, enrolmentIds, byHand, tokenHash: tokenHash(token), createdBy: actor.accountId, createdAt, expiresAt });
    const url = `${this.config.publicUrl}/persetujuan/${token}`;
    const cohort = await loadApprovalCohort(tx, cohortId);
    const facts = { cohort: cohort.name, programme: cohort.programmeName, unit: wish.unitName, count: enrolmentIds.length, expiresAt: expiresAt.toISOString(), zone: cohort.zone, link: url, url };
    await announce(tx, [{ event: 'nomination.approvalAsked', accountId: approverId, cohortId, facts, key: `approval:${id}` }]);
    const approver = await loadApprover(tx, approverId, actor.requestId);
    return { id, url, approverName: approver?.displayName ?? '', expiresAt: expiresAt.toISOString(), people: enrolmentIds.length };
  }

  private async requireCohort(actor: Actor, id: string): Promise<void> {
    const [cohort] = await this.db.read<{ agencyId: string }>(`select agency_id as "agencyId" from cohort where id = $1`, [id]);
    if (!cohort) throw new Missing('cohort', id);
    requireAccess(actor, 'enrolment.manage', { agencyId: cohort.agencyId, cohortId: id }, { kind: 'cohort', id });
  }
}

function wishOf({ id, cohortId, unitName, waiting }: NominationRecord, approverId: string): Omit<LinkWish, 'byHand'> {
  return { cohortId, nominationId: id, approverId, unitName, enrolmentIds: waiting };
}
