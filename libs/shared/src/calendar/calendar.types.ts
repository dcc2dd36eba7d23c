import type { Zone } from '../platform/locale.types.js';
import type { SessionPlace } from '../venue/venue.types.js';

/** A session as far as it occupies people and a place: of the cohort that is planned, or of another. */
export interface Booking {
  readonly sessionId: string;
  readonly title: string;
  readonly cohortName: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** The place in words; compared without case where no room is chosen on both sides. */
  readonly venue: string;
  readonly venueId: string | null;
  readonly roomId: string | null;
  readonly facilitators: readonly { readonly personId: string; readonly name: string }[];
}

/** A session of the cohort that is planned. */
export interface OwnBooking extends Booking {
  readonly phaseId: string;
  /** Null when the whole cohort meets. */
  readonly classId: string | null;
  readonly zone: Zone;
  readonly state: 'planned' | 'closed' | 'cancelled';
  /** Zone of the chosen venue; null without one. */
  readonly venueZone: Zone | null;
  /** Seats of the chosen room; null when unknown. */
  readonly roomCapacity: number | null;
  /** Accepted participants who should come. */
  readonly expected: number;
}

/** A session of another cohort, with those of the planned cohort's participants who take part in it too. */
export interface OtherBooking extends Booking {
  readonly participants: readonly { readonly personId: string; readonly name: string; readonly classId: string | null }[];
}

export const holidayKinds = ['national', 'collective_leave', 'agency'] as const;
export type HolidayKind = (typeof holidayKinds)[number];

/** A day on which people do not expect to work. */
export interface HolidayMark {
  /** ISO date. */
  readonly fallsOn: string;
  readonly name: string;
  readonly kind: HolidayKind;
}

/** Everything that the clash rules look at. */
export interface ClashGround {
  readonly sessions: readonly OwnBooking[];
  /** Sessions of other cohorts at about the same times. */
  readonly others: readonly OtherBooking[];
  readonly phases: readonly { readonly id: string; readonly name: string; readonly startsOn: string; readonly endsOn: string }[];
  readonly holidays: readonly HolidayMark[];
}

export const clashCodes = [
  'classOverlap', 'roomOverlap', 'venueOverlap', 'facilitatorOverlap', 'participantOverlap', 'roomTaken', 'venueTaken',
  'sessionOutsidePhase', 'sessionOnHoliday', 'sessionOnWeekend', 'venueZoneDiffers', 'roomTooSmall',
] as const;
export type ClashCode = (typeof clashCodes)[number];

/** One thing that does not go together in a plan. */
export interface Clash {
  readonly code: ClashCode;
  /** Whether it keeps a cohort from being opened; else it warns. */
  readonly blocking: boolean;
  readonly sessionId: string;
  /** The session it collides with, of this cohort or of another; null when it stands alone. */
  readonly otherId: string | null;
  /** What the sentence names. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A session as far as moving it is concerned. */
export interface MovableSession {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly version: number;
  /** Attendance marks that were ever made in it. */
  readonly marks: number;
}

/** A session wanted at another time, which it keeps its length at. */
export interface WantedMove {
  readonly sessionId: string;
  /** Version that the caller last saw. */
  readonly version: number;
  /** Local date and time of the session's zone, `2026-11-23T08:00`. */
  readonly startsAt: string;
}

/** Why a session stays where it is. */
export const moveRefusals = ['stale', 'marked', 'notPlanned', 'outsideCohort', 'unknown'] as const;
export type MoveRefusal = (typeof moveRefusals)[number];

/** A move as decided: times before and after as ISO instants. */
export interface ReplanMove {
  readonly sessionId: string;
  readonly title: string;
  readonly zone: Zone;
  readonly fromStartsAt: string;
  readonly fromEndsAt: string;
  readonly toStartsAt: string;
  readonly toEndsAt: string;
  readonly refused: MoveRefusal | null;
}

/** Who would be told, counted; names only where they were asked for. */
export interface ReplanReaders {
  readonly participants: number;
  readonly facilitators: number;
  readonly names: readonly { readonly name: string; readonly kind: 'participant' | 'facilitator' }[] | null;
}

/** What a re-planning would do. */
export interface ReplanPreview {
  readonly moves: readonly ReplanMove[];
  readonly solved: readonly Clash[];
  readonly arising: readonly Clash[];
  /** Of the moved sessions, there before and after. */
  readonly remaining: readonly Clash[];
  readonly readers: ReplanReaders;
}

/** A re-planning that was made. */
export interface ReplanView {
  readonly id: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly madeBy: string;
  readonly sessions: number;
  /** People who were told. */
  readonly told: number;
  /** ISO instant until which it can be undone; null when it no longer can. */
  readonly undoUntil: string | null;
}

/** What the calendar of a cohort shows besides its sessions. */
export interface CohortCalendar {
  readonly clashes: readonly Clash[];
  readonly holidays: readonly HolidayMark[];
  readonly lastReplan: ReplanView | null;
}

/** A holiday as edited. */
export interface HolidayRow extends HolidayMark {
  readonly id: string;
  readonly agencyId: string | null;
  /** Empty for national ones. */
  readonly agencyName: string;
  readonly source: string;
  readonly verified: boolean;
  readonly version: number;
  /** Whether this caller may change it. */
  readonly editable: boolean;
}

/** A calendar feed of one's own; its address is told once, when it is made. */
export interface CalendarFeedView {
  /** ISO instants. */
  readonly createdAt: string;
  readonly lastReadAt: string | null;
}

/** A feed just made. */
export interface NewCalendarFeed extends CalendarFeedView {
  readonly url: string;
}

/** What the owner of a calendar is to a session. */
export type EntryRole = 'participant' | 'facilitator' | 'organiser';

/** A session that one teaches. */
export interface TaughtSession {
  readonly sessionId: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly programmeName: string;
  readonly className: string | null;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly venue: string;
  readonly place: SessionPlace | null;
  readonly meetingUrl: string;
  readonly lessonHours: number;
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly expected: number;
  /** Whether another session that one teaches or attends runs at the same time. */
  readonly clashes: boolean;
}
