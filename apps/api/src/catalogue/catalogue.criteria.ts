import type { CertificateDesign, GraduationCriteria } from '@jenjang/shared';
import type { ModuleTemplate, PageTemplate } from './catalogue.types.js';

/** Predicate bands as regional training agencies print them; nobody below the last one graduates. */
const predicates: GraduationCriteria['predicates'] = [
  { from: 90.01, title: 'Sangat Memuaskan' },
  { from: 80.01, title: 'Memuaskan' },
  { from: 70.01, title: 'Cukup Memuaskan' },
  { from: 60.01, title: 'Kurang Memuaskan' },
];

function components(posttest: number): GraduationCriteria['components'] {
  return [
    { code: 'pretest', title: 'Tes awal', weight: 0, minScore: null },
    { code: 'posttest', title: 'Tes akhir', weight: posttest, minScore: null },
    { code: 'tugas_akhir', title: 'Tugas akhir', weight: 100 - posttest, minScore: 60 },
  ];
}

/** DLA: the whole series from beginning to end, absences of every kind included. */
export const dlaCriteria: GraduationCriteria = {
  minAttendancePercent: 100, excusedLeavesDenominator: false, allModules: true, components: components(30), minFinalScore: 70, predicates, outcome: 'graduated',
};

/** GTA and DTS: 80 % of all planned JP, and the usual passing grade of 70. */
export const gtaCriteria: GraduationCriteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: true, components: components(40), minFinalScore: 70, predicates, outcome: 'graduated',
};

/** Bimtek: nothing is scored; who was there has attended. */
export const bimtekCriteria: GraduationCriteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: true, allModules: false, components: [], minFinalScore: null, predicates: [], outcome: 'attended',
};

/** Certificate of graduation, numbered by programme and year. */
export const graduationDesign: CertificateDesign = {
  kind: 'graduation', heading: 'SERTIFIKAT KELULUSAN', numberTemplate: '{seq:5}/{programme}/{agency}/{month:roman}/{year}', counterScope: 'PROGRAMME_YEAR', nipShown: 'full', validYears: 5,
};

/** Numbered within the cohort, as DTS numbers its batches. */
export const cohortDesign: CertificateDesign = {
  kind: 'graduation', heading: 'SERTIFIKAT PELATIHAN', numberTemplate: '{cohort_seq:3}/{cohort}/{academy}/{agency}/{year}', counterScope: 'COHORT', nipShown: 'full', validYears: 5,
};

/** Certificate of attendance, numbered by year with the month in figures. */
export const attendanceDesign: CertificateDesign = {
  kind: 'attendance', heading: 'SERTIFIKAT', numberTemplate: '{seq:5}/{academy}/{agency}/{month:02}/{year}', counterScope: 'YEAR', nipShown: 'full', validYears: null,
};

export const page = (source: string): PageTemplate => ({ kind: 'page', source });

/** A module with pages only. */
export function pages(code: string, title: string, lessonHours: number, summary: string, ...sources: string[]): ModuleTemplate {
  return { code, title, lessonHours, summary, activities: sources.map(page) };
}
