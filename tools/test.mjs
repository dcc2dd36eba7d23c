// `npm test [-- STEP…]`: everything that proves the tree green, on a fresh clone. Ends with "N passed, N failed" alone on a line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { PlainError, wording } from './plain-error.mjs';
import { run } from './project.mjs';
import { steps } from './test-steps.mjs';

const reports = mkdtempSync(path.join(tmpdir(), 'jenjang-reports-'));

/** A step that is not made of tests (a lint run) counts only when it fails: as one failure. */
async function outcomeOf(step) {
  console.log(`\n━━ ${step.name} ━━`);
  try {
    const { command, args, cwd, env, count } = step.prepare(reports);
    const code = await run(command, args, { cwd, env });
    const counted = count ? count() : { passed: 0, failed: 0 };
    if (count && counted.passed + counted.failed === 0)
      throw new Error(`${step.name} ran no tests (exit code ${code})`);
    return { name: step.name, ...counted, failed: code === 0 ? counted.failed : Math.max(1, counted.failed) };
  } catch (error) {
    console.error(wording(error));
    return { name: step.name, passed: 0, failed: 1 };
  }
}

async function prepared() {
  try {
    await ensureInstalled();
    await ensureBuilt();
    return [];
  } catch (error) {
    console.error(`\n${wording(error)}`);
    return [{ name: 'build', passed: 0, failed: 1 }];
  }
}

async function main(wanted) {
  const names = steps.map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown) throw noSuchStep(unknown, names);
  const outcomes = await prepared();
  if (outcomes.length > 0) return outcomes;
  for (const step of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    outcomes.push(await outcomeOf(step));
  return outcomes;
}

const noSuchStep = (name, names) =>
  new PlainError(
    `Tidak ada langkah ${name}; yang ada: ${names.join(', ')}`,
    `There is no step ${name}; there are: ${names.join(', ')}`,
  );

function conclude(outcomes) {
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log();
  for (const { name, passed, failed, skipped = 0 } of outcomes) {
    const words =
      passed + failed === 0
        ? 'ok'
        : `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
    console.log(`  ${failed > 0 ? '✗' : '✓'} ${name.padEnd(12)} ${words}`);
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

try {
  conclude(await main(process.argv.slice(2)));
} catch (error) {
  console.error(wording(error));
  conclude([{ name: 'npm test', passed: 0, failed: 1 }]);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
