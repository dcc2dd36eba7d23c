export {
  delegationStandings, type DelegableGrant, type DelegationRow, type Delegations, type DelegationStanding, type DelegationTerms, type DeputyCandidate,
} from './delegation.types.js';
export { delegationProblem, delegationStanding, lastDelegationDay, longestDelegationDays, type DelegationDraft, type DelegationProblem } from './delegation.rules.js';
export { DelegateRequest, DeputyQuery } from './delegation.dto.js';
export { delegationStandingLabels, wordAuthor, wordDelegation } from './delegation.labels.js';
export { delegationProblems } from './delegation.problems.js';
