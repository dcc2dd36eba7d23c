// How long a person waits: the built program from process start to the first 200 on /api/health/ready.
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { makeFigure, median } from './figures.mjs';
import { startProgram, temporaryData } from './program.mjs';

/** `first-start` includes creating the database, migrating and loading the demo data; `start` has all of that already. */
export async function* run({ n = 5 } = {}) {
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  const data = temporaryData();
  try {
    yield makeFigure('first-start', 'wall', 1, 'ms', await timeStart(data.directory));
    const times = [];
    for (let i = 0; i < n; i += 1) times.push(await timeStart(data.directory));
    yield makeFigure('start', 'wall', n, 'ms', median(times));
  } finally {
    data.remove();
  }
}

async function timeStart(directory) {
  const program = await startProgram(directory, { entry: 'start' });
  await program.stop();
  return program.readyMs;
}
