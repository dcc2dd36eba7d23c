export * from './graduation.types.js';
export {
  graduationGroups,
  type DecidedAnswer, type DecidedFrom, type DecidedRow, type DecisionIntent, type DecisionPreview, type DryRun, type DryRunChange, type GraduationGroup, type GraduationList,
  type GraduationRow, type GraduationStanding, type PreviewRow, type StandingSession, type StoredDecision, type Verdict,
} from './standing.types.js';
export { criteriaProblemCodes, type CriteriaProblem, type CriteriaProblemCode } from './criteria.types.js';
export { decideGraduation, finalScoreOf, predicateOf } from './graduation.rules.js';
export { changedSince, firstOpen, groupOf, intentOf, verdictOf } from './standing.rules.js';
export { criteriaProblems } from './criteria.rules.js';
export { DecideRequest, DecisionPreviewRequest, DryRunQuery, GraduationQuery } from './graduation.dto.js';
export { criteriaProblemLabels, criterionStateLabels, wordOutcome, wordResult, wordSummary, type WordedResult } from './graduation.labels.js';
export { graduationProblems } from './graduation.problems.js';
