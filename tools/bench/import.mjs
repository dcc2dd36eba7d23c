// A roster of participants as a city sends one: read, previewed, written and taken back, against COPY of as many bare
// rows; with the highest memory of the program meanwhile, for a tenth of the rows as well: flat means alike.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { runningDatabaseUrl } from '../data-directory.mjs';
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { makeFigure } from './figures.mjs';
import { signIn } from './load.mjs';
import { residentMegabytes, startProgram } from './program.mjs';
import { idOf, logins, worldDirectory } from './world.mjs';

/** The world that check-in runs on, so that it is made once. */
const PEOPLE = 5_000;
const SAMPLE_MS = 25;

const agency = idOf('agency', 1);
const curriculum = idOf('curriculum', 1);
const headings = ['NIP', 'Nama', 'OPD', 'Status pegawai', 'Jabatan', 'Eselon'];
/** Offices of the agency that the people work in. */
const OFFICES = 40;

export async function* run({ n = 10_000 } = {}) {
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  const directory = await worldDirectory(PEOPLE);
  const program = await startProgram(directory, { env: { DEMO: '0' } });
  const pool = new pg.Pool({ connectionString: runningDatabaseUrl(directory), options: '-c timezone=UTC' });
  try {
    const world = { program, pool, cookie: await signIn(program.url, logins.organiser) };
    const bare = await copyBare(pool, n);
    const small = await round(world, Math.ceil(n / 10), 0);
    const large = await round(world, n, n);
    yield makeFigure('import-read', 'wall', n, 'ms', large.read, bare);
    yield makeFigure('import-preview', 'wall', n, 'ms', large.preview, bare);
    yield makeFigure('import-commit', 'wall', n, 'ms', large.commit, bare);
    yield makeFigure('import-undo', 'wall', n, 'ms', large.undo, bare);
    yield makeFigure('import-small', 'rss', Math.ceil(n / 10), 'MB', small.most);
    yield makeFigure('import', 'rss', n, 'MB', large.most);
    yield makeFigure('import', 'errors', n, '1', large.rejected);
    yield makeFigure('import', 'lost', n, '1', large.lost);
  } finally {
    await pool.end();
    await program.stop();
  }
}

/** The least that any program must write: people and employments as bare rows, and a place in a cohort for each. */
async function copyBare(pool, n) {
  const client = await pool.connect();
  try {
    await client.query('create temp table bare (id uuid, name text, nip text, position text, eselon text)');
    const lines = Array.from({ length: n }, (_, at) => `${randomUUID()}\tEmbun Lembah ${at}\t${nipOf(at)}\tKepala Seksi\tIV.a\n`);
    const began = performance.now();
    await pipeline(Readable.from(lines), client.query(copyFrom('copy bare from stdin')));
    return performance.now() - began;
  } finally {
    client.release();
  }
}

/** One roster from the upload to the undoing; `from` keeps the NIPs of two rosters apart. */
async function round({ program, pool, cookie }, n, from) {
  let most = residentMegabytes(program.pid);
  const timer = setInterval(() => (most = Math.max(most, residentMegabytes(program.pid))), SAMPLE_MS);
  try {
    const cohort = await anEmptyCohort(pool, n);
    const call = caller(program.url, cookie);
    const offices = await officesOf(pool);
    const read = await timed(() => upload(program.url, cookie, cohort, rosterOf(n, from, offices)).then((id) => settled(call, id)));
    const preview = await timed(async () => {
      await call('PUT', `/imports/${read.result.id}/columns`, { version: read.result.version, columns: read.result.columns });
      return settled(call, read.result.id);
    });
    const { id, version, counts } = preview.result;
    const commit = await timed(async () => {
      await call('POST', `/imports/${id}/commit`, { version, mode: 'all' });
      return settled(call, id);
    });
    const { rows } = await pool.query(`select count(*)::int as seated from enrolment where cohort_id = $1 and state = 'accepted'`, [cohort]);
    const undo = await timed(() => call('POST', `/imports/${id}/undo`, { mode: 'all' }));
    return { read: read.ms, preview: preview.ms, commit: commit.ms, undo: undo.ms, most, rejected: counts.rejected, lost: n - rows[0].seated };
  } finally {
    clearInterval(timer);
  }
}

async function anEmptyCohort(pool, n) {
  const id = randomUUID();
  await pool.query(
    `insert into cohort (id, agency_id, curriculum_id, code, name, state, starts_on, ends_on, zone, capacity) values ($1, $2, $3, $4, 'Angkatan tolok ukur', 'enrolling', '2027-03-01', '2027-03-05', 'Asia/Makassar', $5)`,
    [id, agency, curriculum, `I-${id.slice(0, 8).toUpperCase()}`, n],
  );
  return id;
}

async function officesOf(pool) {
  const ids = Array.from({ length: OFFICES }, (_, at) => idOf('opd', 1_000 + at + 1));
  const { rows } = await pool.query('select name from unit where id = any($1::uuid[]) order by name', [ids]);
  return rows.map(({ name }) => name);
}

function rosterOf(n, from, offices) {
  const lines = Array.from({ length: n }, (_, at) => `${nipOf(from + at)};Embun Lembah ${from + at};${offices[at % offices.length]};PNS;Kepala Seksi;IV.a`);
  return [headings.join(';'), ...lines].join('\r\n');
}

/** Ninety-nine people to a day of birth, so that no two are alike. */
function nipOf(at) {
  const day = new Date(Date.UTC(1965, 0, 1 + Math.floor(at / 99))).toISOString().slice(0, 10).replaceAll('-', '');
  return `${day}199501${1 + (at % 2)}${901 + (at % 99)}`;
}

/** Sends a file the way a browser's form does. */
async function upload(url, cookie, cohortId, content) {
  const boundary = `jenjang-${randomUUID()}`;
  const fields = Object.entries({ kind: 'participants', agencyId: agency, cohortId }).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="roster.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--${boundary}--\r\n`;
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` };
  const { id } = await answerOf(await fetch(`${url}/api/v1/imports`, { method: 'POST', headers, body: [...fields, file].join('') }), '/imports');
  return id;
}

/** Waits until no job works on an import any more. */
async function settled(call, id) {
  for (;;) {
    const run = await call('GET', `/imports/${id}`);
    if (run.jobId === null) return run;
    await sleep(20);
  }
}

function caller(url, cookie) {
  return async (method, path, body) => {
    const headers = { cookie, 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return answerOf(response, path);
  };
}

async function answerOf(response, path) {
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${answer.code} ${answer.title}`);
  return answer;
}

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began };
}
