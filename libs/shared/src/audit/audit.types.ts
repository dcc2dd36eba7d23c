/** One step in the history of a record. */
export interface HistoryEntry {
  readonly id: number;
  readonly at: string;
  /** Name of the account or machine that did it; `Jenjang` for the program itself. */
  readonly by: string;
  readonly action: string;
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
