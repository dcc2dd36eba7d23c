import type { CertificateState } from './certificate.types.js';
import type { CertificateEventKind, CertificateStanding, IssuanceDecision, IssuanceFacts, IssuanceRefusal } from './state.types.js';

/** Where a certificate may go from each state. The database holds the same table in `move_certificate_state`. */
export const nextCertificateStates: Readonly<Record<CertificateState, readonly CertificateState[]>> = {
  active: ['suspended', 'revoked', 'superseded'],
  suspended: ['active', 'revoked'],
  revoked: [],
  superseded: [],
};

const stateAfter: Readonly<Record<CertificateEventKind, CertificateState>> = {
  revoked: 'revoked', suspended: 'suspended', reinstated: 'active', superseded: 'superseded',
};

export function mayMoveCertificate(from: CertificateState, to: CertificateState): boolean {
  return nextCertificateStates[from].includes(to);
}

/** The state after an event, or null when the event may not happen to a certificate in this state. */
export function certificateStateAfter(state: CertificateState, event: CertificateEventKind): CertificateState | null {
  return mayMoveCertificate(state, stateAfter[event]) ? stateAfter[event] : null;
}

/** What holds today. Only an active certificate expires: on the day after the last day of its validity. ISO dates. */
export function certificateStanding(state: CertificateState, validUntil: string | null, today: string): CertificateStanding {
  return state === 'active' && validUntil !== null && validUntil < today ? 'expired' : state;
}

/** Whether a certificate may be issued, and every reason why not. */
export function decideIssuance(facts: IssuanceFacts): IssuanceDecision {
  const against: readonly (readonly [IssuanceRefusal, boolean])[] = [
    ['notDecided', facts.outcome === null],
    ['failed', facts.outcome === 'failed'],
    // Graduation counts in the merit assessment; having been there does not make a graduate.
    ['attendedOnly', facts.outcome === 'attended' && facts.kind === 'graduation'],
    ['notAccepted', facts.enrolmentState !== 'accepted'],
    ['cohortCancelled', facts.cohortState === 'cancelled'],
    ['cohortNotOver', facts.issuedOn < facts.cohortEndsOn],
    ['noLessonHours', !(facts.lessonHours > 0)],
    ['noSignatory', facts.signatoryCount === 0],
    ['alreadyIssued', facts.holdsValidCertificate],
  ];
  const reasons = against.filter(([, holds]) => holds).map(([reason]) => reason);
  return { issues: reasons.length === 0, reasons };
}
