export { type FieldAliases, guessColumns } from './tabular.columns.js';
export { type DateCell, type DateProblemCode, parseDateCell } from './tabular.dates.js';
export { guardFormula, unguardFormula } from './tabular.cells.js';
export { readRows, readTable } from './tabular.read.js';
export { type RejectedRow, type RejectedRows, writeRejectedRows } from './tabular.rejected.js';
export { sniffBytes, sniffTable } from './tabular.sniff.js';
export { defaultTableLimits } from './tabular.types.js';
export type {
  CellProblem,
  CellProblemCode,
  Table,
  TableKind,
  TableLimits,
  TableRefusalCode,
  TableRow,
} from './tabular.types.js';
