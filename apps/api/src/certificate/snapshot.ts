import { formatNip, maskNip, nameWithTitles, rankPrinted, type CertificateSnapshot } from '@jenjang/shared';
import type { IssuanceRecord, IssuingCohort } from './issuance.queries.js';

/** What the issuing transaction adds to the loaded facts. */
export interface Numbered {
  readonly number: string;
  readonly code: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly publicUrl: string;
}

/** Gathers every fact on the paper into the snapshot that is stored and drawn. */
export function takeSnapshot(record: IssuanceRecord, cohort: IssuingCohort, issued: Numbered): CertificateSnapshot {
  const host = cohort.organisers.find(({ role }) => role === 'host');
  return {
    layout: 1, kind: cohort.design.kind, heading: cohort.design.heading, number: issued.number, code: issued.code, verifyUrl: `${issued.publicUrl}/c/${issued.code}`,
    agency: { name: cohort.agencyName, shortName: cohort.agencyShortName, code: cohort.agencyCode },
    issuer: host?.name ?? cohort.agencyName,
    partners: cohort.organisers.filter((organiser) => organiser !== host).map(({ name }) => name),
    holder: holderOf(record, cohort),
    programme: { code: cohort.programmeCode, name: cohort.programmeName, academy: cohort.academy, diklatKind: cohort.diklatKind, form: cohort.diklatForm },
    cohort: {
      code: cohort.code, name: cohort.name, ordinal: cohort.ordinal, className: record.className, startsOn: cohort.startsOn, endsOn: cohort.endsOn,
      zone: cohort.zone, venueName: cohort.venueName, venueCity: cohort.venueCity, mode: cohort.mode,
    },
    lessonHours: cohort.lessonHours, outcome: record.outcome === 'graduated' ? 'graduated' : 'attended', predicate: record.predicate, finalScore: record.finalScore,
    attendance: attendanceOf(record), transcript: record.transcript, curriculumNumber: cohort.curriculumNumber,
    issuedOn: issued.issuedOn, issuedIn: cohort.venueCity, validUntil: issued.validUntil, signatories: cohort.signatories,
  };
}

function holderOf(record: IssuanceRecord, cohort: IssuingCohort): CertificateSnapshot['holder'] {
  const shown = cohort.design.nipShown === 'full' ? formatNip : maskNip;
  return {
    name: nameWithTitles(record), nip: record.nip, nipPrinted: record.nip === null ? null : shown(record.nip), employmentKind: record.employmentKind,
    golongan: record.golongan, rankPrinted: rankPrinted(record.golongan), positionKind: record.positionKind, positionName: record.positionName, eselon: record.eselon,
    unitName: record.unitName, opdName: record.opdName ?? record.unitName, agencyName: record.holderAgency, birthPlace: record.birthPlace, birthDate: record.birthDate,
  };
}

/** JP as they stood when graduation was decided. */
function attendanceOf({ inputs }: IssuanceRecord): CertificateSnapshot['attendance'] {
  const sessions = inputs?.sessions ?? [];
  const plannedLessonHours = sessions.reduce((sum, session) => sum + session.plannedLessonHours, 0);
  const attendedLessonHours = sessions.reduce((sum, session) => sum + session.attendedLessonHours, 0);
  return { plannedLessonHours, attendedLessonHours, percent: plannedLessonHours === 0 ? 0 : Math.floor((attendedLessonHours / plannedLessonHours) * 1000) / 10 };
}
