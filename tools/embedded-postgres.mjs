/**
 * Starts the real PostgreSQL server that npm brings, so that `npm start` and `npm test` need nothing installed.
 * Works as root and as an ordinary user, any number of times at once on different data directories.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { findBinaries, launchPlan } from './postgres-binaries.mjs';
import {
  explainLog,
  isAlive,
  problems,
  requireSpace,
  requireUnused,
  requireVersion,
  requireWritable,
} from './postgres-problems.mjs';
import { keptSecret } from './secrets.mjs';

const SUPERUSER = 'postgres';

/** Attempts when a port was snatched away, or when processes of a server killed a moment ago are still leaving. */
const START_ATTEMPTS = 10;

/** For a host of 2 cores and 2 GB that also runs the API; a bigger installation brings its own server by DATABASE_URL. */
const SMALL_HOST = {
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  max_connections: '60',
  max_parallel_workers_per_gather: availableParallelism() > 2 ? '2' : '0',
  jit: 'off',
};

/** Only for data that is deleted afterwards: a power cut would destroy it. */
const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Several programs at once, each with pools of its own.
  max_connections: '250',
};

/** Where the superuser's password of a data directory is kept, mode 0600. */
export const passwordFile = (dataDir) => `${dataDir}-password`;

/**
 * Starts a server on `dataDir`, creating the cluster on first use, and resolves when it accepts connections.
 *
 * @param {object} options
 * @param {string} options.dataDir absolute path of the cluster; its parent is created when missing
 * @param {boolean} [options.throwAway] true for tests: no password, and speed in place of safety against power cuts
 * @param {number} [options.port] a free one by default; only connections from this machine are taken
 * @param {boolean} [options.allowNamespace] false to run as "nobody" even where user namespaces work (for tests)
 * @param {(text: string) => void} [options.log] receives what the server says
 * @returns {Promise<EmbeddedServer>}
 * @throws {PlainError} when the directory or the disk cannot be used; see postgres-problems.mjs
 *
 * @typedef {object} EmbeddedServer
 * @property {number} port
 * @property {number} pid
 * @property {boolean} fresh true when the cluster was created by this call
 * @property {string | null} password null on a throw-away server
 * @property {(database: string, user?: string) => string} url connection string
 * @property {Promise<number | null>} exited settles with the exit code when the server ends, for whatever reason
 * @property {() => Promise<void>} stop clean shutdown; safe to call twice
 */
export async function startPostgres({
  dataDir,
  throwAway = false,
  port,
  allowNamespace = true,
  log = () => {},
}) {
  const binaries = await findBinaries();
  requireWritable(path.dirname(dataDir));
  const cluster = { dataDir, throwAway, log, ...binaries, plan: launchPlan(dataDir, { allowNamespace }) };
  const fresh = await ensureCluster(cluster);
  const server = await startServer(cluster, port);
  return { ...server, fresh, ...credentials(cluster, server.port) };
}

function credentials({ dataDir, throwAway }, port) {
  const password = throwAway ? null : readFileSync(passwordFile(dataDir), 'utf8').trim();
  const secret = password === null ? '' : `:${password}`;
  return {
    password,
    url: (database, user = SUPERUSER) => `postgres://${user}${secret}@127.0.0.1:${port}/${database}`,
  };
}

/** Makes the cluster unless it exists. Returns whether it was made now. */
async function ensureCluster(cluster) {
  const { dataDir, throwAway, major } = cluster;
  const exists = existsSync(path.join(dataDir, 'PG_VERSION'));
  if (exists) {
    requireWritable(dataDir);
    requireVersion(dataDir, major);
    requireUnused(dataDir);
    if (!throwAway && !existsSync(passwordFile(dataDir))) throw problems.passwordLost(passwordFile(dataDir));
  } else {
    if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw problems.notOurs(dataDir);
    await requireSpace(path.dirname(dataDir));
    await createCluster(cluster);
  }
  return !exists;
}

