// The sums and figures that people read must be true.
import assert from 'node:assert/strict';
import test from 'node:test';
import { makeFigure, median, percentile } from './bench/figures.mjs';
import { inProject } from './project.mjs';
import { countJest, countPlaywright, countTap } from './test-steps.mjs';
import { runNode } from './testing.mjs';

test('a Jest file that cannot be loaded counts as a failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 2,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 3,
    numTodoTests: 1,
  };
  assert.deepEqual(countJest(JSON.stringify(report)), { passed: 7, failed: 3, skipped: 4 });
});

test('a browser test that passes only when repeated counts as a failure', () => {
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no tests' }],
  };
  assert.deepEqual(countPlaywright(JSON.stringify(report)), { passed: 5, failed: 3, skipped: 2 });
});

test('a cancelled test of the tools counts as a failure', () => {
  const report = '# tests 6\n# suites 0\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n';
  assert.deepEqual(countTap(report), { passed: 3, failed: 2, skipped: 1 });
});

test('npm test names a step that does not exist and fails', () => {
  const { status, text } = runNode([inProject('tools/test.mjs'), 'nonsense']);
  assert.equal(status, 1);
  assert.match(text, /^0 passed, 1 failed$/m);
  assert.match(text, /no step nonsense/);
});

const percentiles = [
  [[1], 0.95, 1],
  [[4, 1, 3, 2], 0.5, 2],
  [Array.from({ length: 100 }, (_, i) => i + 1), 0.95, 95],
  [Array.from({ length: 100 }, (_, i) => i + 1), 1, 100],
];
for (const [values, share, expected] of percentiles) {
  test(`p${share * 100} of ${values.length} values is ${expected}`, () =>
    assert.equal(percentile(values, share), expected));
}

test('the median of an even number lies between the two in the middle', () => {
  assert.deepEqual([median([3, 1, 2]), median([4, 1, 3, 2])], [2, 2.5]);
});

test('nothing has neither percentile nor median', () => {
  assert.throws(() => percentile([], 0.5));
  assert.throws(() => median([]));
});

test('a figure with a limit says the ratio', () => {
  assert.deepEqual(makeFigure('list', 'throughput', 50, '1/s', 1234.567, 2000), {
    bench: 'list',
    figure: 'throughput',
    n: 50,
    unit: '1/s',
    value: 1235,
    limit: 2000,
    ratio: 0.6173,
  });
  assert.deepEqual(makeFigure('start', 'wall', 1, 'ms', 0), {
    bench: 'start',
    figure: 'wall',
    n: 1,
    unit: 'ms',
    value: 0,
  });
});

test('bench refuses a name it does not know, and a count that is none', () => {
  for (const words of [['nonsense'], ['../start'], [], ['start', '--n', 'viele']]) {
    const { status, text } = runNode([inProject('tools/bench.mjs'), ...words]);
    assert.deepEqual([status, /tolok ukur|Pemakaian/.test(text)], [1, true], words.join(' '));
  }
});
