import { Injectable } from '@nestjs/common';
import { decideScore, finalScoreOf, type PageQuery, type SaveScoresRequest, type ScoreAnswer, type ScoreDecision, type ScoreGrid, type ScoreInForce, type ScoreWish } from '@jenjang/shared';
import { wordsAsked } from '../attendance/index.js';
import { Database, mayAt, Missing, pageOf, requireAccess, type Actor } from '../platform/index.js';
import { gridList, holdCohortOfScores, insertScores, loadCohortOfScores, loadKnownScores, scoreKey, type CohortOfScores, type GridRow, type NewScore } from './score.queries.js';

type ScoresOf = ReadonlyMap<string, Readonly<Record<string, ScoreInForce>>>;

/** Scores of a cohort, component by component. */
@Injectable()
export class ScoreService {
  constructor(private readonly db: Database) {}

  async grid(actor: Actor, cohortId: string, query: PageQuery): Promise<ScoreGrid> {
    const cohort = allowed(actor, 'assessment.read', cohortId, await loadCohortOfScores(this.db, cohortId));
    const { components, minFinalScore } = cohort.criteria;
    const page = await pageOf<GridRow>(this.db, query, { ...gridList, values: [cohortId, wordsAsked(query.q)] });
    return {
      ...page, cohortId, cohortName: cohort.name, components, minFinalScore, cohortCompleted: cohort.completed,
      mayScore: mayAt(actor, 'assessment.score', { agencyId: cohort.agencyId, cohortId }),
      rows: page.rows.map((row) => ({ ...row, finalScore: finalScoreOf(valuesOf(row.scores), components) })),
    };
  }

  /** Saves many scores; answers for each what became of it. One refusal never stops the others. */
  async save(actor: Actor, cohortId: string, { scores }: SaveScoresRequest): Promise<ScoreAnswer[]> {
    return this.db.transaction(actor, async (tx) => {
      const cohort = allowed(actor, 'assessment.score', cohortId, await holdCohortOfScores(tx, cohortId));
      const enrolmentIds = scores.map(({ enrolmentId }) => enrolmentId);
      const decided = decideAll(scores.map(trimmed), cohort, await loadKnownScores(tx, cohortId, enrolmentIds));
      const saved = await insertScores(tx, decided.flatMap(toInsert), actor.accountId);
      const after = await loadKnownScores(tx, cohortId, enrolmentIds);
      return decided.map(({ wish, decision }) => {
        // Whoever was quicker is in force by now: the wish is judged again by what they wrote.
        const lost = decision.outcome === 'saved' && !saved.has(scoreKey(wish));
        return answer(wish, lost ? decideOne(wish, cohort, after) : decision, currentOf(after, wish));
      });
    });
  }
}

function allowed(actor: Actor, permission: 'assessment.read' | 'assessment.score', cohortId: string, cohort: CohortOfScores | null): CohortOfScores {
  if (!cohort) throw new Missing('cohort', cohortId);
  requireAccess(actor, permission, { agencyId: cohort.agencyId, cohortId }, { kind: 'cohort', id: cohortId });
  return cohort;
}

interface DecidedScore {
  readonly wish: ScoreWish;
  readonly decision: ScoreDecision;
}

function trimmed(wish: ScoreWish): ScoreWish {
  return wish.reason === undefined ? wish : { ...wish, reason: wish.reason.trim() };
}

function decideAll(wishes: readonly ScoreWish[], cohort: CohortOfScores, known: ScoresOf): DecidedScore[] {
  const seen = new Set<string>();
  return wishes.map((wish) => {
    if (seen.has(scoreKey(wish))) return { wish, decision: { outcome: 'refused', code: 'assessment.twiceInRequest' } };
    seen.add(scoreKey(wish));
    return { wish, decision: decideOne(wish, cohort, known) };
  });
}

function decideOne(wish: ScoreWish, { criteria, completed }: CohortOfScores, known: ScoresOf): ScoreDecision {
  return decideScore(wish, { components: criteria.components, cohortCompleted: completed, belongs: known.has(wish.enrolmentId), current: currentOf(known, wish) });
}

function currentOf(known: ScoresOf, { enrolmentId, component }: ScoreWish): ScoreInForce | null {
  const scores = known.get(enrolmentId) ?? {};
  return Object.hasOwn(scores, component) ? (scores[component] ?? null) : null;
}

function toInsert({ wish, decision }: DecidedScore): NewScore[] {
  if (decision.outcome !== 'saved') return [];
  const { enrolmentId, component, value, supersedes } = wish;
  return [{ enrolmentId, component, value, supersedes, reason: wish.reason === '' ? null : (wish.reason ?? null) }];
}

function answer({ enrolmentId, component }: ScoreWish, decision: ScoreDecision, current: ScoreInForce | null): ScoreAnswer {
  return { enrolmentId, component, outcome: decision.outcome, code: decision.outcome === 'refused' ? decision.code : null, current };
}

function valuesOf(scores: Readonly<Record<string, ScoreInForce>>): Record<string, number> {
  return Object.fromEntries(Object.entries(scores).map(([component, { value }]) => [component, value]));
}
