import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  localDate, problemWords, Refusal, requiredFields, rosterFieldLabels, rosterHeadings, type MapRosterRequest, type RosterColumns, type RosterField, type RosterRowPage, type RosterRowQuery, type RosterRowView, type RosterView,
  type StartRosterRequest,
} from '@jenjang/shared';
import { FileService, type IncomingFile } from '../file/index.js';
import { Clock, Database, HttpProblem, Jobs, Missing, type Actor, type JobContext, type Transaction } from '../platform/index.js';
import { preview, type Progress } from './preview.js';
import { requireRosterAccess } from './roster.access.js';
import { confirmColumns, handfuls, openRoster, wordRowProblem, type ReadRow } from './roster.reading.js';
import {
  countRows, insertRows, insertRun, isBusy, learnRows, loadCells, loadGlance, loadPage, loadRowFacts, loadRun, loadSeats, lockRun, saveCells, updateRun, type RowFacts, type RunRecord,
} from './roster.queries.js';

/** Up to this many rows are judged and written at once; more are a job. */
export const ROWS_AT_ONCE = 2000;
/** How long an import can be undone. */
export const UNDO_MS = 24 * 3_600_000;
const longestCell = 10_000;

/** Imports up to the preview: reading a file, mapping its columns, judging its rows, mending them. */
@Injectable()
export class RosterService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly files: FileService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ id: string }>('roster.preview', (job) => this.work(job));
  }

  /** Reads a file row by row and guesses its columns. @throws Refusal with a code of `file.` when it cannot be used */
  async start(actor: Actor, request: StartRosterRequest, incoming: IncomingFile | undefined): Promise<RosterView> {
    const { kind, agencyId, cohortId = null } = request;
    await requireRosterAccess(this.db, actor, { kind, agencyId, cohortId }, { kind: 'agency', id: agencyId });
    const kept = request.fileId ? await this.files.find(actor, request.fileId) : await this.files.keep(actor, { purpose: 'import', agencyId }, incoming);
    const { file, path } = await this.files.open(kept.id);
    if (file.agencyId !== agencyId) throw new Missing('stored_file', file.id);
    const { table, columns } = await openRoster(path, file.name, kind);
    const { id, rows } = await this.db.transaction(actor, async (tx) => {
      const runId = await insertRun(tx, { kind, agencyId, cohortId, fileId: file.id, headings: table.headings, columns, accountId: actor.accountId });
      for await (const handful of handfuls(table)) await insertRows(tx, runId, handful);
      const count = await countRows(tx, runId);
      if (count === 0) throw new Refusal('file.noRows');
      return { id: runId, rows: count };
    });
    if (rows > ROWS_AT_ONCE) await learnRows(this.db);
    return this.read(actor, id);
  }

  async read(actor: Actor, id: string): Promise<RosterView> {
    return this.view(actor, await this.find(actor, id));
  }

  /** Takes a mapping and judges every row by it: at once, or by a job when there are many. */
  async map(actor: Actor, id: string, { version, columns }: MapRosterRequest): Promise<RosterView> {
    await this.find(actor, id);
    await this.db.transaction(actor, async (tx) => {
      const run = await this.lockOpen(tx, id);
      if (version !== run.version) throw new Refusal('conflict.stale', { stored: { columns: run.columns, version: run.version }, given: { columns, version } });
      const mapped = { ...run, columns: confirmColumns(run.kind, requiredFields[run.kind], run.headings, columns), state: 'uploaded' as const, counts: null };
      await updateRun(tx, id, mapped);
      const total = await countRows(tx, id);
      if (total <= ROWS_AT_ONCE) await preview(tx, mapped, this.today());
      else await this.jobs.ask(tx, actor, 'roster.preview', { id }, { agencyId: run.agencyId, total });
    });
    return this.read(actor, id);
  }

  async rows(actor: Actor, id: string, query: RosterRowQuery): Promise<RosterRowPage> {
    const run = await this.find(actor, id);
    const page = await loadPage(this.db, id, query);
    return { ...page, rows: page.rows.map((row) => viewRow(row, run.columns, actor.locale)) };
  }

  /** Writes over cells of a row and judges the file again: what was wrong with one row can be what another repeats. */
  async mend(actor: Actor, id: string, rowNumber: number, cells: Readonly<Record<string, unknown>>): Promise<{ row: RosterRowView; run: RosterView }> {
    await this.find(actor, id);
    await this.db.transaction(actor, async (tx) => {
      const run = await this.lockOpen(tx, id);
      if (run.state !== 'previewed') throw new Refusal('roster.notPreviewed');
      const row = await loadCells(tx, id, rowNumber);
      if (!row) throw new Missing('import_row', `${id}/${String(rowNumber)}`);
      const mapped = withFields(run, Object.keys(cells));
      await saveCells(tx, id, mendRow(row, mapped.columns, cells));
      await preview(tx, mapped, this.today());
    });
    const [run, row] = [await this.find(actor, id), await loadRowFacts(this.db, id, rowNumber)];
    if (!row) throw new Missing('import_row', `${id}/${String(rowNumber)}`);
    return { row: viewRow(row, run.columns, actor.locale), run: await this.view(actor, run) };
  }

  /** An import that the actor may work on. @throws Missing or OutOfReach, both 404. */
  async find(actor: Actor, id: string): Promise<RunRecord> {
    const run = await loadRun(this.db, id);
    if (!run) throw new Missing('import_run', id);
    await requireRosterAccess(this.db, actor, run, { kind: 'import_run', id });
    return run;
  }

  async view(actor: Actor, run: RunRecord): Promise<RosterView> {
    const [glance, seats] = await Promise.all([loadGlance(this.db, run.id), loadSeats(this.db, run.id)]);
    const { id, kind, agencyId, cohortId, state, version, headings, columns, counts } = run;
    const undoUntil = state === 'committed' && run.committedAt ? new Date(run.committedAt.getTime() + UNDO_MS) : null;
    return {
      id, kind, agencyId, cohortId, state, version, headings, columns, ...glance, seats, file: { name: run.fileName, bytes: run.fileBytes, format: run.mediaType === 'text/plain' ? 'csv' : 'xlsx' },
      counts: counts && { ...counts, notices: counts.notices.map((notice) => ({ ...notice, message: problemWords(notice.code, { ...notice, heading: columns[notice.field] ?? rosterFieldLabels[notice.field][actor.locale] })[actor.locale === 'en' ? 1 : 0] })) },
      createdAt: run.createdAt.toISOString(), committedAt: run.committedAt?.toISOString() ?? null, undoUntil: undoUntil && undoUntil > this.clock.now() ? undoUntil.toISOString() : null,
    };
  }

  private async work({ payload, actor, progress }: JobContext<{ id: string }>): Promise<Readonly<Record<string, unknown>>> {
    const tell: Progress = (done, total) => progress(done, total);
    await this.db.transaction(actor, async (tx) => preview(tx, await this.lockUncommitted(tx, payload.id), this.today(), tell));
    return { importId: payload.id };
  }

  /** The import, held for a change by a person: nothing may be at work on it. */
  private async lockOpen(tx: Transaction, id: string): Promise<RunRecord> {
    const run = await this.lockUncommitted(tx, id);
    if (await isBusy(tx, id)) throw new Refusal('roster.busy');
    return run;
  }

  private async lockUncommitted(tx: Transaction, id: string): Promise<RunRecord> {
    const run = await lockRun(tx, id);
    if (!run) throw new Missing('import_run', id);
    if (run.state === 'committed' || run.state === 'undone') throw new Refusal('roster.over');
    return run;
  }

  private today(): string {
    return localDate(this.clock.now().toISOString(), 'Asia/Jakarta');
  }
}

