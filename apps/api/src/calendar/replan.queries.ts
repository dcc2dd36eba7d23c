import type { MovableSession, ReplanMove, ReplanView } from '@jenjang/shared';
import { rowsOf, type Database, type Transaction } from '../platform/index.js';

const iso = (column: string): string => `to_json(${column}) #>> '{}'`;

/** Sessions of a cohort as far as moving them is concerned. The cohort is locked before. */
export async function loadMovable(tx: Transaction, cohortId: string): Promise<MovableSession[]> {
  return rowsOf<MovableSession>(tx,
    `select s.id as "sessionId", s.title, ${iso('s.starts_at')} as "startsAt", ${iso('s.ends_at')} as "endsAt", s.zone, s.state, s.version,
            (select count(*) from attendance_mark m where m.session_id = s.id) as marks
     from session s where s.cohort_id = $1 order by s.starts_at, s.id for no key update of s`, [cohortId]);
}

/** Moves sessions in one statement. Answers their versions afterwards. */
export async function moveSessions(tx: Transaction, moves: readonly ReplanMove[]): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ id: string; version: number }>(tx,
    `update session s set starts_at = m."toStartsAt", ends_at = m."toEndsAt"
     from jsonb_to_recordset($1::jsonb) as m ("sessionId" uuid, "toStartsAt" timestamptz, "toEndsAt" timestamptz) where s.id = m."sessionId" returning s.id, s.version`, [JSON.stringify(moves)]);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** A move as stored: with the version that it left. */
export interface StoredMove extends ReplanMove {
  readonly version: number;
}

/** A re-planning to note. */
export interface NewReplan {
  readonly cohortId: string;
  readonly undoes: string | null;
  readonly moves: readonly StoredMove[];
  readonly told: number;
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

export async function insertReplan(tx: Transaction, { cohortId, undoes, moves, told, madeBy, madeAt }: NewReplan): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(tx,
    `insert into replan (cohort_id, undoes, moves, told, made_by, made_at) values ($1, $2, $3, $4, $5, $6) returning id`, [cohortId, undoes, JSON.stringify(moves), told, madeBy, madeAt]);
  if (!row) throw new Error('an insert answers its row');
  return row.id;
}

/** A re-planning as stored. */
export interface ReplanRecord extends Omit<ReplanView, 'sessions' | 'undoUntil'> {
  readonly undoes: string | null;
  readonly undone: boolean;
  readonly moves: readonly StoredMove[];
}

const replanColumns = `r.id, ${iso('r.made_at')} as "madeAt", coalesce(a.display_name, '') as "madeBy", r.told, r.undoes, r.moves, exists (select from replan u where u.undoes = r.id) as undone`;
const replanTables = 'from replan r left join account a on a.id = r.made_by';

export async function loadReplan(tx: Transaction, cohortId: string, id: string): Promise<ReplanRecord | null> {
  const [row] = await rowsOf<ReplanRecord>(tx, `select ${replanColumns} ${replanTables} where r.cohort_id = $1 and r.id = $2`, [cohortId, id]);
  return row ?? null;
}

export async function loadLastReplan(db: Database, cohortId: string): Promise<ReplanRecord | null> {
  const [row] = await db.read<ReplanRecord>(`select ${replanColumns} ${replanTables} where r.cohort_id = $1 order by r.made_at desc, r.id limit 1`, [cohortId]);
  return row ?? null;
}

/** The agency of a cohort; null when there is no such cohort. */
export async function agencyOfCohort(db: Database, id: string): Promise<string | null> {
  const [row] = await db.read<{ agencyId: string }>(`select agency_id as "agencyId" from cohort where id = $1`, [id]);
  return row?.agencyId ?? null;
}
