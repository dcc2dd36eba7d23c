import { Injectable } from '@nestjs/common';
import {
  cellWords, claimsOnReserve, decideReplacement, localDate, nameWithTitles, Refusal, takesSeat, type MoveOutcome, type Page, type QuotaPlace, type ReplacementCandidate,
  type ReplacementDecision, type ReplacementFacts, type ReplacementQuery, type ReplacementView, type ReplaceRequest, type WithdrawRequest,
} from '@jenjang/shared';
import { holdCohort, type LockedCohort } from '../cohort/index.js';
import { EnrolmentMoves, factsOf } from '../enrolment/index.js';
import { behalfAt, Clock, Database, HttpProblem, mayAt, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { growReserve, loadEnrolmentId, loadLeaver, loadPlace, loadReplacements, shrinkCell, type Leaver } from './replacement.queries.js';
import { loadNamedCell, loadPassingRules, loadWaiting, type NamedCell } from './waiting.queries.js';

/** In whose right somebody is taken out of a cohort: the organiser's, or that of the agency that sent the person. */
interface Right {
  readonly organises: boolean;
  readonly onBehalfOf: string | null;
}

/** A participant on the way out, in a locked cohort. */
interface Held {
  readonly cohort: LockedCohort;
  readonly leaver: Leaver;
  readonly right: Right;
}

/** With all that decides about a replacement. */
interface Leaving extends Held {
  readonly cell: NamedCell | null;
  readonly facts: ReplacementFacts;
}

/** Leaving a cohort, and coming in for somebody who leaves. */
@Injectable()
export class ReplacementService {
  constructor(
    private readonly db: Database,
    private readonly moves: EnrolmentMoves,
    private readonly clock: Clock,
  ) {}

  async withdraw(actor: Actor, id: string, { code, reason }: WithdrawRequest): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const { cohort, leaver, right } = await held(tx, actor, id);
      demandMoved(await this.moves.move(tx, actor, cohort, [{ enrolmentId: leaver.id, to: 'withdrawn', code, reason: reason ?? null }], { onBehalfOf: right.onBehalfOf }));
    }, reason);
  }

  /** What a replacement would mean today; nobody moves. */
  view(actor: Actor, id: string): Promise<ReplacementView> {
    return this.db.transaction(actor, async (tx) => {
      const { leaver, facts, cell, right } = await this.leaving(tx, actor, id);
      const { rule } = decideReplacement(facts, { unitPath: leaver.unitPath ?? '', band: 'NONE' });
      return {
        enrolmentId: id, name: nameWithTitles(leaver.person), cohortName: leaver.cohortName, rule, cutOffOn: facts.cutOffOn, cell: rule === 'keepsCell' && cell ? cellWords(cell.unitName, cell.band, 'id') : null,
        claims: rule === 'reserve' ? facts.claims : 0, mayOverride: right.organises,
      };
    });
  }

  async candidates(actor: Actor, id: string, query: ReplacementQuery): Promise<Page<ReplacementCandidate>> {
    const search = await this.db.transaction(actor, async (tx) => {
      const { leaver, right, facts } = await this.leaving(tx, actor, id);
      const { cellId } = decideReplacement(facts, { unitPath: leaver.unitPath ?? '', band: 'NONE' });
      return { leaver, permission: right.organises ? 'person.read' as const : 'nomination.submit' as const, unitPath: facts.cells.find((cell) => cell.id === cellId)?.unitPath ?? null };
    });
    const { rows, ...page } = await loadReplacements(this.db, actor, search, query);
    return { ...page, rows: rows.map(({ frontTitle, fullName, backTitle, ...row }) => ({ ...row, name: nameWithTitles({ frontTitle, fullName, backTitle }) })) };
  }

  /** Both move in one transaction, so that no seat comes free in between. @returns the enrolment of the one who comes. */
  async replace(actor: Actor, id: string, request: ReplaceRequest): Promise<{ enrolmentId: string; rule: ReplacementDecision['rule'] }> {
    return this.db.transaction(actor, async (tx) => {
      const leaving = await this.leaving(tx, actor, id);
      const { cohort, leaver, right } = leaving;
      const coming = await this.comingOf(tx, actor, leaving, request.personId);
      const facts = { ...leaving.facts, overrides: right.organises && request.reason !== undefined };
      const decision = decideReplacement(facts, coming);
      if (decision.code) throw new Refusal(decision.code, { cutOffOn: facts.cutOffOn, claims: facts.claims, cell: leaving.cell ? cellWords(leaving.cell.unitName, leaving.cell.band, 'id') : null });
      const toReserve = decision.rule === 'reserve' && leaving.cell !== null && leaver.quotaId !== decision.cellId ? leaving.cell.id : null;
      if (toReserve !== null) await growReserve(tx, cohort.id);
      const enrolmentId = await this.bringIn(tx, actor, leaving, request.personId);
      const useReserve = decision.rule === 'reserve' && facts.cells.length > 0 ? { useReserve: true } : {};
      demandMoved(await this.moves.move(tx, actor, cohort, [
        { enrolmentId: leaver.id, to: 'withdrawn', code: request.code, reason: request.reason ?? null },
        { enrolmentId, to: 'accepted', replaces: leaver.id, ...useReserve },
      ], { mode: 'all', onBehalfOf: right.onBehalfOf }));
      if (toReserve !== null) await shrinkCell(tx, toReserve);
      return { enrolmentId, rule: decision.rule };
    }, request.reason);
  }

  private async leaving(tx: Transaction, actor: Actor, id: string): Promise<Leaving> {
    const { cohort, leaver, right } = await held(tx, actor, id);
    const { waiters, seats } = await loadWaiting(tx, cohort);
    const { cutOffOn } = await loadPassingRules(tx, cohort.id);
    const claims = claimsOnReserve(waiters.filter(({ state }) => state === 'waitlisted'), seats.cells);
    const today = localDate(this.clock.now().toISOString(), cohort.zone);
    const facts = { today, cutOffOn, cells: seats.cells, leavingCellId: leaver.quotaId, freeSeats: seats.cohort, claims, overrides: false };
    return { cohort, leaver, right, cell: await loadNamedCell(tx, leaver.quotaId), facts };
  }

  /** Where the one who comes stands, or why they cannot come. */
  private async comingOf(tx: Transaction, actor: Actor, { cohort, leaver, right }: Leaving, personId: string): Promise<QuotaPlace> {
    if (!takesSeat(leaver.state)) throw new Refusal('waiting.noSeatHeld', { state: leaver.state });
    if (personId === leaver.personId) throw fieldProblem('waiting.samePerson', personId);
    const place = await loadPlace(tx, personId);
    const reached = place !== null && mayAt(actor, right.organises ? 'person.read' : 'nomination.submit', place);
    const { participants } = (await factsOf(tx, cohort, { by: 'person', ids: [personId] })).facts;
    const coming = participants[personId];
    if (!coming || (!reached && !(right.organises && coming.state !== 'new'))) throw fieldProblem('waiting.replacementUnknown', personId);
    if (coming.state !== 'new' && takesSeat(coming.state)) throw fieldProblem('waiting.replacementSeated', personId);
    return coming;
  }

  /** The enrolment of the one who comes, nominated in the same breath when there is none. */
  private async bringIn(tx: Transaction, actor: Actor, { cohort, right }: Leaving, personId: string): Promise<string> {
    const known = await loadEnrolmentId(tx, cohort.id, personId);
    if (known !== null) return known;
    const [nominee] = await this.moves.nominate(tx, actor, cohort, [{ personId }], { nominationId: null, state: 'nominated', onBehalfOf: right.onBehalfOf });
    if (!nominee?.enrolmentId) throw new Refusal(nominee?.code ?? 'waiting.replacementUnknown', nominee?.facts);
    return nominee.enrolmentId;
  }
}

