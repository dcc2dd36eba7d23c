import type { CertificateDesign, GraduationCriteria } from '@jenjang/shared';

/** Predicate bands as regional training agencies print them (domain practice in Kalimantan Timur); below 60.01 nobody graduates. */
export const usualPredicates: GraduationCriteria['predicates'] = [
  { from: 90.01, title: 'Sangat Memuaskan' },
  { from: 80.01, title: 'Memuaskan' },
  { from: 70.01, title: 'Cukup Memuaskan' },
  { from: 60.01, title: 'Kurang Memuaskan' },
];

const criteria: GraduationCriteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: true, components: [], minFinalScore: null, predicates: [], outcome: 'graduated',
};
const certificateDesign: CertificateDesign = {
  kind: 'graduation', heading: 'SERTIFIKAT PELATIHAN', numberTemplate: '{seq:5}/{agency}/{programme}/{month:roman}/{year}', counterScope: 'PROGRAMME_YEAR', nipShown: 'full', validYears: null,
};

/** What the first draft of a new programme starts from: 20 JP, the yearly duty of PNS (PP 11/2017, Pasal 203 ayat 4). */
export const firstDraft = { lessonHours: 20, criteria, certificateDesign } as const;
