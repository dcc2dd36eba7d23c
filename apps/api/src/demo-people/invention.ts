import type { Transaction } from '../platform/index.js';
import { nipSource } from './careers.js';
import { withOddities } from './oddities.js';
import { demoAgencies, type DemoAgency } from './offices.js';
import { employmentColumns, peopleOf, personColumns, withNipWarnings, type DemoPerson } from './people.js';
import { ensureRegions, readRegions } from '../region/index.js';
import { insertRows } from './rows.js';
import { agencyId, treeOf, unitColumns, type UnitRow } from './units.js';

/** Everything about places and people that the demonstration invents: the same in every load. */
export interface Invention {
  readonly units: readonly UnitRow[];
  /** By key, in the order of agencies, posts and staff. */
  readonly people: ReadonlyMap<string, DemoPerson>;
}

/** The day on which the numbers were judged. */
const judgedOn = '2026-11-01';

export async function invent(): Promise<Invention> {
  const regions = await readRegions();
  const nips = nipSource();
  const agencies = demoAgencies.map((agency) => {
    const tree = treeOf(agency, regions);
    return { tree, people: withOddities(peopleOf(agency, tree, nips), tree, nips) };
  });
  const people = agencies.flatMap((agency) => agency.people).map((found) => withNipWarnings(found, judgedOn));
  return { units: agencies.flatMap(({ tree }) => tree.units), people: new Map(people.map((found) => [found.key, found])) };
}

/** Writes regions, agencies and their units. */
export async function writePlaces(tx: Transaction, { units }: Invention): Promise<void> {
  await ensureRegions(tx);
  const rows = demoAgencies.map(({ code, name, shortName, kind, regionCode, zone }: DemoAgency) => ({ id: agencyId(code), code, name, shortName, kind, regionCode, zone }));
  await insertRows(tx, 'agency', { id: 'uuid', code: 'text', name: 'text', shortName: 'text', kind: 'text', regionCode: 'text', zone: 'text' }, rows);
  await insertRows(tx, 'unit', unitColumns, units);
}

/** Writes people with their employments. */
export async function writePeople(tx: Transaction, people: readonly DemoPerson[]): Promise<void> {
  await insertRows(tx, 'person', personColumns, people.map(({ person }) => person));
  await insertRows(tx, 'employment', employmentColumns, people.flatMap(({ employments }) => employments));
}
