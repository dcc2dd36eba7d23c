import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideStanding, learningIsOpen, nextActivity } from './learning.rules.js';
import type { LearningTime, ModuleRecord } from './learning.types.js';

const running: LearningTime = { cohortState: 'running', startsOn: '2026-05-01', today: '2026-05-02' };

/** `M:x.?` is a module M with a done required, an undone required and an undone optional activity; `+` is a done optional one. */
function modulesOf(...texts: string[]): ModuleRecord[] {
  return texts.map((text) => {
    const [id = '', marks = ''] = text.split(':');
    const activities = [...marks].map((mark, index) => ({ id: `${id}${String(index + 1)}`, required: 'x.'.includes(mark), completed: 'x+'.includes(mark) }));
    return { id, title: `Modul ${id}`, activities };
  });
}
const states = (modules: readonly ModuleRecord[], time = running): string =>
  decideStanding(modules, time).map(({ state, activities }) => `${state}(${Object.values(activities).join(' ')})`).join(' ');

describe('the order of modules', () => {
  it.each([
    ['the first is open', ['A:..', 'B:.'], 'open(open open) locked(locked)'],
    ['the second opens when the first is complete', ['A:xx', 'B:.'], 'done(done done) open(open)'],
    ['optional activities hold nobody back', ['A:x?', 'B:.'], 'done(done open) open(open)'],
    ['one unfinished module locks all after it', ['A:x', 'B:.x', 'C:.', 'D:.'], 'done(done) open(open done) locked(locked) locked(locked)'],
    ['what is done stays done behind a lock', ['A:.', 'B:x.'], 'open(open) locked(done locked)'],
    ['a complete module behind a lock is done', ['A:.', 'B:x'], 'open(open) done(done)'],
    ['a module without material holds nobody back', ['A:', 'B:.'], 'open() open(open)'],
  ])('%s', (_, modules, expected) => {
    expect(states(modulesOf(...modules))).toBe(expected);
  });

  it('names the first module that is in the way and how much is left of it', () => {
    const standing = decideStanding(modulesOf('A:x', 'B:..x?', 'C:.', 'D:.'), running);
    expect(standing.map(({ lock }) => lock)).toEqual([
      null, null,
      { code: 'previousModule', moduleId: 'B', title: 'Modul B', left: 2 },
      { code: 'previousModule', moduleId: 'B', title: 'Modul B', left: 2 },
    ]);
  });

  it.each([
    ['planned', '2026-04-30', 'locked(locked)'], ['planned', '2026-05-01', 'open(open)'], ['enrolling', '2026-05-01', 'open(open)'],
    ['running', '2026-04-30', 'open(open)'], ['completed', '2026-06-01', 'open(open)'], ['cancelled', '2026-05-02', 'locked(locked)'],
  ] as const)('of a cohort that is %s on %s is %s', (cohortState, today, expected) => {
    expect(states(modulesOf('A:.'), { ...running, cohortState, today })).toBe(expected);
  });

  it('lets everything of a completed cohort be read, but nothing be completed', () => {
    const time: LearningTime = { ...running, cohortState: 'completed' };
    expect(states(modulesOf('A:.', 'B:.'), time)).toBe('open(open) open(open)');
    expect(learningIsOpen(time)).toBe(false);
  });

  const anyModules = fc.array(fc.array(fc.record({ required: fc.boolean(), completed: fc.boolean() }), { maxLength: 5 }), { maxLength: 8 })
    .map((modules) => modules.map((activities, m): ModuleRecord => ({ id: `M${String(m)}`, title: `M${String(m)}`, activities: activities.map((a, i) => ({ ...a, id: `${String(m)}-${String(i)}` })) })));

  it('never locks again by doing more', () => {
    fc.assert(fc.property(anyModules, fc.nat(), (modules, pick) => {
      const all = modules.flatMap((module) => module.activities);
      const chosen = all[pick % Math.max(1, all.length)]?.id;
      const after = modules.map((module) => ({ ...module, activities: module.activities.map((a) => (a.id === chosen ? { ...a, completed: true } : a)) }));
      const [then, now] = [decideStanding(modules, running), decideStanding(after, running)];
      const opened = (standing: typeof now) => standing.flatMap(({ activities }) => Object.entries(activities).filter(([, state]) => state !== 'locked').map(([id]) => id));
      expect(opened(now)).toEqual(expect.arrayContaining(opened(then)));
    }));
  });

  it('always leaves a way to the end: doing what comes next finishes every required activity', () => {
    fc.assert(fc.property(anyModules, (modules) => {
      let now = modules;
      for (let step = 0; step < 60; step += 1) {
        const next = nextActivity(now, decideStanding(now, running), null);
        now = now.map((module) => ({ ...module, activities: module.activities.map((a) => (a.id === next ? { ...a, completed: true } : a)) }));
      }
      expect(now.flatMap(({ activities }) => activities).filter(({ completed }) => !completed)).toEqual([]);
    }));
  });

  it('opens a module only when all required activities before it are done', () => {
    fc.assert(fc.property(anyModules, (modules) => {
      decideStanding(modules, running).forEach(({ activities }, index) => {
        const complete = modules.slice(0, index).every((module) => module.activities.every((a) => a.completed || !a.required));
        expect(Object.values(activities).includes('open') && !complete).toBe(false);
      });
    }));
  });
});

describe('what comes next', () => {
  it.each([
    ['the first open one', ['A:x.', 'B:.'], null, 'A2'],
    ['a required one before an optional one', ['A:?.'], null, 'A2'],
    ['an optional one when nothing else is left', ['A:x?'], null, 'A2'],
    ['the one last opened', ['A:..'], 'A2', 'A2'],
    ['not one that is done', ['A:.x'], 'A2', 'A1'],
    ['not one that is locked', ['A:.', 'B:.'], 'B1', 'A1'],
    ['nothing at the end', ['A:x', 'B:+'], 'B1', null],
  ])('is %s', (_, modules, last, expected) => {
    const records = modulesOf(...modules);
    expect(nextActivity(records, decideStanding(records, running), last)).toBe(expected);
  });
});
