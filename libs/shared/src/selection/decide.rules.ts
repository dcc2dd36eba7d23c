import { mayMoveEnrolment } from '../enrolment/enrolment.rules.js';
import type { EnrolmentState } from '../enrolment/enrolment.types.js';
import type { SelectionBar, SelectionDecision, SelectionRecord } from './selection.types.js';

/** Where each decision moves a candidate. */
export const stateOfDecision: Readonly<Record<SelectionDecision, EnrolmentState>> = {
  approve: 'approved', accept: 'accepted', waitlist: 'waitlisted', reject: 'rejected', reopen: 'nominated',
};

const undecided: readonly EnrolmentState[] = ['nominated', 'approved', 'waitlisted'];

/** Everything but seats that speaks against a decision about somebody; null when nothing does. */
export function barOfDecision(record: SelectionRecord, decision: SelectionDecision): SelectionBar | null {
  const isOpen = decision === 'reopen' ? record.state === 'rejected' : undecided.includes(record.state);
  if (!isOpen || !mayMoveEnrolment(record.state, stateOfDecision[decision])) {
    return { code: 'selection.decided', facts: { state: record.state, by: record.movedBy, at: record.movedAt } };
  }
  if (decision === 'reject' || decision === 'reopen') return null;
  return routeBar(record, decision) ?? personBar(record) ?? (decision === 'approve' ? null : stepBar(record));
}

/** The agency's step comes before the organiser's, and belongs to the agency. */
function routeBar({ route, state, mayApprove }: SelectionRecord, decision: SelectionDecision): SelectionBar | null {
  if (route !== 'two_steps') return null;
  if (decision === 'approve') return mayApprove ? null : { code: 'selection.agencyOnly', facts: {} };
  return state === 'nominated' ? { code: 'selection.agencyFirst', facts: {} } : null;
}

function personBar({ movedTo, shortfalls }: SelectionRecord): SelectionBar | null {
  if (movedTo !== null) return { code: 'selection.movedUnit', facts: { unit: movedTo } };
  return shortfalls.length > 0 ? { code: 'selection.notEligible', facts: { shortfalls } } : null;
}

function stepBar({ openSteps }: SelectionRecord): SelectionBar | null {
  const failed = openSteps.find(({ standing }) => standing === 'failed');
  if (failed) return { code: 'selection.stepFailed', facts: { step: failed.step } };
  return openSteps[0] ? { code: 'selection.stepMissing', facts: { step: openSteps[0].step } } : null;
}

/** What was judged of one of those asked about, in the order asked. */
export interface Judgement {
  readonly enrolmentId: string;
  readonly bar: SelectionBar | null;
}

/** Judges each of those asked about; whoever is not a candidate of the cohort, or is named twice, is refused. */
export function judgeAll(records: ReadonlyMap<string, SelectionRecord>, enrolmentIds: readonly string[], decision: SelectionDecision): readonly Judgement[] {
  const seen = new Set<string>();
  return enrolmentIds.map((enrolmentId): Judgement => {
    const record = records.get(enrolmentId);
    const repeated = seen.has(enrolmentId);
    seen.add(enrolmentId);
    if (!record) return { enrolmentId, bar: { code: 'selection.unknown', facts: {} } };
    return { enrolmentId, bar: repeated ? { code: 'selection.repeated', facts: {} } : barOfDecision(record, decision) };
  });
}
