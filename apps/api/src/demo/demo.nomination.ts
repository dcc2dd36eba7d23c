import { addDays } from '@jenjang/shared';
import { idOf, insertRows } from '../demo-people/index.js';
import type { Transaction } from '../platform/index.js';
import { cohortId, personAt } from './demo.cohorts.js';
import type { Population } from './demo.places.js';
import type { CohortStory } from './demo.stories.js';

/** Until when agencies may send people, and until when seats pass on, in days before the first. */
const closesBefore = 7;
const cutOffBefore = 2;

/** Who is away around the cohort that fills: warnings to meet when choosing whom to send. */
const leaves = [
  { person: 'SMD/secretary/DISKOMINFO', kind: 'annual', from: -1, to: 2 },
  { person: 'SMD/division/DISKOMINFO-2', kind: 'important', from: 1, to: 1 },
  { person: 'SMD/secretary/DINKES', kind: 'maternity', from: -20, to: 70 },
] as const;

/** What the cohort that fills needs for agencies to send people: a deadline, and some who are on leave. */
export async function writeNominations(tx: Transaction, { code, startsOn }: CohortStory, people: Population): Promise<void> {
  await tx.query(`update admission set closes_on = $2, cut_off_on = $3 where cohort_id = $1`, [cohortId(code), addDays(startsOn, -closesBefore), addDays(startsOn, -cutOffBefore)]);
  await insertRows(tx, 'leave', { id: 'uuid', personId: 'uuid', kind: 'text', startsOn: 'date', endsOn: 'date' }, leaves.map(({ person, kind, from, to }) => (
    { id: idOf(`leave ${person}`), personId: personAt(people, person).person.id, kind, startsOn: addDays(startsOn, from), endsOn: addDays(startsOn, to) })));
}
