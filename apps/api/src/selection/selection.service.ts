import { Injectable } from '@nestjs/common';
import {
  fairnessOf, selectionDecisions, stepStanding,
  type CellView, type Page, type SelectionOverview, type SelectionQuery, type SelectionRow, type StepView,
} from '@jenjang/shared';
import { Database, HttpProblem, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { loadDetails, loadNames, type RowDetails } from './candidate.queries.js';
import { loadWorld, type Candidate, type SelectionWorld } from './selection.world.js';

const sorts: Readonly<Record<string, (one: Candidate, other: Candidate) => number>> = {
  rank: (one, other) => one.rank - other.rank,
  name: (one, other) => text(one.foldedName, other.foldedName),
  unit: (one, other) => text(one.unitName ?? '~', other.unitName ?? '~'),
  state: (one, other) => text(one.state, other.state),
};

/** Candidates of a cohort as the organiser looks through them. */
@Injectable()
export class SelectionService {
  constructor(private readonly db: Database) {}

  async list(actor: Actor, cohortId: string, query: SelectionQuery): Promise<Page<SelectionRow>> {
    return this.db.transaction(actor, async (tx) => {
      await requireSelecting(tx, actor, cohortId);
      const world = await loadWorld(tx, actor, cohortId);
      const found = sorted(world.candidates.filter(matcher(world, query)), query.sort ?? 'rank');
      const shown = found.slice((query.page - 1) * query.size, query.page * query.size);
      const details = await loadDetails(tx, shown.map(({ enrolmentId }) => enrolmentId));
      return { rows: shown.flatMap((candidate) => rowOf(world, candidate, details.get(candidate.enrolmentId))), total: found.length, page: query.page, size: query.size };
    });
  }

  async overview(actor: Actor, cohortId: string): Promise<SelectionOverview> {
    return this.db.transaction(actor, async (tx) => {
      await requireSelecting(tx, actor, cohortId);
      const world = await loadWorld(tx, actor, cohortId);
      const { cohort: { route, steps, passingScore, zone, capacity, seatsLeft }, candidates } = world;
      return {
        route, steps, passingScore, zone, capacity, seatsLeft, cells: cellViews(world), counts: countBy(candidates.map(({ state }) => state)), units: unitsOf(candidates),
        fairness: fairnessOf(candidates), names: await loadNames(tx, keysOf(candidates)), allowedDecisions: decisionsOf(world),
      };
    });
  }
}

/** @throws Missing or OutOfReach, both 404. */
export async function requireSelecting(tx: Transaction, actor: Actor, cohortId: string): Promise<void> {
  const [cohort] = await tx.query<{ agencyId: string }[]>(`select agency_id as "agencyId" from cohort where id = $1`, [cohortId]);
  if (!cohort) throw new Missing('cohort', cohortId);
  requireAccess(actor, 'enrolment.manage', { agencyId: cohort.agencyId, cohortId }, { kind: 'cohort', id: cohortId });
}

/** What the cohort lets this caller decide: approving belongs to the agency where it has a step of its own. */
function decisionsOf({ cohort: { route }, candidates }: SelectionWorld): SelectionOverview['allowedDecisions'] {
  const mayApprove = route !== 'two_steps' || candidates.some((candidate) => candidate.mayApprove);
  return selectionDecisions.filter((decision) => decision !== 'approve' || mayApprove);
}

function matcher(world: SelectionWorld, { q, unitId, band, state, step }: SelectionQuery): (candidate: Candidate) => boolean {
  const words = folded(q ?? '').split(/\s+/).filter((word) => word !== '');
  return (candidate) =>
    (state === undefined || candidate.state === state) && (band === undefined || candidate.band === band)
    && (step === undefined || (world.cohort.steps.length > 0 && candidate.standing === step))
    && (unitId === undefined || candidate.unitPath.includes(`/${unitId}/`))
    && words.every((word) => candidate.foldedName.includes(word) || (/^\d+$/.test(word) && (candidate.nip ?? '').includes(word)));
}

function sorted(candidates: readonly Candidate[], sort: string): readonly Candidate[] {
  const compare = sorts[sort.replace(/^-/, '')];
  if (!compare) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'sort', code: 'field.isIn', value: sort }]);
  const sign = sort.startsWith('-') ? -1 : 1;
  return [...candidates].sort((one, other) => sign * compare(one, other) || one.rank - other.rank);
}

function rowOf(world: SelectionWorld, candidate: Candidate, details: RowDetails | undefined): readonly SelectionRow[] {
  if (!details) return [];
  const { enrolmentId, personId, fullName, nip, eselon, band, unitName, state, rank, nominationRank, shortfalls, movedTo, seatsLeft, trainings } = candidate;
  const cell = cellViews(world).find(({ id }) => id === candidate.cellId) ?? null;
  return [{ ...details, enrolmentId, personId, fullName, nip, eselon, band, unitName, state, rank, nominationRank, shortfalls, movedTo, seatsLeft, trainings, cell, steps: stepsOf(world, candidate) }];
}

/** The steps that the cohort asks for, each with the result in force. */
export function stepsOf({ cohort }: Pick<SelectionWorld, 'cohort'>, { results }: Pick<Candidate, 'results'>): readonly StepView[] {
  return cohort.steps.map((step) => {
    const result = results.find((candidate) => candidate.step === step);
    return { step, standing: stepStanding(step, results, cohort), resultId: result?.id ?? null, score: result?.score ?? null, note: result?.note ?? '', source: result?.source ?? null };
  });
}

export function cellViews({ cells }: Pick<SelectionWorld, 'cells'>): readonly CellView[] {
  return cells.map(({ id, unitName, band, seats, taken }) => ({ id, unitName, band, seats, left: seats - taken }));
}

function unitsOf(candidates: readonly Candidate[]): SelectionOverview['units'] {
  const names = new Map(candidates.flatMap(({ opdId, opdName }) => (opdId && opdName ? [[opdId, opdName] as const] : [])));
  return [...names].map(([id, name]) => ({ id, name })).sort((one, other) => text(one.name, other.name));
}

function keysOf(candidates: readonly Candidate[]): readonly string[] {
  return [...new Set(candidates.flatMap(({ shortfalls }) => shortfalls.flatMap(({ facts: { has, wanted } }) => [...wanted, ...(has === null ? [] : [has])])))].slice(0, 500);
}

function countBy<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function text(one: string, other: string): number {
  return one.localeCompare(other, 'id');
}
