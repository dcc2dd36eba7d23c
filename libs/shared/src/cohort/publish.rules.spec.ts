import { describe, expect, it } from '@jest/globals';
import { instantAt } from '../platform/dates.rules.js';
import { wordPublishProblem } from './cohort.labels.js';
import { publishProblems } from './publish.rules.js';
import { publishProblemCodes, type CohortPlan, type SessionPlan } from './cohort.types.js';

let made = 0;
function session(date: string, from: string, to: string, change: Partial<SessionPlan> = {}): SessionPlan {
  made += 1;
  return {
    sessionId: `s${String(made)}`, cohortName: 'DLA', venueId: null, roomId: null, venueZone: null, roomCapacity: null, expected: 0, facilitators: [],
    title: `Sesi ${date} ${from}`, phaseId: 'p', classId: null, startsAt: instantAt(date, from, 'Asia/Makassar'), endsAt: instantAt(date, to, 'Asia/Makassar'),
    zone: 'Asia/Makassar', venue: 'Hotel', lessonHours: 4, mandatory: true, state: 'planned', ...change,
  };
}

const morning = session('2024-09-09', '07.30', '10.30');
const noon = session('2024-09-09', '10.30', '13.30');
const complete: CohortPlan = {
  startsOn: '2024-09-09', endsOn: '2024-09-11', capacity: 40, curriculumLessonHours: 8, signatories: [{}],
  phases: [{ id: 'p', name: 'Luring', startsOn: '2024-09-09', endsOn: '2024-09-10' }], classes: [], sessions: [morning, noon], others: [], holidays: [],
};
/** The same again as another session. */
const again = (one: SessionPlan, change: Partial<SessionPlan>): SessionPlan => ({ ...one, sessionId: `${one.sessionId}-${change.classId ?? 'x'}`, ...change });
const twoClasses = [{ id: 'a', name: 'A', capacity: 20 }, { id: 'b', name: 'B', capacity: 20 }];
const found = (change: Partial<CohortPlan>) => publishProblems({ ...complete, ...change }).map(({ code, path, blocking }) => [code, path, blocking]);

describe('a cohort that may be published', () => {
  it.each([
    ['as planned: 07.30 WITA is the day before in UTC', {}],
    ['a session until midnight of the last day', { phases: [], sessions: [morning, session('2024-09-11', '20.00', '23.59', { endsAt: '2024-09-11T16:00:00Z' })] }],
    ['an optional session beside the curriculum', { sessions: [morning, noon, session('2024-09-10', '08.00', '11.00', { mandatory: false })] }],
    ['a cancelled session, wrong in every way', { sessions: [morning, noon, session('2030-01-01', '11.00', '08.00', { state: 'cancelled' })] }],
    ['parallel classes with a common opening', { classes: twoClasses, sessions: [morning, again(noon, { classId: 'a', venue: 'Ruang 1' }), again(noon, { classId: 'b', venue: 'Ruang 2' })] }],
    ['tenths of lesson hours', { curriculumLessonHours: 0.3, sessions: [{ ...morning, lessonHours: 0.1 }, { ...noon, lessonHours: 0.2 }] }],
  ])('%s', (_, change) => {
    expect(found(change).filter(([code]) => code !== 'noPhase')).toEqual([]);
  });
});

