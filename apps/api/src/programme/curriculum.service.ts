import { Injectable } from '@nestjs/common';
import {
  curriculumProblems, mayMoveCurriculum, Refusal, wordCurriculumProblem, type Curriculum, type CurriculumProblem, type CurriculumRequest, type CurriculumState, type FieldProblem,
} from '@jenjang/shared';
import { Clock, Database, HttpProblem, Missing, OutOfReach, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { firstDraft } from './curriculum.default.js';
import { copyContent, insertDraft, loadCurriculum, loadPlannedModules, loadVersions, lockCurriculum, moveCurriculum, updateDraft, type LockedCurriculum } from './curriculum.queries.js';
import { lockProgramme } from './programme.queries.js';
import { curriculumOperationsOf } from './programme.reach.js';

/** Versions of what a programme teaches and demands: drafts, published, retired. */
@Injectable()
export class CurriculumService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, id: string): Promise<Curriculum> {
    const record = await loadCurriculum(this.db, actor, id);
    if (!record) throw new Missing('curriculum', id);
    if (!record.readable) throw new OutOfReach('programme.read', 'curriculum', id);
    const { readable: _readable, ...curriculum } = record;
    const modules = curriculum.modules.map(({ title, lessonHours, activities }) => ({
      title, lessonHours, activities: activities.length, requiredActivities: activities.filter(({ required }) => required).length,
    }));
    const problems = curriculum.state === 'draft' ? curriculumProblems({ ...curriculum, modules }) : [];
    return { ...curriculum, problems, allowedOperations: curriculumOperationsOf(actor, curriculum) };
  }

  /** A new draft: a copy of the newest version, or an empty one for a new programme. One draft at a time. */
  async draft(actor: Actor, programmeId: string): Promise<Curriculum> {
    const id = await this.db.transaction(actor, async (tx) => {
      const programme = await lockProgramme(tx, programmeId);
      if (!programme) throw new Missing('programme', programmeId);
      requireAccess(actor, 'programme.manage', { agencyId: programme.agencyId }, { kind: 'programme', id: programmeId });
      const [newest] = await loadVersions(tx, programmeId);
      if (newest?.state === 'draft') throw new Refusal('curriculum.draftExists', { id: newest.id, number: newest.number });
      const draftId = await insertDraft(tx, programmeId, (newest?.number ?? 0) + 1, newest ?? firstDraft);
      if (newest) await copyContent(tx, newest.id, draftId);
      return draftId;
    });
    return this.find(actor, id);
  }

  /** @throws Refusal conflict.stale or curriculum.isFrozen; HttpProblem 400 beside the fields of criteria and number template */
  async change(actor: Actor, id: string, request: CurriculumRequest): Promise<Curriculum> {
    await this.db.transaction(actor, async (tx) => {
      await this.lock(tx, actor, id, request.version, request);
      const wrong = curriculumProblems({ lessonHours: request.lessonHours, criteria: request.criteria, certificateDesign: request.certificateDesign, modules: [] }).filter(({ code, blocking }) => blocking && (code === 'criteria' || code === 'numberTemplate'));
      if (wrong.length > 0) throw new HttpProblem(400, 'input.invalid', {}, fieldsOf(wrong, actor));
      await updateDraft(tx, id, request);
    });
    return this.find(actor, id);
  }

  /** Freezes a draft so that cohorts may take it. @throws Refusal curriculum.incomplete with every reason */
  async publish(actor: Actor, id: string, version: number): Promise<Curriculum> {
    await this.db.transaction(actor, async (tx) => {
      const locked = await this.lock(tx, actor, id, version, {});
      const blocking = curriculumProblems({ ...locked, modules: await loadPlannedModules(tx, id) }).filter((problem) => problem.blocking);
      if (blocking.length > 0) throw new Refusal('curriculum.incomplete', { problems: blocking }, fieldsOf(blocking, actor));
      await moveCurriculum(tx, id, 'published', this.clock.now());
    });
    return this.find(actor, id);
  }

  /** Offers a published version to no new cohort; those that took it keep it. */
  async retire(actor: Actor, id: string): Promise<Curriculum> {
    await this.db.transaction(actor, async (tx) => {
      const locked = await lockReachable(tx, actor, id);
      requireMove(locked, 'retired');
      await moveCurriculum(tx, id, 'retired', this.clock.now());
    });
    return this.find(actor, id);
  }

  /** A draft locked as the caller saw it. */
  private async lock(tx: Transaction, actor: Actor, id: string, version: number, given: object): Promise<LockedCurriculum> {
    const locked = await lockReachable(tx, actor, id);
    if (locked.state !== 'draft') throw new Refusal('curriculum.isFrozen', { state: locked.state });
    if (locked.version !== version) throw new Refusal('conflict.stale', { stored: locked, given });
    return locked;
  }
}

async function lockReachable(tx: Transaction, actor: Actor, id: string): Promise<LockedCurriculum> {
  const locked = await lockCurriculum(tx, { curriculum: id });
  if (!locked) throw new Missing('curriculum', id);
  requireAccess(actor, 'programme.manage', { agencyId: locked.agencyId }, { kind: 'curriculum', id });
  return locked;
}

function requireMove({ state }: LockedCurriculum, to: CurriculumState): void {
  if (!mayMoveCurriculum(state, to)) throw new Refusal('curriculum.move', { from: state, to });
}

function fieldsOf(problems: readonly CurriculumProblem[], actor: Actor): FieldProblem[] {
  return problems.map((problem) => ({
    path: problem.path,
    code: `curriculum.${String(problem.facts['rule'] ?? problem.code)}`,
    message: wordCurriculumProblem(problem, actor.locale),
    value: problem.facts['token'],
  }));
}
