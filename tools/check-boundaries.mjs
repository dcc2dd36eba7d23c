// Checks who imports whom and the budgets of the tree, and proves that each rule bites. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ALLOWED, STRANGERS, VIOLATIONS } from './boundary-plants.mjs';
import { longFiles, misnamedFiles, overfullFeatures } from './budgets.mjs';
import { inProject, projectNode, projectRoot, toolEnvironment } from './project.mjs';

const CONFIG = '.dependency-cruiser.cjs';
const SIDES = ['apps/api/src', 'apps/web/src', 'libs/shared/src', 'migrations'];
const rules = createRequire(import.meta.url)(inProject(CONFIG)).forbidden.map(({ name }) => name);

/** What dependency-cruiser reports for a tree: { rule, from, to } each. */
function violationsIn(root) {
  const cruiser = inProject('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, '--config', CONFIG, '--output-type', 'json', ...SIDES];
  const { stdout, stderr, error } = spawnSync(projectNode(), args, {
    cwd: root,
    env: toolEnvironment(),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error || !stdout.startsWith('{'))
    throw new Error(`dependency-cruiser failed: ${error?.message ?? stderr}${stdout}`);
  return JSON.parse(stdout).summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/** A copy of the sources with everything planted in it. */
function plantedCopy() {
  const copy = mkdtempSync(path.join(tmpdir(), 'jenjang-boundaries-'));
  const skipped = /[\\/](dist|out-tsc|node_modules|\.angular)([\\/]|$)|tsbuildinfo$/;
  for (const place of [...SIDES, CONFIG, 'tsconfig.base.json', 'package.json']) {
    cpSync(inProject(place), path.join(copy, place), {
      recursive: true,
      filter: (file) => !skipped.test(file.slice(projectRoot.length)),
    });
  }
  symlinkSync(inProject('node_modules'), path.join(copy, 'node_modules'));
  for (const [file, text] of Object.values({ ...VIOLATIONS, STRANGERS, ALLOWED }).flatMap(Object.entries)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }
  return copy;
}

/** One check for each rule on the tree as it is: nothing breaks it. */
function checkTree() {
  const found = violationsIn(projectRoot);
  return rules.map((rule) => ({
    name: `tree keeps ${rule}`,
    problems: found.filter((violation) => violation.rule === rule).map(({ from, to }) => `${from} → ${to}`),
  }));
}

/** One check for each rule that it bites, and one that it does not bite what is allowed. */
function proveRules() {
  const copy = plantedCopy();
  try {
    const found = violationsIn(copy);
    const wrongly = found
      .filter(({ from }) => from in ALLOWED)
      .map(({ rule, from, to }) => `${rule}: ${from} → ${to}`);
    return [
      ...rules.map((rule) => proofOf(rule, found)),
      { name: 'what is allowed is let through', problems: wrongly },
    ];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function proofOf(rule, found) {
  const name = `${rule} bites`;
  if (!(rule in VIOLATIONS))
    return { name, problems: ['no violation is planted for it in boundary-plants.mjs'] };
  const planted = VIOLATIONS[rule];
  const bitten = found.some((violation) => violation.rule === rule && violation.from in planted);
  return { name, problems: bitten ? [] : [`${Object.keys(planted)[0]} was planted and not reported`] };
}

const checkBudgets = () => [
  { name: 'feature folders are flat and small', problems: overfullFeatures(projectRoot) },
  { name: 'templates and styles are short', problems: longFiles(projectRoot) },
  { name: 'files are named in kebab-case', problems: misnamedFiles(projectRoot) },
];

function report(checks) {
  const failed = checks.filter(({ problems }) => problems.length > 0);
  for (const { name, problems } of failed)
    console.error(`✗ ${name}\n${problems.map((problem) => `    ${problem}`).join('\n')}`);
  const counts = { passed: checks.length - failed.length, failed: failed.length };
  const file = process.argv.find((word) => word.startsWith('--report='))?.slice('--report='.length);
  if (file) writeFileSync(file, JSON.stringify(counts));
  else console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

report([...checkTree(), ...proveRules(), ...checkBudgets()]);
