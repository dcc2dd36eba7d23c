import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import pg from 'pg';
import { createOwnedDatabase, startThrowAway } from './jest-postgres.mjs';
import { projectWith, runNode, writeProgram } from './testing.mjs';

const COMMANDS = `
  import pg from 'pg';
  export async function runCommand(name, argv) {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const { rows } = await client.query('select current_database() as base, current_user as role');
    await client.end();
    console.log(name, argv.join('+'), rows[0].base, rows[0].role, process.env.SECRET_KEY.length > 32);
    return 7;
  }
`;

/** A project with commands, and PostgreSQL's client programs of a given version that write down how they were called. */
function projectWithClient(t, version = '18.4 (Debian 18.4-1)') {
  const root = projectWith(t);
  writeFileSync(path.join(root, 'apps/api/dist/commands.js'), COMMANDS);
  for (const name of ['pg_dump', 'pg_restore']) {
    const script = `#!/bin/sh\n[ "$1" = --version ] && echo "${name} (PostgreSQL) ${version}" && exit\necho "${name} $*" >> ${root}/calls\n`;
    writeProgram(path.join(root, 'bin', name), script);
  }
  return root;
}

function db(root, words, { DATABASE_URL = '', PATH = `${path.join(root, 'bin')}:${process.env.PATH}` } = {}) {
  const env = { ...process.env, DATABASE_URL, PATH, SECRET_KEY: '', JENJANG_DATA: '' };
  return runNode([path.join(root, 'tools/db.mjs'), ...words], { env, cwd: root });
}

/** A database of its own with three rows in it. */
async function filledDatabase(t) {
  const server = await startThrowAway();
  t.after(() => server.remove());
  const url = await createOwnedDatabase(server, 'filled');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table kept as select generate_series(1, 3) as n');
  await client.end();
  return url;
}

test('starts the embedded database for a command, hands on its words and its exit code, and stops again', (t) => {
  const root = projectWithClient(t);
  const { status, text } = db(root, ['migrate', '--to', 'x']);
  assert.equal(status, 7);
  assert.match(text, /^migrate --to\+x jenjang jenjang true$/m);
  assert.ok(!existsSync(path.join(root, 'var/postgres/postmaster.pid')));
});

test('refuses a command it does not have', (t) => {
  const { status, text } = db(projectWithClient(t), ['drop']);
  assert.equal(status, 1);
  assert.match(text, /Perintah tidak dikenal: drop[^]*Unknown command: drop/);
});

test('names the Debian package when pg_dump is missing', async (t) => {
  const { status, text } = db(projectWithClient(t), ['backup'], {
    DATABASE_URL: await filledDatabase(t),
    PATH: '/nowhere',
  });
  assert.equal(status, 1);
  assert.match(text, /pg_dump tidak ditemukan[^]*postgresql-client-18/);
});

for (const version of ['15.18 (Debian 15.18-0+deb12u1)', '17beta1', '9.6.24']) {
  test(`says that pg_dump ${version} is older than the server`, async (t) => {
    const { status, text } = db(projectWithClient(t, version), ['backup'], {
      DATABASE_URL: await filledDatabase(t),
    });
    assert.equal(status, 1);
    assert.match(
      text,
      new RegExp(`pg_dump ${version.split(/\D/)[0]} is older than the PostgreSQL 18 server`),
    );
  });
}

test('backs up with the counts of the same instant, and never shows the password to other users', async (t) => {
  const root = projectWithClient(t);
  const url = (await filledDatabase(t)).replace('jenjang@', 'jenjang:secret@');
  assert.equal(db(root, ['backup', 'copy.dump'], { DATABASE_URL: url }).status, 0);
  assert.deepEqual(JSON.parse(readFileSync(path.join(root, 'copy.dump.counts.json'), 'utf8')), {
    'public.kept': 3,
  });
  const calls = readFileSync(path.join(root, 'calls'), 'utf8');
  assert.match(calls, /--format=custom .*--snapshot=[0-9A-F-]+ /);
  assert.doesNotMatch(calls, /secret/);
});

test('restores over data only when told to, and fails when rows are missing afterwards', async (t) => {
  const root = projectWithClient(t);
  const DATABASE_URL = await filledDatabase(t);
  db(root, ['backup', 'copy.dump'], { DATABASE_URL });
  writeFileSync(path.join(root, 'copy.dump'), 'a stand-in that restores nothing');
  const refused = db(root, ['restore', 'copy.dump'], { DATABASE_URL });
  assert.match(refused.text, /tidak kosong[^]*not empty/);
  const emptied = db(root, ['restore', 'copy.dump', '--replace'], { DATABASE_URL });
  assert.match(emptied.text, /public\.kept: cadangan · backup 3, pulih · restored –/);
  assert.deepEqual([refused.status, emptied.status], [1, 1]);
});

test('does not restore under a running program', async (t) => {
  const root = projectWithClient(t);
  const DATABASE_URL = await filledDatabase(t);
  writeFileSync(path.join(root, 'copy.dump'), '');
  const program = new pg.Client({ connectionString: DATABASE_URL });
  await program.connect();
  const { status, text } = db(root, ['restore', 'copy.dump', '--replace'], { DATABASE_URL });
  await program.end();
  assert.equal(status, 1);
  assert.match(text, /sedang dipakai \(1 koneksi\)[^]*in use \(1 connections\)/);
});

test('asks which file to restore, and says when there is none of that name', (t) => {
  const root = projectWithClient(t);
  const url = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  assert.match(db(root, ['restore'], url).text, /Name the backup file/);
  assert.match(db(root, ['restore', 'lost.dump'], url).text, /There is no backup file lost\.dump/);
});
