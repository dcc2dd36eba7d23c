import { SheetRows } from './tabular.sheet.js';
import type { RawRow, RawTable, TableLimits } from './tabular.types.js';
import { readWorkbook, type Workbook } from './tabular.workbook.js';
import { pumpXml } from './tabular.xml.js';
import { openSafeZip } from './tabular.zip.js';

/** Opens a workbook: checks the zip, finds the first sheet, keeps its shared texts; reads no rows yet. */
export async function openXlsx(path: string, limits: TableLimits): Promise<RawTable> {
  const zip = await openSafeZip(path, limits);
  try {
    const workbook = await readWorkbook(zip, limits);
    return { kind: 'xlsx', rows: () => sheetRows(path, workbook, limits) };
  } finally {
    zip.close();
  }
}

async function* sheetRows(path: string, workbook: Workbook, limits: TableLimits): AsyncGenerator<RawRow> {
  const zip = await openSafeZip(path, limits);
  try {
    const sheet = new SheetRows(workbook, limits);
    for await (const _ of pumpXml(zip.read(workbook.sheetPart), sheet)) yield* sheet.take();
  } finally {
    zip.close();
  }
}
