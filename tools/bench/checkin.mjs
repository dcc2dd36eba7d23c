// A morning: participants of 40 sessions check in with the code on the screen at 128 connections, against bare
// INSERT … ON CONFLICT of the same rows through pg with as many in flight.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runningDatabaseUrl } from '../data-directory.mjs';
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { cookieOf, makeSessions, SESSIONS, signInAll } from './checkin-world.mjs';
import { sendAll } from './crowd.mjs';
import { makeFigure, median, percentile } from './figures.mjs';
import { signIn } from './load.mjs';
import { startProgram } from './program.mjs';
import { idOf, logins, worldDirectory } from './world.mjs';

const CONNECTIONS = 128;
/** What the server has room for beside the program. */
const POOL = 32;
const ROUNDS = 3;
/** Longer than the program remembers a sign-in, so that every round looks each of them up. */
const FORGET_MS = 3_500;

const cohort = idOf('cohort', 1);

export async function* run({ n = 5_000 } = {}) {
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  const directory = await worldDirectory(n);
  const program = await startProgram(directory, { env: { DEMO: '0' } });
  const pool = new pg.Pool({
    connectionString: runningDatabaseUrl(directory),
    max: POOL,
    options: '-c timezone=UTC',
  });
  try {
    await signInAll(pool, n);
    await makeCopies(pool);
    yield* figuresOf(n, await allRounds(program.url, pool, n));
  } finally {
    await pool.query('drop table if exists bench_check_in, bench_mark');
    await pool.end();
    await program.stop();
  }
}

/** In turn, so that a slow moment of the machine meets all of them. */
async function allRounds(url, pool, n) {
  const rounds = { program: [], tables: [], copies: [] };
  for (let i = 0; i < ROUNDS; i += 1) {
    rounds.tables.push(
      await bareRound(pool, n, await makeSessions(pool, `Sesi polos ${i}`), 'check_in', 'attendance_mark'),
    );
    rounds.copies.push(
      await bareRound(pool, n, await makeSessions(pool, `Sesi salinan ${i}`), 'bench_check_in', 'bench_mark'),
    );
    await sleep(FORGET_MS);
    rounds.program.push(await programRound(url, pool, n, i));
  }
  return rounds;
}

function* figuresOf(n, rounds) {
  const middle = (side, key) => median(rounds[side].map((round) => round[key]));
  const sum = (key) => rounds.program.reduce((total, round) => total + round[key], 0);
  yield makeFigure('checkin', 'throughput', n, '1/s', middle('program', 'rate'), middle('tables', 'rate'));
  yield makeFigure('checkin', 'p95', n, 'ms', middle('program', 'p95'));
  yield makeFigure('checkin', 'errors', n, '1', sum('errors'));
  yield makeFigure('checkin', 'lost', n, '1', sum('lost'));
  yield makeFigure(
    'checkin-untriggered',
    'throughput',
    n,
    '1/s',
    middle('program', 'rate'),
    middle('copies', 'rate'),
  );
}

/** The same columns and indexes without triggers, foreign keys and audit: less than any correct program can do. */
const makeCopies = (pool) =>
  pool.query(`drop table if exists bench_check_in, bench_mark;
    create table bench_check_in (like check_in including all); create table bench_mark (like attendance_mark including all)`);

/** The i-th participant, from 0, sits in the session of their class. */
const sessionOf = (sessions, i) => sessions[i % SESSIONS];

async function programRound(url, pool, n, round) {
  const sessions = await makeSessions(pool, `Sesi ${round}`);
  const codes = await openAll(url, sessions);
  const requestOf = (i) => ({
    path: '/api/v1/me/check-ins',
    cookie: cookieOf(i + 1),
    body: {
      sessionId: sessionOf(sessions, i),
      code: sessionOf(codes, i),
      device: `perangkat-${round}-${i}-00000000`,
      clientId: randomUUID(),
    },
  });
  const { seconds, times, answers } = await sendAll(url, CONNECTIONS, (i) => (i >= n ? null : requestOf(i)));
  const wrong = answers.filter(({ status }) => status !== 200);
  if (wrong.length > 0)
    console.error(`# ${wrong.length} refused, for example ${wrong[0].status} ${wrong[0].body}`);
  const lost = n - wrong.length - (await countPresent(pool, sessions));
  return { rate: n / seconds, p95: percentile(times, 0.95), errors: wrong.length, lost };
}

/** How many of those who were told so are marked present. */
async function countPresent(pool, sessions) {
  const { rows } = await pool.query(
    `select count(distinct enrolment_id)::int as people from attendance_mark where session_id = any($1) and mark = 'present'`,
    [sessions],
  );
  return rows[0].people;
}

/** Opens each session and reads its code as a projector does. */
async function openAll(url, sessions) {
  const headers = { cookie: await signIn(url, logins.organiser), 'content-type': 'application/json' };
  const codes = [];
  for (const id of sessions) {
    const opened = await fetch(`${url}/api/v1/sessions/${id}/check-in/opening`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    if (opened.status !== 200)
      throw new Error(`opening was answered with ${opened.status} ${await opened.text()}`);
  }
  for (const id of sessions)
    codes.push(
      (await (await fetch(`${url}/api/v1/sessions/${id}/check-in/opening/code`, { headers })).json()).code
        .url,
    );
  return codes;
}

async function bareRound(pool, n, sessions, checkIns, marks) {
  const text = insertInto(checkIns, marks);
  const valuesOf = (i) => [
    ...[randomUUID(), cohort, sessionOf(sessions, i), idOf('enrolment', i + 1)],
    ...[new Date(), Buffer.alloc(32, i), randomUUID()],
  ];
  const times = [];
  let next = 0;
  const one = async () => {
    for (let i = next++; i < n; i = next++) {
      const at = performance.now();
      await pool.query({ name: checkIns, text, values: valuesOf(i) });
      times.push(performance.now() - at);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return { rate: n / ((performance.now() - began) / 1000), p95: percentile(times, 0.95) };
}

const insertInto = (checkIns, marks) => `with came as (
    insert into ${checkIns} (id, cohort_id, session_id, enrolment_id, kind, way, at, seen_at, device_hash, client_id)
    values ($1, $2, $3, $4, 'in', 'code', $5, $5, $6, $7) on conflict do nothing returning id)
  insert into ${marks} (cohort_id, session_id, enrolment_id, mark, lesson_hours, source)
  select $2, $3, $4, 'present', 4, 'check_in' from came on conflict do nothing`;
