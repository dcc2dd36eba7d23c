// The raw bound of a list: a bare HTTP endpoint that runs given SQL through pg and answers with JSON.stringify, nothing
// else. A separate process, started by `startBare` with its queries; the same driver settings and pool as the program.
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { projectNode } from '../project.mjs';

/**
 * @param {string} databaseUrl
 * @param {Record<string, { sql: string, values: unknown[], page: number, size: number }>} queries by path
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export function startBare(databaseUrl, queries) {
  const child = fork(fileURLToPath(import.meta.url), ['serve'], {
    execPath: projectNode(),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.send({ databaseUrl, queries });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        stop: () => {
          child.disconnect();
          return ended;
        },
      }),
    );
  });
}

function serve({ databaseUrl, queries }) {
  for (const type of [pg.types.builtins.NUMERIC, pg.types.builtins.INT8]) pg.types.setTypeParser(type, Number);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16, options: '-c timezone=UTC' });
  const server = createServer((request, response) => {
    const { sql, values, page, size } = queries[request.url];
    pool.query(sql, values).then(({ rows: [{ rows, total }] }) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify({ rows, total, page, size }));
    });
  });
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
}

if (process.argv[2] === 'serve') {
  process.once('message', serve);
  process.once('disconnect', () => process.exit(0));
}
