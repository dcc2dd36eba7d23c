import type { FieldChange, Page, RosterColumns, RosterCounts, RosterKind, RosterRowQuery, RosterState, RowOutcome, RowProblem, SeatEffect } from '@jenjang/shared';
import { likeText, Database, pageOf, rowsOf, type Transaction } from '../platform/index.js';
import type { ReadRow } from './roster.reading.js';

/** An import with its file. */
export interface RunRecord {
  readonly id: string;
  readonly kind: RosterKind;
  readonly agencyId: string;
  readonly cohortId: string | null;
  readonly fileId: string;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly mediaType: string;
  readonly state: RosterState;
  readonly headings: readonly string[];
  readonly columns: RosterColumns;
  readonly counts: RosterCounts | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly committedAt: Date | null;
}

const select = `
  select i.id, i.kind, i.agency_id as "agencyId", i.cohort_id as "cohortId", i.file_id as "fileId", f.name as "fileName", f.bytes as "fileBytes", f.media_type as "mediaType",
         i.state, i.headings, i.columns, i.counts, i.version, i.created_at as "createdAt", i.committed_at as "committedAt"
  from import_run i join stored_file f on f.id = i.file_id where i.id = $1`;

export async function loadRun(db: Database, id: string): Promise<RunRecord | null> {
  return (await db.read<RunRecord>(select, [id]))[0] ?? null;
}

/** The import, held until the transaction ends: whoever else would change it waits. */
export async function lockRun(tx: Transaction, id: string): Promise<RunRecord | null> {
  return (await rowsOf<RunRecord>(tx, `${select} for update of i`, [id]))[0] ?? null;
}

export async function insertRun(tx: Transaction, run: Pick<RunRecord, 'kind' | 'agencyId' | 'cohortId' | 'fileId' | 'headings' | 'columns'> & { readonly accountId: string | null }): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx,
    `insert into import_run (kind, agency_id, cohort_id, file_id, headings, columns, created_by) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [run.kind, run.agencyId, run.cohortId, run.fileId, run.headings, JSON.stringify(run.columns), run.accountId]);
  if (!row) throw new Error('an insert gave no row');
  return row.id;
}

export async function insertRows(tx: Transaction, importId: string, rows: readonly ReadRow[]): Promise<void> {
  await tx.query(
    `insert into import_row (import_id, row_number, cells) select $1, x.row_number, x.cells from jsonb_to_recordset($2::jsonb) as x (row_number int, cells jsonb)`,
    [importId, JSON.stringify(rows.map(({ rowNumber, texts, faults }) => ({ row_number: rowNumber, cells: { texts, faults } })))]);
}

/** Tells the planner of many new rows at once, which it would learn of only minutes later. */
export async function learnRows(db: Database): Promise<void> {
  await db.execute('analyze import_row (import_id, row_number)');
}

export async function updateRun(tx: Transaction, id: string, { state, columns, headings, counts }: Pick<RunRecord, 'state' | 'columns' | 'headings' | 'counts'>): Promise<void> {
  await tx.query(
    `update import_run set state = $2, columns = $3, headings = $4, counts = $5, committed_at = case when $2 = 'committed' then coalesce(committed_at, clock_timestamp()) else committed_at end where id = $1`,
    [id, state, JSON.stringify(columns), headings, counts && JSON.stringify(counts)]);
}

/** A row as stored, with the texts of the file. */
export interface StoredRow extends ReadRow {
  readonly outcome: RowOutcome | null;
}

export async function loadRows(tx: Transaction, importId: string): Promise<StoredRow[]> {
  return rowsOf<StoredRow>(tx, `select row_number as "rowNumber", cells -> 'texts' as texts, cells -> 'faults' as faults, outcome from import_row where import_id = $1 order by row_number`, [importId]);
}

/** Writes verdicts; rows about which nothing changed are not touched. @returns how many were. */
export async function saveVerdicts(tx: Transaction, importId: string, verdicts: readonly object[]): Promise<number> {
  const changed = await rowsOf(tx,
    `update import_row r set outcome = x.outcome, problems = x.problems, record = x.record, target_id = x."targetId"
     from jsonb_to_recordset($2::jsonb) as x ("rowNumber" int, outcome text, problems jsonb, record jsonb, "targetId" uuid)
     where r.import_id = $1 and r.row_number = x."rowNumber" and (r.outcome, r.problems, r.record, r.target_id) is distinct from (x.outcome, x.problems, x.record, x."targetId")
     returning r.row_number`, [importId, JSON.stringify(verdicts)]);
  return changed.length;
}

/** Cells of a row, for mending it. */
export async function loadCells(tx: Transaction, importId: string, rowNumber: number): Promise<ReadRow | null> {
  const [row] = await rowsOf<ReadRow>(tx, `select row_number as "rowNumber", cells -> 'texts' as texts, cells -> 'faults' as faults from import_row where import_id = $1 and row_number = $2`, [importId, rowNumber]);
  return row ?? null;
}

export async function saveCells(tx: Transaction, importId: string, { rowNumber, texts, faults }: ReadRow): Promise<void> {
  await tx.query(`update import_row set cells = $3 where import_id = $1 and row_number = $2`, [importId, rowNumber, JSON.stringify({ texts, faults })]);
}

/** Number of rows, the first few, and the job that is at work on the import. */
export async function loadGlance(db: Database, id: string): Promise<{ rows: number; sample: readonly Readonly<Record<string, string>>[]; jobId: string | null }> {
  const [row] = await db.read<{ rows: number; sample: readonly Readonly<Record<string, string>>[]; jobId: string | null }>(
    `select (select count(*) from import_row where import_id = $1) as rows,
            coalesce((select json_agg(x.texts) from (select cells -> 'texts' as texts from import_row where import_id = $1 order by row_number limit 5) x), '[]') as sample,
            (select j.id from job j where j.kind in ('roster.preview', 'roster.commit') and j.payload #>> '{input,id}' = $1::text and j.state in ('queued', 'running') order by j.created_at desc limit 1) as "jobId"`, [id]);
  return row ?? { rows: 0, sample: [], jobId: null };
}

