// Brings node_modules and dist up to date, and does nothing when they are. Needs nothing installed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OLDEST_NODE, isOlder, tooOldWording } from './node-version.mjs';
import { PlainError } from './plain-error.mjs';
import { inProject, run, systemEnvironment, toolEnvironment } from './project.mjs';

const LOCK = inProject('package-lock.json');
const INSTALLED_LOCK = inProject('node_modules', '.jenjang-lock');
const BUILT = inProject('node_modules', '.jenjang-build');

/** Everything that decides what a build produces. */
const SOURCES = [
  'apps',
  'libs',
  'migrations',
  'package-lock.json',
  'package.json',
  'nx.json',
  'tsconfig.base.json',
];
const OUTPUTS = ['apps/api/dist', 'apps/web/dist', 'libs/shared/dist', 'migrations/dist'];
const NOT_SOURCES = new Set([
  'node_modules',
  'dist',
  'out-tsc',
  'coverage',
  '.angular',
  '.nx',
  'test-results',
  'e2e',
]);

/**
 * Installs the dependencies that package-lock.json names, unless they are the ones in place.
 * @param {{ out?: NodeJS.WriteStream }} [options] `out` takes the progress; stderr where stdout is for results
 */
export async function ensureInstalled({ out = process.stdout } = {}) {
  requireNode(OLDEST_NODE);
  const wanted = digest([readFileSync(LOCK)]);
  if (readIfAny(INSTALLED_LOCK) === wanted) return;
  if (!installedByHand()) {
    out.write(
      '› Memasang pustaka, beberapa menit pada kali pertama · installing packages, minutes the first time\n',
    );
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=notice'], {
      env: systemEnvironment(),
      out,
    });
    if (code !== 0) throw installFailed();
  }
  writeFileSync(INSTALLED_LOCK, wanted);
}

const installFailed = () =>
  new PlainError(
    'Pemasangan pustaka gagal; sebabnya ada pada pesan npm di atas (jaringan, ruang disk, atau izin direktori).',
    'Installing the packages failed; npm says why above (network, disk space, or permissions of the directory).',
    { code: 'install.failed' },
  );

/** Refuses in plain words to go on under a Node older than `oldest`. */
export function requireNode(oldest) {
  const { node } = process.versions;
  if (!isOlder(node, oldest)) return;
  const [indonesian, english] = tooOldWording(node, oldest).split('\n');
  throw new PlainError(indonesian, english, { code: 'node.tooOld' });
}

/** Whether a person's own `npm ci` put exactly the locked packages in place: npm records what it installed. */
function installedByHand() {
  const record = readIfAny(inProject('node_modules', '.package-lock.json'));
  if (record === null) return false;
  const installed = JSON.parse(record).packages;
  const locked = Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages).filter(
    ([name]) => name !== '',
  );
  return locked.every(([name, { integrity, optional, devOptional }]) =>
    name in installed ? installed[name].integrity === integrity : optional || devOptional,
  );
}

/** Builds through nx, which rebuilds only the stale projects; skipped when neither sources nor results changed since. */
export async function ensureBuilt({ out = process.stdout } = {}) {
  if (readIfAny(BUILT) === buildStamp()) return;
  out.write('› Membangun program · building the program\n');
  const nx = inProject('node_modules', '.bin', 'nx');
  const code = await run(nx, ['run-many', '-t', 'build', '--output-style=static'], {
    env: toolEnvironment(),
    out,
  });
  if (code !== 0) throw buildFailed();
  writeFileSync(BUILT, buildStamp());
}

const buildFailed = () =>
  new PlainError(
    'Program gagal dibangun; sebabnya ada pada pesan di atas.',
    'The program could not be built; the messages above say why.',
    { code: 'build.failed' },
  );

/** Sources and results by content, so that a build of other sources in between is noticed. */
function buildStamp() {
  const sources = SOURCES.flatMap((name) => filesBelow(inProject(name), NOT_SOURCES)).filter(
    (file) => !isTest(file),
  );
  const outputs = OUTPUTS.flatMap((name) => filesBelow(inProject(name), new Set()));
  return digest(
    [...sources, ...outputs].flatMap((file) => [path.relative(inProject(), file), readFileSync(file)]),
  );
}

const isTest = (file) => /\.(spec|builder)\.ts$|jest\.config\.|\.tsbuildinfo$/.test(file);

function filesBelow(place, skipped) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(path.join(place, entry.name), skipped) : path.join(place, entry.name),
    );
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

const readIfAny = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);
