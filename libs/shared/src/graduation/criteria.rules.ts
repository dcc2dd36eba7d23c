import type { CriteriaProblem, CriteriaProblemCode } from './criteria.types.js';
import type { GraduationCriteria, PredicateBand, ScoreComponent } from './graduation.types.js';

/** What is wrong with the criteria of a curriculum; empty when it may be published. */
export function criteriaProblems(criteria: GraduationCriteria): readonly CriteriaProblem[] {
  const { minAttendancePercent, minFinalScore, components, predicates } = criteria;
  const scored = components.some(({ weight }) => weight > 0);
  const demands = minAttendancePercent !== null || minFinalScore !== null || criteria.allModules || components.some(({ minScore }) => minScore !== null);
  return [
    ...problem(!demands, 'nothingDemanded', 'minAttendancePercent'),
    ...problem(outOfBounds(minAttendancePercent), 'attendanceOutOfBounds', 'minAttendancePercent'),
    // Attendance is cut to one decimal; a finer threshold could not be shown beside it truthfully.
    ...problem(minAttendancePercent !== null && !hasDecimals(minAttendancePercent, 1), 'attendanceTooFine', 'minAttendancePercent'),
    ...problem(outOfBounds(minFinalScore), 'finalScoreOutOfBounds', 'minFinalScore'),
    ...problem(minFinalScore !== null && !scored, 'finalScoreWithoutComponents', 'minFinalScore'),
    ...componentProblems(components),
    ...bandProblems(predicates),
    ...problem(predicates.length > 0 && !scored, 'bandsWithoutComponents', 'predicates'),
    ...problem(leavesGap(criteria), 'bandsLeaveGap', 'predicates'),
  ];
}

function componentProblems(components: readonly ScoreComponent[]): readonly CriteriaProblem[] {
  const sum = components.reduce((total, { weight }) => total + Math.round(weight * 100), 0);
  return [
    ...problem(components.length > 0 && sum !== 10_000, 'weightsNotHundred', 'components'),
    ...components.flatMap(({ code, weight, minScore }, index) => [
      ...problem(code.trim() === '', 'componentCodeEmpty', `components.${index}.code`),
      ...problem(components.findIndex((other) => other.code === code) < index, 'componentCodeRepeated', `components.${index}.code`),
      ...problem(outOfBounds(weight), 'weightOutOfBounds', `components.${index}.weight`),
      ...problem(outOfBounds(minScore), 'componentScoreOutOfBounds', `components.${index}.minScore`),
    ]),
  ];
}

function bandProblems(bands: readonly PredicateBand[]): readonly CriteriaProblem[] {
  return bands.flatMap(({ from, title }, index) => {
    const above = bands[index - 1];
    return [
      ...problem(outOfBounds(from), 'bandOutOfBounds', `predicates.${index}.from`),
      ...problem(above !== undefined && from >= above.from, 'bandsNotDescending', `predicates.${index}.from`),
      ...problem(title.trim() === '', 'bandTitleEmpty', `predicates.${index}.title`),
    ];
  });
}

/** A graduate just above the least final score would bear no predicate where others do. */
function leavesGap({ predicates, minFinalScore }: GraduationCriteria): boolean {
  const lowest = predicates.at(-1);
  return lowest !== undefined && lowest.from > (minFinalScore ?? 0);
}

function outOfBounds(value: number | null): boolean {
  return value !== null && !(value >= 0 && value <= 100);
}

function hasDecimals(value: number, most: number): boolean {
  const scaled = value * 10 ** most;
  return Math.abs(scaled - Math.round(scaled)) < 1e-9;
}

function problem(wrong: boolean, code: CriteriaProblemCode, path: string): readonly CriteriaProblem[] {
  return wrong ? [{ code, path }] : [];
}
