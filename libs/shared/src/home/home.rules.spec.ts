import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tasksOf } from './home.rules.js';
import { taskKinds, type AdminDesk, type CohortOnDesk, type Desk, type HeadDesk, type MeritDesk, type SessionOnDesk, type TeachingDesk } from './home.types.js';

/** Tuesday 5 November 2024, 10.00 WITA. */
const now = '2024-11-05T02:00:00Z';
const running: SessionOnDesk = {
  sessionId: 's1', cohortId: 'c', cohortName: 'DLA I', title: 'Sesi 3', startsAt: '2024-11-05T00:00:00Z', endsAt: '2024-11-05T03:30:00Z', zone: 'Asia/Makassar', venue: 'Aula', expected: 112, marked: 105,
};
const over: SessionOnDesk = { ...running, sessionId: 's0', title: 'Sesi 2', startsAt: '2024-11-04T00:00:00Z', endsAt: '2024-11-04T03:00:00Z', marked: 112 };
const ahead: SessionOnDesk = { ...running, sessionId: 's2', title: 'Sesi 4', startsAt: '2024-11-05T05:00:00Z', endsAt: '2024-11-05T08:00:00Z', marked: 0 };
const cohort: CohortOnDesk = {
  cohortId: 'c', cohortName: 'DLA I', state: 'running', startsOn: '2024-11-04', endsOn: '2024-11-08', zone: 'Asia/Makassar', capacity: 112, accepted: 110, undecided: 0, waitlisted: 0,
  blockingProblems: 0, sessionsAhead: 4, withoutScores: 0, withoutDecision: 110, withoutCertificate: 0,
};
const ended: Partial<CohortOnDesk> = { endsOn: '2024-11-04', sessionsAhead: 0 };
const merit: MeritDesk = { role: 'hr_analyst', zone: 'Asia/Makassar', lastExportAt: '2024-10-31T17:00:00Z', issued: 0, revoked: 0, doubtfulNips: 0 };
const head: HeadDesk = { role: 'agency_head', toFill: [], inTraining: 0, cohorts: 0, firstCohortName: null, firstEndsOn: null, year: 2024, graduates: 0, lessonHours: 0 };
const admin: AdminDesk = { role: 'admin', failedJobs: 0, unusedAccounts: 0, agenciesWithoutOrganiser: 0, agencyName: null };

const organiser = (sessions: readonly SessionOnDesk[], cohorts: readonly CohortOnDesk[] = []): TeachingDesk => ({ role: 'organiser', sessions, cohorts });
const facilitator = (sessions: readonly SessionOnDesk[], cohorts: readonly CohortOnDesk[] = []): TeachingDesk => ({ role: 'facilitator', sessions, cohorts });
const kindsOf = (desk: Desk): readonly string[] => tasksOf([desk], now).map(({ kind }) => kind);

describe('sessions', () => {
  it('asks first for those who are unmarked while a session goes on', () => {
    expect(tasksOf([organiser([over, running, ahead], [{ ...cohort, undecided: 2 }])], now)[0]).toEqual({
      kind: 'markSession', role: 'organiser', cohortId: 'c', sessionId: 's1', urgency: 'now', dueAt: '2024-11-05T03:30:00Z', zone: 'Asia/Makassar', link: '/angkatan/c/presensi/s1',
      facts: { session: 'Sesi 3', cohort: 'DLA I', count: 7, expected: 112, until: '11.30 WITA' },
    });
  });

  it.each([
    ['one that begins now', { startsAt: now }, ['markSession']],
    ['one that begins in a moment', { startsAt: '2024-11-05T02:00:01Z' }, []],
    ['one that ends now', { endsAt: now }, ['closeSession']],
    ['one in which everybody is marked', { marked: 112 }, []],
    ['one nobody is expected at', { expected: 0, marked: 0 }, []],
  ])('%s', (_, change, expected) => {
    expect(kindsOf(organiser([{ ...running, ...change }]))).toEqual(expected);
  });

  it('names a single session to close, late from the day after on', () => {
    expect(tasksOf([organiser([{ ...over, marked: 110 }])], now)).toMatchObject([{
      kind: 'closeSession', sessionId: 's0', link: '/angkatan/c/presensi/s0', urgency: 'late', dueAt: '2024-11-04T16:00:00.000Z', facts: { sessions: 1, count: 2, endedOn: '2024-11-04', ended: '11.00 WITA' },
    }]);
    expect(tasksOf([organiser([over])], '2024-11-04T15:59:00Z')).toMatchObject([{ urgency: 'ahead' }]);
  });

  it('gathers those of one cohort, so that they do not fill the page', () => {
    const others = [{ ...over, cohortId: 'd', sessionId: 'd1' }, { ...over, sessionId: 's9', title: 'Sesi 1', startsAt: '2024-11-03T00:00:00Z', marked: 100 }];
    expect(tasksOf([organiser([over, ...others])], now).map(({ cohortId, sessionId, link, facts }) => [cohortId, sessionId, link, facts['session'], facts['others'], facts['count']])).toEqual([
      ['c', null, '/angkatan/c/presensi', 'Sesi 1', 1, 12], ['d', 'd1', '/angkatan/d/presensi/d1', 'Sesi 2', 0, 0],
    ]);
  });

  it('tells facilitators the next one, organisers not', () => {
    expect(tasksOf([facilitator([ahead, { ...ahead, sessionId: 'later', startsAt: '2024-11-06T00:00:00Z' }])], now)).toMatchObject([
      { kind: 'nextSession', sessionId: 's2', dueAt: ahead.startsAt, facts: { day: '2024-11-05', time: '13.00–16.00 WITA', venue: 'Aula', expected: 112 } },
    ]);
    expect(kindsOf(organiser([ahead]))).toEqual([]);
  });
});

