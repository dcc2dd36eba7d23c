import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemWords, type Problem, type SelectionReport } from '@jenjang/shared';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { enrol } from '../waiting/waiting.builder.js';

const PROCESSES = 2;
const START_MS = 60_000;

/** How somebody who finds no seat, or whom a colleague accepted a moment before, may be told. */
const losing = ['enrolment.full', 'enrolment.classFull', 'enrolment.quotaFull', 'enrolment.allocationFull', 'enrolment.noSuchMove', 'selection.seatsShort', 'selection.decided'];

/** One request: accepting somebody of a cohort by one of the two routes, in one of the processes. */
interface Asked {
  readonly cohortId: string;
  readonly enrolmentId: string;
  readonly process: number;
  readonly route: 'decide' | 'state';
}

interface Answer extends Asked {
  /** Why not, null for a seat. */
  readonly code: string | null;
  readonly words: string;
}

let api: TestApi;
let children: ChildProcess[];
let urls: readonly string[];
beforeAll(async () => {
  children = [];
  const starting = Promise.all((await freePorts(PROCESSES)).map(aProcess));
  // This process only prepares and looks; every request is answered by the others.
  api = await startApi({ role: 'web', poolSize: 4 });
  urls = await starting;
}, START_MS);
afterAll(async () => {
  await Promise.all(children.map(async (child) => {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await once(child, 'exit');
  }));
  await api.close();
});

/** Ports that nobody listens on; all are held until the last is found, so that they differ. */
async function freePorts(count: number): Promise<readonly number[]> {
  const probes = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((probe) => once(probe, 'listening')));
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map((probe) => once(probe.close(), 'close')));
  return ports;
}

