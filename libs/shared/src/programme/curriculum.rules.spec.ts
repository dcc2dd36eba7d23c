import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GraduationCriteria } from '../graduation/graduation.types.js';
import { curriculumProblems, sumLessonHours, mayMoveCurriculum } from './curriculum.rules.js';
import { wordCriteria, wordCurriculumProblem } from './programme.labels.js';
import { curriculumStates, type CurriculumPlan } from './programme.types.js';

const criteria: GraduationCriteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: true, outcome: 'graduated', minFinalScore: 70, predicates: [],
  components: [{ code: 'posttest', title: 'Tes akhir', weight: 100, minScore: 60 }],
};
const plan: CurriculumPlan = {
  lessonHours: 24, criteria,
  certificateDesign: { kind: 'graduation', heading: 'SERTIFIKAT', numberTemplate: '{seq:5}/{agency}/{year}', counterScope: 'YEAR', nipShown: 'full', validYears: null },
  modules: [{ title: 'Satu', lessonHours: 10.5, requiredActivities: 1, activities: 1 }, { title: 'Dua', lessonHours: 13.5, requiredActivities: 0, activities: 1 }],
};

describe('the check before a curriculum is published', () => {
  it('lets a complete one through', () => {
    expect(curriculumProblems(plan)).toEqual([]);
  });

  it.each<[string, Partial<CurriculumPlan>, string[]]>([
    ['no module', { modules: [] }, ['noModule modules']],
    ['JP that do not sum', { lessonHours: 25 }, ['lessonHoursDiffer lessonHours']],
    ['weights of 90', { criteria: { ...criteria, components: [{ code: 'a', title: 'A', weight: 90, minScore: null }] } }, ['criteria criteria.components']],
    ['a number without sequence', { certificateDesign: { ...plan.certificateDesign, numberTemplate: '{agency}/{year}' } }, ['numberTemplate certificateDesign.numberTemplate']],
    ['graduation for attendees', { criteria: { ...criteria, outcome: 'attended' } }, ['kindDiffers certificateDesign.kind']],
    ['all material demanded where there is none', { modules: plan.modules.map((module) => ({ ...module, requiredActivities: 0 })) }, ['modulesWithoutContent criteria.allModules']],
  ])('refuses %s', (_, change, expected) => {
    expect(curriculumProblems({ ...plan, ...change }).filter(({ blocking }) => blocking).map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });

  it('warns of an empty module and of a number without agency, after what blocks', () => {
    const found = curriculumProblems({
      ...plan, lessonHours: 20, certificateDesign: { ...plan.certificateDesign, numberTemplate: '{seq}/{year}' },
      modules: [{ title: 'Kosong', lessonHours: 24, requiredActivities: 0, activities: 0 }], criteria: { ...criteria, allModules: false },
    });
    expect(found.map((problem) => `${String(problem.blocking)} ${wordCurriculumProblem(problem, 'id')}`)).toEqual([
      'true Jumlah JP mata pelatihan 24, sedangkan kurikulum 20 JP',
      'false Mata pelatihan “Kosong” belum berisi materi',
      'false Tanpa {agency} nomor dapat sama dengan nomor instansi lain',
    ]);
  });

  it('sums JP without the dust of binary fractions', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { maxLength: 40 }), (hundredths) => {
      expect(sumLessonHours(hundredths.map((value) => ({ lessonHours: value / 100 })))).toBe(hundredths.reduce((sum, value) => sum + value, 0) / 100);
    }));
  });
});

it('moves a curriculum only forward', () => {
  const moves = curriculumStates.flatMap((from) => curriculumStates.filter((to) => mayMoveCurriculum(from, to)).map((to) => `${from}>${to}`));
  expect(moves).toEqual(['draft>published', 'published>retired']);
});

it('says the criteria in plain words', () => {
  expect(wordCriteria(criteria, 'id')).toEqual([
    'Hadir paling sedikit 80% dari JP sesi wajib yang direncanakan; izin, sakit, dan dinas luar tetap dihitung',
    'Menyelesaikan semua materi wajib',
    'Nilai akhir paling sedikit 70',
    'Tes akhir paling sedikit 60',
  ]);
});
