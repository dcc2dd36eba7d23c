import { attendanceSummary } from '../attendance/attendance.rules.js';
import type { CriterionResult, CriterionState, GraduationCriteria, GraduationDecision, ParticipantRecord, PredicateBand, ScoreComponent } from './graduation.types.js';

/**
 * Decides whether a participant graduates, with one result per criterion. What is not judged yet is never taken for
 * 0, and nobody graduates where nothing was demanded.
 */
export function decideGraduation(record: ParticipantRecord, criteria: GraduationCriteria): GraduationDecision {
  const finalScore = finalScoreOf(record.scores, criteria.components);
  const results = [
    ...attendanceResults(record, criteria),
    ...moduleResults(record, criteria),
    ...componentResults(record, criteria),
    ...finalScoreResults(finalScore, criteria),
  ];
  const graduates = results.length > 0 && results.every(({ state }) => state === 'met');
  return {
    graduates,
    early: results.some(({ state }) => state === 'not_judged' || state === 'still_possible'),
    outcome: graduates ? criteria.outcome : 'failed',
    finalScore,
    predicate: graduates && finalScore !== null ? predicateOf(finalScore, criteria.predicates) : null,
    results,
  };
}

/** Title of the highest band that the score reaches; null below all of them. */
export function predicateOf(score: number, bands: readonly PredicateBand[]): string | null {
  return bands.find(({ from }) => score >= from)?.title ?? null;
}

/** Weighted final score, cut to two decimals; null when nothing is scored or a component that counts is not judged yet. */
export function finalScoreOf(scores: ParticipantRecord['scores'], components: readonly ScoreComponent[]): number | null {
  const counting = components.filter(({ weight }) => weight > 0);
  if (counting.length === 0 || counting.some(({ code }) => scoreOf(scores, code) === null)) return null;
  // Hundredths times hundredths of percent are whole numbers: no binary fraction decides who passes.
  const weighted = counting.reduce((sum, { code, weight }) => sum + hundredths(scoreOf(scores, code) ?? 0) * hundredths(weight), 0);
  return Math.floor(weighted / 10_000) / 100;
}

function attendanceResults({ sessions }: ParticipantRecord, criteria: GraduationCriteria): readonly CriterionResult[] {
  const threshold = criteria.minAttendancePercent;
  if (threshold === null) return [];
  const { percent, reachablePercent, attendedLessonHours, countedLessonHours } = attendanceSummary(sessions, criteria.excusedLeavesDenominator);
  const counts = countedLessonHours > 0;
  const open = sessions.some(({ stillOpen }) => stillOpen);
  const state = counts ? attendanceState(percent >= threshold, reachablePercent >= threshold, open) : 'not_judged';
  return [{ criterion: 'attendance', component: null, title: null, state, value: counts ? percent : null, threshold, reached: attendedLessonHours, planned: countedLessonHours }];
}

function attendanceState(met: boolean, reachable: boolean, open: boolean): CriterionState {
  if (met) return 'met';
  if (!open) return 'unmet';
  return reachable ? 'still_possible' : 'impossible';
}

/** Modules can still be completed as long as the cohort goes on: while a session is open. */
function moduleResults(record: ParticipantRecord, criteria: GraduationCriteria): readonly CriterionResult[] {
  if (!criteria.allModules) return [];
  const { completedActivities: reached, requiredActivities: planned, sessions } = record;
  const unfinished: CriterionState = sessions.some(({ stillOpen }) => stillOpen) ? 'still_possible' : 'unmet';
  return [{ criterion: 'modules', component: null, title: null, state: reached >= planned ? 'met' : unfinished, value: reached, threshold: planned, reached, planned }];
}

function componentResults({ scores }: ParticipantRecord, { components }: GraduationCriteria): readonly CriterionResult[] {
  return components.flatMap(({ code, title, minScore }) => {
    if (minScore === null) return [];
    const value = scoreOf(scores, code);
    return [{ criterion: 'component' as const, component: code, title, state: scoreState(value, minScore), value, threshold: minScore, reached: null, planned: null }];
  });
}

function finalScoreResults(value: number | null, { minFinalScore }: GraduationCriteria): readonly CriterionResult[] {
  if (minFinalScore === null) return [];
  return [{ criterion: 'score', component: null, title: null, state: scoreState(value, minFinalScore), value, threshold: minFinalScore, reached: null, planned: null }];
}

function scoreState(value: number | null, threshold: number): CriterionState {
  if (value === null) return 'not_judged';
  return value >= threshold ? 'met' : 'unmet';
}

function scoreOf(scores: ParticipantRecord['scores'], code: string): number | null {
  return Object.hasOwn(scores, code) ? (scores[code] ?? null) : null;
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}
