import type { AdmissionRoute, SelectionStep } from '../admission/index.js';
import type { EnrolmentState } from '../enrolment/index.js';
import type { Zone } from '../platform/index.js';

/** A candidate as the minutes print one. */
export interface MinutesLine {
  readonly rank: number;
  readonly name: string;
  readonly nip: string | null;
  readonly positionName: string | null;
  readonly unitName: string | null;
  readonly eselon: string | null;
  readonly trainings: number;
  readonly administration: boolean | null;
  readonly score: number | null;
  readonly state: EnrolmentState;
  /** Why, in words; empty where none is asked. */
  readonly reason: string;
}

/** A choice out of order with its reason. */
export interface MinutesChoice {
  readonly name: string;
  readonly rank: number;
  readonly passedOver: readonly string[];
  readonly reason: string;
  readonly chosenBy: string | null;
  /** ISO instant. */
  readonly chosenAt: string;
}

/** Everything that the minutes print, as it stood when they were written. */
export interface MinutesSnapshot {
  readonly number: string;
  readonly agency: { readonly name: string; readonly shortName: string };
  readonly cohort: { readonly name: string; readonly code: string; readonly programmeName: string; readonly startsOn: string; readonly endsOn: string; readonly zone: Zone; readonly capacity: number };
  readonly route: AdmissionRoute;
  readonly steps: readonly SelectionStep[];
  readonly passingScore: number;
  readonly heldOn: string;
  readonly place: string;
  readonly committee: readonly { readonly name: string; readonly role: string }[];
  readonly lines: readonly MinutesLine[];
  readonly choices: readonly MinutesChoice[];
  readonly writtenAt: string;
  readonly writtenBy: string;
}