describe('a cohort', () => {
  it.each([
    ['planned with gaps', { state: 'planned', startsOn: '2024-11-08', blockingProblems: 3 }, ['planCohort ahead']],
    ['planned with gaps on its first day', { state: 'planned', startsOn: '2024-11-05', blockingProblems: 3 }, ['planCohort ahead']],
    ['planned and past its first day', { state: 'planned', startsOn: '2024-11-04' }, ['openCohort late']],
    ['enrolling without anybody', { state: 'enrolling', startsOn: '2024-11-08', accepted: 0 }, ['enrolPeople ahead']],
    ['enrolling before its first day', { state: 'enrolling', startsOn: '2024-11-06' }, []],
    ['enrolling on its first day', { state: 'enrolling', startsOn: '2024-11-05' }, ['startCohort ahead']],
    ['enrolling after its first day', { state: 'enrolling', startsOn: '2024-11-04' }, ['startCohort late']],
    ['running', {}, []],
    ['running with nominees', { undecided: 2 }, ['decideNominations late']],
    ['running with a waiting list and seats', { waitlisted: 5 }, ['fillSeats late']],
    ['running with a waiting list and no seat', { waitlisted: 5, accepted: 112 }, []],
    ['running without scores', { withoutScores: 9 }, []],
    ['on its last day with a session to come', { ...ended, endsOn: '2024-11-05', sessionsAhead: 1 }, []],
    ['on its last day after the last session', { ...ended, endsOn: '2024-11-05' }, ['decideGraduation ahead']],
    ['over without scores', { ...ended, withoutScores: 9 }, ['enterScores ahead', 'decideGraduation ahead']],
    ['over, decided, without scores', { ...ended, withoutScores: 9, withoutDecision: 0, withoutCertificate: 100 }, ['issueCertificates ahead']],
    ['over, decided and issued', { ...ended, withoutDecision: 0 }, ['completeCohort ahead']],
    ['over without anybody', { ...ended, accepted: 0, withoutDecision: 0 }, []],
    ['completed with certificates to issue', { ...ended, state: 'completed', withoutDecision: 0, withoutCertificate: 1 }, ['issueCertificates ahead']],
    ['completed with people undecided', { ...ended, state: 'completed', undecided: 1, waitlisted: 1 }, []],
    ['cancelled', { state: 'cancelled', undecided: 1 }, []],
  ] as const)('%s', (_, change, expected) => {
    expect(tasksOf([organiser([], [{ ...cohort, ...change }])], now).map(({ kind, urgency }) => `${kind} ${urgency}`)).toEqual(expected);
  });

  it('asks facilitators for scores from its beginning on, and for nothing else', () => {
    expect(tasksOf([facilitator([], [{ ...cohort, ...ended, withoutScores: 9, undecided: 3, withoutCertificate: 2 }])], now)).toMatchObject([
      { kind: 'enterScores', role: 'facilitator', link: '/angkatan/c/penilaian', facts: { count: 9, accepted: 110 } },
    ]);
    expect(kindsOf(facilitator([], [{ ...cohort, state: 'enrolling', withoutScores: 9 }]))).toEqual([]);
  });

  it('leaves what is far off to the end, the nearest of it first', () => {
    const far = { ...cohort, cohortId: 'far', state: 'planned', startsOn: '2025-01-20', blockingProblems: 1 } as const;
    const near = { ...far, cohortId: 'near', startsOn: '2024-11-12' } as const;
    const enrolling = { ...cohort, cohortId: 'next', state: 'enrolling', startsOn: '2024-12-01', undecided: 7 } as const;
    expect(tasksOf([organiser([], [far, { ...cohort, ...ended }, near, enrolling])], now).map(({ kind, cohortId }) => `${kind} ${cohortId ?? ''}`)).toEqual(['planCohort near', 'decideGraduation c', 'decideNominations next', 'planCohort far']);
  });
});

