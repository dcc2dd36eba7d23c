// Helpers for the tests of the tools.
import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject } from './project.mjs';

const endings = new WeakMap();

/** Runs `ending` after the test, the newest first: what was started in a directory stops before that is deleted. */
export function atEnd(t, ending) {
  if (!endings.has(t)) {
    endings.set(t, []);
    t.after(async () => {
      for (const each of endings.get(t).reverse()) await each();
    });
  }
  endings.get(t).push(ending);
}

/** A new directory that is deleted after the test. Anyone may enter it, so that a test can run as another user. */
export function temporaryDirectory(t) {
  const directory = mkdtempSync(path.join(tmpdir(), 'jenjang-tools-'));
  chmodSync(directory, 0o755);
  atEnd(t, async () => {
    await until(() => !isMentioned(directory));
    rmSync(directory, { recursive: true, force: true });
  });
  return directory;
}

/** Whether a running program was given this directory: a PostgreSQL whose parent was killed takes a moment to leave. */
function isMentioned(directory) {
  if (process.platform !== 'linux') return false;
  return readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && commandLine(pid).includes(directory));
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Writes an executable file. */
export function writeProgram(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o755 });
}

/** A copy of the tools in a project of its own, whose API is the given module text. */
export function projectWith(t, { main } = {}) {
  const root = temporaryDirectory(t);
  cpSync(inProject('tools'), path.join(root, 'tools'), { recursive: true });
  symlinkSync(inProject('node_modules'), path.join(root, 'node_modules'));
  mkdirSync(path.join(root, 'apps/api/dist'), { recursive: true });
  writeFileSync(path.join(root, 'apps/api/package.json'), '{"type":"module"}');
  if (main) writeFileSync(path.join(root, 'apps/api/dist/main.js'), main);
  return root;
}

/** Runs Node to its end. Output of both kinds is one text. */
export function runNode(args, options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 60_000,
    ...options,
  });
  return { status, text: `${stdout}${stderr}` };
}

/**
 * Starts Node and collects what it says.
 * @returns {{ child: import('node:child_process').ChildProcess, said: (pattern: RegExp) => Promise<string>, exited: Promise<number | string> }}
 *   `said` resolves to everything said so far once the pattern occurs in it, and fails after a minute
 */
export function startNode(t, args, options = {}) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  atEnd(t, () => child.kill('SIGKILL') && exited);
  return {
    child,
    exited,
    said: (pattern) =>
      until(
        () => (pattern.test(text) ? text : null),
        () => `never said ${pattern}:\n${text}`,
      ),
  };
}

/** Waits until `probe` yields something else than null or false; fails after a minute. */
export async function until(probe, complaint = () => 'waited a minute in vain') {
  for (const began = Date.now(); Date.now() - began < 60_000;) {
    const found = await probe();
    if (found !== null && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(complaint());
}

/** Whether this is root, who alone can try things as another user or on a disk of another size. */
export const isRoot = process.getuid?.() === 0;

const readableByAll = () => {
  const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, '--version'];
  return spawnSync('setpriv', asNobody, { cwd: '/' }).status === 0;
};

/** A reason to skip what needs root, or a project that other users may read; false when there is none. */
export function unlessRoot() {
  if (!isRoot) return 'needs root';
  accessSync(inProject('tools'));
  return readableByAll() ? false : 'the project is in a directory that other users may not read';
}

/** Command words that run what follows as the user "nobody", or with a small disk mounted on `directory`. */
export const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];
export const withSmallDisk = (directory, megabytes) => [
  'unshare',
  '--mount',
  '--',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${megabytes}m,mode=0755 none '${directory}' && exec "$@"`,
  'sh',
];

/** Runs a command made of such words to its end. */
export function runWords([command, ...args], options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 60_000,
    cwd: '/',
    ...options,
  });
  return { status, text: `${stdout}${stderr}${error?.message ?? ''}` };
}
