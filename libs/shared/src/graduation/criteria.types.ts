export const criteriaProblemCodes = [
  'nothingDemanded', 'attendanceOutOfBounds', 'attendanceTooFine', 'finalScoreOutOfBounds', 'finalScoreWithoutComponents',
  'weightsNotHundred', 'weightOutOfBounds', 'componentScoreOutOfBounds', 'componentCodeRepeated', 'componentCodeEmpty',
  'bandsNotDescending', 'bandOutOfBounds', 'bandTitleEmpty', 'bandsWithoutComponents', 'bandsLeaveGap',
] as const;
export type CriteriaProblemCode = (typeof criteriaProblemCodes)[number];

/** One thing wrong with the criteria of a curriculum, at its path, as in `components.1.weight`. */
export interface CriteriaProblem {
  readonly code: CriteriaProblemCode;
  readonly path: string;
}
