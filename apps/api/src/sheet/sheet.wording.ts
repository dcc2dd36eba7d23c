import { formatDate, formatDateRange, formatTime, localDate, zoneAbbreviation, type DocumentPerson, type DocumentSession, type DocumentSnapshot } from '@jenjang/shared';

/** A label before a value, as letters write them. */
export type Fact = readonly [label: string, value: string];

/** Where and when, once each: `7–11 September 2026 di Gedung Diklat, Telaga`. */
export function whenAndWhere({ startsOn, endsOn, venueName, venueCity }: DocumentSnapshot['cohort']): string {
  const place = [venueName, venueCity].filter((part) => part !== '').join(', ');
  return `${formatDateRange(startsOn, endsOn, 'id')}${place ? ` di ${place}` : ''}`;
}

/** Cohort and class in one line. */
export const cohortLine = ({ cohort }: DocumentSnapshot): string => [cohort.name, cohort.className].filter((part) => part !== null).join(' · ');

/** What the people of a letter are sent to do. */
export function taskOf(snapshot: DocumentSnapshot): string {
  const verb = snapshot.kind === 'facilitator_letter' ? 'Menjadi fasilitator' : 'Mengikuti';
  return `${verb} ${snapshot.programme}, ${cohortLine(snapshot)}, pada ${whenAndWhere(snapshot.cohort)}.`;
}

/** Who somebody is, line by line, as a letter names them. */
export function factsOf({ name, nip, rank, position, office }: DocumentPerson): readonly Fact[] {
  const facts: readonly (readonly [string, string | null])[] = [['Nama', name], ['NIP', nip?.replace(/^\D+/, '') ?? null], ['Pangkat/golongan', rank], ['Jabatan', position], ['Unit kerja', office || null]];
  return facts.flatMap(([label, value]): Fact[] => (value === null ? [] : [[label, value]]));
}

/** Day and hours of a session in its zone: `Senin, 7 September 2026, 08.00–12.30 WITA`. */
export function hoursOf({ startsAt, endsAt, zone }: DocumentSession): string {
  const abbreviation = zoneAbbreviation(zone);
  const until = formatTime(endsAt, zone);
  return `${formatDate(localDate(startsAt, zone), 'id', 'weekday')}, ${formatTime(startsAt, zone).replace(` ${abbreviation}`, '')}–${until.endsWith(abbreviation) ? until : `${until} ${abbreviation}`}`;
}

/** What stands above an attendance sheet. */
export function sessionFacts(session: DocumentSession): readonly Fact[] {
  const facts: readonly Fact[] = [
    ['Sesi', session.className ? `${session.title} · ${session.className}` : session.title], ['Waktu', `${hoursOf(session)} (${session.lessonHours.toLocaleString('id-ID')} JP)`], ['Tempat', session.venue],
    ['Fasilitator', session.facilitators.join('; ')],
  ];
  return facts.filter(([, value]) => value !== '');
}

export const placeAndDate = ({ issuedIn, issuedOn }: DocumentSnapshot): string => [issuedIn, formatDate(issuedOn, 'id')].filter((part) => part !== '').join(', ');

/** Title of the file, as viewers show it. */
export const titles: Readonly<Record<DocumentSnapshot['kind'], string>> = {
  participant_letter: 'Surat tugas', facilitator_letter: 'Surat tugas', participant_list: 'Daftar peserta', attendance_sheet: 'Daftar hadir', table_card: 'Kartu meja', participant_card: 'Kartu peserta',
};