describe('what a cohort lacks', () => {
  it.each<[string, Partial<CohortPlan>, unknown[]]>([
    ['no session', { sessions: [] }, [['noSession', 'sessions', true]]],
    ['only a cancelled session', { sessions: [{ ...morning, state: 'cancelled' }] }, [['noSession', 'sessions', true]]],
    ['no phase', { phases: [] }, [['noPhase', 'phases', true]]],
    ['no signatory', { signatories: [] }, [['noSignatory', 'signatories', true]]],
    ['an end before the beginning', { endsOn: '2024-09-08', sessions: [] }, [['cohortEndsBeforeStart', 'endsOn', true], ['noSession', 'sessions', true]]],
    ['a session that ends before it begins', { sessions: [morning, session('2024-09-09', '13.30', '10.30')] }, [['sessionEndsBeforeStart', 'sessions.1.endsAt', true]]],
    ['a session without length', { sessions: [morning, session('2024-09-09', '13.30', '13.30')] }, [['sessionEndsBeforeStart', 'sessions.1.endsAt', true]]],
    ['a session before the first day', { sessions: [session('2024-09-08', '22.00', '23.00'), noon] }, [['sessionOutsideCohort', 'sessions.0.startsAt', true], ['sessionOnWeekend', 'sessions.0.startsAt', false]]],
    ['a session after the last day', { sessions: [morning, session('2024-09-12', '00.00', '01.00')] }, [['sessionOutsideCohort', 'sessions.1.startsAt', true]]],
    ['a session into the day after', { sessions: [morning, session('2024-09-11', '23.00', '23.59', { endsAt: '2024-09-11T16:01:00Z' })] }, [['sessionOutsideCohort', 'sessions.1.startsAt', true]]],
    ['a session outside its phase', { sessions: [morning, session('2024-09-11', '08.00', '11.00')] }, [['sessionOutsidePhase', 'sessions.1.startsAt', false]]],
    ['too few JP', { curriculumLessonHours: 9 }, [['lessonHoursDiffer', 'sessions', true]]],
    ['optional JP counted for the curriculum', { sessions: [morning, { ...noon, mandatory: false }] }, [['lessonHoursDiffer', 'sessions', true]]],
    ['one class short of JP', { classes: twoClasses, sessions: [morning, { ...noon, classId: 'a' }] }, [['lessonHoursDiffer', 'classes.1', true]]],
    ['two at the same time for all', { sessions: [noon, session('2024-09-09', '13.29', '14.00')] }, [['classOverlap', 'sessions.1.startsAt', true]]],
    ['one class during the common session', { classes: twoClasses.slice(0, 1), sessions: [noon, session('2024-09-09', '12.00', '12.30', { classId: 'a' })], capacity: 20 }, [['classOverlap', 'sessions.1.startsAt', true]]],
    ['two classes in one venue', { classes: twoClasses, sessions: [morning, again(noon, { classId: 'a' }), again(noon, { classId: 'b', venue: ' HOTEL ' })] }, [['venueOverlap', 'sessions.2.venue', false]]],
    ['two classes in one room', { classes: twoClasses, sessions: [morning, again(noon, { classId: 'a', venueId: 'v', roomId: 'r' }), again(noon, { classId: 'b', venueId: 'v', roomId: 'r' })] }, [['roomOverlap', 'sessions.2.roomId', true]]],
    ['a holiday', { holidays: [{ fallsOn: '2024-09-09', name: 'Hari Pelanggan', kind: 'agency' }], curriculumLessonHours: 4, sessions: [morning] }, [['sessionOnHoliday', 'sessions.0.startsAt', false]]],
    ['classes too small', { classes: [{ id: 'a', name: 'A', capacity: 39 }] }, [['classesBelowCapacity', 'classes', false]]],
    ['warnings after what blocks', { capacity: 41, classes: twoClasses, curriculumLessonHours: 8.5, signatories: [] }, [
      ['noSignatory', 'signatories', true], ['lessonHoursDiffer', 'classes.0', true], ['lessonHoursDiffer', 'classes.1', true], ['classesBelowCapacity', 'classes', false],
    ]],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it('finds all three overlaps of a long session with two others inside', () => {
    const long = session('2024-09-09', '07.30', '12.00');
    expect(found({ curriculumLessonHours: 12, sessions: [session('2024-09-09', '08.00', '10.00'), long, session('2024-09-09', '09.00', '11.00')] }))
      .toEqual([['classOverlap', 'sessions.0.startsAt', true], ['classOverlap', 'sessions.2.startsAt', true], ['classOverlap', 'sessions.2.startsAt', true]]);
  });

  it.each([
    [{ curriculumLessonHours: 7.5 }, 'Sesi wajib berjumlah 8 JP, kurikulum 7,5 JP', 'Mandatory sessions sum to 8 JP, the curriculum to 7.5 JP'],
    [{ curriculumLessonHours: 7.5, classes: [twoClasses[0]!], capacity: 1 }, 'Kelas A: Sesi wajib berjumlah 8 JP, kurikulum 7,5 JP', 'Class A: Mandatory sessions sum to 8 JP, the curriculum to 7.5 JP'],
    [{ endsOn: '2024-09-08', sessions: [morning] }, 'Angkatan berakhir 8 Sep 2024, sebelum mulai 9 Sep 2024', 'The cohort ends on 8 Sep 2024, before it begins on 9 Sep 2024'],
    [{ sessions: [morning, { ...noon, title: '{title} $&', endsAt: noon.startsAt }] }, 'Sesi “{title} $&” berakhir sebelum mulai', 'Session “{title} $&” ends before it begins'],
  ])('says so in words: %o', (change, id, en) => {
    const problem = publishProblems({ ...complete, ...change })[0]!;
    expect([wordPublishProblem(problem, 'id'), wordPublishProblem(problem, 'en')]).toEqual([id, en]);
  });

  it('has words for every code', () => {
    for (const code of publishProblemCodes) {
      const words = [wordPublishProblem({ code, path: '', blocking: true, facts: {} }, 'id'), wordPublishProblem({ code, path: '', blocking: true, facts: {} }, 'en')];
      expect(words[0]).not.toBe(words[1]);
    }
  });
});