/** Whether a job is at work on the import. */
export async function isBusy(tx: Transaction, id: string): Promise<boolean> {
  return (await rowsOf(tx, `select from job where kind in ('roster.preview', 'roster.commit') and payload #>> '{input,id}' = $1::text and state in ('queued', 'running')`, [id])).length > 0;
}

export async function countRows(tx: Transaction, importId: string): Promise<number> {
  return (await rowsOf<{ count: number }>(tx, `select count(*) as count from import_row where import_id = $1`, [importId]))[0]?.count ?? 0;
}

/** Seats of the cohort, and how many rows would take one. */
export async function loadSeats(db: Database, importId: string): Promise<SeatEffect | null> {
  const [row] = await db.read<SeatEffect>(
    `select c.capacity, c.seats_taken as taken,
            (select count(*) from import_row r where r.import_id = i.id and r.outcome = 'new' and (r.record ->> 'joins')::boolean and i.state = 'previewed') as adding
     from import_run i join cohort c on c.id = i.cohort_id where i.id = $1`, [importId]);
  return row ?? null;
}

/** A row of the preview, before its problems are worded. */
export interface RowFacts {
  readonly rowNumber: number;
  readonly outcome: RowOutcome;
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly RowProblem[];
  readonly changes: readonly FieldChange[];
  readonly toVerify: boolean;
}

const facts = `r.row_number as "rowNumber", r.outcome, r.cells -> 'texts' as texts, r.problems, coalesce(r.record -> 'changes', '[]') as changes, coalesce((r.record ->> 'toVerify')::boolean, false) as "toVerify"`;

/** One page of the rows of a preview. */
export async function loadPage(db: Database, importId: string, query: RosterRowQuery): Promise<Page<RowFacts>> {
  const values: unknown[] = [importId];
  const conditions = ['r.import_id = $1', 'r.outcome is not null'];
  if (query.outcome) conditions.push(`r.outcome = $${String(values.push(query.outcome))}`);
  const words = query.q?.trim();
  if (words) conditions.push(`fold_text((r.cells -> 'texts')::text) like '%' || fold_text($${String(values.push(likeText(words)))}) || '%'`);
  return pageOf<RowFacts>(db, query, { columns: facts, from: `from import_row r where ${conditions.join(' and ')}`, values, sorts: { row: 'r.row_number' }, tie: 'r.row_number' });
}

export async function loadRowFacts(db: Database, importId: string, rowNumber: number): Promise<RowFacts | null> {
  return (await db.read<RowFacts>(`select ${facts} from import_row r where r.import_id = $1 and r.row_number = $2`, [importId, rowNumber]))[0] ?? null;
}

/** Rejected rows, a thousand at a time. */
export async function* rejectedRows(db: Database, importId: string): AsyncGenerator<RowFacts> {
  for (let after = 0; ; ) {
    const rows = await db.read<RowFacts>(`select ${facts} from import_row r where r.import_id = $1 and r.outcome = 'rejected' and r.row_number > $2 order by r.row_number limit 1000`, [importId, after]);
    yield* rows;
    if (rows.length < 1000) return;
    after = rows.at(-1)?.rowNumber ?? after;
  }
}