/** The built program as a process of its own on the same database, as an installation runs it. It leaves when this process does. Answers its address. */
async function aProcess(port: number): Promise<string> {
  const main = JSON.stringify(path.resolve(import.meta.dirname, '../../dist/main.js'));
  const program = `process.stdin.on('end', () => process.exit()).resume(); const { serve } = await import(${main}); console.log((await serve()).url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', JENJANG_ROLE: 'web', DATABASE_POOL: '8', NODE_OPTIONS: '' }, stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const ended = once(child, 'exit').then(() => { throw new Error('a process of the API ended before it listened'); });
  const [url] = await Promise.race([once(child.stdout, 'data'), ended]);
  return String(url).trim();
}

const pathOf = ({ route, cohortId, enrolmentId }: Asked): string => (route === 'decide' ? `/api/v1/cohorts/${cohortId}/selection/decide` : `/api/v1/enrolments/${enrolmentId}/state`);
const bodyOf = ({ route, enrolmentId }: Asked): object => (route === 'decide' ? { decision: 'accept', enrolmentIds: [enrolmentId], orderReason: 'Serentak' } : { state: 'accepted' });

async function ask(asked: Asked, { cookie }: Caller): Promise<Answer> {
  const response = await fetch(`${urls[asked.process]!}${pathOf(asked)}`, {
    method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(bodyOf(asked)), signal: AbortSignal.timeout(START_MS),
  });
  if (response.status === 204) return { ...asked, code: null, words: '' };
  const body = (await response.json()) as Problem | SelectionReport;
  if (!('rows' in body)) return { ...asked, code: body.code, words: body.title };
  const [refused] = body.refused;
  return { ...asked, code: refused?.code ?? null, words: refused ? problemWords(refused.code, refused.facts)[0] : '' };
}

/** Everybody asked for once, the first `twice` of them again at the same moment by the other route in the other process. */
function requests(cohortId: string, enrolmentIds: readonly string[], twice = 0): readonly Asked[] {
  return enrolmentIds.flatMap((enrolmentId, index): Asked[] => {
    const [at, byState] = [index % PROCESSES, Math.floor(index / PROCESSES) % 2 === 0];
    const first: Asked = { cohortId, enrolmentId, process: at, route: byState ? 'state' : 'decide' };
    return index < twice ? [first, { cohortId, enrolmentId, process: (at + 1) % PROCESSES, route: byState ? 'decide' : 'state' }] : [first];
  });
}

/** Sends all at once, each process on behalf of an organiser of its own. Every loser has got words by then, and both organisers seated people. */
async function rush(ground: Ground, asked: readonly Asked[]): Promise<readonly Answer[]> {
  const organisers = await Promise.all(urls.map(() => api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }])));
  const answers = await Promise.all(asked.map((one) => ask(one, organisers[one.process]!)));
  const losers = answers.filter(({ code }) => code !== null);
  expect([...new Set(losers.map(({ code }) => code))].filter((code) => !losing.includes(code ?? ''))).toEqual([]);
  expect(losers.filter(({ words }) => !/^[A-Z].{15,}\.$/.test(words))).toEqual([]);
  const seating = await api.db.read<{ by: string }>(`select distinct moved_by as by from enrolment_move where cohort_id = any($1::uuid[]) and to_state = 'accepted'`, [asked.map(({ cohortId }) => cohortId)]);
  expect(seating.map(({ by }) => by).sort()).toEqual(organisers.map(({ accountId }) => accountId).sort());
  return answers.filter(({ code }) => code === null);
}

/** Every limit of a cohort: how many seats it has, what its counter says, and who holds one by the rows themselves. */
const limitsOf = (cohortId: string) => api.db.read<{ limit: string; seats: number; taken: number; held: number }>(
  `with seated as (select * from enrolment where cohort_id = $1 and state in ('accepted', 'offered'))
   select 'cohort' as limit, capacity as seats, seats_taken + seats_offered as taken, (select count(*) from seated) as held from cohort where id = $1
   union all select 'class ' || code, capacity, seats_taken + seats_offered, (select count(*) from seated where class_id = k.id) from cohort_class k where cohort_id = $1
   union all select 'cell ' || coalesce(band, 'reserve'), seats, taken, (select count(*) from seated where quota_id = q.id) from quota q where cohort_id = $1
   order by 1`, [cohortId]);
const ceiling = async (ground: Ground, seats: number): Promise<string> => (await api.db.execute<{ id: string }>(
  `insert into allocation (academy_id, year, seats, ceiling) select academy_id, 2026, $2, true from programme where id = $1 returning id`, [ground.programmeId, seats]))[0]!.id;
const takenOf = (allocationId: string) => api.db.read(`select taken from allocation where id = $1`, [allocationId]);
const movesOf = (cohortIds: readonly string[]) => api.db.read<{ move: string; rows: number; people: number }>(
  `select from_state || '>' || to_state as move, count(*) as rows, count(distinct enrolment_id) as people from enrolment_move where cohort_id = any($1::uuid[]) group by 1 order by 1 desc`, [cohortIds]);
const acceptedOf = async (cohortIds: readonly string[]): Promise<string[]> =>
  (await api.db.read<{ id: string }>(`select id from enrolment where cohort_id = any($1::uuid[]) and state = 'accepted'`, [cohortIds])).map(({ id }) => id).sort();
const idsOf = (answers: readonly Answer[]): string[] => answers.map(({ enrolmentId }) => enrolmentId).sort();

/** People of two units in turn, every one of them nominated. */
async function nominees(ground: Ground, cohortId: string, count: number): Promise<string[]> {
  const people = [await somePeople(api.db, ground, count / 2), await somePeople(api.db, ground, count / 2, { unitId: ground.rootUnitId })];
  const mixed = people[0]!.flatMap((one, index) => [one, people[1]![index]!]);
  return enrol(api.db, cohortId, mixed, 'nominated', null);
}

describe('approvals at once in two processes of the API', () => {
  it('200 of them give exactly 30 seats: no limit is passed, nobody is moved twice, every counter is right', async () => {
    const ground = await aGround(api.db);
    const cohort = await aCohort(api.db, ground, { capacity: 30 });
    await api.db.execute(`insert into quota (cohort_id, unit_id, band, seats) values ($1, $2, 'IV', 20), ($1, null, null, 10)`, [cohort.id, ground.unitId]);
    const classes = await api.db.execute<{ id: string }>(`insert into cohort_class (cohort_id, code, name, capacity) values ($1, 'A', 'Kelas A', 15), ($1, 'B', 'Kelas B', 15) returning id`, [cohort.id]);
    const allocation = await ceiling(ground, 30);
    const ids = await nominees(ground, cohort.id, 150);
    await api.db.execute(`update enrolment e set class_id = ($2::uuid[])[1 + (nomination_rank / 2) % 2] where cohort_id = $1`, [cohort.id, classes.map(({ id }) => id)]);

    const asked = requests(cohort.id, ids, 50);
    expect(asked).toHaveLength(200);
    const winners = await rush(ground, asked);

    // Nobody leaves, so that what holds at the end has held all along.
    expect(await limitsOf(cohort.id)).toEqual([
      { limit: 'cell IV', seats: 20, taken: 20, held: 20 }, { limit: 'cell reserve', seats: 10, taken: 10, held: 10 },
      { limit: 'class A', seats: 15, taken: 15, held: 15 }, { limit: 'class B', seats: 15, taken: 15, held: 15 }, { limit: 'cohort', seats: 30, taken: 30, held: 30 },
    ]);
    expect(await takenOf(allocation)).toEqual([{ taken: 30 }]);
    expect(idsOf(winners)).toEqual(await acceptedOf([cohort.id]));
    expect(await movesOf([cohort.id])).toEqual([{ move: 'nominated>accepted', rows: 30, people: 30 }, { move: 'new>nominated', rows: 150, people: 150 }]);
    expect(await api.db.read(`select count(*) as told, count(distinct person_id) as people from announcement where cohort_id = $1 and event = 'enrolment.accepted'`, [cohort.id])).toEqual([{ told: 30, people: 30 }]);
  }, 90_000);

  it('in two cohorts share a ceiling that neither of them locks alone', async () => {
    const ground = await aGround(api.db);
    const [small, large] = [await aCohort(api.db, ground, { capacity: 12 }), await aCohort(api.db, ground, { capacity: 30 })];
    const allocation = await ceiling(ground, 30);
    const [inSmall, inLarge] = [requests(small.id, await nominees(ground, small.id, 40)), requests(large.id, await nominees(ground, large.id, 40))];

    const winners = await rush(ground, inSmall.flatMap((one, index) => [one, inLarge[index]!]));

    const [[few], [many]] = [await limitsOf(small.id), await limitsOf(large.id)];
    expect(few!.held).toBeLessThanOrEqual(12);
    expect([few!.held + many!.held, few!.taken, many!.taken]).toEqual([30, few!.held, many!.held]);
    expect(await takenOf(allocation)).toEqual([{ taken: 30 }]);
    expect(idsOf(winners)).toEqual(await acceptedOf([small.id, large.id]));
    expect(await movesOf([small.id, large.id])).toEqual([{ move: 'nominated>accepted', rows: 30, people: 30 }, { move: 'new>nominated', rows: 80, people: 80 }]);
  }, 90_000);
});
