// `npm run dev`: API and web rebuilt and reloaded as files change. Web at http://localhost:4200, API behind it.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { runMain } from './plain-error.mjs';
import { inProject, projectNode, toolEnvironment } from './project.mjs';

const bin = (name) => inProject('node_modules', '.bin', name);

/** What runs side by side. The API restarts when the compiler has written its results. */
const WATCHERS = [
  {
    name: 'tsc',
    command: bin('tsc'),
    args: ['-b', '--watch', '--preserveWatchOutput', inProject('apps/api/tsconfig.app.json')],
  },
  {
    name: 'api',
    command: projectNode(),
    args: ['--watch', '--watch-preserve-output', ...watchPaths(), inProject('tools/serve.mjs')],
  },
  { name: 'web', command: bin('ng'), args: ['serve'], cwd: inProject('apps/web') },
];

function watchPaths() {
  return ['apps/api/dist', 'libs/shared/dist', 'migrations/dist'].map(
    (dir) => `--watch-path=${inProject(dir)}`,
  );
}

async function main() {
  await ensureInstalled();
  await ensureBuilt();
  const children = WATCHERS.map(startWatcher);
  const stopAll = (signal) => children.forEach((child) => child.kill(signal));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(signal));
  const codes = await Promise.all(
    children.map((child) => whenEnded(child).finally(() => stopAll('SIGTERM'))),
  );
  return Math.max(...codes);
}

function startWatcher({ name, command, args, cwd = inProject() }) {
  const child = spawn(command, args, { cwd, env: toolEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.on('data', (chunk) => to.write(String(chunk).replace(/^(?=.)/gm, `${name} │ `)));
  }
  return child;
}

/** Being stopped by a signal is how watching is meant to end. */
const whenEnded = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 0));
  });

await runMain(main);
