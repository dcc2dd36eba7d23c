import type { CertificateDesign, GraduationCriteria } from '@jenjang/shared';

const criteria: GraduationCriteria = {
  minAttendancePercent: 80, excusedLeavesDenominator: false, allModules: true, components: [], minFinalScore: null, predicates: [], outcome: 'graduated',
};
const certificateDesign: CertificateDesign = {
  kind: 'graduation', heading: 'SERTIFIKAT PELATIHAN', numberTemplate: '{seq:5}/{agency}/{programme}/{month:roman}/{year}', counterScope: 'PROGRAMME_YEAR', nipShown: 'full', validYears: null,
};

/** What the first draft of a new programme starts from: 20 JP, the yearly duty of PNS (PP 11/2017, Pasal 203 ayat 4). */
export const firstDraft = { lessonHours: 20, criteria, certificateDesign } as const;
