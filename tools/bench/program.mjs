// Runs the whole program as a person would, in a data directory of its own, for benchmarks to measure.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../ports.mjs';
import { inProject, programFlags, projectNode, toolEnvironment } from '../project.mjs';

/** An empty data directory, and how to delete it. */
export function temporaryData() {
  const directory = mkdtempSync(path.join(tmpdir(), 'jenjang-bench-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/**
 * Starts the program and waits for the first 200 on /api/health/ready.
 * @param {string} directory data directory
 * @param {{ entry?: 'start' | 'serve', env?: object, timeoutMs?: number }} [options] `start` is what `npm start` runs
 * @returns {Promise<{ url: string, pid: number, readyMs: number, stop: () => Promise<void> }>} readyMs from process start
 */
export async function startProgram(directory, { entry = 'serve', env = {}, timeoutMs = 120_000 } = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(projectNode(), [...(entry === 'serve' ? programFlags : []), inProject('tools', `${entry}.mjs`)], {
    env: toolEnvironment({
      DATABASE_URL: '',
      PORT: String(port),
      HOST: '127.0.0.1',
      JENJANG_DATA: directory,
      LOG_LEVEL: 'warn',
      ...env,
    }),
    // The open channel ends the program with the benchmark, whatever becomes of that.
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  await untilReady(url, child, began + timeoutMs);
  return { url, pid: child.pid, readyMs: performance.now() - began, stop: () => stopProgram(child) };
}

async function untilReady(url, child, deadline) {
  while (performance.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`the program ended with code ${child.exitCode} before it was ready`);
    const response = await fetch(`${url}/api/health/ready`).catch(() => null);
    await response?.body?.cancel();
    if (response?.status === 200) return;
    await sleep(10);
  }
  await stopProgram(child);
  throw new Error('the program was not ready in time');
}

async function stopProgram(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Resident memory of a process in MB (2^20 bytes). Linux only. */
export function residentMegabytes(pid) {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
