export * from './certificate.types.js';
export { checkCode, codeAlphabet, codeLength, encodeCode, formatCode, normaliseCode, type CheckedCode, type CodeProblem } from './code.rules.js';
export {
  numberTemplateProblemCodes, type CounterFacts, type CounterScope, type NumberFacts, type NumberPart, type NumberTemplate, type NumberTemplateProblem,
  type NumberTemplateProblemCode, type NumberToken,
} from './number.types.js';
export { counterScopeKey, parseNumberTemplate, printNumber } from './number.rules.js';
export {
  certificateEventKinds, certificateReasonCodes, issuanceRefusals, type CertificateEventKind, type CertificateReasonCode, type CertificateStanding,
  type IssuanceDecision, type IssuanceFacts, type IssuanceRefusal,
} from './state.types.js';
export { certificateStanding, certificateStateAfter, decideIssuance, mayMoveCertificate, nextCertificateStates } from './certificate.rules.js';
export {
  certificateReasonLabels, certificateStateLabels, issuanceRefusalLabels, lookUpLabels, wordNumberTemplateProblem, wordStanding, type StandingDetails,
} from './certificate.labels.js';
export { CertificateQuery, IssueRequest, RevokeRequest } from './certificate.dto.js';
export { certificateProblems } from './certificate.problems.js';
export type { IssuanceRow, CertificateEventView, CertificateRow, CertificateView } from './register.types.js';
