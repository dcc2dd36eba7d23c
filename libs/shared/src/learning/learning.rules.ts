import type { ActivityState, LearningTime, LockReason, ModuleRecord, ModuleStanding } from './learning.types.js';

/** Whether steps still count: the cohort has begun and is not over. */
export function learningIsOpen({ cohortState, startsOn, today }: LearningTime): boolean {
  return cohortState === 'running' || ((cohortState === 'enrolling' || cohortState === 'planned') && startsOn <= today);
}

/**
 * State of every module and activity. A module opens when every required activity of the modules before it is done;
 * inside an open module any order is free. What is done stays done. Of a cohort that ended everything may be read again.
 */
export function decideStanding(modules: readonly ModuleRecord[], time: LearningTime): readonly ModuleStanding[] {
  return modules.map((module, index) => {
    const lock = lockOf(modules.slice(0, index), time);
    const required = module.activities.filter((activity) => activity.required);
    const completed = required.filter((activity) => activity.completed).length;
    const done = isComplete(module);
    return {
      moduleId: module.id,
      state: stateOf(done && module.activities.length > 0, lock),
      lock: done && module.activities.length > 0 ? null : lock,
      required: required.length,
      completed,
      activities: Object.fromEntries(module.activities.map((activity) => [activity.id, stateOf(activity.completed, lock)])),
    };
  });
}

/** The activity to go on with: the one last opened while it is open and not done, else the first that is. Required ones come first. */
export function nextActivity(modules: readonly ModuleRecord[], standing: readonly ModuleStanding[], lastOpened: string | null): string | null {
  const open = modules.flatMap((module, index) => module.activities.filter(({ id }) => standing[index]?.activities[id] === 'open'));
  const last = open.find(({ id }) => id === lastOpened);
  return (last ?? open.find(({ required }) => required) ?? open[0])?.id ?? null;
}

function lockOf(before: readonly ModuleRecord[], time: LearningTime): LockReason | null {
  if (time.cohortState === 'completed') return null;
  if (!learningIsOpen(time)) return { code: 'notStarted', startsOn: time.startsOn };
  const obstacle = before.find((module) => !isComplete(module));
  if (!obstacle) return null;
  const left = obstacle.activities.filter(({ required, completed }) => required && !completed).length;
  return { code: 'previousModule', moduleId: obstacle.id, title: obstacle.title, left };
}

function isComplete({ activities }: ModuleRecord): boolean {
  return activities.every(({ required, completed }) => completed || !required);
}

function stateOf(done: boolean, lock: LockReason | null): ActivityState {
  if (done) return 'done';
  return lock === null ? 'open' : 'locked';
}
