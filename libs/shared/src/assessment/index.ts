export type { ScoreAnswer, ScoreDecision, ScoreGrid, ScoreInForce, ScoreRefusal, ScoreRow, ScoreWish, ScoringFacts } from './score.types.js';
export { decideScore, readScore } from './score.rules.js';
export { SaveScoresRequest, ScoreRequest } from './score.dto.js';
export { assessmentProblems } from './assessment.problems.js';
