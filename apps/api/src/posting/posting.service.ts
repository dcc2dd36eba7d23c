import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bandOf, decideIntake, localDate, Refusal, summarise, type CommitRosterRequest, type IntakeCode, type PersonRecord, type RosterCounts, type RosterView, type RowVerdict, type UndoRosterRequest } from '@jenjang/shared';
import { lockTree } from '../agency/index.js';
import { followGrants } from '../account/index.js';
import { isTaking, lockCohort } from '../cohort/index.js';
import { EnrolmentMoves, enrolPeople, factsOf, type MoverRecord } from '../enrolment/index.js';
import { Clock, Database, Jobs, Missing, type Actor, type Transaction } from '../platform/index.js';
import { followEmployments } from '../person/index.js';
import { countRows, isBusy, lockRun, preview, ROWS_AT_ONCE, RosterService, saveVerdicts, stored, UNDO_MS, updateRun, type Progress, type RunRecord, type Verdict } from '../roster/index.js';
import { undoEnrolments, undoPeople } from './people-undo.queries.js';
import { changedPeople, changedSince, joiningPeople, keepAfter, keepBefore, moveClasses, writePeople } from './people-write.queries.js';
import { changedUnits, undoUnits, writeUnits } from './units-write.queries.js';

type Mode = CommitRosterRequest['mode'];

/** Imports from the preview on: writing all that it promised in one transaction, and taking it back. */
@Injectable()
export class PostingService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly rosters: RosterService,
    private readonly moves: EnrolmentMoves,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ id: string; mode: Mode }>('roster.commit', async ({ payload: { id, mode }, actor, progress }) => {
      await this.write(actor, id, mode, (done, total) => progress(done, total));
      return { importId: id };
    });
  }

  /** Writes an import at once, or asks a job to when there are many rows. */
  async commit(actor: Actor, id: string, { version, mode }: CommitRosterRequest): Promise<RosterView> {
    await this.rosters.find(actor, id);
    const large = await this.db.transaction(actor, async (tx) => {
      const run = await this.lockPreviewed(tx, id);
      if (version !== run.version) throw new Refusal('conflict.stale', { stored: { version: run.version, counts: run.counts }, given: { version } });
      if (await isBusy(tx, id)) throw new Refusal('roster.busy');
      const total = await countRows(tx, id);
      if (total > ROWS_AT_ONCE) await this.jobs.ask(tx, actor, 'roster.commit', { id, mode }, { agencyId: run.agencyId, total });
      return total > ROWS_AT_ONCE;
    });
    if (!large) await this.write(actor, id, mode);
    return this.rosters.read(actor, id);
  }

  /** Takes back what an import wrote, within a day; what somebody has changed since stays, and is named. */
  async undo(actor: Actor, id: string, { mode }: UndoRosterRequest): Promise<RosterView> {
    await this.rosters.find(actor, id);
    await this.db.transaction(actor, async (tx) => {
      const run = await lockRun(tx, id);
      if (run?.state !== 'committed') throw new Refusal('roster.notCommitted');
      if (this.clock.now().getTime() - (run.committedAt?.getTime() ?? 0) > UNDO_MS) throw new Refusal('roster.undoLate');
      await lockAgency(tx, run.agencyId);
      const changed = run.kind === 'units' ? await changedUnits(tx, id) : await changedSince(tx, id, run.cohortId);
      if (mode === 'all' && changed.length > 0) throw new Refusal('roster.changedSince', { count: changed.length, names: namesOf(changed), rows: changed.slice(0, 100) });
      await undo(tx, actor, this.moves, run, changed.map(({ rowNumber }) => rowNumber));
      await updateRun(tx, id, { ...run, state: 'undone' });
    }, 'import undone');
    return this.rosters.read(actor, id);
  }

  private async write(actor: Actor, id: string, mode: Mode, progress?: Progress): Promise<void> {
    const isCurrent = await this.db.transaction(actor, async (tx) => {
      const run = await this.lockPreviewed(tx, id);
      await lockAgency(tx, run.agencyId);
      const { verdicts, changed } = await preview(tx, run, this.today());
      // What the reader agreed to is not what would be written now: keep the new preview, and let them look again.
      if (changed > 0) return false;
      await progress?.(Math.ceil(verdicts.length / 3), verdicts.length);
      const counts = await requireWritable(tx, actor, run, verdicts, mode);
      await writeRun(tx, actor, run);
      await progress?.(verdicts.length, verdicts.length);
      await updateRun(tx, id, { ...run, state: 'committed', counts });
      return true;
    }, 'import');
    if (!isCurrent) throw new Refusal('roster.outdated');
  }

  private async lockPreviewed(tx: Transaction, id: string): Promise<RunRecord> {
    const run = await lockRun(tx, id);
    if (!run) throw new Missing('import_run', id);
    if (run.state === 'uploaded') throw new Refusal('roster.notPreviewed');
    if (run.state !== 'previewed') throw new Refusal('roster.over');
    return run;
  }

  private today(): string {
    return localDate(this.clock.now().toISOString(), 'Asia/Jakarta');
  }
}