describe('other roles', () => {
  it.each([
    ['an analyst with nothing new', merit, []],
    ['an analyst', { ...merit, issued: 112, revoked: 1, doubtfulNips: 4 }, ['reportRevoked 1 2024-11-01', 'exportCertificates 112 2024-11-01', 'checkNips 4 ']],
    ['an analyst who never exported', { ...merit, lastExportAt: null, issued: 3 }, ['exportCertificates 3 ']],
    ['a head of whose people nobody trains', head, []],
    ['a head', { ...head, inTraining: 5, cohorts: 2, firstCohortName: 'DLA I', firstEndsOn: '2024-11-08', graduates: 40, lessonHours: 1600 }, ['inTraining 5 ', 'graduates 40 ']],
    ['an admin of a system in order', admin, []],
    ['an admin', { ...admin, failedJobs: 2, unusedAccounts: 9, agenciesWithoutOrganiser: 3, agencyName: 'Kota Telaga' }, ['failedJobs 2 ', 'nameOrganiser 3 ', 'inviteAgain 9 ']],
  ] as const)('%s', (_, desk, expected) => {
    expect(tasksOf([desk], now).map(({ kind, facts }) => `${kind} ${String(facts['count'])} ${String(facts['since'] ?? '')}`)).toEqual(expected);
  });
});

describe('the list', () => {
  const anySession = fc.record({ hours: fc.integer({ min: -90, max: 90 }), expected: fc.nat(5), marked: fc.nat(5), cohortId: fc.constantFrom('a', 'b', 'c') }).map(({ hours, ...rest }): SessionOnDesk => ({
    ...running, ...rest, sessionId: String(hours), startsAt: new Date(Date.parse(now) + hours * 3_600_000).toISOString(), endsAt: new Date(Date.parse(now) + (hours + 2) * 3_600_000).toISOString(),
  }));
  const anyCohort = fc.record({
    cohortId: fc.constantFrom('a', 'b', 'c', 'd'), state: fc.constantFrom('planned', 'enrolling', 'running', 'completed', 'cancelled'), startsOn: fc.constantFrom('2024-10-01', '2024-11-05', '2024-12-31'),
    endsOn: fc.constantFrom('2024-11-04', '2025-01-31'), accepted: fc.nat(3), undecided: fc.nat(3), waitlisted: fc.nat(3), blockingProblems: fc.nat(2), withoutScores: fc.nat(2), withoutDecision: fc.nat(2), withoutCertificate: fc.nat(2),
  }).map((change): CohortOnDesk => ({ ...cohort, ...change }));

  it('is short, in order of urgency, and says nothing of zero', () => {
    fc.assert(fc.property(fc.array(anySession), fc.array(anyCohort), (sessions, cohorts) => {
      const tasks = tasksOf([organiser(sessions, cohorts)], now);
      expect(tasks.length).toBeLessThanOrEqual(8);
      const ranks = tasks.map(({ kind, dueAt }) => (dueAt !== null && Date.parse(dueAt) > Date.parse(now) + 14 * 86_400_000 ? Date.parse(dueAt) : taskKinds.indexOf(kind)));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      for (const { kind, facts } of tasks) if (kind !== 'closeSession') expect(facts['count']).not.toBe(0);
    }));
  });

  it('does not depend on the order in which things were found', () => {
    fc.assert(fc.property(fc.uniqueArray(anyCohort, { selector: ({ cohortId }) => cohortId }), (cohorts) => {
      expect(tasksOf([organiser([], cohorts.toReversed())], now)).toEqual(tasksOf([organiser([], cohorts)], now));
    }));
  });
});

describe('the head of a unit', () => {
  const open = { cohortId: 'c', cohortName: 'DLA I', left: 3, undecided: 1, closesOn: '2024-11-10', closesAt: '2024-11-10T16:00:00Z', zone: 'Asia/Makassar' } as const;
  it('is asked first to fill the seats that nobody was sent for, by the deadline', () => {
    expect(tasksOf([{ ...head, inTraining: 4, cohorts: 1, toFill: [open] }], now)[0]).toEqual({
      kind: 'nominate', role: 'agency_head', cohortId: 'c', sessionId: null, facts: { cohort: 'DLA I', count: 2, closesOn: '2024-11-10' }, dueAt: '2024-11-10T16:00:00Z', zone: 'Asia/Makassar', urgency: 'ahead',
      link: '/usulan/baru/c',
    });
  });

  it.each([[1, 1, []], [0, 0, []], [2, 1, ['nominate']]])('with %i seats left and %i waiting is asked %j', (left, undecided, kinds) => {
    expect(kindsOf({ ...head, toFill: [{ ...open, left, undecided }] })).toEqual(kinds);
  });
});
