export {
  decisiveCodes, offerOutcomes, passOverCodes, seatTiers, type Choice, type DecisiveCode, type OfferOutcome, type OfferReason, type PassedOver, type PassOver, type PassOverCode, type Promotion, type SeatTier, type WaitingPerson,
} from './waiting.types.js';
export { chooseNext, claimsOnReserve, compareWaiting, decideAnswer, promotesBySelf, tierOf, waitingBefore, type FreedCell } from './waiting.rules.js';
export { decideReplacement, replacementCodes, replacementRules, type ReplacementCode, type ReplacementDecision, type ReplacementFacts, type ReplacementRule } from './replacement.rules.js';
export { cellWords, wordOfferReason, wordOrganiserAsked, wordPassOver } from './waiting.labels.js';
export { OfferSeatRequest, ReplacementQuery, ReplaceRequest, WithdrawRequest, type LeavingReason } from './waiting.dto.js';
export { waitingProblems } from './waiting.problems.js';
export type { MyOffer, OfferLine, ReplacementCandidate, ReplacementView, WaitingList, WaitingRow } from './waiting.view.types.js';
