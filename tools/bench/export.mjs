// All certificates as CSV and as XLSX over HTTP, against COPY of the same query to nowhere.
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { runningDatabaseUrl } from '../data-directory.mjs';
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { inProject } from '../project.mjs';
import { makeFigure, median } from './figures.mjs';
import { signIn } from './load.mjs';
import { startProgram } from './program.mjs';
import { logins, worldDirectory } from './world.mjs';

const ROUNDS = 3;

export async function* run({ n = 100_000 } = {}) {
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  const directory = await worldDirectory(n);
  const program = await startProgram(directory, { env: { DEMO: '0' } });
  try {
    const cookie = await signIn(program.url, logins.hr);
    const times = { copy: [], csv: [], xlsx: [] };
    for (let i = 0; i < ROUNDS; i += 1) {
      times.copy.push(await timeCopy(runningDatabaseUrl(directory), n));
      for (const format of ['csv', 'xlsx']) times[format].push(await timeExport(program.url, cookie, format, n));
    }
    yield makeFigure('export', 'wall', n, 'ms', median(times.csv), median(times.copy));
    yield makeFigure('export-xlsx', 'wall', n, 'ms', median(times.xlsx), median(times.copy));
  } finally {
    await program.stop();
  }
}

/** Milliseconds until the last byte of an export has arrived. Fails unless its manifest says that it holds all rows. */
export async function timeExport(url, cookie, format, rows) {
  const began = performance.now();
  const response = await fetch(`${url}/api/v1/hr/certificates?format=${format}`, { headers: { cookie, 'accept-encoding': 'identity' } });
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  const milliseconds = performance.now() - began;
  const id = response.headers.get('x-export-id');
  const manifest = await (await fetch(`${url}/api/v1/hr/exports/${id}`, { headers: { cookie } })).json();
  if (manifest.rows !== rows || manifest.bytes !== bytes) throw new Error(`${rows} rows were asked for: ${JSON.stringify(manifest)}`);
  return milliseconds;
}

/** Milliseconds of the bare COPY of the program's own statement, its bytes thrown away. */
async function timeCopy(databaseUrl, rows) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const statement = await programStatement();
    const began = performance.now();
    const copy = client.query(copyTo(statement));
    copy.resume();
    await finished(copy);
    if (copy.rowCount !== rows) throw new Error(`COPY gave ${copy.rowCount} rows, not ${rows}`);
    return performance.now() - began;
  } finally {
    await client.end();
  }
}

async function programStatement() {
  const { copyStatement } = await import(inProject('apps/api/dist/merit/merit.streams.js'));
  const { meritCondition } = await import(inProject('apps/api/dist/merit/merit.queries.js'));
  const analyst = { clientPermissions: null, grants: [{ role: 'hr_analyst', scope: { kind: 'national' } }] };
  const values = [];
  return copyStatement({ condition: meritCondition(analyst, 'merit.export', {}, values), values });
}
