// A page of 50 of a cohort's participants through the program, against a bare endpoint that runs the same SQL.
import { deepStrictEqual } from 'node:assert';
import { runningDatabaseUrl } from '../data-directory.mjs';
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { inProject } from '../project.mjs';
import { startBare } from './bare.mjs';
import { makeFigure, median } from './figures.mjs';
import { putUnderLoad, signIn } from './load.mjs';
import { startProgram } from './program.mjs';
import { idOf, logins, worldDirectory } from './world.mjs';

const CONNECTIONS = 16;
const ROUNDS = 3;
const SECONDS = 3;
/** The most that a cohort holds. */
const MOST = 100_000;

const cohort = idOf('cohort', 1);
const agency = idOf('agency', 1);
const opd = (i) => idOf('opd', 1000 + i * 1000 + i);
const unit = (i) => idOf('unit', (1 + i) * 100_000 + (1 + i) * 100 + 1);

/** What is asked of the list, by name of the benchmark: several queries each, asked in turn. */
const workloads = {
  list: [
    { state: 'accepted', unitId: opd(1), sort: 'name' },
    { q: 'kenanga', state: 'accepted', sort: '-name' },
    { classId: idOf('class', 1007), sort: 'unit' },
    { unitId: unit(3), sort: '-unit' },
    { state: 'waitlisted', sort: 'name' },
    { q: 'wulan tel', sort: 'unit' },
  ],
  'list-plain': [{}, { page: 2 }, { sort: '-name' }, { page: 7, state: 'accepted' }],
  'list-search': ['kenanga', 'gita emb', 'laras', 'umbara kabut', '1975', '19800101'].map((q) => ({ q })),
  'list-unit': [{ unitId: opd(2) }, { unitId: idOf('root', 4) }, { unitId: unit(5) }],
  'list-sort': [{ sort: 'unit' }, { sort: '-unit' }, { sort: 'state' }, { sort: '-state' }],
  'list-deep': [{ page: 100 }, { page: 200, sort: '-name' }],
};

export async function* run({ n = MOST } = {}) {
  if (n > MOST) throw new Error(`a cohort holds at most ${MOST}`);
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  const directory = await worldDirectory(n);
  const program = await startProgram(directory, { env: { DEMO: '0' } });
  const bare = await startBare(runningDatabaseUrl(directory), await bareQueries());
  try {
    const headers = { cookie: await signIn(program.url, logins.organiser) };
    for (const [bench, queries] of Object.entries(workloads)) {
      const paths = queries.map(pathOf);
      await requireSame(program.url, bare.url, paths, headers);
      yield* compare(bench, n, { url: program.url, paths, headers }, { url: bare.url, paths });
    }
  } finally {
    await bare.stop();
    await program.stop();
  }
}

/** Rounds of both in turn, so that a slow moment of the machine meets both; medians of the rounds. */
async function* compare(bench, n, program, bare) {
  const rounds = { program: [], bare: [] };
  const load = (target) => putUnderLoad({ ...target, connections: CONNECTIONS, seconds: SECONDS });
  for (let i = 0; i < ROUNDS; i += 1) {
    rounds.bare.push(await load(bare));
    rounds.program.push(await load(program));
  }
  const middle = (side, key) => median(rounds[side].map((round) => round[key]));
  yield makeFigure(bench, 'throughput', n, '1/s', middle('program', 'throughput'), middle('bare', 'throughput'));
  yield makeFigure(bench, 'p95', n, 'ms', middle('program', 'p95'), middle('bare', 'p95'));
  yield makeFigure(bench, 'errors', n, '1', rounds.program.reduce((sum, { errors }) => sum + errors, 0));
}

const pathOf = (query) => `/api/v1/cohorts/${cohort}/participants?${new URLSearchParams(query)}`;

/** The program's own statements, with what it would give them for the organiser. */
async function bareQueries() {
  const { participantsSql } = await import(inProject('apps/api/dist/enrolment/participant.queries.js'));
  const organiser = { clientPermissions: null, grants: [{ role: 'organiser', scope: { kind: 'agency', agencyId: agency } }] };
  return Object.fromEntries(
    Object.values(workloads).flat().map((asked) => {
      const query = { page: 1, size: 50, ...asked };
      const { sql, values } = participantsSql(organiser, cohort, query);
      return [pathOf(asked), { sql, values, page: query.page, size: query.size }];
    }),
  );
}

/** Both must say the same, and something: fast answers that are wrong or empty would be no figure. */
async function requireSame(programUrl, bareUrl, paths, headers) {
  let found = 0;
  for (const path of paths) {
    const [ours, theirs] = await Promise.all([programUrl, bareUrl].map(async (url) => (await fetch(url + path, { headers })).json()));
    deepStrictEqual(ours, theirs);
    found += ours.rows.length;
  }
  if (found === 0) throw new Error(`nothing found by ${paths.join(' ')}`);
}
