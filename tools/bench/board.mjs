// From a mark committed to the event on the screen of 20 open boards, in a room of 500.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runningDatabaseUrl } from '../data-directory.mjs';
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { makeFigure, percentile } from './figures.mjs';
import { signIn } from './load.mjs';
import { startProgram } from './program.mjs';
import { idOf, logins, worldDirectory } from './world.mjs';

const BOARDS = 20;
/** Longer than boards gather news, so that each mark is news of its own; now and then a handful at once. */
const PAUSE_MS = 60;
/** A mark that a board does not hear of in this time is lost. */
const LOST_MS = 10_000;

const cohort = idOf('cohort', 1);

export async function* run({ n = 500 } = {}) {
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  const directory = await worldDirectory(n);
  const program = await startProgram(directory, { env: { DEMO: '0' } });
  const pool = new pg.Pool({ connectionString: runningDatabaseUrl(directory), max: 2 });
  try {
    const session = await makeSession(pool);
    const cookie = await signIn(program.url, logins.organiser);
    const boards = await Promise.all(
      Array.from({ length: BOARDS }, () => openBoard(program.url, session, cookie)),
    );
    const committed = await markAll(pool, session, n);
    const deadline = performance.now() + LOST_MS;
    while (boards.some(({ heard }) => heard.size < n) && performance.now() < deadline) await sleep(20);
    const times = boards.flatMap(({ heard }) => [...heard].map(([id, at]) => at - committed.get(id)));
    for (const { close } of boards) close();
    yield makeFigure('board', 'p50', n, 'ms', percentile(times, 0.5));
    yield makeFigure('board', 'p95', n, 'ms', percentile(times, 0.95));
    yield makeFigure('board', 'lost', n, '1', n * BOARDS - times.length);
  } finally {
    await pool.end();
    await program.stop();
  }
}

async function makeSession(pool) {
  const id = randomUUID();
  await pool.query(
    `insert into session (id, cohort_id, phase_id, title, starts_at, ends_at, zone, lesson_hours) values ($1, $2, $2, 'Sesi papan', now(), now() + interval '4 hours', 'Asia/Makassar', 4)`,
    [id, cohort],
  );
  return id;
}

/** Marks everybody one after the other. @returns when each was committed, by enrolment */
async function markAll(pool, session, n) {
  const committed = new Map();
  for (let i = 1; i <= n; i += 1) {
    const id = idOf('enrolment', i);
    await pool.query(
      `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, source) values ($1, $2, $3, 'present', 4, 'check_in')`,
      [cohort, session, id],
    );
    committed.set(id, performance.now());
    if (i % 5 !== 0) continue;
    await sleep(PAUSE_MS);
  }
  return committed;
}

/** A board that notes when it first hears of each mark. Ready when it was told how things stand. */
function openBoard(url, session, cookie) {
  const heard = new Map();
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}/api/v1/sessions/${session}/board/events`,
      { headers: { cookie }, agent: false },
      (response) => {
        response.on('error', () => {});
        readNews(response, ({ marks }) => {
          const now = performance.now();
          for (const { enrolmentId, mark } of marks)
            if (mark && !heard.has(enrolmentId)) heard.set(enrolmentId, now);
          resolve({ heard, close: () => asked.destroy() });
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

function readNews(response, hear) {
  let text = '';
  response.setEncoding('utf8');
  response.on('data', (chunk) => {
    const parts = (text + chunk).split('\n\n');
    text = parts.pop();
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data) hear(JSON.parse(data));
    }
  });
}
