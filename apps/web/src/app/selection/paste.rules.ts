/** One pasted line: a score, and the NIP it belongs to when the line names one. */
export interface PastedLine {
  /** 18 digits, or null when the line names nobody. */
  readonly nip: string | null;
  /** 0 to 100, or null when the line holds no such number. */
  readonly score: number | null;
}

/** Reads lines copied from a spreadsheet: a score alone, or a NIP and a score, in Indonesian or English notation. Empty lines are left out. */
export function readPasted(text: string): readonly PastedLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine);
}

function readLine(line: string): PastedLine {
  const cells = line.split(/\t|;/).map((cell) => cell.trim());
  const nip = cells.map((cell) => cell.replace(/[\s'"]/g, '')).find((cell) => /^\d{18}$/.test(cell)) ?? null;
  return { nip, score: scoreOf(cells.at(-1) ?? '') };
}

/** 87,5 and 87.5 are the same score; anything else that is no number of 0 to 100 is none. */
export function scoreOf(text: string): number | null {
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(text.trim())) return null;
  const score = Number(text.trim().replace(',', '.'));
  return score <= 100 ? score : null;
}
