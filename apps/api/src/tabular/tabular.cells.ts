import type { CellProblemCode } from './tabular.types.js';

const excelError = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;
/** `1,98609E+17` in any locale: digits are gone. */
const exponentForm = /^-?\d+([.,]\d+)?E\+?\d+$/i;
const exponentSign = /E\+/i;
/** Excel keeps 15 digits: a NIP that went through a number cell ends in 000, which no real NIP does. */
const eighteenDigitsCutToFifteen = /^\d{15,}000$/;
/** Control characters, and halves of characters: PostgreSQL stores neither a zero byte nor a lone surrogate. */
const unprintable = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;
/** Cell starts that a spreadsheet runs as a formula, behind any apostrophes that already guard them. */
const runnable = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

/** Spreadsheet letters of a column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Column index of a reference such as `AB12`, or null when it has no letters. */
export function columnIndex(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Puts an apostrophe before text that a spreadsheet would run. `unguardFormula` takes exactly that one away. */
export function guardFormula(text: string): string {
  return runnable.test(text) ? `'${text}` : text;
}

/** Undoes `guardFormula`, so that a downloaded file of rejected rows comes back as it was. */
export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}

/** Office writes characters that XML forbids or changes as `_x000D_`. */
export function unescapeOffice(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

/** Undone by `unescapeOffice`: a bare carriage return would come back as a line feed. */
export function escapeOffice(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/\r/g, '_x000D_');
}

/** The text that is kept of a cell: printable, no half characters, at most `maxLength` UTF-16 units. */
export function cleanCell(text: string, maxLength: number): string {
  const cut = text.length > maxLength ? text.slice(0, maxLength) : text;
  return isPrintable(cut) ? cut : cut.replace(unprintable, '');
}

/** Everything wrong with the text of one cell, whatever file it came from. */
export function cellProblems(text: string, maxLength: number): CellProblemCode[] {
  const problems: CellProblemCode[] = [];
  if (text.startsWith('=')) problems.push('cell.formula');
  if (isExcelDamaged(text.trim())) problems.push('cell.excelDamaged');
  if (excelError.test(text)) problems.push('cell.excelError');
  if (text.length > maxLength) problems.push('cell.tooLong');
  if (!isPrintable(text)) problems.push('cell.controlCharacter');
  return problems;
}

function isExcelDamaged(text: string): boolean {
  return (
    (exponentForm.test(text) && exponentSign.test(text)) ||
    (text.length >= 18 && eighteenDigitsCutToFifteen.test(text))
  );
}

function isPrintable(text: string): boolean {
  return text.search(unprintable) === -1;
}
