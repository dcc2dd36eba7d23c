/** What somebody may be told of. The first word is the feature that announces it. */
export const messageEvents = [
  'nomination.submitted', 'nomination.approvalAsked', 'enrolment.approved', 'enrolment.accepted', 'enrolment.rejected', 'enrolment.waitlisted', 'enrolment.withdrawn',
  'waiting.offered', 'waiting.expired', 'waiting.organiserAsked', 'selection.result', 'session.reminder', 'session.changed', 'session.cancelled',
  'attendance.absent', 'attendance.corrected', 'absence.requested', 'absence.decided', 'graduation.decided', 'certificate.issued', 'class.message',
] as const;
export type MessageEvent = (typeof messageEvents)[number];

/** One event for one reader, as a feature announces it. */
export interface Announcement {
  readonly event: MessageEvent;
  /** The reader: a person (who may have no account), or an account. */
  readonly personId?: string | null;
  readonly accountId?: string | null;
  readonly cohortId?: string | null;
  readonly agencyId?: string | null;
  /** Values for the placeholders of the template; plain text, never HTML. Dates as ISO, instants with `zone`. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** Saying it twice under one key is saying it once. */
  readonly key?: string;
  /** ISO instant before which nothing is sent. */
  readonly sendAfter?: string;
}
