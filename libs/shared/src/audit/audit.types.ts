/** One step in the history of a record. */
export interface HistoryEntry {
  readonly id: number;
  readonly at: string;
  /** Name of the account or machine that did it; `Jenjang` for the program itself. */
  readonly by: string;
  readonly action: string;
  /** What it was done to: the record asked for, or a part of it. */
  readonly subjectKind: HistorySubjectKind;
  readonly reason: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Records whose history can be read, and the permission each asks for. */
export const historyKinds = {
  agency: 'agency.read', unit: 'agency.read', person: 'person.read', programme: 'programme.read', curriculum: 'programme.read',
  cohort: 'cohort.read', session: 'cohort.read', enrolment: 'enrolment.read', certificate: 'certificate.read', account: 'account.read',
} as const;
export type HistoryKind = keyof typeof historyKinds;

/** Parts that are told in the history of the record they belong to. Named as their tables. */
export const historyPartKinds = [
  'admission', 'attendance_mark', 'certificate_event', 'cohort_class', 'cohort_partner', 'employment', 'graduation_decision', 'phase', 'quota', 'score',
] as const;
export type HistorySubjectKind = HistoryKind | (typeof historyPartKinds)[number];
