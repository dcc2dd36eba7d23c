import { describe, expect, it } from '@jest/globals';
import { dayHasCome, decideMark, isStillOpen, sessionRecordsOf } from './marking.rules.js';
import type { MarkingFacts, MarkInForce, MarkWish } from './marking.types.js';

const wish: MarkWish = { enrolmentId: 'e', mark: 'present', supersedes: null };
const facts: MarkingFacts = { sessionLessonHours: 4, sessionClosed: false, belongs: true, current: null };
const absent: MarkInForce = { id: 'm1', mark: 'absent', lessonHours: 0, reason: null, source: 'sheet', markedAt: '2024-11-05T01:12:04.000Z', markedBy: 'Melati Pualam' };

describe('a mark', () => {
  it.each<[string, Partial<MarkWish>, Partial<MarkingFacts>, object]>([
    ['is saved with all JP of the session', {}, {}, { outcome: 'saved', lessonHours: 4 }],
    ['is saved with fewer JP', { mark: 'late', lessonHours: 3 }, {}, { outcome: 'saved', lessonHours: 3 }],
    ['of somebody absent is worth no JP', { mark: 'absent', lessonHours: 3 }, {}, { outcome: 'saved', lessonHours: 0 }],
    ['that corrects the one in force is saved', { supersedes: 'm1' }, { current: absent }, { outcome: 'saved', lessonHours: 4 }],
    ['said twice changes nothing', { mark: 'absent', supersedes: 'm1' }, { current: absent }, { outcome: 'unchanged' }],
    ['that another said first changes nothing when it is the same', { mark: 'absent' }, { current: absent }, { outcome: 'unchanged' }],
    ['with a new reason is saved', { mark: 'absent', supersedes: 'm1', reason: 'Tanpa kabar' }, { current: absent }, { outcome: 'saved', lessonHours: 0 }],
    ['that did not see the one in force conflicts', {}, { current: absent }, { outcome: 'conflict' }],
    ['that saw an older one conflicts', { supersedes: 'm0' }, { current: absent }, { outcome: 'conflict' }],
    ['that saw one where there is none conflicts', { supersedes: 'm1' }, {}, { outcome: 'conflict' }],
    ['of a stranger is refused', {}, { belongs: false }, { outcome: 'refused', code: 'attendance.notParticipant' }],
    ['with more JP than planned is refused', { lessonHours: 4.5 }, {}, { outcome: 'refused', code: 'attendance.tooManyLessonHours' }],
    ['after closing is refused without a reason', { supersedes: 'm1' }, { current: absent, sessionClosed: true }, { outcome: 'refused', code: 'attendance.reasonNeeded' }],
    ['after closing is saved with one', { supersedes: 'm1', reason: 'Surat tugas menyusul' }, { current: absent, sessionClosed: true }, { outcome: 'saved', lessonHours: 4 }],
    ['after closing that changes nothing needs no reason', { mark: 'absent' }, { current: absent, sessionClosed: true }, { outcome: 'unchanged' }],
  ])('%s', (_, change, known, decision) => {
    expect(decideMark({ ...wish, ...change }, { ...facts, ...known })).toEqual(decision);
  });
});

describe('the day of a session', () => {
  it.each([
    ['2024-11-04T15:59:59Z', false],
    ['2024-11-04T16:00:00Z', true],
    ['2024-11-06T00:00:00Z', true],
  ])('in WITA, at %s has come: %s', (now, expected) => {
    expect(dayHasCome({ startsAt: '2024-11-05T00:00:00Z', zone: 'Asia/Makassar' }, now)).toBe(expected);
  });
});

describe('a session still open to a participant', () => {
  const endsAt = '2024-11-05T03:00:00Z';
  it.each([
    ['before its end, unmarked', false, null, '2024-11-05T02:00:00Z', true],
    ['before its end, missing so far', false, 'absent', '2024-11-05T02:00:00Z', true],
    ['before its end, on duty elsewhere', false, 'on_duty', '2024-11-05T02:00:00Z', true],
    ['before its end, there', false, 'late', '2024-11-05T02:00:00Z', false],
    ['after its end, unmarked', false, null, '2024-11-05T04:00:00Z', true],
    ['after its end, marked', false, 'absent', '2024-11-05T04:00:00Z', false],
    ['closed, unmarked', true, null, '2024-11-05T02:00:00Z', false],
    ['closed, marked', true, 'absent', '2024-11-05T02:00:00Z', false],
  ] as const)('%s', (_, closed, mark, now, expected) => {
    expect(isStillOpen({ closed, endsAt }, mark, now)).toBe(expected);
  });
});

describe('the sessions of a participant', () => {
  const planned = { lessonHours: 4, closed: false, endsAt: '2024-11-05T03:00:00Z' };

  it('are those of the cohort and of the class, marked or not', () => {
    const sessions = [{ ...planned, sessionId: 'all', classId: null }, { ...planned, sessionId: 'own', classId: 'a' }, { ...planned, sessionId: 'other', classId: 'b' }];
    expect(sessionRecordsOf(sessions, { classId: 'a', marks: { all: ['late', 3] } }, '2024-11-05T04:00:00Z')).toEqual([
      { sessionId: 'all', plannedLessonHours: 4, attendedLessonHours: 3, mark: 'late', stillOpen: false },
      { sessionId: 'own', plannedLessonHours: 4, attendedLessonHours: 0, mark: null, stillOpen: true },
    ]);
  });
});
