import {
  barOfDecision, bandOf, cellsFor, chooseCell, rankCandidates, standingOfSteps, stepStanding,
  type FairnessRecord, type PoolRecord, type QuotaBand, type QuotaCell, type SelectionRecord,
} from '@jenjang/shared';
import { loadEligibility, loadMovers } from '../enrolment/index.js';
import { mayAt, Missing, type Actor, type Transaction } from '../platform/index.js';
import { loadCandidates, loadCells, loadSelectingCohort, type CandidateRecord, type SelectingCohort } from './candidate.queries.js';

type Mover = Awaited<ReturnType<typeof loadMovers>>[number];

/** A candidate with what rules, filters and lists ask of one; `rank` 1 is chosen first. */
export interface Candidate extends CandidateRecord, SelectionRecord, PoolRecord, FairnessRecord {
  readonly rank: number;
  readonly band: QuotaBand;
  readonly unitPath: string;
  /** The cell tried first, and seats left in all cells that may be drawn from. */
  readonly cellId: string | null;
  readonly seatsLeft: number;
}

/** A cohort with all its candidates in the order of choosing. */
export interface SelectionWorld {
  readonly cohort: SelectingCohort;
  readonly cells: readonly (QuotaCell & { readonly unitName: string | null })[];
  readonly candidates: readonly Candidate[];
}

/** Loads a cohort with its candidates and ranks them. @throws Missing when there is no such cohort. */
export async function loadWorld(tx: Transaction, actor: Actor, cohortId: string): Promise<SelectionWorld> {
  const cohort = await loadSelectingCohort(tx, cohortId);
  if (!cohort) throw new Missing('cohort', cohortId);
  const cells = await loadCells(tx, cohortId);
  const records = await loadCandidates(tx, cohortId);
  const ids = records.map(({ enrolmentId }) => enrolmentId);
  const movers = new Map((await loadMovers(tx, cohort, await loadEligibility(tx, cohortId), { by: 'enrolment', ids })).map((mover) => [mover.key, mover]));
  const candidates = records.flatMap((record) => {
    const mover = movers.get(record.enrolmentId);
    return mover ? [candidateOf(record, mover, cohort, cells, actor)] : [];
  });
  return { cohort, cells, candidates: rankCandidates(candidates).map((candidate, index) => ({ ...candidate, rank: index + 1 })) };
}

function candidateOf(record: CandidateRecord, mover: Mover, cohort: SelectingCohort, cells: readonly QuotaCell[], actor: Actor): Omit<Candidate, 'rank'> {
  const { unitPath, agencyId, shortfalls } = mover;
  const band = bandOf(record.eselon);
  const tried = cellsFor(cells, { unitPath, band });
  const openSteps = cohort.steps.map((step) => ({ step, standing: stepStanding(step, record.results, cohort) })).filter(({ standing }) => standing !== 'passed');
  const judged = {
    ...record, unitPath, band, unit: record.opdName, shortfalls, openSteps, route: cohort.route, standing: standingOfSteps(record.results, cohort),
    mayApprove: mayAt(actor, 'nomination.approve', { agencyId, unitPath }),
  };
  return {
    ...judged, pool: tried[0]?.id ?? 'any', mayBeChosen: barOfDecision(judged, 'accept') === null,
    cellId: (chooseCell(cells, { unitPath, band }) ?? tried[0])?.id ?? null,
    seatsLeft: cells.length === 0 ? cohort.seatsLeft : tried.reduce((sum, { seats, taken }) => sum + seats - taken, 0),
  };
}
