import { Injectable } from '@nestjs/common';
import { decideMatrix, Refusal, wordCell, type DraftCell, type FieldProblem, type MatrixDecision, type MatrixProblem, type QuotaEffects, type QuotaRequest, type QuotaView } from '@jenjang/shared';
import { lockCohort, requireEditable, requireVersion } from '../cohort/index.js';
import { Database, mayAt, Missing, requireAccess, rowsOf, type Actor, type Transaction } from '../platform/index.js';
import { loadAdmission, lockAdmission, type StoredAdmission } from './admission.queries.js';
import { loadCells, loadHeld, loadMatrixFacts, loadUnits, saveMatrix } from './quota.queries.js';

/** The matrix unit × band of a cohort: read, tried and saved as a whole. */
@Injectable()
export class QuotaService {
  constructor(private readonly db: Database) {}

  async read(actor: Actor, cohortId: string): Promise<QuotaView> {
    const admission = await this.find(actor, cohortId, 'enrolment.read');
    const { agencyId, startsOn, version, quotaReturnsOn, quotaReturnedAt } = admission;
    const [cells, units, seats] = await Promise.all([loadCells(this.db, cohortId), loadUnits(this.db, { id: cohortId, agencyId, startsOn }), loadHeld(this.db, cohortId)]);
    return { ...seats, version, cells, units, quotaReturnsOn, quotaReturnedAt, mayManage: mayAt(actor, 'enrolment.manage', { agencyId, cohortId }) };
  }

  /** What a matrix would do, without saving it. */
  async preview(actor: Actor, cohortId: string, { cells }: Pick<QuotaRequest, 'cells'>): Promise<QuotaEffects> {
    const { agencyId } = await this.find(actor, cohortId, 'enrolment.manage');
    const { capacity } = await loadHeld(this.db, cohortId);
    const { decision, problems } = await this.db.transaction(actor, (tx) => judge(tx, { id: cohortId, agencyId, capacity }, cells));
    return { problems, seats: decision.seats, capacity, moves: movesOf(decision) };
  }

  /** @throws Refusal with one problem per cell when the matrix cannot stand; nothing of it is saved then. */
  async save(actor: Actor, cohortId: string, { version, cells }: QuotaRequest): Promise<QuotaView> {
    await this.db.transaction(actor, async (tx) => {
      const cohort = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
      requireEditable(cohort);
      requireVersion(version, await lockAdmission(tx, cohortId), { cells });
      const { decision, problems } = await judge(tx, cohort, cells);
      requireStanding(problems, cells);
      await saveMatrix(tx, cohortId, cells, decision.placements);
    });
    return this.read(actor, cohortId);
  }

  private async find(actor: Actor, cohortId: string, permission: 'enrolment.read' | 'enrolment.manage'): Promise<StoredAdmission> {
    const stored = await loadAdmission(this.db, cohortId);
    if (!stored) throw new Missing('cohort', cohortId);
    requireAccess(actor, permission, { agencyId: stored.agencyId, cohortId }, { kind: 'cohort', id: cohortId });
    return stored;
  }
}

/** The decision, its problems with the words that their sentences need. */
async function judge(tx: Transaction, cohort: { readonly id: string; readonly agencyId: string; readonly capacity: number }, cells: readonly DraftCell[]): Promise<{ decision: MatrixDecision; problems: readonly MatrixProblem[] }> {
  const decision = decideMatrix(await loadMatrixFacts(tx, cohort, cells), cells);
  const crowded = decision.problems.filter(({ code }) => code === 'quota.belowTaken');
  if (crowded.length === 0) return { decision, problems: decision.problems };
  const unitIds = crowded.flatMap(({ cells: [key] }) => (key === undefined || key.startsWith('*') ? [] : [key.split('/')[0] ?? '']));
  const names = new Map((await rowsOf<{ id: string; name: string }>(tx, `select id, coalesce(short_name, name) as name from unit where id = any($1::uuid[])`, [unitIds])).map(({ id, name }) => [id, name]));
  return { decision, problems: decision.problems.map((problem) => (problem.code === 'quota.belowTaken' ? { ...problem, facts: { ...problem.facts, unit: nameOf(problem.cells[0] ?? '', names) } } : problem)) };
}

function nameOf(key: string, names: ReadonlyMap<string, string>): string {
  const [unitId = '*', band = '*'] = key.split('/');
  return wordCell({ unitName: names.get(unitId) ?? null, band: band === '*' ? null : (band as DraftCell['band']) }, 'id');
}

function movesOf({ placements }: MatrixDecision): QuotaEffects['moves'] {
  const people = new Map<string, number>();
  for (const { cell, moved } of placements) if (moved) people.set(cell, (people.get(cell) ?? 0) + 1);
  return [...people].map(([cell, count]) => ({ cell, people: count }));
}

function requireStanding(problems: readonly MatrixProblem[], cells: readonly DraftCell[]): void {
  const [first] = problems;
  if (!first) return;
  const fields = problems.flatMap((problem) => fieldsOf(problem, cells));
  if (problems.length === 1) throw new Refusal(first.code, { ...first.facts, cells: first.cells }, fields);
  throw new Refusal('quota.refused', { count: problems.length, problems }, fields);
}

function fieldsOf({ code, cells: keys }: MatrixProblem, cells: readonly DraftCell[]): readonly FieldProblem[] {
  return cells.flatMap((cell, index) => (keys.includes(`${cell.unitId ?? '*'}/${cell.band ?? '*'}`) ? [{ path: `cells.${String(index)}.seats`, code, value: cell.seats }] : []));
}