/** A row as the wizard shows it, its problems worded. */
function viewRow({ texts, problems, ...row }: RowFacts, columns: RosterColumns, locale: Actor['locale']): RosterRowView {
  const cells = Object.fromEntries(Object.entries(columns).map(([field, heading]) => [field, texts[heading] ?? '']));
  return { ...row, cells, problems: problems.map((problem) => ({ ...problem, message: wordRowProblem(problem, locale) })) };
}

/** The import with a column for every field that is mended, also for those the file had none for. */
function withFields(run: RunRecord, fields: readonly string[]): RunRecord {
  const columns: Record<string, string> = { ...run.columns };
  const headings = [...run.headings];
  for (const field of fields) {
    if (!(field in rosterHeadings)) throw new HttpProblem(400, 'input.invalid', {}, [{ path: `cells.${field}`, code: 'roster.fieldUnknown' }]);
    const heading = columns[field] ?? rosterHeadings[field as RosterField];
    if (!headings.includes(heading)) headings.push(heading);
    columns[field] = heading;
  }
  return { ...run, columns, headings };
}

function mendRow(row: ReadRow, columns: RosterColumns, cells: Readonly<Record<string, unknown>>): ReadRow {
  const mended = Object.entries(cells).map(([field, text]): [string, string] => {
    if (typeof text !== 'string') throw new HttpProblem(400, 'input.invalid', {}, [{ path: `cells.${field}`, code: 'field.isString' }]);
    return [columns[field as RosterField] ?? '', text.slice(0, longestCell)];
  });
  const written = new Map(mended);
  const formulas = mended.filter(([, text]) => text.startsWith('=')).map(([heading, value]) => ({ heading, code: 'cell.formula', value: value.slice(0, 200) }));
  return { rowNumber: row.rowNumber, texts: { ...row.texts, ...Object.fromEntries(mended) }, faults: [...row.faults.filter(({ heading }) => heading !== null && !written.has(heading)), ...formulas] };
}
