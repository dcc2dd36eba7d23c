export {
  fairnessDimensions, resultSources, selectionCodes, selectionDecisions, stepStandings, type Fairness, type FairnessDimension, type FairnessLine, type FairnessRecord, type OutOfOrder,
  type PoolRecord, type RankRecord, type ResultSource, type SelectionBar, type SelectionCode, type SelectionDecision, type SelectionRecord, type StepDemand, type StepResult, type StepStanding,
} from './selection.types.js';
export type {
  CellView, MinutesRow, OutOfOrderView, RefusedCandidate, SeatChange, SelectionAnswer, SelectionOverview, SelectionPage, SelectionPreview, SelectionReport, SelectionRow,
  StepResultAnswer, StepView,
} from './selection.view.types.js';
export type { MinutesChoice, MinutesLine, MinutesSnapshot } from './minutes.types.js';
export { choicesOutOfOrder, compareCandidates, rankCandidates, standingOfSteps, stepStanding } from './ranking.rules.js';
export { barOfDecision, judgeAll, stateOfDecision, type Judgement } from './decide.rules.js';
export { fairnessOf } from './fairness.rules.js';
export { seatChanges } from './effect.rules.js';
export { decideStepResult, type StepWish } from './step.rules.js';
export { rankingCriteria, selectionStepLabels, stepStandingLabels } from './selection.labels.js';
export { CommitteeMember, SaveStepResultsRequest, SelectionQuery, SelectionRequest, StepResultInput, WriteMinutesRequest } from './selection.dto.js';
export { selectionProblems } from './selection.problems.js';
