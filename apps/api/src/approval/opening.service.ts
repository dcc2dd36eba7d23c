import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { linkStanding, Refusal, type ApprovalAnswer, type ApprovalOpening, type ApprovalSummary, type DecideApprovalRequest, type NipReason } from '@jenjang/shared';
import { EnrolmentMoves } from '../enrolment/index.js';
import { newToken, tokenHash } from '../identity/index.js';
import { Clock, Database, HttpProblem, RateLimit, systemActor } from '../platform/index.js';
import { loadApprovalCohort, loadCells, loadNominees } from './approval.queries.js';
import { decideApprovals } from './deciding.js';
import { bindBrowser, findLink, knowsBrowser, loadApprover, loadNips, useLink, type LinkRecord } from './link.queries.js';

const perAddress = { name: 'approval', points: 60, seconds: 60 };
const perLink = { name: 'approvalNip', points: 5, seconds: 3600 };

/** A browser that holds the address of a link. */
export interface Visitor {
  readonly token: string;
  /** The cookie that it sends for this link, by the link's id. */
  readonly cookieOf: (linkId: string) => string | null;
  readonly address: string;
  readonly userAgent: string;
}

/** What opening answers, and the cookie that the browser is known by from now on. */
export interface Opened {
  readonly opening: ApprovalOpening;
  readonly bound: { readonly linkId: string; readonly cookie: string; readonly expiresAt: string } | null;
}

/** A link as whoever holds it uses it, without signing in. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimit,
    private readonly moves: EnrolmentMoves,
  ) {}

  /** The first browser of a link that was sent is bound to it; every other, and each one of a link made by hand, is asked for the approver's NIP. */
  async open(visitor: Visitor, nip: string | undefined): Promise<Opened> {
    const link = await this.openLink(visitor);
    if (await this.isKnown(visitor, link)) return { opening: await this.shown(link), bound: null };
    const asksNip = nipReason(link);
    if (asksNip && nip === undefined) return { opening: { asksNip, summary: null }, bound: null };
    if (asksNip) await this.requireNip(link, nip ?? '');
    const bound = await this.bind(visitor, link);
    return bound ? { opening: await this.shown(link), bound } : { opening: { asksNip: 'otherBrowser', summary: null }, bound: null };
  }

  /** Decides about everyone whom the link asks about, once, under the approver's account. */
  async decide(visitor: Visitor, { decisions }: DecideApprovalRequest): Promise<readonly ApprovalAnswer[]> {
    const link = await this.openLink(visitor);
    if (!(await this.isKnown(visitor, link))) throw new HttpProblem(403, link.byHand ? 'approval.byHand' : 'approval.otherBrowser');
    const decided = new Set(decisions.map(({ enrolmentId }) => enrolmentId));
    const missing = link.enrolmentIds.filter((id) => !decided.has(id)).length;
    if (missing > 0) throw new Refusal('approval.undecided', { missing });
    const approver = await loadApprover(this.db, link.approverId, '');
    if (!approver) throw new HttpProblem(410, 'approval.revoked');
    return this.db.transaction(approver, async (tx) => {
      const now = this.clock.now();
      if (!(await useLink(tx, link.id, now))) throw usedProblem({ ...link, usedAt: now.toISOString() });
      return decideApprovals(tx, this.moves, approver, { cohortId: link.cohortId, decisions, asked: new Set(link.enrolmentIds), details: { approvalLinkId: link.id } });
    });
  }

  /** @throws HttpProblem 404 for guesses, 410 in words for links that are over, 429. */
  private async openLink({ token, address }: Visitor): Promise<LinkRecord> {
    await this.limits.count(perAddress, address);
    const link = await findLink(this.db, tokenHash(token));
    if (!link) throw new HttpProblem(404, 'approval.unknown');
    switch (linkStanding(link, this.clock.now().toISOString())) {
      case 'used': throw usedProblem(link);
      case 'revoked': throw new HttpProblem(410, 'approval.revoked');
      case 'expired': throw new HttpProblem(410, 'approval.expired', { expiredAt: link.expiresAt, zone: link.zone });
      case 'open': return link;
    }
  }

  private async isKnown({ cookieOf }: Visitor, link: LinkRecord): Promise<boolean> {
    const cookie = cookieOf(link.id);
    return cookie !== null && knowsBrowser(this.db, link.id, tokenHash(cookie));
  }

  private async requireNip(link: LinkRecord, nip: string): Promise<void> {
    await this.limits.count(perLink, link.id);
    const nips = await loadNips(this.db, link.approverPersonId);
    // Compared also when there is none, so that nobody learns from the time taken.
    const fits = [...nips, 'none'].filter((known) => sameText(known, nip)).length > 0;
    if (!fits) throw new HttpProblem(403, 'approval.nipWrong', {}, [{ path: 'nip', code: 'approval.nipWrong' }]);
  }

  private async bind({ userAgent }: Visitor, link: LinkRecord): Promise<Opened['bound']> {
    const cookie = newToken();
    const knownBy = nipReason(link) ? 'nip' : 'first';
    const isBound = await this.db.transaction(systemActor(), (tx) => bindBrowser(tx, { linkId: link.id, cookieHash: tokenHash(cookie), knownBy, userAgent, boundAt: this.clock.now() }));
    return isBound ? { linkId: link.id, cookie, expiresAt: link.expiresAt } : null;
  }

  private async shown(link: LinkRecord): Promise<ApprovalOpening> {
    const [{ route: _route, ...cohort }, nominees, approver] = await Promise.all([
      loadApprovalCohort(this.db, link.cohortId), loadNominees(this.db, link.cohortId, link.enrolmentIds), loadApprover(this.db, link.approverId, ''),
    ]);
    const { agencyName, nominatedBy, letterNumber, letterOn, expiresAt } = link;
    const cells = await loadCells(this.db, link.cohortId, nominees.map(({ unitPath }) => unitPath));
    const summary: ApprovalSummary = { cohort, agencyName, approverName: approver?.displayName ?? '', nominatedBy, letterNumber, letterOn, expiresAt, cells, people: nominees.map(({ person }) => person) };
    return { asksNip: null, summary };
  }
}

/** Whoever made a link by hand held it before the approver did: its first browser proves nothing. */
function nipReason({ byHand, isBound }: LinkRecord): NipReason | null {
  if (byHand) return 'byHand';
  return isBound ? 'otherBrowser' : null;
}

function usedProblem({ usedAt, zone }: LinkRecord): HttpProblem {
  return new HttpProblem(410, 'approval.used', { usedAt, zone });
}

/** Takes the same time wherever the texts differ. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
