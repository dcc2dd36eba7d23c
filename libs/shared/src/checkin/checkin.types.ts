import type { AttendanceMark } from '../attendance/attendance.types.js';
import type { MarkSource } from '../attendance/marking.types.js';
import type { Zone } from '../platform/locale.types.js';

/** Ways of checking in: the code on the screen, a participant's card, a kiosk, a mere tap. */
export const checkInWays = ['code', 'card', 'kiosk', 'self'] as const;
export type CheckInWay = (typeof checkInWays)[number];

export type CheckInKind = 'in' | 'out';

/** What somebody should look at. */
export const flagKinds = ['outside_radius', 'shared_device', 'clock_drift', 'odd_place', 'sent_later'] as const;
export type FlagKind = (typeof flagKinds)[number];

/** A point on the earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a device says it is. */
export interface Position extends Point {
  /** Metres within which the device believes itself to be. */
  readonly accuracy: number;
}

/** A place with the distance from it, in metres, that still counts as there. */
export interface Circle extends Point {
  readonly radius: number;
}

/** When and how check-ins of a session are taken. Instants are milliseconds since 1970 UTC. */
export interface OpeningRule {
  readonly opensAt: number;
  /** Whoever comes after it is late. */
  readonly lateAfter: number;
  readonly closesAt: number;
  /** The check-out window; null when nobody is asked to check out. */
  readonly out: { readonly opensAt: number; readonly closesAt: number } | null;
  readonly stepSeconds: number;
  readonly ways: readonly CheckInWay[];
  /** Null while places are not looked at. */
  readonly circle: Circle | null;
}

/** The session that is checked in to. */
export interface CheckInSession {
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly zone: Zone;
  readonly lessonHours: number;
}

/** What was scanned or typed. */
export type CodeText =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'token'; readonly sessionId: string | null; readonly step: number; readonly mac: string };

/** What a code turned out to be, once its seal was compared. */
export type CodeFinding =
  | { readonly is: 'none' | 'wrong' | 'stale' }
  | { readonly is: 'current'; readonly step: number }
  /** An old code that the device says it scanned while it was shown, when the network was gone. */
  | { readonly is: 'kept'; readonly step: number }
  | { readonly is: 'ofOther'; readonly session: string };

/** What is known of a participant before they are checked in. */
export interface CheckInRecord {
  readonly belongs: boolean;
  /** When they came and went, as far as it is known. */
  readonly inAt: number | null;
  readonly outAt: number | null;
  /** The mark in force. */
  readonly current: { readonly id: string; readonly mark: AttendanceMark; readonly lessonHours: number; readonly source: MarkSource } | null;
}

/** Everything a check-in is judged by. */
export interface CheckInFacts {
  /** Instant of the server. */
  readonly now: number;
  readonly session: CheckInSession;
  /** Null when nobody opened the check-in. */
  readonly opening: OpeningRule | null;
  readonly way: CheckInWay;
  readonly code: CodeFinding;
  readonly record: CheckInRecord;
}

/** The mark that follows from a check-in. */
export interface MachineMark {
  readonly mark: 'present' | 'late';
  readonly lessonHours: number;
  readonly supersedes: string | null;
}

export type CheckInDecision =
  | { readonly outcome: 'recorded'; readonly kind: CheckInKind; readonly seenAt: number; readonly mark: MachineMark | null }
  | { readonly outcome: 'already'; readonly kind: CheckInKind }
  | { readonly outcome: 'refused'; readonly code: string; readonly details: Readonly<Record<string, string>> };

/** A reason to look at a check-in. */
export interface Flag {
  readonly kind: FlagKind;
  readonly facts: Readonly<Record<string, number | string>>;
}

/** What a check-in came to, as the participant or the scanner at the door reads it. */
export interface CheckInAnswer {
  readonly id: string;
  readonly sessionId: string;
  readonly title: string;
  readonly zone: Zone;
  readonly kind: CheckInKind;
  /** `already`: nothing was changed by this one. */
  readonly outcome: 'recorded' | 'already';
  /** ISO instant at which the participant was first seen. */
  readonly at: string;
  /** The mark in force; null while nothing follows from what is known. */
  readonly mark: AttendanceMark | null;
  readonly lessonHours: number;
  /** Whether staff set the mark, so that the check-in left it alone. */
  readonly byHand: boolean;
  readonly flags: readonly Flag[];
  /** With titles. */
  readonly name: string;
  readonly unitName: string | null;
}

/** The code on the projector at this moment. */
export interface ShownCode {
  /** Six digits. */
  readonly digits: string;
  /** Address behind the QR. */
  readonly url: string;
  /** Milliseconds until the next one. */
  readonly changesInMs: number;
  readonly stepMs: number;
  /** How long it still counts after the next one was shown, in milliseconds. */
  readonly marginMs: number;
}

/** What is set for the check-in of a session. Instants as ISO text. */
export interface OpeningView {
  readonly sessionId: string;
  readonly title: string;
  readonly venue: string;
  readonly zone: Zone;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly sessionState: 'planned' | 'closed' | 'cancelled';
  readonly startsAt: string;
  readonly endsAt: string;
  /** Null while nobody opened it. */
  readonly opening: OpeningSettings | null;
  readonly state: 'none' | 'before' | 'open' | 'between' | 'out' | 'over';
  /** Where the venue lies, when somebody entered it. */
  readonly venuePlace: Circle | null;
  /** Flags that nobody judged yet. */
  readonly openFlags: number;
  readonly mayMark: boolean;
  /** ISO instant of the server. */
  readonly now: string;
}

export interface OpeningSettings {
  readonly opensAt: string;
  readonly lateAfter: string;
  readonly closesAt: string;
  readonly outOpensAt: string | null;
  readonly outClosesAt: string | null;
  readonly ways: readonly CheckInWay[];
  readonly geofence: boolean;
  readonly circle: Circle | null;
  readonly openedBy: string | null;
  readonly version: number;
}

/** Code, counter and words for the projector. */
export interface ScreenView {
  readonly code: ShownCode | null;
  readonly state: OpeningView['state'];
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly now: string;
}

/** A session in which the caller may check in now or soon. */
export interface OwnOpening {
  readonly sessionId: string;
  readonly title: string;
  readonly cohortName: string;
  readonly venue: string;
  readonly zone: Zone;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly outOpensAt: string | null;
  readonly outClosesAt: string | null;
  readonly state: OpeningView['state'];
  readonly geofence: boolean;
  readonly ways: readonly CheckInWay[];
  /** What was recorded already. */
  readonly inAt: string | null;
  readonly outAt: string | null;
  readonly mark: AttendanceMark | null;
}

/** A flag with what a person needs to judge it. */
export interface FlagRow {
  readonly id: string;
  readonly checkInId: string;
  readonly enrolmentId: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly kind: FlagKind;
  readonly facts: Readonly<Record<string, number | string>>;
  readonly at: string;
  readonly note: string | null;
  readonly verdict: 'accepted' | 'rejected' | null;
  readonly reason: string;
  readonly judgedBy: string | null;
  readonly judgedAt: string | null;
}