/** Builds the cluster beside its place and moves it in whole, so that a crash half-way never leaves half a cluster. */
async function createCluster(cluster) {
  const { dataDir, plan } = cluster;
  removeLeftovers(dataDir);
  const building = mkdtempSync(`${dataDir}.new-${process.pid}-`);
  if (plan.owner !== undefined) {
    chmodSync(path.dirname(dataDir), 0o711);
    chownSync(building, plan.uid, plan.gid);
  }
  try {
    await runInitdb(cluster, building);
    moveIntoPlace(building, dataDir);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/** Two first starts at once both build a cluster; the second finds the place taken and goes on with the first one's. */
function moveIntoPlace(building, dataDir) {
  try {
    renameSync(building, dataDir);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    requireUnused(dataDir);
  }
}

function removeLeftovers(dataDir) {
  const prefix = `${path.basename(dataDir)}.new-`;
  for (const name of readdirSync(path.dirname(dataDir))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length).split('-')[0]))) {
      rmSync(path.join(path.dirname(dataDir), name), { recursive: true, force: true });
    }
  }
}

async function runInitdb(cluster, building) {
  const args = ['-D', building, '-U', SUPERUSER, '--encoding=UTF8', '--no-instructions'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C');
  if (cluster.throwAway) args.push('--auth=trust', '--no-sync');
  else args.push('--auth=scram-sha-256', `--pwfile=${ensurePassword(cluster)}`);
  const child = launch(cluster, cluster.initdb, args);
  let words = '';
  child.stderr.on('data', (chunk) => (words += chunk));
  const code = await ended(child);
  if (code !== 0) throw explainLog(words.slice(-4000), cluster.dataDir);
}

/** The password survives a failed first start, so it is made only once. Returns the path of its file. */
function ensurePassword({ dataDir, plan }) {
  const file = passwordFile(dataDir);
  keptSecret(file);
  if (plan.owner !== undefined) chownSync(file, plan.uid, plan.gid);
  return file;
}

/** Spawns in a session of its own: a Ctrl-C in the terminal must reach the API first, which then stops the server. */
function launch({ plan }, program, args) {
  const [command, ...rest] = [...plan.prefix, program, ...args];
  const identity = plan.uid === undefined ? {} : { uid: plan.uid, gid: plan.gid };
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  return spawn(command, rest, {
    cwd: '/',
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...identity,
  });
}

/** Exit code of a child, or null when a signal ended it. Refuses plainly when it could not even be spawned. */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(error.code === 'EACCES' ? problems.unreachable(error) : error));
    child.once('exit', (code) => resolve(code));
  });
}

async function startServer(cluster, wantedPort) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await freePort());
    const outcome = await startOnce(cluster, port);
    if (outcome.server) return outcome.server;
    const passing = /could not bind|pre-existing shared memory block/.test(outcome.words);
    if (!passing || attempt === START_ATTEMPTS) throw explainLog(outcome.words, cluster.dataDir);
    await sleep(300);
  }
}

/** One attempt: either the running server, or the last words of one that did not start. */
async function startOnce(cluster, port) {
  const settings = { ...SMALL_HOST, ...(cluster.throwAway ? THROW_AWAY : {}) };
  const connection = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
  const options = Object.entries({ ...settings, ...connection }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = launch(cluster, cluster.postgres, ['-D', cluster.dataDir, ...options]);
  const exited = ended(child);
  const ready = whenReady(child, cluster.log);
  const words = await Promise.race([ready.promise, exited.then(() => ready.words())]);
  if (words !== null) return { words };
  return { server: { port, pid: child.pid, exited, stop: () => stop(child, exited) } };
}

/** `promise` resolves to null once connections are accepted; `words()` is what the server has said last. */
function whenReady(child, log) {
  let tail = '';
  const promise = new Promise((resolve) => {
    child.stderr.on('data', (chunk) => {
      tail = (tail + chunk).slice(-4000);
      log(String(chunk));
      if (tail.includes('ready to accept connections')) resolve(null);
    });
  });
  return { promise, words: () => tail };
}

/** Clean shutdown; after 20 s it insists, because a clean stop that never ends is no stop. */
async function stop(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const insist = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await exited;
  clearTimeout(insist);
}
