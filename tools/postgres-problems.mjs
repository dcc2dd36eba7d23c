// What can be wrong with a data directory, in words that a person can act on. One function per problem.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';

/** A new cluster takes 40 MB; the rest leaves room for its log, the demo data and the first weeks of use. */
export const FREE_BYTES_NEEDED = 300 * 1024 * 1024;

export const problems = {
  notWritable: (dir, cause) =>
    new PlainError(
      `Direktori data ${dir} tidak dapat ditulisi oleh pengguna ini. Perbaiki izinnya, atau pilih yang lain: JENJANG_DATA=/jalur/lain npm start`,
      `The data directory ${dir} is not writable by this user. Correct its permissions, or choose another: JENJANG_DATA=/other/path npm start`,
      { code: 'data.notWritable', cause },
    ),
  inUse: (dir, pid) =>
    new PlainError(
      `Direktori data ${dir} sedang dipakai Jenjang lain${pid ? ` (proses ${pid})` : ''}. Hentikan dahulu, atau pilih direktori lain: JENJANG_DATA=/jalur/lain npm start`,
      `The data directory ${dir} is in use by another Jenjang${pid ? ` (process ${pid})` : ''}. Stop it first, or choose another directory: JENJANG_DATA=/other/path npm start`,
      { code: 'data.inUse' },
    ),
  otherVersion: (dir, found, ours) =>
    new PlainError(
      `Data di ${dir} dibuat oleh PostgreSQL ${found}, sedangkan program ini membawa PostgreSQL ${ours}. Cadangkan dengan versi lama lalu pulihkan: npm run db:backup, npm run db:restore`,
      `The data in ${dir} was made by PostgreSQL ${found}, but this program brings PostgreSQL ${ours}. Back it up with the old version and restore it: npm run db:backup, npm run db:restore`,
      { code: 'data.otherVersion' },
    ),
  diskFull: (dir, freeBytes) =>
    new PlainError(
      `Ruang disk untuk ${dir} tidak cukup${megabytes(freeBytes, ', tersisa ')} (perlu sedikitnya 300 MB). Kosongkan ruang lalu coba lagi.`,
      `Not enough disk space for ${dir}${megabytes(freeBytes, ', left: ')} (at least 300 MB needed). Free some space and try again.`,
      { code: 'disk.full' },
    ),
  notOurs: (dir) =>
    new PlainError(
      `Direktori ${dir} berisi berkas lain dan bukan data PostgreSQL. Pilih direktori kosong: JENJANG_DATA=/jalur/lain npm start`,
      `The directory ${dir} holds other files and is not PostgreSQL data. Choose an empty one: JENJANG_DATA=/other/path npm start`,
      { code: 'data.notOurs' },
    ),
  passwordLost: (file) =>
    new PlainError(
      `Kata sandi basis data (${file}) hilang, padahal datanya ada. Pulihkan berkas itu dari cadangan.`,
      `The database password (${file}) is missing although the data exists. Restore that file from a backup.`,
      { code: 'data.passwordLost' },
    ),
  unreachable: (cause) =>
    new PlainError(
      'PostgreSQL bawaan tidak dapat dijalankan sebagai pengguna biasa dari direktori ini. Pindahkan proyek ke luar /root, atau jalankan sebagai pengguna biasa.',
      'The bundled PostgreSQL cannot be run by an unprivileged user from this directory. Move the project out of /root, or run it as an ordinary user.',
      { code: 'postgres.unreachable', cause },
    ),
  broken: (log) =>
    new PlainError(
      `PostgreSQL tidak dapat dijalankan. Pesan terakhirnya:\n${log}`,
      'PostgreSQL could not be started; its last words are above.',
      { code: 'postgres.broken' },
    ),
};

const megabytes = (bytes, words) =>
  bytes === undefined ? '' : `${words}${Math.floor(bytes / 1024 / 1024)} MB`;

/** Creates the directory if needed and proves by writing that it can be used: permission bits alone do not tell root the truth. */
export function requireWritable(dir) {
  const probe = path.join(dir, `.write-test-${process.pid}`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    if (existsSync(probe)) rmSync(probe);
    throw ['ENOSPC', 'EDQUOT'].includes(error.code)
      ? problems.diskFull(dir)
      : problems.notWritable(dir, error);
  }
}

/** Refuses before a new cluster is made where it would not fit. */
export async function requireSpace(dir) {
  const { bavail, bsize } = await statfs(dir);
  if (bavail * bsize < FREE_BYTES_NEEDED) throw problems.diskFull(dir, bavail * bsize);
}

/** Refuses data of another PostgreSQL version: the server would refuse too, in words that help nobody. */
export function requireVersion(dataDir, major) {
  const found = readFileSync(path.join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found !== major) throw problems.otherVersion(dataDir, found, major);
}

/**
 * The server that runs on this data directory right now, if any.
 * A lock left by kill -9 may name a number that belongs to a stranger by now, so the number alone proves nothing.
 * @returns {{ pid: number, port: number } | null}
 */
export function runningServer(dataDir) {
  const lock = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(lock)) return null;
  const lines = readFileSync(lock, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return isServerOf(dataDir, pid) ? { pid, port: Number(lines[3]) } : null;
}

/**
 * Refuses data that a living server uses. PostgreSQL itself clears the lock of a dead server, but not one whose
 * number a stranger has inherited: that one is removed here.
 */
export function requireUnused(dataDir) {
  const lock = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const server = runningServer(dataDir);
  if (server) throw problems.inUse(dataDir, server.pid);
  const holder = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (isAlive(holder) && serversIn(dataDir).length === 0) rmSync(lock);
}

function isServerOf(dataDir, pid) {
  return process.platform === 'linux' ? serversIn(dataDir).includes(pid) : isAlive(pid);
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Numbers of the PostgreSQL processes whose working directory is this one (they all go there at start). */
function serversIn(dataDir) {
  if (process.platform !== 'linux' || !existsSync(dataDir)) return [];
  const home = realpathSync(dataDir);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingDirectory(name) === home)
    .filter((name) => /postgres/.test(commandLine(name)))
    .map(Number);
}

/** Empty for a process that ended meanwhile or belongs to somebody else. */
const workingDirectory = (pid) => attempt(() => readlinkSync(`/proc/${pid}/cwd`));
const commandLine = (pid) => attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));

function attempt(read) {
  try {
    return read();
  } catch {
    return '';
  }
}

/** Turns the last words of a server that did not start into a plain error. */
export function explainLog(log, dataDir) {
  if (/No space left on device|Disk quota exceeded/i.test(log)) return problems.diskFull(dataDir);
  if (/lock file "postmaster\.pid" already exists|is another postmaster/i.test(log))
    return problems.inUse(dataDir);
  if (
    /Read-only file system|Permission denied|data directory .* has (invalid permissions|wrong ownership)/i.test(
      log,
    )
  ) {
    return problems.notWritable(dataDir);
  }
  return problems.broken(log.trim());
}
