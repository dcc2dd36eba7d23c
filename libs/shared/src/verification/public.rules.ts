import { maskNip } from '../person/nip.rules.js';
import type { CertificateSnapshot } from '../certificate/certificate.types.js';
import type { PublicCertificate } from './public.types.js';

/**
 * What anyone may read of a certificate. Every field is named: a fact added to the snapshot stays private until it is
 * added here too. Left out: nip but for three digits, birth, scores, nips of signatories.
 */
export function publicCertificate(snapshot: CertificateSnapshot): PublicCertificate {
  const { holder } = snapshot;
  return {
    layout: snapshot.layout, kind: snapshot.kind, heading: snapshot.heading, number: snapshot.number, code: snapshot.code, verifyUrl: snapshot.verifyUrl,
    agency: { name: snapshot.agency.name, shortName: snapshot.agency.shortName, code: snapshot.agency.code },
    issuer: snapshot.issuer, partners: snapshot.partners,
    holder: {
      name: holder.name, nipMasked: holder.nip === null ? null : maskNip(holder.nip), employmentKind: holder.employmentKind, rankPrinted: holder.rankPrinted,
      positionKind: holder.positionKind, positionName: holder.positionName, eselon: holder.eselon, unitName: holder.unitName, opdName: holder.opdName, agencyName: holder.agencyName,
    },
    programme: publicProgramme(snapshot.programme), cohort: publicCohort(snapshot.cohort),
    lessonHours: snapshot.lessonHours, outcome: snapshot.outcome, predicate: snapshot.predicate,
    attendance: { attendedLessonHours: snapshot.attendance.attendedLessonHours, plannedLessonHours: snapshot.attendance.plannedLessonHours, percent: snapshot.attendance.percent },
    transcript: snapshot.transcript.map(({ title, lessonHours }) => ({ title, lessonHours })), curriculumNumber: snapshot.curriculumNumber,
    issuedOn: snapshot.issuedOn, issuedIn: snapshot.issuedIn, validUntil: snapshot.validUntil,
    signatories: snapshot.signatories.map(({ name, position, rank }) => ({ name, position, rank })),
  };
}

function publicProgramme({ code, name, academy, diklatKind, form }: CertificateSnapshot['programme']): PublicCertificate['programme'] {
  return { code, name, academy, diklatKind, form };
}

function publicCohort(cohort: CertificateSnapshot['cohort']): PublicCertificate['cohort'] {
  const { code, name, ordinal, className, startsOn, endsOn, zone, venueName, venueCity, mode } = cohort;
  return { code, name, ordinal, className, startsOn, endsOn, zone, venueName, venueCity, mode };
}
