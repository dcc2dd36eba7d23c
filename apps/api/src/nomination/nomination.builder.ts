import type { Database } from '../platform/index.js';
import { aPdf } from '../file/file.builder.js';
import type { Caller } from '../testing/index.js';

/** Changes how a cohort takes people in. */
export async function admit(db: Database, cohortId: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(changes);
  await db.execute(`update admission set ${names.map((name, index) => `${name} = $${String(index + 2)}`).join(', ')} where cohort_id = $1`, [cohortId, ...Object.values(changes)]);
}

/** A cell of a cohort's matrix. */
export async function aCell(db: Database, cohortId: string, unitId: string | null, band: string | null, seats: number): Promise<void> {
  await db.execute(`insert into quota (cohort_id, unit_id, band, seats) values ($1, $2, $3, $4)`, [cohortId, unitId, band, seats]);
}

/** A letter handed in by the caller. */
export async function aLetterFile(caller: Caller): Promise<string> {
  const { body } = await caller.post('/api/v1/files?purpose=letter').attach('file', aPdf('Surat usulan'), 'surat usulan.pdf').expect(201);
  return (body as { id: string }).id;
}
