import type { AttendanceMark, MarkSource } from '../attendance/index.js';
import type { Zone } from '../platform/locale.types.js';

/** What a device can say: somebody was seen; an earlier word of its own was a mistake; somebody came who is on no list. */
export const deviceMarkKinds = ['seen', 'withdrawn', 'walk_in'] as const;
export type DeviceMarkKind = (typeof deviceMarkKinds)[number];

/** How the person was told apart: a name was ticked, a card was scanned. */
export const deviceMarkWays = ['tick', 'card'] as const;
export type DeviceMarkWay = (typeof deviceMarkWays)[number];

/** One word of a device, as it signs it. */
export interface DeviceMark {
  /** Chosen by the device: saying it again is the same as saying it once. */
  readonly id: string;
  readonly sessionId: string;
  readonly kind: DeviceMarkKind;
  /** Null for a walk-in only. */
  readonly enrolmentId: string | null;
  readonly how: DeviceMarkWay;
  /** Who walked in, as written down; else empty. */
  readonly note: string;
  /** Milliseconds since 1970 by the clock of the device. */
  readonly deviceAt: number;
  /** Milliseconds to add to that clock, as measured at the last contact. */
  readonly drift: number;
}

export interface SignedMark extends DeviceMark {
  /** Base64 of the ECDSA signature (r and s) over `signedText`. */
  readonly signature: string;
}

/** What became of a word: written, said already, awaiting a person (two reasons), or noted. */
export const deviceOutcomes = ['new', 'equal', 'conflicting', 'correction', 'noted'] as const;
export type DeviceOutcome = (typeof deviceOutcomes)[number];

/** Why a word awaits a person. */
export type DeviceQuestion =
  | 'kiosk.handMadeDiffers' | 'kiosk.markDiffers' | 'kiosk.withdrawn' | 'kiosk.notParticipant' | 'kiosk.sessionCancelled' | 'kiosk.afterClosing' | 'kiosk.outsideWindow' | 'kiosk.clockImplausible';

/** Why a word was not taken at all. */
export type DeviceRefusal = 'kiosk.badSignature' | 'kiosk.sessionNotPrepared' | 'kiosk.unknownParticipant' | 'kiosk.idTaken';

/** A word with the instant it is about, by the server's clock. */
export interface PlacedMark extends DeviceMark {
  /** Milliseconds since 1970. */
  readonly seenAt: number;
}

/** When a session takes marks of devices. Milliseconds since 1970. */
export interface KioskWindow {
  readonly opensAt: number;
  /** From then on being seen means late; null when nobody said so. */
  readonly lateAfter: number | null;
  readonly closesAt: number;
}

/** A session as merging needs it. */
export interface KioskSession extends KioskWindow {
  readonly state: 'planned' | 'closed' | 'cancelled';
}

/** The mark in force, as merging needs it. */
export interface HeldMark {
  /** Null while it is being written. */
  readonly id: string | null;
  readonly mark: AttendanceMark;
  readonly source: MarkSource;
}

/** A participant in a session, as merging needs it. */
export interface KioskParticipant {
  /** Whether accepted, and in the class that meets. */
  readonly belongs: boolean;
  readonly current: HeldMark | null;
}

/** What words are merged into. Participants by `participantKey`. */
export interface MergeFacts {
  readonly sessions: ReadonlyMap<string, KioskSession>;
  readonly participants: ReadonlyMap<string, KioskParticipant>;
  /** When the device was prepared and when its words arrived, in milliseconds: they were said in between. */
  readonly preparedAt: number;
  readonly receivedAt: number;
}

/** What becomes of a word. */
export interface MergedMark {
  readonly said: PlacedMark;
  /** What being seen then means; null when nobody was seen. */
  readonly mark: 'present' | 'late' | null;
  readonly outcome: DeviceOutcome;
  readonly code: DeviceQuestion | null;
  /** The mark in force that a new one replaces. */
  readonly supersedes: string | null;
}

