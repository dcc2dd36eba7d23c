import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { isOlder, tooOldWording } from './node-version.mjs';
import { inProject } from './project.mjs';
import { runNode, startNode, temporaryDirectory, until, writeProgram } from './testing.mjs';

/** Stand-ins for npm and nx that note down being called; the lock they install is the one in place. */
const NPM = `#!/bin/sh
echo "npm $*" >> calls
[ -e npm-fails ] && exit 1
rm -rf node_modules && mkdir -p node_modules/.bin
cp package-lock.json node_modules/.package-lock.json
cp nx-stand-in node_modules/.bin/nx
`;
const NX = `#!/bin/sh
echo "nx $1 $3" >> calls
[ -e nx-fails ] && exit 1
for place in apps/api apps/web libs/shared migrations; do mkdir -p $place/dist; cat $place/src/* > $place/dist/built.js; done
`;
const SERVE = `
  process.on('SIGTERM', () => { console.log('told to stop'); process.exit(3); });
  process.on('disconnect', () => process.exit(0));
  console.log('serving');
`;

/** A fresh clone: sources and a lock, nothing installed, nothing built. */
function freshClone(t) {
  const root = temporaryDirectory(t);
  cpSync(inProject('tools'), path.join(root, 'tools'), { recursive: true });
  writeFileSync(path.join(root, 'tools/serve.mjs'), SERVE);
  for (const place of ['apps/api', 'apps/web', 'libs/shared', 'migrations']) {
    mkdirSync(path.join(root, place, 'src'), { recursive: true });
    writeFileSync(path.join(root, place, 'src/main.ts'), 'first');
  }
  writeFileSync(
    path.join(root, 'package-lock.json'),
    '{"packages":{"":{},"node_modules/a":{"integrity":"1"}}}',
  );
  writeProgram(path.join(root, 'bin/npm'), NPM);
  writeProgram(path.join(root, 'nx-stand-in'), NX);
  return root;
}

const environment = (root) => ({ ...process.env, PATH: `${path.join(root, 'bin')}:${process.env.PATH}` });

/** Runs `start` until it serves, then stops it. Returns what it called on the way. */
async function start(t, root) {
  rmSync(path.join(root, 'calls'), { force: true });
  const { child, said, exited } = startNode(t, [path.join(root, 'tools/start.mjs')], {
    cwd: root,
    env: environment(root),
  });
  await said(/serving/);
  child.kill('SIGTERM');
  await said(/told to stop/);
  assert.equal(await exited, 3, 'the code of the program is the code of the command');
  return calls(root);
}

function calls(root) {
  try {
    return readFileSync(path.join(root, 'calls'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ').slice(0, 2).join(' '));
  } catch {
    return [];
  }
}

test('a fresh clone is installed and built; a second start does neither', async (t) => {
  const root = freshClone(t);
  assert.deepEqual(await start(t, root), ['npm ci', 'nx run-many']);
  assert.deepEqual(await start(t, root), []);
});

const changes = [
  [
    'a changed lock',
    'package-lock.json',
    '{"packages":{"":{},"node_modules/a":{"integrity":"2"}}}',
    ['npm ci', 'nx run-many'],
  ],
  ['a changed source', 'libs/shared/src/main.ts', 'second', ['nx run-many']],
  ['a new source', 'apps/web/src/new.html', '<p>', ['nx run-many']],
  [
    'results that somebody else has built meanwhile',
    'apps/api/dist/built.js',
    'of another branch',
    ['nx run-many'],
  ],
  ['a changed test', 'apps/api/src/main.spec.ts', 'test', []],
];
for (const [what, file, text, expected] of changes) {
  test(`after ${what}, start does ${expected.join(' and ') || 'nothing'}`, async (t) => {
    const root = freshClone(t);
    await start(t, root);
    writeFileSync(path.join(root, file), text);
    assert.deepEqual(await start(t, root), expected);
  });
}

test('what was installed by hand from the same lock is not installed again', async (t) => {
  const root = freshClone(t);
  await start(t, root);
  rmSync(path.join(root, 'node_modules/.jenjang-lock'));
  assert.deepEqual(await start(t, root), []);
});

for (const [tool, words] of [
  ['npm', /Pemasangan pustaka gagal[^]*Installing the packages failed/],
  ['nx', /Program gagal dibangun[^]*could not be built/],
]) {
  test(`says so when ${tool} fails, and tries again next time`, async (t) => {
    const root = freshClone(t);
    writeFileSync(path.join(root, `${tool}-fails`), '');
    const { status, text } = runNode([path.join(root, 'tools/start.mjs')], {
      cwd: root,
      env: environment(root),
    });
    assert.equal(status, 1);
    assert.match(text, words);
    rmSync(path.join(root, `${tool}-fails`));
    assert.equal((await start(t, root)).at(-1), 'nx run-many');
  });
}

test('the program ends when the command is killed', async (t) => {
  const root = freshClone(t);
  writeFileSync(path.join(root, 'tools/serve.mjs'), `${SERVE}\nconsole.log('number ' + process.pid);`);
  const { child, said } = startNode(t, [path.join(root, 'tools/start.mjs')], {
    cwd: root,
    env: environment(root),
  });
  const pid = Number(/number (\d+)/.exec(await said(/number \d+/))[1]);
  child.kill('SIGKILL');
  await until(() => !alive(pid));
});

function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const versions = [
  ['18.20.4', true],
  ['20.18.3', true],
  ['20.19.0', false],
  ['24.0.0', false],
];
for (const [version, expected] of versions) {
  test(`Node ${version} is ${expected ? 'too old' : 'recent enough'}`, () =>
    assert.equal(isOlder(version, [20, 19]), expected));
}

test('a Node that is too old is refused in two languages', () => {
  const [indonesian, english] = tooOldWording('12.22.12', [20, 19]).split('\n');
  assert.match(indonesian, /Node\.js 12\.22\.12 terlalu lama; perlu Node\.js 20\.19/);
  assert.match(english, /Node\.js 12\.22\.12 is too old; Node\.js 20\.19/);
});

test('the door is written in syntax that an old Node can read', () => {
  for (const file of ['start.mjs', 'node-version.mjs']) {
    const code = readFileSync(inProject('tools', file), 'utf8').replaceAll(/^\s*(\/\/|\/\*\*).*$/gm, '');
    assert.doesNotMatch(code, /\?\.|\?\?|`|\bawait\b|node:|=>/, file);
  }
});
