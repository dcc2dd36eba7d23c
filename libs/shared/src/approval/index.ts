export {
  linkStandings, nipReasons, type ApprovalAnswer, type ApprovalCell, type ApprovalCohort, type ApprovalLinkRow, type ApprovalOpening, type ApprovalPerson, type ApprovalSummary,
  type ApprovalsWaiting, type ApproverChoice, type ApproverRecord, type LinkStanding, type MadeApprovalLink, type NipReason,
} from './approval.types.js';
export { approvalLinkHours, approversToAsk, linkStanding } from './approval.rules.js';
export { ApprovalDecision, CreateApprovalLinkRequest, DecideApprovalRequest, OpenApprovalRequest } from './approval.dto.js';
export { approvalProblems } from './approval.problems.js';
