// `npm run e2e [-- playwright arguments]`: the built program with demo data on a throw-away database, driven by a browser.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createOwnedDatabase, startThrowAway } from './jest-postgres.mjs';
import { PlainError, runMain } from './plain-error.mjs';
import { freePort } from './ports.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { inProject, projectNode, run, toolEnvironment } from './project.mjs';

async function main() {
  await ensureInstalled();
  await ensureBuilt();
  const server = await startThrowAway();
  const data = mkdtempSync(path.join(tmpdir(), 'jenjang-e2e-'));
  try {
    const databaseUrl = await createOwnedDatabase(server, 'e2e');
    return await runBrowser(await startProgram(databaseUrl, data));
  } finally {
    await server.remove();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Starts the program on a free port; it reports its address over the channel when it is ready. */
async function startProgram(databaseUrl, data) {
  const port = await freePort();
  const child = spawn(projectNode(), [inProject('tools', 'serve.mjs')], {
    env: toolEnvironment({ LOG_LEVEL: 'warn', ...settings(databaseUrl, data, port) }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', ({ ready }) => resolve({ child, url: ready, databaseUrl }));
    child.once('exit', () =>
      reject(new PlainError('Program berhenti sebelum siap.', 'The program ended before it was ready.')),
    );
  });
}

const settings = (databaseUrl, data, port) => ({
  DATABASE_URL: databaseUrl,
  JENJANG_DATA: data,
  JENJANG_ROLE: 'all',
  HOST: '127.0.0.1',
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  DEMO: '1',
});

async function runBrowser({ child, url, databaseUrl }) {
  const env = toolEnvironment({ BASE_URL: url, DATABASE_URL: databaseUrl });
  try {
    return await run(inProject('node_modules', '.bin', 'playwright'), ['test', ...process.argv.slice(2)], {
      env,
    });
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

await runMain(main);
