/** The two kinds of file that hold a table. Decided by content, never by name. */
export type TableKind = 'csv' | 'xlsx';

/** What a reader is willing to take from a stranger's file. Checked while streaming, so a hostile file costs little. */
export interface TableLimits {
  /** Bytes of the file as uploaded. */
  readonly bytes: number;
  /** Bytes of everything in an XLSX once unpacked, as declared and as really inflated. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for one packed byte; only parts above 1 MiB are judged, small XML packs well. */
  readonly unpackRatio: number;
  /** Files inside an XLSX. */
  readonly zipEntries: number;
  /** Texts that the cells of an XLSX share. */
  readonly sharedTexts: number;
  /** Rows that are not blank, the heading included. */
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell; a longer one is cut and reported, it does not stop the file. */
  readonly cellLength: number;
}

export const defaultTableLimits: TableLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  unpackRatio: 100,
  zipEntries: 1_000,
  sharedTexts: 4_000_000,
  rows: 200_001,
  columns: 200,
  cellLength: 10_000,
};

/** What can be wrong with a whole file: the code of the `Refusal` that `readTable` throws. */
export type TableRefusalCode =
  | 'file.empty'
  | 'file.notATable'
  | 'file.oldExcel'
  | 'file.encrypted'
  | 'file.damaged'
  | 'file.tooLarge'
  | 'file.zipBomb'
  | 'file.tooManyEntries'
  | 'file.tooManyRows'
  | 'file.tooManyColumns'
  | 'file.rowTooLong'
  | 'file.quoteNotClosed'
  | 'file.sheetMissing'
  | 'heading.empty'
  | 'heading.duplicate'
  | 'heading.tooLong';

/** What can be wrong with one cell or one row; the rest of the file stays readable. */
export type CellProblemCode =
  | 'cell.formula'
  | 'cell.excelDamaged'
  | 'cell.excelError'
  | 'cell.tooLong'
  | 'cell.controlCharacter'
  | 'row.tooFewCells'
  | 'row.tooManyCells';

export interface CellProblem {
  readonly code: CellProblemCode;
  /** Heading of the column, null for a cell beyond the last heading. */
  readonly heading: string | null;
  /** Column letter as a spreadsheet shows it. */
  readonly letter: string;
  /** What stood there, at most 200 characters. */
  readonly value: string;
}

export interface TableRow {
  /** Number of the row as a spreadsheet shows it: the first row of the file is 1. */
  readonly rowNumber: number;
  /** Text by heading; every heading is present, a missing cell is the empty string. */
  readonly cells: Readonly<Record<string, string>>;
  readonly problems: readonly CellProblem[];
}

/** A table on disk. `rows` opens the file anew at each iteration and closes it when the loop ends or breaks. */
export interface Table {
  readonly kind: TableKind;
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<TableRow>;
}

/** A row as a format hands it over, before headings and limits are applied. */
export interface RawRow {
  readonly rowNumber: number;
  readonly texts: readonly string[];
}

/** What the two formats have in common: rows that can be read again from the start. */
export interface RawTable {
  readonly kind: TableKind;
  readonly rows: () => AsyncGenerator<RawRow>;
}
