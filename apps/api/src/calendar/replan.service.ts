import { Injectable } from '@nestjs/common';
import {
  afterMoves, clashChanges, clashesOf, decideReplan, inverseOf, Refusal, undoUntil,
  type CohortCalendar, type PreviewReplanRequest, type ReplanMove, type ReplanPreview, type ReplanReaders, type ReplanRequest, type ReplanView, type WantedMove,
} from '@jenjang/shared';
import { loadCohortPlan, lockCohort, requireEditable, type LockedCohort } from '../cohort/index.js';
import { Clock, Database, HttpProblem, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { announceSessions, loadSessionReaders } from '../session/index.js';
import { agencyOfCohort, insertReplan, loadLastReplan, loadMovable, loadReplan, moveSessions, type ReplanRecord } from './replan.queries.js';

/** The calendar of a cohort: what clashes, and sessions moved in one go. */
@Injectable()
export class ReplanService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Clashes, holidays, and the last re-planning of a cohort. */
  async calendar(actor: Actor, cohortId: string): Promise<CohortCalendar> {
    const agencyId = await agencyOfCohort(this.db, cohortId);
    if (!agencyId) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'cohort.read', { agencyId, cohortId }, { kind: 'cohort', id: cohortId });
    const plan = await this.db.transaction(actor, (tx) => loadCohortPlan(tx, cohortId));
    const last = await loadLastReplan(this.db, cohortId);
    return { clashes: clashesOf(plan), holidays: plan.holidays, lastReplan: last && this.viewOf(last) };
  }

  /** What moving would do. Nothing is written. */
  async preview(actor: Actor, cohortId: string, { moves: wanted, names }: PreviewReplanRequest): Promise<ReplanPreview> {
    return this.db.transaction(actor, async (tx) => {
      const cohort = await lockedForPlan(tx, actor, cohortId);
      const moves = decideReplan(await loadMovable(tx, cohortId), wanted, cohort);
      const accepted = moves.filter(({ refused }) => refused === null);
      const plan = await loadCohortPlan(tx, cohortId, accepted.map(({ toStartsAt, toEndsAt }) => ({ startsAt: toStartsAt, endsAt: toEndsAt })));
      const after = clashesOf({ ...plan, sessions: afterMoves(plan.sessions, moves) });
      const movedIds = new Set(accepted.map(({ sessionId }) => sessionId));
      return { moves, ...clashChanges(clashesOf(plan), after, movedIds), readers: await readersOf(tx, [...movedIds], names) };
    });
  }

  /** Moves all of them or none, and tells those concerned. @throws Refusal naming every session that cannot move. */
  async apply(actor: Actor, cohortId: string, { moves }: ReplanRequest): Promise<ReplanView> {
    return this.db.transaction(actor, async (tx) => this.make(tx, actor, await lockedForPlan(tx, actor, cohortId), moves, null));
  }

  /** Brings back what a re-planning moved, within a day and while nobody changed those sessions since. */
  async undo(actor: Actor, cohortId: string, replanId: string): Promise<ReplanView> {
    return this.db.transaction(actor, async (tx) => {
      const cohort = await lockedForPlan(tx, actor, cohortId);
      const replan = await loadReplan(tx, cohortId, replanId);
      if (!replan) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'replanId', code: 'replan.gone', value: replanId }]);
      if (replan.undone) throw new Refusal('replan.undone');
      if (undoUntil(replan, this.clock.now().getTime()) === null) throw new Refusal('replan.undoTooLate');
      const versions = new Map(replan.moves.map(({ sessionId, version }) => [sessionId, version]));
      return this.make(tx, actor, cohort, inverseOf(replan.moves, versions), replanId);
    });
  }

  private async make(tx: Transaction, actor: Actor, cohort: LockedCohort, wanted: readonly WantedMove[], undoes: string | null): Promise<ReplanView> {
    requireOnce(wanted);
    const moves = decideReplan(await loadMovable(tx, cohort.id), wanted, cohort);
    requireMovable(moves, wanted);
    const versions = await moveSessions(tx, moves);
    const told = await announceSessions(tx, 'session.changed', cohort.id, moves.map(({ sessionId }) => sessionId));
    const stored = moves.map((move) => ({ ...move, version: versions.get(move.sessionId) ?? 0 }));
    const id = await insertReplan(tx, { cohortId: cohort.id, undoes, moves: stored, told, madeBy: actor.accountId, madeAt: this.clock.now() });
    const made = await loadReplan(tx, cohort.id, id);
    if (!made) throw new Error('it was written just now');
    return this.viewOf(made);
  }

  private viewOf(replan: ReplanRecord): ReplanView {
    const { id, madeAt, madeBy, moves, told } = replan;
    return { id, madeAt, madeBy, sessions: moves.length, told, undoUntil: undoUntil(replan, this.clock.now().getTime()) };
  }
}

async function lockedForPlan(tx: Transaction, actor: Actor, cohortId: string): Promise<LockedCohort> {
  const cohort = await lockCohort(tx, actor, cohortId);
  requireEditable(cohort);
  return cohort;
}

async function readersOf(tx: Transaction, sessionIds: readonly string[], names: boolean): Promise<ReplanReaders> {
  const readers = await loadSessionReaders(tx, sessionIds);
  const count = (wanted: string): number => readers.filter(({ kind }) => kind === wanted).length;
  return { participants: count('participant'), facilitators: count('facilitator'), names: names ? readers.map(({ name, kind }) => ({ name, kind })) : null };
}

function requireOnce(wanted: readonly WantedMove[]): void {
  const ids = wanted.map(({ sessionId }) => sessionId);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (twice >= 0) throw new HttpProblem(400, 'input.invalid', {}, [{ path: `moves.${String(twice)}.sessionId`, code: 'replan.sessionTwice', value: ids[twice] }]);
}

function requireMovable(moves: readonly ReplanMove[], wanted: readonly WantedMove[]): void {
  if (moves.length === 0) throw new Refusal('replan.nothing');
  const stuck = moves.filter(({ refused }) => refused !== null);
  if (stuck.length === 0) return;
  const placeOf = ({ sessionId }: ReplanMove): string => `moves.${String(wanted.findIndex((move) => move.sessionId === sessionId))}`;
  throw new Refusal('replan.cannotMove', { count: stuck.length }, stuck.map((move) => ({ path: placeOf(move), code: `replan.${String(move.refused)}`, value: move.title })));
}
