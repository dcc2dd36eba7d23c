import { aCohort, somePeople, type Ground } from '../cohort/cohort.builder.js';
import type { Database } from '../platform/index.js';

/** A cohort whose seats are all taken, with people on its waiting list in the order of their ranks. */
export interface FullCohort {
  readonly id: string;
  /** Enrolments that hold a seat, and the people behind them. */
  readonly seated: readonly string[];
  readonly seatedPeople: readonly string[];
  /** Enrolments that wait, first in line first, and the people behind them. */
  readonly waiting: readonly string[];
  readonly waitingPeople: readonly string[];
}

/** How a full cohort differs from one of 2 seats and 3 who wait. `cells` are seats by unit, band and number; every seat taken draws from the first. */
export interface FullCohortChanges {
  readonly seats?: number;
  readonly waiting?: number;
  readonly cells?: readonly { readonly unitId: string | null; readonly band: string | null; readonly seats: number }[];
  readonly cutOffOn?: string;
  readonly cohort?: Readonly<Record<string, unknown>>;
}

export async function aFullCohort(db: Database, ground: Ground, { seats = 2, waiting = 3, cells = [], cutOffOn, cohort = {} }: FullCohortChanges = {}): Promise<FullCohort> {
  const { id } = await aCohort(db, ground, { capacity: Math.max(1, cells.reduce((sum, cell) => sum + cell.seats, 0) || seats), ...cohort });
  await db.execute(`update admission set cut_off_on = $2 where cohort_id = $1`, [id, cutOffOn ?? null]);
  const made: { id: string }[] = [];
  for (const { unitId, band, seats: some } of cells) made.push(...(await db.execute<{ id: string }>(`insert into quota (cohort_id, unit_id, band, seats) values ($1, $2, $3, $4) returning id`, [id, unitId, band, some])));
  const seatedPeople = await somePeople(db, ground, seats, { name: 'Kursi' });
  const waitingPeople = await somePeople(db, ground, waiting, { name: 'Tunggu' });
  const seated = await enrol(db, id, seatedPeople, 'accepted', made[0]?.id ?? null);
  return { id, seated, seatedPeople, waiting: await enrol(db, id, waitingPeople, 'waitlisted', null), waitingPeople };
}

/** Enrolments of people, ranked in the order given. */
export async function enrol(db: Database, cohortId: string, people: readonly string[], state: string, quotaId: string | null): Promise<string[]> {
  const rows = await db.execute<{ id: string; rank: number }>(
    `insert into enrolment (cohort_id, person_id, state, quota_id, nomination_rank, employment_id)
     select $1, x.id, $3, $4, x.n, (select m.id from employment m where m.person_id = x.id) from unnest($2::uuid[]) with ordinality x (id, n) order by x.n returning id, nomination_rank as rank`,
    [cohortId, people, state, quotaId]);
  return rows.sort((a, b) => a.rank - b.rank).map((row) => row.id);
}
