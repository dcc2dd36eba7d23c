import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayMoveCohort, Refusal, shiftPlan, wordPublishProblem, type CloneCohortRequest, type MoveCohortRequest } from '@jenjang/shared';
import { Database, rowsOf, type Actor, type Transaction } from '../platform/index.js';
import { copyParts, insertCopy, loadSourcePlan, type SourcePlan } from './clone.queries.js';
import { countSessions, isCodeTaken, lockCohort, type LockedCohort } from './cohort.queries.js';
import { loadPublishProblems } from './publish.queries.js';

/** The life of cohorts: opening, starting, closing, cancelling, and beginning again as a clone. */
@Injectable()
export class CohortLifeService {
  constructor(private readonly db: Database) {}

  /** Moves a cohort along its life, when the table of moves and its plan allow it. */
  async move(actor: Actor, id: string, { state, reason }: MoveCohortRequest): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const cohort = await lockCohort(tx, actor, id);
      if (!mayMoveCohort(cohort.state, state)) throw new Refusal('cohort.noSuchMove', { from: cohort.state, to: state });
      if (state === 'cancelled' && !reason) throw new Refusal('cohort.reasonMissing', {}, [{ path: 'reason', code: 'field.isNotEmpty' }]);
      if (state === 'enrolling') await requireReady(tx, actor, id);
      if (state === 'completed') await requireClosed(tx, cohort);
      await tx.query(`update cohort set state = $2 where id = $1`, [id, state]);
    }, reason);
  }

  /** The same plan from another day on, with the newest published curriculum of the programme when its own was retired. Nobody is enrolled and nobody is asked to teach. */
  async clone(actor: Actor, id: string, request: CloneCohortRequest): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const source = await lockCohort(tx, actor, id);
      if (await isCodeTaken(tx, source.agencyId, request.code, id) || source.code === request.code) {
        throw new Refusal('cohort.codeOnce', { code: request.code }, [{ path: 'code', code: 'cohort.codeOnce', value: request.code }]);
      }
      const plan = await loadSourcePlan(tx, id);
      if (plan.curriculumId === null) throw new Refusal('cohort.curriculumNotPublished');
      const copy = renumbered(shiftPlan(plan, request.startsOn));
      const cloneId = await insertCopy(tx, id, copy, request);
      await copyParts(tx, id, cloneId, copy);
      return cloneId;
    });
  }
}

async function requireReady(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const missing = (await loadPublishProblems(tx, id)).filter((problem) => problem.blocking);
  if (missing.length === 0) return;
  const problems = missing.map((problem) => ({ path: problem.path, code: `publish.${problem.code}`, message: wordPublishProblem(problem, actor.locale) }));
  throw new Refusal('cohort.notReady', { count: missing.length, problems: missing }, problems);
}

async function requireClosed(tx: Transaction, { id, startsOn, endsOn }: LockedCohort): Promise<void> {
  const { open } = await countSessions(tx, id, startsOn, endsOn);
  if (open === 0) return;
  const sessions = await rowsOf<{ id: string; title: string }>(tx, `select id, title from session where cohort_id = $1 and state = 'planned' order by starts_at limit 20`, [id]);
  throw new Refusal('cohort.sessionsOpen', { count: open, sessions });
}

/** The plan with new ids for its phases and classes, so that all can be written at once. */
function renumbered(plan: SourcePlan): SourcePlan {
  const ids = new Map([...plan.phases, ...plan.classes].map(({ id }) => [id, randomUUID()]));
  const newId = (id: string): string => ids.get(id) ?? id;
  return {
    ...plan,
    phases: plan.phases.map((phase) => ({ ...phase, id: newId(phase.id) })),
    classes: plan.classes.map((cohortClass) => ({ ...cohortClass, id: newId(cohortClass.id) })),
    sessions: plan.sessions.map((session) => ({ ...session, phaseId: newId(session.phaseId), classId: session.classId && newId(session.classId) })),
  };
}
