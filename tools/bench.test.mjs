// What `npm run bench` promises whoever reads its output (design.md §8). No figure is judged here: timed tests lie.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { makeFigure, median, percentile } from './bench/figures.mjs';
import { idOf } from './bench/world.mjs';
import { inProject, projectNode } from './project.mjs';

const FIGURES = ['throughput', 'p50', 'p95', 'p99', 'wall', 'rss', 'bytes', 'errors', 'lost'];
const ISSUE_NAMES = ['start', 'memory', 'list', 'export', 'web'];
const benches = readdirSync(inProject('tools', 'bench')).filter((name) => name.endsWith('.mjs'));
const bench = (...words) =>
  spawnSync(projectNode(), [inProject('tools', 'bench.mjs'), ...words], { encoding: 'utf8', timeout: 30_000 });

test('a figure has the fields of the contract, and a ratio only beside its limit', () => {
  assert.deepEqual(makeFigure('list', 'p95', 100_000, 'ms', 12.34567), {
    bench: 'list',
    figure: 'p95',
    n: 100_000,
    unit: 'ms',
    value: 12.35,
  });
  const compared = makeFigure('export', 'wall', 5, 'ms', 300, 200);
  assert.deepEqual(Object.keys(compared), ['bench', 'figure', 'n', 'unit', 'value', 'limit', 'ratio']);
  assert.equal(compared.ratio, 1.5);
});

test('medians and percentiles are by nearest rank', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(percentile([5, 1, 4, 2, 3], 0.95), 5);
  assert.equal(percentile([5, 1, 4, 2, 3], 0.5), 3);
  assert.throws(() => percentile([], 0.5));
});

test('every name of the issue is a benchmark', async () => {
  for (const name of ISSUE_NAMES) {
    assert.ok(benches.includes(`${name}.mjs`), name);
    assert.equal(typeof (await import(inProject('tools', 'bench', `${name}.mjs`))).run, 'function');
  }
});

test('only legal figures are written', () => {
  const written = benches.flatMap((name) =>
    [...readFileSync(inProject('tools', 'bench', name), 'utf8').matchAll(/makeFigure\(\s*[^,]+,\s*'(\w+)'/g)].map(
      ([, figure]) => figure,
    ),
  );
  assert.ok(written.length >= ISSUE_NAMES.length);
  assert.deepEqual(
    written.filter((figure) => !FIGURES.includes(figure)),
    [],
  );
});

test('ids of the world have the form that requests are checked for', () => {
  assert.match(idOf('cohort', 1), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(idOf('cohort', 1), idOf('cohort', 2));
});

test('nothing but figures goes to stdout, even when it is called wrongly', () => {
  for (const words of [[], ['nothing-like-it'], ['list', '--n', 'many'], ['../start']]) {
    const { status, stdout, stderr } = bench(...words);
    assert.notEqual(status, 0, words.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /Pemakaian|tolok ukur/);
  }
});
