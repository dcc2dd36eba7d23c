import { formatNip, nameWithTitles, rankPrinted, type DocumentPerson, type DocumentSession, type DocumentSnapshot, type MakeDocumentRequest } from '@jenjang/shared';
import { cardPayload } from './card.js';
import type { PaperCohort, PaperPerson, PaperSession } from './document.queries.js';

/** The facts behind a paper, as loaded. */
export interface PaperFacts {
  readonly cohort: PaperCohort;
  readonly people: readonly PaperPerson[];
  readonly sessions: readonly PaperSession[];
  /** ISO date in the zone of the agency. */
  readonly issuedOn: string;
}

/** Gathers every printed fact. `numbers` are those of the paper: one, one for each letter, or none. */
export function takeDocument(facts: PaperFacts, request: MakeDocumentRequest, numbers: readonly string[], secretKey: string): DocumentSnapshot {
  const { cohort, people, sessions, issuedOn } = facts;
  const isEach = request.form === 'each' && numbers.length > 0;
  const ofClass = cohort.classes.find(({ id }) => id === request.classId);
  return {
    layout: 1, kind: request.kind, number: numbers[0] ?? null, agency: { name: cohort.agencyName, shortName: cohort.agencyShortName }, issuer: cohort.issuer ?? cohort.agencyName, programme: cohort.programme,
    cohort: { name: cohort.name, startsOn: cohort.startsOn, endsOn: cohort.endsOn, venueName: cohort.venueName, venueCity: cohort.venueCity, className: ofClass?.name ?? null },
    issuedOn, issuedIn: cohort.venueCity, signatory: cohort.signatories[0] ?? null, grounds: request.grounds, form: request.form, orientation: request.kind === 'attendance_sheet' || request.kind === 'participant_list' ? request.orientation : 'portrait',
    people: people.map((person, at) => ({ ...personOf(person, cohort), number: isEach ? (numbers[at] ?? null) : null, card: request.kind === 'participant_card' && person.enrolmentId ? cardPayload(secretKey, person.enrolmentId) : null })),
    sessions: sessions.map((session) => sessionOf(session, people)),
  };
}

function personOf(person: PaperPerson, { classes }: PaperCohort): Omit<DocumentPerson, 'number' | 'card'> {
  const { nip, kind, golongan, positionName, unitName, opdName, agencyName, classId } = person;
  const label = kind === 'PPPK' || kind === 'PPPK_PART_TIME' ? 'NI PPPK' : 'NIP';
  const office = [unitName, opdName, agencyName].filter((part): part is string => part !== null);
  return {
    name: nameWithTitles(person), nip: nip === null ? null : `${label} ${formatNip(nip)}`, rank: rankPrinted(golongan), position: positionName,
    office: [...new Set(office)].join(', '), opd: opdName ?? unitName, className: classes.find(({ id }) => id === classId)?.name ?? null,
  };
}

function sessionOf({ classId, facilitators, ...session }: PaperSession, people: readonly PaperPerson[]): DocumentSession {
  const expected = people.flatMap((person, at) => (classId === null || person.classId === classId ? [at] : []));
  return { ...session, facilitators: facilitators.map(nameWithTitles), expected };
}
