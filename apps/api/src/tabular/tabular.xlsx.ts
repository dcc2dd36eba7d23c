import { Refusal } from '@jenjang/shared';
import { columnIndex, unescapeOffice } from './tabular.cells.js';
import { numberText } from './tabular.numbers.js';
import { openSafeZip, pumpXml, type XmlHandlers } from './tabular.parts.js';
import type { RawRow, RawTable, TableLimits } from './tabular.types.js';
import { readWorkbook, type Workbook } from './tabular.workbook.js';

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

type Attributes = Readonly<Record<string, string>>;

/** A cell while its XML passes by. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  formula: string | null;
  /** Number under which a formula copied down a column is stored once, at its first cell. */
  sharedFormula: string | null;
}

/** Collects the rows of a sheet from its XML events. Holds the rows of one piece of XML at most. */
class SheetRows implements XmlHandlers {
  private readonly formulas = new Map<string, string>();
  private finished: RawRow[] = [];
  private rowNumber = 0;
  private texts: string[] = [];
  private nextColumn = 0;
  private cell: OpenCell | null = null;
  private element = '';
  private isPhonetic = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly limits: TableLimits,
  ) {}

  /** Rows finished since the last call. */
  take(): RawRow[] {
    const rows = this.finished;
    this.finished = [];
    return rows;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    this.element = name;
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'f') this.openFormula(attributes);
    else if (name === 'rPh') this.isPhonetic = true;
  };

  readonly text = (text: string): void => {
    const cell = this.cell;
    if (!cell || this.isPhonetic) return;
    if (this.element === 'v') cell.value = this.grown(cell.value, text);
    else if (this.element === 't') cell.inline = this.grown(cell.inline, text);
    else if (this.element === 'f') cell.formula = this.grown(cell.formula ?? '', text);
  };

  readonly close = (name: string): void => {
    this.element = '';
    if (name === 'c') this.closeCell();
    else if (name === 'row') this.finished.push({ rowNumber: this.rowNumber, texts: this.texts });
    else if (name === 'rPh') this.isPhonetic = false;
  };

  private openRow({ r }: Attributes): void {
    this.rowNumber = Math.max(this.rowNumber + 1, Math.floor(Number(r)) || 0);
    this.texts = [];
    this.nextColumn = 0;
  }

  private openCell({ r = '', t = 'n', s = '0' }: Attributes): void {
    const column = columnIndex(r) ?? this.nextColumn;
    this.nextColumn = column + 1;
    this.cell = {
      column,
      type: t,
      style: Number(s),
      value: '',
      inline: '',
      formula: null,
      sharedFormula: null,
    };
  }

  private openFormula({ t, si }: Attributes): void {
    if (!this.cell) return;
    this.cell.formula = '';
    this.cell.sharedFormula = t === 'shared' ? (si ?? null) : null;
  }

  private closeCell(): void {
    const { cell, limits } = this;
    this.cell = null;
    const text = cell ? this.shown(cell) : '';
    if (!cell || text === '') return;
    if (cell.column >= limits.columns) {
      throw new Refusal('file.tooManyColumns', {
        rowNumber: this.rowNumber,
        columns: cell.column + 1,
        limit: limits.columns,
      });
    }
    while (this.texts.length < cell.column) this.texts.push('');
    this.texts[cell.column] = text;
  }

  /** What a person sees in a cell; of a formula its source, since a stored result may be anything. */
  private shown(cell: OpenCell): string {
    const { type, value } = cell;
    const { formats, texts, is1904 } = this.workbook;
    if (cell.formula !== null) return `=${this.formulaSource(cell)}`;
    if (type === 'inlineStr') return unescapeOffice(cell.inline);
    if (value === '') return '';
    if (type === 's') return texts.get(Number(value)) ?? '';
    if (type === 'n') return numberText(value, formats[cell.style] ?? { kind: 'general' }, is1904);
    if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    if (type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
    return type === 'str' ? unescapeOffice(value) : value;
  }

  private formulaSource({ formula, sharedFormula }: OpenCell): string {
    const source = formula ?? '';
    if (sharedFormula === null) return source;
    if (source !== '') this.formulas.set(sharedFormula, source);
    return source || (this.formulas.get(sharedFormula) ?? '');
  }

  private grown(text: string, more: string): string {
    const { cellLength } = this.limits;
    return text.length > cellLength ? text : (text + more).slice(0, cellLength + 1);
  }
}
