/** Cuti by PP 11/2017 art. 310, in its order but for joint leave, which everybody has. */
export const leaveKinds = ['annual', 'long', 'sick', 'maternity', 'important', 'unpaid'] as const;
export type LeaveKind = (typeof leaveKinds)[number];

/** A leave of a person; ISO dates, both included. */
export interface LeaveRow {
  readonly id: string;
  readonly kind: LeaveKind;
  readonly startsOn: string;
  readonly endsOn: string;
}