/** Asks for access, then locks the cohort. */
async function held(tx: Transaction, actor: Actor, id: string): Promise<Held> {
  const known = await loadLeaver(tx, id);
  if (!known) throw new Missing('enrolment', id);
  const right = rightOver(actor, known);
  const cohort = await holdCohort(tx, known.cohortId);
  return { cohort, right, leaver: (await loadLeaver(tx, id)) ?? known };
}

/** @throws OutOfReach for everybody but the organiser and the agency that the person belongs to. */
function rightOver(actor: Actor, { id, cohortId, cohortAgencyId, agencyId, unitPath }: Leaver): Right {
  if (mayAt(actor, 'enrolment.manage', { agencyId: cohortAgencyId, cohortId })) return { organises: true, onBehalfOf: null };
  requireAccess(actor, 'nomination.submit', { agencyId, unitPath }, { kind: 'enrolment', id });
  return { organises: false, onBehalfOf: behalfAt(actor, 'nomination.submit', { agencyId, unitPath })?.accountId ?? null };
}

/** @throws the first refusal that is not merely one of the others. */
function demandMoved(outcomes: readonly MoveOutcome[]): void {
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
  const [first] = [...refused.filter(({ code }) => code !== 'enrolment.others'), ...refused];
  if (!first) return;
  if (first.code === 'enrolment.reasonMissing') throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'reason', code: first.code }]);
  throw new Refusal(first.code ?? 'conflict.rule', first.facts);
}

const fieldProblem = (code: string, value: string): HttpProblem => new HttpProblem(400, 'input.invalid', {}, [{ path: 'personId', code, value }]);
