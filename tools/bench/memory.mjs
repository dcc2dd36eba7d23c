// Resident memory of the program's Node process (PostgreSQL not counted), idle after start with demo data.
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { makeFigure } from './figures.mjs';
import { residentMegabytes, startProgram, temporaryData } from './program.mjs';

/** Idle means: started with the demo data in place, and then left alone for this long. */
const IDLE_MS = 5_000;

export async function* run() {
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  const data = temporaryData();
  try {
    await (await startProgram(data.directory)).stop();
    const program = await startProgram(data.directory);
    await sleep(IDLE_MS);
    yield makeFigure('memory', 'rss', 1, 'MB', residentMegabytes(program.pid));
    await program.stop();
  } finally {
    data.remove();
  }
}
