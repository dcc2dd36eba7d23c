import type { HistoryKind } from '@jenjang/shared/audit';
import type { Locale, Zone } from '@jenjang/shared/platform';

/** What an entry may be about: a record with a history, or a part of one. Named as their tables. */
export type HistorySubjectKind =
  | HistoryKind
  | 'attendance_mark'
  | 'certificate_event'
  | 'cohort_class'
  | 'cohort_partner'
  | 'employment'
  | 'graduation_decision'
  | 'phase'
  | 'score';

/** What wording an entry takes: the reader's language and zone, and the names of fields. */
export interface HistoryWords {
  readonly locale: Locale;
  readonly zone: Zone;
  readonly fields: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
}

/** One field before and after, in the reader's words; null where there was nothing. */
export interface WordedChange {
  readonly field: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether it points to another record: its key would tell nothing, only that it changed. */
  readonly isReference: boolean;
}
