import { Injectable } from '@nestjs/common';
import {
  absenceEffect, decideAbsence, lateAbsenceDays, Refusal,
  type AbsenceChoice, type AbsenceEffect, type AbsencePreviewRequest, type AbsenceQuery, type AbsenceRequestView, type AbsenceRow, type AskAbsenceRequest, type DecideAbsenceRequest, type Page,
} from '@jenjang/shared';
import { announce } from '../message/index.js';
import { Clock, Database, HttpProblem, Missing, pageOf, requireAccess, rowsOf, type Actor, type Transaction } from '../platform/index.js';
import {
  holdOwnEnrolment, holdRequest, loadChoices, loadDecision, loadGrounds, loadJudgedSessions, loadOwnRequests, requestList, type HeldRequest, type JudgedSession, type RequestRow,
} from './absence.queries.js';
import { excuse, insertDecision, insertRequest } from './absence.writes.js';

/** Requests to be away: asked by participants, decided by those who mark attendance. */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  choices({ personId }: Actor): Promise<AbsenceChoice[]> {
    const now = this.clock.now();
    return personId === null ? Promise.resolve([]) : loadChoices(this.db, personId, new Date(now.getTime() - lateAbsenceDays * 86_400_000), now);
  }

  own({ personId }: Actor): Promise<AbsenceRequestView[]> {
    return personId === null ? Promise.resolve([]) : loadOwnRequests(this.db, personId);
  }

  /** What a request would mean; nothing is written. */
  async preview(actor: Actor, request: AbsencePreviewRequest): Promise<AbsenceEffect> {
    const enrolmentId = await this.db.transaction(actor, async (tx) => (await this.judge(tx, actor, request)).enrolmentId);
    return this.effect(request.cohortId, enrolmentId, request);
  }

  async ask(actor: Actor, request: AskAbsenceRequest): Promise<{ id: string }> {
    return this.db.transaction(actor, async (tx) => {
      const { enrolmentId, late, agencyId } = await this.judge(tx, actor, request);
      await requireOwnLetter(tx, actor, request.letterFileId);
      const id = await insertRequest(tx, enrolmentId, request, { late, accountId: actor.accountId, now: this.clock.now() });
      await tellOrganisers(tx, { id, agencyId, request, name: actor.displayName });
      return { id };
    });
  }

  /** Takes back an own request that nobody decided yet. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const request = await holdRequest(tx, id);
      if (request?.personId !== actor.personId) throw new Missing('absence_request', id);
      await requireOpen(tx, id);
      await insertDecision(tx, id, { outcome: 'withdrawn', note: '', accountId: actor.accountId, now: this.clock.now() });
    });
  }

  /** Requests of a cohort; those still open with what approving and refusing would mean. */
  async list(actor: Actor, cohortId: string, query: AbsenceQuery): Promise<Page<AbsenceRow>> {
    const [cohort] = await this.db.read<{ agencyId: string }>(`select agency_id as "agencyId" from cohort where id = $1`, [cohortId]);
    if (!cohort) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'attendance.read', { ...cohort, cohortId }, { kind: 'cohort', id: cohortId });
    const page = await pageOf<RequestRow>(this.db, query, { ...requestList, values: [cohortId, query.state ?? null] });
    const open = page.rows.filter(({ state }) => state === 'open').map(({ enrolmentId }) => enrolmentId);
    const grounds = await loadGrounds(this.db, cohortId, open);
    return { ...page, rows: page.rows.map((row) => ({ ...row, effect: row.state === 'open' ? this.effectOn(grounds, row) : null })) };
  }

  /** Approves or refuses; approving marks the sessions that were not attended. */
  async decide(actor: Actor, id: string, { outcome, note = '' }: DecideAbsenceRequest): Promise<void> {
    if (outcome === 'refused' && note.length < 3) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'note', code: 'absence.noteMissing' }]);
    await this.db.transaction(actor, async (tx) => {
      const request = await holdRequest(tx, id);
      if (!request) throw new Missing('absence_request', id);
      requireAccess(actor, 'attendance.mark', request, { kind: 'absence_request', id });
      await requireOpen(tx, id);
      await insertDecision(tx, id, { outcome, note, accountId: actor.accountId, now: this.clock.now() });
      if (outcome === 'approved') await excuse(tx, request, actor.accountId);
      await tellParticipant(tx, request, outcome, note);
    }, note);
  }

  private async effect(cohortId: string, enrolmentId: string, { sessionIds, kind }: AbsencePreviewRequest): Promise<AbsenceEffect> {
    const ground = (await loadGrounds(this.db, cohortId, [enrolmentId])).get(enrolmentId);
    if (!ground) throw new Missing('enrolment', enrolmentId);
    return absenceEffect(ground, sessionIds, kind, this.clock.now().getTime());
  }

  private effectOn(grounds: Awaited<ReturnType<typeof loadGrounds>>, { enrolmentId, sessions, kind }: RequestRow): AbsenceEffect | null {
    const ground = grounds.get(enrolmentId);
    return ground ? absenceEffect(ground, sessions.map(({ sessionId }) => sessionId), kind, this.clock.now().getTime()) : null;
  }

  private async judge(tx: Transaction, { personId }: Actor, { cohortId, sessionIds }: AbsencePreviewRequest): Promise<{ enrolmentId: string; late: boolean; agencyId: string | null }> {
    const enrolmentId = await holdOwnEnrolment(tx, cohortId, personId);
    if (enrolmentId === null) throw new Missing('cohort', cohortId);
    const sessions = await loadJudgedSessions(tx, enrolmentId, sessionIds);
    const decision = decideAbsence({ nowMs: this.clock.now().getTime(), sessions });
    if (decision.outcome === 'refused') throw refusal(decision.code, sessions.find(({ sessionId }) => sessionId === decision.sessionId));
    const [cohort] = await rowsOf<{ agencyId: string }>(tx, `select agency_id as "agencyId" from cohort where id = $1`, [cohortId]);
    return { enrolmentId, late: decision.late, agencyId: cohort?.agencyId ?? null };
  }
}

