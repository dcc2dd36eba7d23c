import { agencyId } from '../demo-people/index.js';
import type { Transaction } from '../platform/index.js';

/** Seats of the Government Transformation Academy in 2022, as announced: the national target, and the share of a city. */
const shares = [
  { agency: null, seats: 100_000, ceiling: false },
  { agency: 'JBI', seats: 10_000, ceiling: true },
] as const;

/** Allocations above the cohorts; what is taken of them is counted by the database. */
export async function writeAllocations(tx: Transaction): Promise<void> {
  for (const { agency, seats, ceiling } of shares) {
    await tx.query(
      `insert into allocation (academy_id, agency_id, year, seats, ceiling) select id, $1, 2022, $2, $3 from academy where code = 'GTA'`,
      [agency === null ? null : agencyId(agency), seats, ceiling]);
  }
}
