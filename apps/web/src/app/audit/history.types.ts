import type { Locale, Zone } from '@jenjang/shared/platform';

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