function refusal(code: string, session: JudgedSession | undefined): Refusal {
  return new Refusal(code, { title: session?.title ?? '', limit: lateAbsenceDays }, [{ path: 'sessionIds', code, value: session?.sessionId }]);
}

async function requireOpen(tx: Transaction, requestId: string): Promise<void> {
  const decision = await loadDecision(tx, requestId);
  if (decision) throw new Refusal('absence.decided', { ...decision });
}

/** A letter must be the asker's own upload. */
async function requireOwnLetter(tx: Transaction, { accountId }: Actor, fileId: string | undefined): Promise<void> {
  if (fileId === undefined) return;
  const rows = await rowsOf(tx, `select from stored_file where id = $1 and created_by = $2`, [fileId, accountId]);
  if (rows.length === 0) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'letterFileId', code: 'absence.letterUnknown', value: fileId }]);
}

async function tellOrganisers(tx: Transaction, { id, agencyId, request, name }: { id: string; agencyId: string | null; request: AskAbsenceRequest; name: string }): Promise<void> {
  const accounts = await rowsOf<{ accountId: string }>(tx,
    `select distinct account_id as "accountId" from role_grant where role = 'organiser' and revoked_at is null and (cohort_id = $1 or (scope = 'agency' and agency_id = $2))`, [request.cohortId, agencyId]);
  await announce(tx, accounts.map(({ accountId }) => ({
    event: 'absence.requested' as const, accountId, cohortId: request.cohortId, agencyId,
    facts: { person: name, sessions: request.sessionIds.length, reason: request.reason }, key: `absence.requested:${id}:${accountId}`,
  })));
}

async function tellParticipant(tx: Transaction, request: HeldRequest, outcome: string, note: string): Promise<void> {
  await announce(tx, [{
    event: 'absence.decided', personId: request.personId, cohortId: request.cohortId, agencyId: request.agencyId,
    facts: { outcome, note, sessions: request.sessionIds.length }, key: `absence.decided:${request.id}`,
  }]);
}
