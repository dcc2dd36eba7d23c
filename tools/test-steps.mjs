// The steps of `npm test` in order: which command each runs, and where its true counts are read.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectNode, toolEnvironment } from './project.mjs';

const bin = (name) => inProject('node_modules', '.bin', name);
/** Jest runs ES modules as such only with this flag; the web's preset compiles them away. */
const ESM = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
/** A run that wrote no report ran no tests: nothing passed, nothing failed, and that is refused. */
const NOTHING = { passed: 0, failed: 0 };
const readReport = (file, count) => (existsSync(file) ? count(readFileSync(file, 'utf8')) : NOTHING);

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
  return { command: projectNode(), args, count: () => readReport(report, JSON.parse) };
}

const typeCheck = (config) => ({ command: bin('tsc'), args: ['-p', inProject(config), '--noEmit'] });

/** The browser tests belong to no project: the program must not be able to import them, nor they the program. */
function typeCheckBrowserTests() {
  const files = ['playwright.config.ts', ...filesIn('apps/web/e2e', '.ts')];
  const options = ['--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom,dom.iterable'];
  const strictness = ['--strict', '--noUncheckedIndexedAccess', '--skipLibCheck', '--types', 'node'];
  return { command: bin('tsc'), args: ['--ignoreConfig', '--noEmit', ...strictness, ...options, ...files] };
}

const filesIn = (place, ending) =>
  existsSync(inProject(place))
    ? readdirSync(inProject(place))
        .filter((name) => name.endsWith(ending))
        .map((name) => inProject(place, name))
    : [];

function nodeTests(reports) {
  const report = path.join(reports, 'tools.tap');
  const files = filesIn('tools', '.test.mjs');
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
  ];
  return {
    command: projectNode(),
    args: ['--test', '--test-concurrency=2', ...reporters, ...files],
    count: () => readReport(report, countTap),
  };
}

/** @returns {Counts} from the closing lines of a TAP report */
export function countTap(text) {
  const of = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return { passed: of('pass'), failed: of('fail') + of('cancelled'), skipped: of('skipped') + of('todo') };
}

function jest(project, reports, flags = []) {
  const report = path.join(reports, `${path.basename(project)}.json`);
  const args = [...flags, inProject('node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`];
  return {
    command: projectNode(),
    args,
    cwd: inProject(project),
    count: () => readReport(report, countJest),
  };
}

/** @returns {Counts} a file that could not even be loaded has no tests to fail, and so counts as one failure */
export function countJest(text) {
  const report = JSON.parse(text);
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
  return { command: projectNode(), args, env, count: () => readReport(report, countPlaywright) };
}

/** @returns {Counts} a test that passes only when repeated is a failure */
export function countPlaywright(text) {
  const { stats, errors } = JSON.parse(text);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** @typedef {{ passed: number, failed: number, skipped?: number }} Counts */
