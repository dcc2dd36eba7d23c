// The steps of `npm test` in order: which command each runs, and where its true counts are read.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectNode, toolEnvironment } from './project.mjs';

const bin = (name) => inProject('node_modules', '.bin', name);
/** Jest runs ES modules as such only with this flag; the web's preset compiles them away. */
const ESM = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @type {{ name: string, prepare: (reports: string) => { command: string, args: string[], cwd?: string, env?: object, count?: () => Counts } }[]} */
export const steps = [
  {
    name: 'lint',
    prepare: () => ({ command: bin('nx'), args: ['run-many', '-t', 'lint', '--output-style=static'] }),
  },
  { name: 'boundaries', prepare: boundaries },
  { name: 'types-api', prepare: () => typeCheck('apps/api/tsconfig.spec.json') },
  { name: 'types-shared', prepare: () => typeCheck('libs/shared/tsconfig.spec.json') },
  { name: 'types-web', prepare: () => typeCheck('apps/web/tsconfig.spec.json') },
  { name: 'types-e2e', prepare: typeCheckBrowserTests },
  { name: 'tools', prepare: nodeTests },
  { name: 'shared', prepare: (reports) => jest('libs/shared', reports, ESM) },
  { name: 'api', prepare: (reports) => jest('apps/api', reports, ESM) },
  { name: 'web', prepare: (reports) => jest('apps/web', reports) },
  { name: 'e2e', prepare: browserTests },
];

function boundaries(reports) {
  const report = path.join(reports, 'boundaries.json');
  const args = [inProject('tools/check-boundaries.mjs'), `--report=${report}`];
  return { command: projectNode(), args, count: () => readJson(report) };
}

const typeCheck = (config) => ({ command: bin('tsc'), args: ['-p', inProject(config), '--noEmit'] });

/** The browser tests belong to no project: the program must not be able to import them, nor they the program. */
function typeCheckBrowserTests() {
  const files = [
    'playwright.config.ts',
    ...readdirSync(inProject('apps/web/e2e'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `apps/web/e2e/${name}`),
  ];
  const options = [
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2023,dom,dom.iterable',
    '--types',
    'node',
  ];
  return {
    command: bin('tsc'),
    args: ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', ...options, ...files],
  };
}

function nodeTests(reports) {
  const report = path.join(reports, 'tools.tap');
  const files = readdirSync(inProject('tools'))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => inProject('tools', name));
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
  ];
  return {
    command: projectNode(),
    args: ['--test', '--test-concurrency=1', ...reporters, ...files],
    count: () => countTap(report),
  };
}

/** @returns {Counts} from the closing lines of a TAP report */
export function countTap(file) {
  const text = readFileSync(file, 'utf8');
  const of = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return { passed: of('pass'), failed: of('fail') + of('cancelled'), skipped: of('skipped') + of('todo') };
}

function jest(project, reports, flags = []) {
  const report = path.join(reports, `${path.basename(project)}.json`);
  const args = [...flags, inProject('node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`];
  return { command: projectNode(), args, cwd: inProject(project), count: () => countJest(report) };
}

/** @returns {Counts} a file that could not even be loaded has no tests to fail, and so counts as one failure */
export function countJest(file) {
  const report = readJson(file);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function browserTests(reports) {
  const report = path.join(reports, 'e2e.json');
  const env = toolEnvironment({ PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const args = [inProject('tools/e2e.mjs'), '--reporter=list,json'];
  return { command: projectNode(), args, env, count: () => countPlaywright(report) };
}

/** @returns {Counts} a test that passes only when repeated is a failure */
export function countPlaywright(file) {
  if (!existsSync(file)) throw new Error('the browser tests wrote no report');
  const { stats, errors } = readJson(file);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** @typedef {{ passed: number, failed: number, skipped?: number }} Counts */
