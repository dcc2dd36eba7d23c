import { describe, expect, it } from '@jest/globals';
import { decideGraduation } from './graduation.rules.js';
import type { GraduationCriteria, ParticipantRecord, SessionRecord } from './graduation.types.js';
import { changedSince, firstOpen, groupOf, intentOf, verdictOf } from './standing.rules.js';

const criteria: GraduationCriteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: true, components: [{ code: 'task', title: 'Tugas', weight: 100, minScore: null }, { code: 'quiz', title: 'Kuis', weight: 0, minScore: null }],
  minFinalScore: 70, predicates: [], outcome: 'graduated',
};
const attended: SessionRecord = { sessionId: 'a', plannedLessonHours: 8, attendedLessonHours: 8, mark: 'present', stillOpen: false };
const record: ParticipantRecord = { sessions: [attended, { ...attended, sessionId: 'b' }], requiredActivities: 1, completedActivities: 1, scores: { quiz: 60, task: 80 } };

function stored(change: Partial<ParticipantRecord> = {}) {
  const inputs = { ...record, ...change };
  const { outcome, results } = decideGraduation(inputs, criteria);
  return { inputs, outcome, results };
}

function isChanged(before: Partial<ParticipantRecord>, now: Partial<ParticipantRecord>): boolean {
  const inputs = { ...record, ...now };
  return changedSince(stored(before), inputs, decideGraduation(inputs, criteria));
}

describe('a stored decision', () => {
  it.each<[string, Partial<ParticipantRecord>, Partial<ParticipantRecord>]>([
    ['the same facts in another order', {}, { sessions: [...record.sessions].reverse(), scores: { task: 80, quiz: 60 } }],
    ['a session that ended and moved no criterion', { sessions: [attended, { ...attended, sessionId: 'b', stillOpen: true }] }, {}],
  ])('stands by %s', (_, before, now) => {
    expect(isChanged(before, now)).toBe(false);
  });

  it.each<[string, Partial<ParticipantRecord>, Partial<ParticipantRecord>]>([
    ['a corrected mark of the same worth', {}, { sessions: [attended, { ...attended, sessionId: 'b', mark: 'late' }] }],
    ['a session added', {}, { sessions: [...record.sessions, { ...attended, sessionId: 'c', mark: null, attendedLessonHours: 0 }] }],
    ['other planned JP', {}, { sessions: [{ ...attended, plannedLessonHours: 9 }, { ...attended, sessionId: 'b' }] }],
    ['a score that does not even count', {}, { scores: { quiz: 61, task: 80 } }],
    ['an activity undone', {}, { completedActivities: 0 }],
    ['a session that ended unmarked and settled attendance', { sessions: [attended, { ...attended, sessionId: 'b', mark: null, attendedLessonHours: 0, stillOpen: true }] }, { sessions: [attended, { ...attended, sessionId: 'b', mark: null, attendedLessonHours: 0 }] }],
  ])('is shaken by %s', (_, before, now) => {
    expect(isChanged(before, now)).toBe(true);
  });

  it('is shaken by another threshold', () => {
    expect(changedSince(stored(), record, decideGraduation(record, { ...criteria, minAttendancePercent: 85 }))).toBe(true);
  });
});

describe('deciding', () => {
  const ready = decideGraduation(record, criteria);
  const early = decideGraduation({ ...record, scores: {} }, criteria);

  it.each([
    ['stores what was never decided', ready, { stored: false, changed: false }, false, 'store'],
    ['leaves what did not change', ready, { stored: true, changed: false }, false, 'unchanged'],
    ['leaves an early decision that did not change', early, { stored: true, changed: false }, true, 'unchanged'],
    ['stores what changed', ready, { stored: true, changed: true }, false, 'store'],
    ['does nothing early', early, { stored: false, changed: false }, false, 'blocked'],
    ['does nothing early again', early, { stored: true, changed: true }, false, 'blocked'],
    ['decides early when asked to', early, { stored: false, changed: false }, true, 'store'],
  ] as const)('%s', (_, decision, standing, finaliseEarly, intent) => {
    expect(intentOf(decision, standing, finaliseEarly)).toBe(intent);
  });

  it('tells what is open', () => {
    expect(firstOpen(ready.results)).toBeNull();
    expect(firstOpen(early.results)).toMatchObject({ criterion: 'score', state: 'not_judged' });
    expect([verdictOf(ready), verdictOf(early), verdictOf(decideGraduation({ ...record, scores: { task: 10 } }, criteria))]).toEqual(['graduated', 'open', 'failed']);
  });

  it.each([[null, false, 'undecided'], [{ outcome: 'failed' as const }, false, 'failed'], [{ outcome: 'failed' as const }, true, 'changed']])('groups %j', (decision, changed, group) => {
    expect(groupOf(decision, changed)).toBe(group);
  });
});
