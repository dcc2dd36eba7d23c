export { closingBlocks, type ClosingBlock, type ClosingNeed, type CohortDay, type DayMoment, type DaySession, type DaySessionFacts, type WalkInResult } from './day.types.js';
export { closingNeeds, dayOf } from './day.rules.js';
export { DayQuery, WalkInRequest } from './day.dto.js';
export { dayProblems } from './day.problems.js';
