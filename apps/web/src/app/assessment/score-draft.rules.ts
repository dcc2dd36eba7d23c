import {
  type ScoreAnswer,
  type ScoreInForce,
  type ScoreRefusal,
  type ScoreRow,
  type ScoreWish,
  readScore,
} from '@jenjang/shared/assessment';

/** What stands typed in a cell and is not saved. */
export interface CellDraft {
  readonly text: string;
  /** Why the server did not take it; null before it was asked. */
  readonly answer: 'conflict' | ScoreRefusal | null;
}

/** Drafts by `draftKey`. */
export type Drafts = ReadonlyMap<string, CellDraft>;

/** Where a cell stands in the grid, from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export type CellProblem = 'notScore' | 'emptied' | 'conflict' | ScoreRefusal;

export function draftKey(enrolmentId: string, component: string): string {
  return `${enrolmentId} ${component}`;
}

/** Takes what was typed. Typing back what is in force leaves no draft. */
export function typed(drafts: Drafts, key: string, text: string, current: ScoreInForce | undefined): Drafts {
  const next = new Map(drafts);
  const isSame = current === undefined ? text.trim() === '' : readScore(text) === current.value;
  if (isSame) next.delete(key);
  else next.set(key, { text, answer: null });
  return next;
}

/** Pasted lines fall downwards from a cell, tabs to the right. What would fall outside the grid is left out; an empty line skips its cell. */
export function pasted(
  text: string,
  from: CellPlace,
  rows: number,
  columns: number,
): readonly (CellPlace & { readonly text: string })[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.flatMap((line, down) =>
    line.split('\t').flatMap((cell, right) => {
      const place = { row: from.row + down, column: from.column + right };
      return place.row < rows && place.column < columns && cell.trim() !== ''
        ? [{ ...place, text: cell.trim() }]
        : [];
    }),
  );
}

/** What is wrong with a draft; null when it may be sent. */
export function problemOf(draft: CellDraft | undefined): CellProblem | null {
  if (draft === undefined) return null;
  if (draft.text.trim() === '') return 'emptied';
  if (readScore(draft.text) === null) return 'notScore';
  return draft.answer;
}

/** The drafts that can be sent, each naming the score that it corrects. A refused one is sent again, for it may carry a reason now. */
export function wishesOf(drafts: Drafts, rows: readonly ScoreRow[], reason?: string): readonly ScoreWish[] {
  return rows.flatMap((row) =>
    [...drafts].flatMap(([key, draft]) => {
      const component = key.slice(row.enrolmentId.length + 1);
      const value = readScore(draft.text);
      if (!key.startsWith(`${row.enrolmentId} `) || value === null) return [];
      const current = Object.hasOwn(row.scores, component) ? row.scores[component] : undefined;
      return [
        {
          enrolmentId: row.enrolmentId,
          component,
          value,
          supersedes: current?.id ?? null,
          reason: current === undefined ? undefined : reason,
        },
      ];
    }),
  );
}

/** The drafts that remain after an answer: those in conflict and those refused. What was retyped meanwhile stays. */
export function answered(drafts: Drafts, sent: Drafts, answers: readonly ScoreAnswer[]): Drafts {
  const next = new Map(drafts);
  for (const { enrolmentId, component, outcome, code } of answers) {
    const key = draftKey(enrolmentId, component);
    const draft = next.get(key);
    if (draft === undefined || draft.text !== sent.get(key)?.text) continue;
    if (outcome === 'saved' || outcome === 'unchanged') next.delete(key);
    else next.set(key, { ...draft, answer: outcome === 'conflict' ? 'conflict' : code });
  }
  return next;
}

/** Rows with the scores that the answers say are in force. */
export function withAnswers(rows: readonly ScoreRow[], answers: readonly ScoreAnswer[]): readonly ScoreRow[] {
  return rows.map((row) => {
    const own = answers.filter(({ enrolmentId }) => enrolmentId === row.enrolmentId);
    const scores = own.flatMap(({ component, current }) =>
      current === null ? [] : [[component, current] as const],
    );
    return scores.length === 0 ? row : { ...row, scores: { ...row.scores, ...Object.fromEntries(scores) } };
  });
}
