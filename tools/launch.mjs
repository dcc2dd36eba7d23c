// Installs and builds what is stale, then runs the program under the project's own Node.
import { spawn } from 'node:child_process';
import { OLDEST_RUNTIME } from './node-version.mjs';
import { ensureBuilt, ensureInstalled, requireNode } from './prepare.mjs';
import { inProject, programFlags, projectNode, toolEnvironment } from './project.mjs';

/** Prepares, starts and accompanies the program. Resolves to its exit code. */
export async function launch() {
  await ensureInstalled();
  requireRuntime();
  await ensureBuilt();
  return serveUntilStopped();
}

/** On a platform for which npm brings no Node, the system's own must be recent enough to run the program. */
function requireRuntime() {
  if (projectNode() === process.execPath) requireNode(OLDEST_RUNTIME);
}

/**
 * The open channel tells the program when this process dies, even by kill -9; then it stops by itself.
 * Signals are passed on; the program ignores the copy that a terminal's Ctrl-C sends it at the same moment.
 */
function serveUntilStopped() {
  const child = spawn(projectNode(), [...programFlags, inProject('tools', 'serve.mjs')], {
    env: toolEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}
