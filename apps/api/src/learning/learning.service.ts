import { Injectable } from '@nestjs/common';
import {
  decideStanding, learningIsOpen, localDate, nextActivity, Refusal,
  type LearningModule, type LearningTime, type LearningTree, type ModuleStanding, type MyLearningRow, type OpenedActivity, type ProgressRequest, type StoredProgress,
} from '@jenjang/shared';
import { Clock, Database, Missing, OutOfReach, type Actor } from '../platform/index.js';
import { renderPage } from './learning.markdown.js';
import { loadActivityContent, loadLearning, loadMyLearning, storeStep, type LearningRecord } from './learning.queries.js';

/** What a participant learns: own enrolments only, modules in their order, going on where one left. */
@Injectable()
export class LearningService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async mine(actor: Actor): Promise<MyLearningRow[]> {
    const records = actor.personId === null ? [] : await loadMyLearning(this.db, actor.personId);
    return records.map((record) => rowOf(record, this.standingOf(record)));
  }

  async tree(actor: Actor, enrolmentId: string): Promise<LearningTree> {
    const record = await this.load(this.db, actor, enrolmentId);
    const standing = this.standingOf(record);
    return { ...rowOf(record, standing), open: learningIsOpen(this.timeOf(record)), modules: record.modules.flatMap((module, index) => moduleOf(module, standing[index])) };
  }

  /** An activity ready to be read. @throws Refusal learning.previousModule or learning.notStarted while it is locked */
  async open(actor: Actor, enrolmentId: string, activityId: string): Promise<OpenedActivity> {
    const record = await this.load(this.db, actor, enrolmentId);
    const found = this.reachable(record, activityId);
    const content = await loadActivityContent(this.db, enrolmentId, activityId);
    if (!content) throw new Missing('activity', activityId);
    const { id, kind, title, required, completedAt } = found.activity;
    return {
      id, kind, title, required, completedAt, enrolmentId, cohortName: record.cohortName, moduleTitle: found.moduleTitle,
      html: content.body === null ? null : renderPage(content.body), file: content.file, resumeAt: content.resumeAt,
      open: learningIsOpen(this.timeOf(record)), previousId: found.previousId, nextId: found.nextId,
    };
  }

  /** Notes where the participant is and what is done. @throws Refusal while the activity is locked or after the cohort ended */
  async step(actor: Actor, enrolmentId: string, activityId: string, request: ProgressRequest): Promise<StoredProgress> {
    return this.db.transaction(actor, async (tx) => {
      const record = await this.load(tx, actor, enrolmentId);
      this.reachable(record, activityId);
      if (!learningIsOpen(this.timeOf(record))) throw new Refusal('learning.ended');
      const step = { enrolmentId, activityId, resumeAt: request.resumeAt ?? null, completed: request.completed === true, now: this.clock.now() };
      const stored = await storeStep(tx, step);
      const after = await this.load(tx, actor, enrolmentId);
      const nextId = nextActivity(after.modules, this.standingOf(after), null);
      return { resumeAt: stored.resumeAt, completedAt: stored.completedAt?.toISOString() ?? null, nextId };
    });
  }

  /** The enrolment of the caller's own. Anyone else's does not exist for them, and the attempt is kept. */
  private async load(source: Parameters<typeof loadLearning>[0], actor: Actor, enrolmentId: string): Promise<LearningRecord> {
    const record = actor.personId === null ? null : await loadLearning(source, actor.personId, enrolmentId);
    if (!record) throw new OutOfReach('enrolment.read', 'enrolment', enrolmentId);
    return record;
  }

  private reachable(record: LearningRecord, activityId: string): Place {
    const place = placeOf(record, activityId);
    if (!place) throw new Missing('activity', activityId);
    const standing = this.standingOf(record)[place.moduleIndex];
    if (standing?.lock && standing.activities[activityId] === 'locked') throw new Refusal(`learning.${standing.lock.code}`, { ...standing.lock });
    return place;
  }

  private standingOf(record: LearningRecord): readonly ModuleStanding[] {
    return decideStanding(record.modules, this.timeOf(record));
  }

  private timeOf({ cohortState, startsOn, zone }: LearningRecord): LearningTime {
    return { cohortState, startsOn, today: localDate(this.clock.now().getTime(), zone) };
  }
}

type ModuleOfRecord = LearningRecord['modules'][number];

interface Place {
  readonly moduleIndex: number;
  readonly moduleTitle: string;
  readonly activity: ModuleOfRecord['activities'][number];
  readonly previousId: string | null;
  readonly nextId: string | null;
}

/** Where an activity stands in the order of the whole curriculum, or null. */
function placeOf({ modules }: LearningRecord, activityId: string): Place | null {
  const all = modules.flatMap((module, moduleIndex) => module.activities.map((activity) => ({ moduleIndex, moduleTitle: module.title, activity })));
  const index = all.findIndex(({ activity }) => activity.id === activityId);
  const found = all[index];
  return found ? { ...found, previousId: all[index - 1]?.activity.id ?? null, nextId: all[index + 1]?.activity.id ?? null } : null;
}

function rowOf({ modules, ...record }: LearningRecord, standing: readonly ModuleStanding[]): MyLearningRow {
  const opened = modules.flatMap(({ activities }) => activities).filter(({ openedAt }) => openedAt !== null);
  const [last] = opened.sort((one, other) => String(other.openedAt).localeCompare(String(one.openedAt)));
  const nextId = nextActivity(modules, standing, last?.id ?? null);
  const next = modules.flatMap((module) => module.activities.filter(({ id }) => id === nextId).map(({ id, title }) => ({ activityId: id, title, moduleTitle: module.title })))[0];
  const sum = (count: (module: ModuleStanding) => number): number => standing.reduce((total, module) => total + count(module), 0);
  return { ...record, required: sum(({ required }) => required), completed: sum(({ completed }) => completed), next: next ?? null };
}

function moduleOf({ activities, ...module }: ModuleOfRecord, standing: ModuleStanding | undefined): LearningModule[] {
  if (!standing) return [];
  const { state, lock, required, completed } = standing;
  const shown = activities.map(({ id, kind, title, required: demanded, completedAt, openedAt }) => ({
    id, kind, title, required: demanded, completedAt, opened: openedAt !== null, state: standing.activities[id] ?? 'locked',
  }));
  return [{ ...module, state, lock, required, completed, activities: shown }];
}