/** One import of an agency is written at a time; the next then sees what this one wrote. */
async function lockAgency(tx: Transaction, agencyId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('roster'), hashtext($1::text))`, [agencyId]);
}

/**
 * Demands that there is something to write, and a seat for everybody who joins. In mode `valid`, those for whom no seat
 * is left are rejected and kept as such.
 */
async function requireWritable(tx: Transaction, actor: Actor, run: RunRecord, verdicts: readonly Verdict[], mode: Mode): Promise<RosterCounts> {
  const seated = run.cohortId === null ? verdicts : await seat(tx, actor, { ...run, cohortId: run.cohortId }, verdicts as readonly RowVerdict<PersonRecord>[], mode);
  const counts = summarise(seated);
  if (mode === 'all' && counts.rejected > 0) throw new Refusal('roster.hasRejected', { count: counts.rejected });
  if (counts.new + counts.updated === 0) throw new Refusal('roster.nothing');
  const unseated = seated.filter((verdict, index) => verdict !== verdicts[index]);
  if (unseated.length > 0) await saveVerdicts(tx, run.id, unseated.map(stored));
  return counts;
}

async function seat(tx: Transaction, actor: Actor, { cohortId, agencyId }: { cohortId: string; agencyId: string }, verdicts: readonly RowVerdict<PersonRecord>[], mode: Mode): Promise<readonly Verdict[]> {
  const cohort = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
  if (!isTaking(cohort)) throw new Refusal('enrolment.closed', { state: cohort.state });
  const joining = verdicts.filter(({ record }) => record?.joins);
  const { facts } = await factsOf(tx, cohort, { by: 'record', records: joining.map((verdict) => moverOf(verdict, agencyId)) });
  const rows = joining.map(({ rowNumber, record }) => ({ personId: String(rowNumber), classId: record?.classId ?? null }));
  const left = facts.seats.cohort;
  const refused = new Map(decideIntake(facts, rows, 'refuse').flatMap(({ personId, code }) => (code === null ? [] : [[Number(personId), code] as const])));
  if (mode === 'all' && [...refused.values()].some(isShortage)) throw new Refusal('roster.seatsShort', { left, adding: joining.length });
  return verdicts.map((verdict) => {
    const code = refused.get(verdict.rowNumber);
    return code === undefined ? verdict : { ...verdict, outcome: 'rejected' as const, problems: [{ field: null, code, value: '' }], record: null, targetId: null, changes: [] };
  });
}

/** Whether seats are what is missing; anything else is a fault of the row. */
function isShortage(code: IntakeCode): boolean {
  return code === 'enrolment.full' || code === 'enrolment.classFull' || code === 'enrolment.quotaFull' || code === 'enrolment.allocationFull';
}

function moverOf({ rowNumber, targetId, record }: RowVerdict<PersonRecord>, agencyId: string): MoverRecord {
  const { unitId = null, kind = null, positionKind = null, eselon = null } = record?.employment ?? {};
  return { key: String(rowNumber), personId: targetId, agencyId, unitId, kind, positionKind, eselon };
}

async function writeRun(tx: Transaction, actor: Actor, { id, kind, agencyId, cohortId }: RunRecord): Promise<void> {
  if (kind === 'units') {
    await lockTree(tx, agencyId);
    await writeUnits(tx, id, agencyId);
    return;
  }
  await keepBefore(tx, id, cohortId);
  await writePeople(tx, id, agencyId);
  await followEmployments(tx, await changedPeople(tx, id));
  if (cohortId !== null) {
    await enrolPeople(tx, actor, cohortId, await joiningPeople(tx, id), { mode: 'all', whenFull: 'refuse', quiet: true });
    await moveClasses(tx, id, cohortId);
  }
  await keepAfter(tx, id, cohortId);
}

async function undo(tx: Transaction, actor: Actor, moves: EnrolmentMoves, { id, kind, agencyId, cohortId }: RunRecord, except: readonly number[]): Promise<void> {
  if (kind === 'units') {
    await lockTree(tx, agencyId);
    await undoUnits(tx, id, except);
    return;
  }
  if (cohortId !== null) {
    await lockCohort(tx, actor, cohortId, 'enrolment.manage');
    const seats = await undoEnrolments(tx, id, except, cohortId);
    await followGrants(tx, actor, cohortId, 'participant', seats.map(({ personId }) => personId));
    await moves.seatsFreed(tx, actor, cohortId, seats.map(({ eselon, ...seat }) => ({ ...seat, band: bandOf(eselon), to: 'withdrawn', code: null })));
  }
  const people = await changedPeople(tx, id);
  await undoPeople(tx, id, except);
  await followEmployments(tx, people);
}

/** The first few names, so that a reader knows where to look. */
function namesOf(rows: readonly { readonly rowNumber: number; readonly name: string }[]): string {
  const shown = rows.slice(0, 3).map(({ rowNumber, name }) => `${name} (${String(rowNumber)})`);
  return [...shown, ...(rows.length > shown.length ? ['…'] : [])].join(', ');
}
