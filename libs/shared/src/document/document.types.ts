import type { Signatory } from '../certificate/index.js';
import type { Zone } from '../platform/locale.types.js';

/** Papers that a committee hands out. Letters, lists and attendance sheets are numbered, cards are not. */
export const documentKinds = ['participant_letter', 'facilitator_letter', 'participant_list', 'attendance_sheet', 'table_card', 'participant_card'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const numberedKinds = ['participant_letter', 'facilitator_letter', 'participant_list', 'attendance_sheet'] as const satisfies readonly DocumentKind[];
export type NumberedKind = (typeof numberedKinds)[number];

/** One letter with everybody in its attachment, or one letter each. */
export const letterForms = ['joint', 'each'] as const;
export type LetterForm = (typeof letterForms)[number];

export const orientations = ['portrait', 'landscape'] as const;
export type Orientation = (typeof orientations)[number];

/** Somebody on a paper, as of its day. */
export interface DocumentPerson {
  /** With titles, exactly as printed. */
  readonly name: string;
  /** `NIP 19860917 201001 1 901`; null for people without one. */
  readonly nip: string | null;
  /** `Penata Tingkat I (III/d)` or null. */
  readonly rank: string | null;
  readonly position: string | null;
  /** Unit, OPD and agency, each named once. */
  readonly office: string;
  readonly opd: string | null;
  readonly className: string | null;
  /** Number of the letter of one's own; null where there is none. */
  readonly number: string | null;
  /** Text for the QR code of a participant's card; null on everything else. */
  readonly card: string | null;
}

/** A session whose attendance is signed by hand. */
export interface DocumentSession {
  readonly title: string;
  /** ISO instants, printed in the zone. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: Zone;
  readonly venue: string;
  readonly lessonHours: number;
  readonly facilitators: readonly string[];
  readonly className: string | null;
  /** Places in `people` of those who are expected. */
  readonly expected: readonly number[];
}

/** Every fact on a committee's paper. Stored as `document.snapshot`; the PDF is drawn from it and from nothing else. */
export interface DocumentSnapshot {
  readonly layout: 1;
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly agency: { readonly name: string; readonly shortName: string };
  readonly issuer: string;
  readonly programme: string;
  readonly cohort: {
    readonly name: string;
    /** ISO dates. */
    readonly startsOn: string;
    readonly endsOn: string;
    readonly venueName: string;
    readonly venueCity: string;
    readonly className: string | null;
  };
  /** ISO date in the zone of the agency. */
  readonly issuedOn: string;
  readonly issuedIn: string;
  readonly signatory: Signatory | null;
  /** What a letter rests on, one ground each. */
  readonly grounds: readonly string[];
  readonly form: LetterForm;
  readonly orientation: Orientation;
  readonly people: readonly DocumentPerson[];
  readonly sessions: readonly DocumentSession[];
}

/** A paper as the list of a cohort shows it. */
export interface DocumentRow {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string | null;
  /** The last number when there are several. */
  readonly lastNumber: string | null;
  readonly issuedOn: string;
  readonly issuedAt: string;
  readonly issuedBy: string | null;
  readonly people: number;
  readonly pages: number;
  readonly bytes: number;
  readonly sessionTitle: string | null;
}

/** The papers of a cohort, and what the next one would be numbered by. */
export interface DocumentList {
  readonly agencyId: string;
  readonly rows: readonly DocumentRow[];
  readonly numbering: Readonly<Record<NumberedKind, string>>;
  readonly signatory: Signatory | null;
  readonly allowedOperations: readonly ('make' | 'number')[];
}

/** A participant's own card, for the screen of a phone. */
export interface OwnCard {
  readonly enrolmentId: string;
  readonly cohortName: string;
  /** With titles. */
  readonly participantName: string;
  /** The unit, or the agency of those who have none. */
  readonly unitName: string;
  /** Text for the QR code. */
  readonly payload: string;
}
