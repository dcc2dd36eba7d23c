import { ensureTemplates } from '../catalogue/index.js';
import { agencyId, invent, writePeople, writePlaces } from '../demo-people/index.js';
import { Clock, rowsOf, systemActor, type Actor, type Database, type Transaction } from '../platform/index.js';
import { writeAllocations } from './demo.allocations.js';
import { demoLogins, withLogin, writeAccounts, type DemoLogin } from './demo.accounts.js';
import { cohortId, writeCohort } from './demo.cohorts.js';
import { writeNominations } from './demo.nomination.js';
import { writeMessages } from './demo.messages.js';
import { decide, issue, lastFact, organiserOf, writeLaterEvents, type DemoDesk } from './demo.outcomes.js';
import { presentStories } from './demo.present.js';
import type { Population } from './demo.places.js';
import { writeRecords } from './demo.records.js';
import { dlaSamarinda, gcioBontang, gtaJambi, type CohortStory } from './demo.stories.js';
import { lastVenue, writeVenues } from './demo.venues.js';

/** A part of the load: one transaction, done once. */
interface Stage {
  /** Answers whether this part is there already. */
  readonly done: { readonly sql: string; readonly values: readonly unknown[] };
  readonly actor: Actor;
  readonly work: (tx: Transaction) => Promise<void>;
}

/**
 * Loads the demonstration into an installation without agencies, and finishes a load that was cut. Everything but the
 * cohorts around the present, the certificates' random codes and the audit trail's times is the same in every load.
 * @returns the accounts to sign in with; none where the installation is somebody's own.
 */
export async function loadDemo(db: Database, desk: DemoDesk, now: Date = new Clock().now()): Promise<readonly DemoLogin[]> {
  const [found] = await db.read<{ any: boolean; ours: boolean; whole: boolean }>(
    `select exists(select from agency) as any, exists(select from agency where id = $1) as ours, exists(select from certificate_event where id = $2) as whole`, [agencyId('SMD'), lastFact]);
  if (found?.any && !found.ours) return [];
  if (!found?.whole) for (const stage of await stages(desk, now)) await run(db, stage);
  return demoLogins;
}

/** Several processes may start at once: one loads a stage, the others wait and find it done. */
async function run(db: Database, { done, actor, work }: Stage): Promise<void> {
  await db.transaction(actor, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(724002)');
    const [found] = await rowsOf<{ done: boolean }>(tx, `select exists(${done.sql}) as done`, done.values);
    if (!found?.done) await work(tx);
  });
}

async function stages(desk: DemoDesk, now: Date): Promise<Stage[]> {
  const invention = await invent();
  const people = new Map([...invention.people].map(([key, found]) => [key, withLogin(found)]));
  const present = presentStories(now);
  return [
    stage('select from agency', (tx) => writePlaces(tx, invention)),
    stage('select from person', (tx) => writePeople(tx, [...people.values()])),
    stage('select from account', (tx) => writeAccounts(tx, people)),
    stage('select from programme', async (tx) => { await ensureTemplates(tx, desk.storage); }),
    ...[gtaJambi, gcioBontang, dlaSamarinda, ...present].flatMap((story) => cohortStages(story, people, desk, now)),
    stage('select from allocation', writeAllocations),
    stage('select from leave', (tx) => writeNominations(tx, present[1], people)),
    { done: { sql: 'select from venue where id = $1', values: [lastVenue] }, actor: systemActor(), work: writeVenues },
    stage(`select from announcement where event = 'class.message'`, (tx) => writeMessages(tx, present[0])),
    { done: { sql: 'select from certificate_event where id = $1', values: [lastFact] }, actor: systemActor(), work: writeLaterEvents },
  ];
}

function stage(sql: string, work: Stage['work']): Stage {
  return { done: { sql, values: [] }, actor: systemActor(), work };
}

function cohortStages(story: CohortStory, people: Population, desk: DemoDesk, now: Date): Stage[] {
  const actor = organiserOf(story);
  const values = [cohortId(story.code)];
  const { decidedAt, issuedAt } = story;
  const held: Stage = {
    done: { sql: 'select from cohort where id = $1', values }, actor,
    work: async (tx) => writeRecords(tx, await writeCohort(tx, story, people, now), now),
  };
  const decided: Stage[] = decidedAt === null ? [] : [{
    done: { sql: 'select from graduation_decision d join enrolment e on e.id = d.enrolment_id where e.cohort_id = $1', values }, actor, work: (tx) => decide(tx, story, decidedAt),
  }];
  const issued: Stage[] = issuedAt === null ? [] : [{
    done: { sql: 'select from certificate c join enrolment e on e.id = c.enrolment_id where e.cohort_id = $1', values }, actor, work: (tx) => issue(tx, story, issuedAt, desk),
  }];
  return [held, ...decided, ...issued];
}
