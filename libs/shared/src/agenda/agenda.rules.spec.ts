import { describe, expect, it } from '@jest/globals';
import { nextForParticipant, sessionsOfDay, withClashes } from './agenda.rules.js';
import type { AgendaSession, HomeCohort } from './agenda.types.js';

const session: AgendaSession = {
  sessionId: 's1', enrolmentId: 'e', cohortId: 'c', cohortName: 'Angkatan III', programmeName: 'Literasi Digital', title: 'Arsitektur SPBE', startsAt: '2026-11-03T00:00:00Z', endsAt: '2026-11-03T03:30:00Z',
  zone: 'Asia/Makassar', venue: '', place: null, meetingUrl: '', contact: null, lessonHours: 4, mandatory: true, state: 'planned', mark: null, checkInUntil: null, clashes: false,
};
const later: AgendaSession = { ...session, sessionId: 's2', startsAt: '2026-11-05T00:00:00Z', endsAt: '2026-11-05T03:00:00Z' };
const cohort = { enrolmentId: 'e', state: 'running', nextActivity: null, certificateCode: null } as unknown as HomeCohort;
const learning: HomeCohort = { ...cohort, nextActivity: { activityId: 'a', title: 'Bacaan', moduleTitle: 'Modul 1' } };
const certified: HomeCohort = { ...cohort, state: 'completed', certificateCode: 'ABC' };

describe('the next step', () => {
  it.each([
    ['the session of today before anything else', [later, session], [learning, certified], '2026-11-03T00:10:00Z', { kind: 'session', session }],
    ['the session of today from midnight there', [session], [], '2026-11-02T16:00:00Z', { kind: 'session', session }],
    ['what is left to learn before what comes later', [session, later], [certified, learning], '2026-11-03T04:00:00Z', { kind: 'learn', cohort: learning }],
    ['nothing to learn in a cohort that is over', [], [{ ...learning, state: 'completed' as const }], '2026-11-03T04:00:00Z', { kind: 'nothing' }],
    ['the session to come', [later, { ...session, state: 'cancelled' as const }], [certified], '2026-11-03T00:10:00Z', { kind: 'upcoming', session: later }],
    ['not a closed session', [{ ...session, state: 'closed' as const }], [certified], '2026-11-03T00:10:00Z', { kind: 'certificate', cohort: certified }],
    ['the certificate', [session], [cohort, certified], '2026-11-04T00:00:00Z', { kind: 'certificate', cohort: certified }],
    ['nothing', [], [], '2026-11-04T00:00:00Z', { kind: 'nothing' }],
  ] as const)('is %s', (_, sessions, cohorts, now, expected) => {
    expect(nextForParticipant(sessions, cohorts, now)).toEqual(expected);
  });
});

describe('sessions of a day', () => {
  it('are told by the clock of their own place', () => {
    const jakarta: AgendaSession = { ...session, sessionId: 'jakarta', zone: 'Asia/Jakarta', startsAt: '2026-11-03T15:30:00Z' };
    const makassar: AgendaSession = { ...jakarta, sessionId: 'makassar', zone: 'Asia/Makassar', startsAt: '2026-11-03T16:30:00Z' };
    expect(sessionsOfDay([jakarta, makassar], '2026-11-03T16:10:00Z').map(({ sessionId }) => sessionId)).toEqual(['jakarta', 'makassar']);
  });
});

describe('clashes', () => {
  it.each([
    ['two that overlap', { startsAt: '2026-11-03T03:00:00Z' }, [true, true]],
    ['two that meet', { startsAt: '2026-11-03T03:30:00Z' }, [false, false]],
    ['one that was cancelled', { startsAt: '2026-11-03T03:00:00Z', state: 'cancelled' as const }, [false, false]],
  ])('%s', (_, change, expected) => {
    const other = { ...session, sessionId: 's9', endsAt: '2026-11-03T06:00:00Z', ...change };
    expect(withClashes([other, session]).map(({ sessionId, clashes }) => [sessionId, clashes])).toEqual([['s1', expected[0]], ['s9', expected[1]]]);
  });
});
