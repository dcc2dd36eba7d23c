import type { DeviceOutcome, DevicePack, PackPerson, PackSession } from '@jenjang/shared/kiosk';
import type { KeptMark } from './device.types';

/** Words of the device go in parcels of at most this many. */
const parcelSize = 200;

/** Whom a session of the pack concerns, by name. */
export function rosterOf(pack: DevicePack, sessionId: string): readonly PackPerson[] {
  const session = pack.sessions.find(({ id }) => id === sessionId);
  if (session === undefined) return [];
  const { cohortId, classId } = session;
  return pack.people.filter(
    (person) => person.cohortId === cohortId && (classId === null || person.classId === classId),
  );
}

/** People whose name or unit holds every word looked for; accents and case aside. */
export function matching(
  people: readonly PackPerson[],
  words: string,
  unit: string | null,
): readonly PackPerson[] {
  const wanted = fold(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return people.filter((person) => {
    if (unit !== null && person.unitName !== unit) return false;
    const text = fold(`${person.name} ${person.unitName ?? ''}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** Units of a roster in order, for the filter. */
export function unitsOf(people: readonly PackPerson[]): readonly string[] {
  const units = people.map(({ unitName }) => unitName).filter((unit) => unit !== null);
  return [...new Set(units)].toSorted((a, b) => a.localeCompare(b, 'id'));
}

/** The session to begin with: the one whose doors are open, else the next, else the last. */
export function sessionAt(sessions: readonly PackSession[], now: number): PackSession | null {
  const open = sessions.find(({ opensAt, closesAt }) => opensAt <= now && now <= closesAt);
  return open ?? sessions.find(({ opensAt }) => opensAt > now) ?? sessions.at(-1) ?? null;
}

/** The last word about each participant of a session: whoever was seen and not taken back is in. */
export function lastWords(marks: readonly KeptMark[], sessionId: string): ReadonlyMap<string, KeptMark> {
  const words = new Map<string, KeptMark>();
  for (const mark of marks) {
    if (mark.sessionId === sessionId && mark.enrolmentId !== null) words.set(mark.enrolmentId, mark);
  }
  return words;
}

/** What waits to be sent, as parcels of one device each, in the order in which it was said. */
export function parcelsOf(marks: readonly KeptMark[]): readonly (readonly KeptMark[])[] {
  const waiting = marks.filter(({ answer }) => answer === null);
  const devices = [...new Set(waiting.map(({ deviceId }) => deviceId))];
  return devices.flatMap((deviceId) => cut(waiting.filter((mark) => mark.deviceId === deviceId)));
}

function cut(marks: readonly KeptMark[]): readonly (readonly KeptMark[])[] {
  const count = Math.ceil(marks.length / parcelSize);
  return Array.from({ length: count }, (_, n) => marks.slice(n * parcelSize, (n + 1) * parcelSize));
}

export type Tally = Readonly<Record<DeviceOutcome | 'refused' | 'waiting', number>>;

/** How many words became what. */
export function tallyOf(marks: readonly KeptMark[]): Tally {
  const tally = { waiting: 0, new: 0, equal: 0, conflicting: 0, correction: 0, noted: 0, refused: 0 };
  for (const { answer } of marks) tally[answer?.outcome ?? 'waiting'] += 1;
  return tally;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
