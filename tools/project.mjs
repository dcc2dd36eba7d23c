// Where the project is, which Node runs it, and how its tools are started. Needs nothing installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Absolute path of the project, whatever directory the command was typed in. */
export const projectRoot = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);

const toolsDirectory = path.join(projectRoot, 'node_modules', '.bin');

/** An absolute path below the project. */
export const inProject = (...parts) => path.join(projectRoot, ...parts);

/** The Node that npm brought; on a platform it has none for, the one that runs now. */
export function projectNode() {
  const brought = path.join(toolsDirectory, process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(brought) ? brought : process.execPath;
}

/**
 * Flags of Node under which the program runs; the Dockerfile repeats them. Smaller halves for young objects keep the idle
 * process below 200 MB and cost no throughput (docs/benchmarks.md).
 */
export const programFlags = ['--max-semi-space-size=8'];

const pathEntries = () => (process.env.PATH ?? '').split(path.delimiter);

/** Environment in which nx, tsc, eslint and jest are the project's own and run under the project's Node. */
export const toolEnvironment = (extra = {}) => ({
  ...process.env,
  PATH: [toolsDirectory, ...pathEntries().filter((entry) => entry !== toolsDirectory)].join(path.delimiter),
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  ...extra,
});

/** Environment for `npm ci`, which deletes node_modules and so must not run by the Node in there. */
export const systemEnvironment = () => ({
  ...process.env,
  PATH: pathEntries()
    .filter((entry) => !entry.endsWith(path.join('node_modules', '.bin')))
    .join(path.delimiter),
});

/** Runs a command with its output on this terminal. Resolves to its exit code (128 when a signal ended it). */
export function run(
  command,
  args,
  { cwd = projectRoot, env = toolEnvironment(), out = process.stdout } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['inherit', out, 'inherit'],
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 128));
  });
}
