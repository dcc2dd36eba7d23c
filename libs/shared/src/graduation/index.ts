export * from './graduation.types.js';
export { criteriaProblemCodes, type CriteriaProblem, type CriteriaProblemCode } from './criteria.types.js';
export { decideGraduation, finalScoreOf, predicateOf } from './graduation.rules.js';
export { criteriaProblems } from './criteria.rules.js';
export { criteriaProblemLabels, criterionStateLabels, wordOutcome, wordResult, wordSummary, type WordedResult } from './graduation.labels.js';
