// Resident memory of the program's Node process (PostgreSQL not counted): idle after start with demo data, and its
// highest while certificates are exported, first as CSV, then as XLSX.
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { timeExport } from './export.mjs';
import { makeFigure } from './figures.mjs';
import { signIn } from './load.mjs';
import { residentMegabytes, startProgram, temporaryData } from './program.mjs';
import { logins, worldDirectory } from './world.mjs';

/** Idle means: started with the demo data in place, and then left alone for this long. */
const IDLE_MS = 5_000;
const SAMPLE_MS = 25;

export async function* run({ n = 100_000 } = {}) {
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  yield makeFigure('memory', 'rss', 1, 'MB', await idle());
  const { csv, xlsx } = await whileExporting(n);
  yield makeFigure('memory-csv', 'rss', n, 'MB', csv);
  yield makeFigure('memory-xlsx', 'rss', n, 'MB', xlsx);
}

async function idle() {
  const data = temporaryData();
  try {
    await (await startProgram(data.directory)).stop();
    const program = await startProgram(data.directory);
    await sleep(IDLE_MS);
    const megabytes = residentMegabytes(program.pid);
    await program.stop();
    return megabytes;
  } finally {
    data.remove();
  }
}

async function whileExporting(n) {
  const program = await startProgram(await worldDirectory(n), { env: { DEMO: '0' } });
  try {
    const cookie = await signIn(program.url, logins.hr);
    const during = (format) => highest(program.pid, () => timeExport(program.url, cookie, format, n));
    return { csv: await during('csv'), xlsx: await during('xlsx') };
  } finally {
    await program.stop();
  }
}

/** The most memory that the process held at any moment of the work. */
async function highest(pid, work) {
  let most = residentMegabytes(pid);
  const timer = setInterval(() => (most = Math.max(most, residentMegabytes(pid))), SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return most;
}
