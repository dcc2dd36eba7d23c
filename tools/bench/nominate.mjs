// A thousand nominations accepted in one bulk action, each seat drawn from its cell of a matrix, against one bare UPDATE
// of as many rows with the same triggers.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { runningDatabaseUrl } from '../data-directory.mjs';
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { makeFigure, median } from './figures.mjs';
import { signIn } from './load.mjs';
import { startProgram } from './program.mjs';
import { idOf, logins, worldDirectory } from './world.mjs';

/** The most that one action takes. */
const MOST = 1_000;
const ROUNDS = 3;
/** The world that check-in runs on, so that it is made once. */
const PEOPLE = 5_000;

const agency = idOf('agency', 1);
const curriculum = idOf('curriculum', 1);

export async function* run({ n = MOST } = {}) {
  if (n > MOST) throw new Error(`one action takes at most ${MOST}`);
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  const directory = await worldDirectory(PEOPLE);
  const program = await startProgram(directory, { env: { DEMO: '0' } });
  const pool = new pg.Pool({ connectionString: runningDatabaseUrl(directory), options: '-c timezone=UTC' });
  try {
    const headers = { cookie: await signIn(program.url, logins.organiser), 'content-type': 'application/json' };
    const rounds = { bare: [], preview: [], decide: [], errors: 0, lost: 0 };
    for (let i = 0; i < ROUNDS; i += 1) {
      rounds.bare.push(await bareRound(pool, await nominate(pool, n)));
      await programRound(program.url, headers, pool, await nominate(pool, n), rounds);
    }
    yield makeFigure('nominate', 'wall', n, 'ms', median(rounds.decide), median(rounds.bare));
    yield makeFigure('nominate-preview', 'wall', n, 'ms', median(rounds.preview));
    yield makeFigure('nominate', 'errors', n, '1', rounds.errors);
    yield makeFigure('nominate', 'lost', n, '1', rounds.lost);
  } finally {
    await pool.end();
    await program.stop();
  }
}

/** A cohort with n nominees of twenty agencies, and a matrix of agency × band in which each finds exactly one seat. */
async function nominate(pool, n) {
  const cohort = randomUUID();
  await pool.query(
    `insert into cohort (id, agency_id, curriculum_id, code, name, state, starts_on, ends_on, zone, capacity) values ($1, $2, $3, $4, 'Angkatan tolok ukur', 'enrolling', '2027-03-01', '2027-03-05', 'Asia/Makassar', $5)`,
    [cohort, agency, curriculum, `N-${cohort.slice(0, 8).toUpperCase()}`, n],
  );
  await pool.query(`update admission set route = 'one_step' where cohort_id = $1`, [cohort]);
  const people = Array.from({ length: n }, (_, k) => idOf('person', k + 1));
  await pool.query(
    `insert into enrolment (cohort_id, person_id, employment_id, state, nomination_rank)
     select $1, m.person_id, m.id, 'nominated', x.at from unnest($2::uuid[]) with ordinality x (id, at) join employment m on m.person_id = x.id and m.valid_to is null`,
    [cohort, people],
  );
  await pool.query(
    `insert into quota (cohort_id, unit_id, band, seats)
     select $1, split_part(u.path, '/', 2)::uuid, coalesce(split_part(m.eselon, '.', 1), 'NONE'), count(*)
     from enrolment e join employment m on m.id = e.employment_id join unit u on u.id = m.unit_id where e.cohort_id = $1 group by 2, 3`,
    [cohort],
  );
  const { rows } = await pool.query(`select id from enrolment where cohort_id = $1 order by nomination_rank`, [cohort]);
  await pool.query('analyze enrolment, quota');
  return { cohort, ids: rows.map(({ id }) => id) };
}

/** The least that any program must write: the states and cells, with the triggers that count seats, note moves and audit. */
async function bareRound(pool, { cohort }) {
  const began = performance.now();
  await pool.query(
    `update enrolment e set state = 'accepted', quota_id = q.id from employment m, unit u, quota q
     where e.cohort_id = $1 and m.id = e.employment_id and u.id = m.unit_id and q.cohort_id = $1 and q.unit_id = split_part(u.path, '/', 2)::uuid and q.band = coalesce(split_part(m.eselon, '.', 1), 'NONE')`,
    [cohort],
  );
  return performance.now() - began;
}

async function programRound(url, headers, pool, { cohort, ids }, rounds) {
  const body = { decision: 'accept', enrolmentIds: ids };
  const preview = await send(`${url}/api/v1/cohorts/${cohort}/selection/preview`, headers, body);
  const decide = await send(`${url}/api/v1/cohorts/${cohort}/selection/decide`, headers, { ...body, seenAt: preview.answer.seenAt });
  rounds.preview.push(preview.ms);
  rounds.decide.push(decide.ms);
  rounds.errors += decide.answer.refused?.length ?? ids.length;
  const { rows } = await pool.query(
    `select (select count(*)::int from enrolment where cohort_id = $1 and state = 'accepted') as seated, (select sum(taken)::int from quota where cohort_id = $1) as taken`,
    [cohort],
  );
  rounds.lost += Math.max(ids.length - rows[0].seated, ids.length - rows[0].taken);
}

async function send(address, headers, body) {
  const began = performance.now();
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (response.status !== 200) console.error(`# ${address} answered ${response.status} ${answer.code}`);
  return { ms: performance.now() - began, answer };
}