/** Answer for one word of a parcel. */
export interface DeviceMarkAnswer {
  readonly id: string;
  readonly outcome: DeviceOutcome | 'refused';
  readonly code: DeviceQuestion | DeviceRefusal | null;
  /** Whether an earlier parcel had said it: the answer is the one given then. */
  readonly repeated: boolean;
}

/** Answer to a parcel; stays readable. */
export interface ParcelAnswer {
  readonly parcelId: string;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly answers: readonly DeviceMarkAnswer[];
  readonly counts: Readonly<Record<DeviceOutcome | 'refused', number>>;
  /** Milliseconds by which the clock of the device was found off, beyond what the device believed; 0 when it was right. */
  readonly clockMovedMs: number;
  /** Milliseconds since 1970 when answering: the device measures its drift anew. */
  readonly serverNow: number;
}

/** A session that may be taken along on a device. */
export interface KioskSessionChoice {
  readonly id: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly title: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly venue: string;
  readonly className: string | null;
  readonly expected: number;
}

/** A session inside a pack. */
export interface PackSession extends Omit<KioskSessionChoice, 'expected'>, KioskWindow {
  readonly classId: string | null;
}

/** A participant inside a pack: only what is needed to find somebody at a door. */
export interface PackPerson {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly classId: string | null;
  readonly name: string;
  readonly unitName: string | null;
  readonly eselon: string | null;
  /** SHA-256 in hex of the text of their card: tells a true card without holding one. */
  readonly cardHash: string;
}

/** Everything a device needs for a day without a network. */
export interface DevicePack {
  readonly device: { readonly id: string; readonly name: string };
  /** Milliseconds since 1970, for measuring drift. */
  readonly serverNow: number;
  /** ISO instant after which names are wiped. */
  readonly keepUntil: string;
  readonly sessions: readonly PackSession[];
  readonly people: readonly PackPerson[];
}

/** A device in a list. */
export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly preparedBy: string;
  readonly mine: boolean;
  /** ISO instants. */
  readonly preparedAt: string;
  readonly keepUntil: string;
  readonly seenAt: string;
  readonly revokedAt: string | null;
  readonly revokedReason: string | null;
  readonly sessions: readonly { readonly title: string; readonly startsAt: string; readonly zone: Zone }[];
  /** Words taken so far, and how many of them await a person. */
  readonly marks: number;
  readonly questions: number;
  readonly parcels: number;
}

/** A word that awaits a person, with what holds now. */
export interface DeviceQuestionRow {
  readonly id: string;
  readonly sessionId: string;
  readonly sessionTitle: string;
  readonly startsAt: string;
  readonly zone: Zone;
  readonly enrolmentId: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly kind: DeviceMarkKind;
  readonly how: DeviceMarkWay;
  readonly mark: 'present' | 'late' | null;
  readonly code: DeviceQuestion;
  /** ISO instant, derived from the device's clock and its drift. */
  readonly seenAt: string;
  readonly deviceName: string;
  readonly current: { readonly mark: AttendanceMark; readonly markedBy: string | null; readonly reason: string | null } | null;
}

/** One source of a mark: a device that saw the person. */
export interface DeviceSourceRow {
  readonly id: string;
  readonly enrolmentId: string | null;
  readonly kind: DeviceMarkKind;
  readonly how: DeviceMarkWay;
  readonly note: string;
  readonly mark: 'present' | 'late' | null;
  readonly outcome: DeviceOutcome;
  readonly code: DeviceQuestion | null;
  readonly seenAt: string;
  readonly deviceName: string;
  readonly verdict: 'taken' | 'dismissed' | null;
}

/** Somebody whom a device noted at the door although no list names them. */
export interface DeviceWalkInRow {
  readonly id: string;
  readonly note: string;
  readonly sessionTitle: string;
  readonly zone: Zone;
  readonly seenAt: string;
  readonly deviceName: string;
}
