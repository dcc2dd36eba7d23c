import type { ReportMatch, ReportPreview, ReportRow } from '@jenjang/shared/report';

/** Who each line is, as the reader left it: by index, an enrolment or nobody. What is not there stays as found. */
export type Choices = ReadonlyMap<number, string | null>;

/** Whom a line is taken for: as chosen, else as found. A similar name counts only once it was chosen. */
export function chosenOf(row: ReportRow, choices: Choices): string | null {
  const chosen = choices.get(row.index);
  if (chosen !== undefined) return chosen;
  return row.match === null || row.match.by === 'similar' ? null : row.match.enrolmentId;
}

/** Counts over the whole report, for the dock. */
export interface ReportSums {
  readonly taken: number;
  readonly toCheck: number;
  readonly nobody: number;
  /** Participants that no line is taken for. */
  readonly missing: number;
}

export function sumsOf({ rows, roster }: ReportPreview, choices: Choices): ReportSums {
  const taken = new Set(rows.flatMap((row) => chosenOf(row, choices) ?? []));
  const open = rows.filter((row) => chosenOf(row, choices) === null && !choices.has(row.index));
  const toCheck = open.filter(({ match }) => match?.by === 'similar').length;
  return {
    taken: taken.size,
    toCheck,
    nobody: rows.filter((row) => chosenOf(row, choices) === null).length - toCheck,
    missing: roster.filter(({ enrolmentId }) => !taken.has(enrolmentId)).length,
  };
}

/** Participants chosen for more than one line. */
export function twiceChosen(rows: readonly ReportRow[], choices: Choices): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of rows.flatMap((row) => chosenOf(row, choices) ?? [])) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return twice;
}

/** What the request says of the lines that the reader touched. */
export function matchesOf(choices: Choices): ReportMatch[] {
  return [...choices].map(([index, enrolmentId]) => ({ index, enrolmentId }));
}
