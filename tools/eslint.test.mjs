// Proves that our own rules of eslint.config.mjs bite where they should, and only there.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { inProject, projectRoot } from './project.mjs';

/** Without types: the planted files are in no project, and our own rules need none. */
const linter = new ESLint({
  cwd: projectRoot,
  overrideConfig: [
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function complaints(file, text) {
  const [{ messages }] = await linter.lintText(text, { filePath: inProject(file) });
  return messages.map(({ ruleId, message }) => `${ruleId} ${message}`);
}

const SERVICE = 'apps/api/src/planted/planted.service.ts';
const RULES = 'libs/shared/src/planted/planted.rules.ts';
const PAGE = 'apps/web/src/app/planted/planted-page.ts';
const lines = (count) => 'export const x = [\n' + '1,\n'.repeat(count - 2) + '];\n';
const longFunction = (count) =>
  `export function long() {\n${'  call();\n'.repeat(count - 2)}}\nfunction call() {}\n`;

const bites = [
  ['an enum', SERVICE, 'export enum State { Open }', /not an enum/],
  ['a default export', SERVICE, 'export default 1;', /Named exports/],
  ['a file of 301 lines', SERVICE, lines(301), /max-lines /],
  ['a function of 26 lines', SERVICE, longFunction(26), /max-lines-per-function/],
  [
    'the environment read in a feature',
    SERVICE,
    'export const url = process.env.DATABASE_URL;',
    /platform\/config/,
  ],
  [
    'six dependencies',
    SERVICE,
    'declare const Injectable: () => ClassDecorator;\n@Injectable()\nexport class S { constructor(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6) { void [a, b, c, d, e, f]; } }',
    /More than 5/,
  ],
  ['a variable called batch', SERVICE, 'export const batch = 1;', /glossary/],
  ['a type called Student', SERVICE, 'export interface Student { name: string }', /glossary/],
  ['a function named after angkatan', SERVICE, 'export function openAngkatan() { return 1; }', /glossary/],
  ['a property called courseId', SERVICE, 'export interface Seat { courseId: string }', /glossary/],
  [
    'a parameter called students',
    SERVICE,
    'export const count = (students: number) => students;',
    /glossary/,
  ],
  ['console in the server', SERVICE, "console.log('x');", /no-console/],
  ['any', SERVICE, 'export const anything: any = 1;', /no-explicit-any/],
  ['the clock in a rule', RULES, 'export const now = () => new Date();', /date as an argument/],
  ['Date.now in a rule', RULES, 'export const now = () => Date.now();', /date as an argument/],
  ['chance in a rule', RULES, 'export const dice = () => Math.random();', /deterministic/],
  ['an async rule', RULES, 'export const later = async () => 1;', /synchronous/],
  ['a throwing rule', RULES, "export function no() { throw new Error('no'); }", /returns its reasons/],
  ['a class among rules', RULES, 'export class Rule { a = 1; }', /A rule is a function/],
  ['an enum among rules', RULES, 'export enum State { Open }', /not an enum/],
  [
    'an only left behind',
    'libs/shared/src/planted/planted.rules.spec.ts',
    "it.only('x', () => {});",
    /silences every other/,
  ],
  [
    'a component without our prefix',
    PAGE,
    "import { Component } from '@angular/core';\n@Component({ selector: 'app-x', template: '' })\nexport class Page {}",
    /component-selector/,
  ],
  ['an image without words', 'apps/web/src/app/planted/planted-page.html', '<img src="x.png">', /alt-text/],
  [
    'a click that no key can do',
    'apps/web/src/app/planted/planted-page.html',
    '<div (click)="open()">x</div>',
    /click-events-have-key-events|interactive-supports-focus/,
  ],
];
for (const [what, file, text, expected] of bites) {
  test(`refuses ${what}`, async () => {
    assert.ok(
      (await complaints(file, text)).some((complaint) => expected.test(complaint)),
      `${expected} in ${await complaints(file, text)}`,
    );
  });
}

const lets = [
  ['a file of 300 lines', SERVICE, lines(300)],
  [
    'a function of 25 lines',
    SERVICE,
    longFunction(25).replace('function call() {}', 'function call() { return 1; }'),
  ],
  [
    'a long test',
    'apps/api/src/planted/planted.api.spec.ts',
    longFunction(60).replace('function call() {}', 'function call() { return 1; }'),
  ],
  [
    'the environment in the one place for it',
    'apps/api/src/platform/config.ts',
    'export const url = process.env.DATABASE_URL;',
  ],
  ['a given date in a rule', RULES, 'export const year = (at: string) => new Date(at).getFullYear();'],
  [
    'words that only contain a flagged one',
    SERVICE,
    'export const discourse = 1;\nexport const recourses = 2;',
  ],
  ['a library option that has a flagged name', SERVICE, 'export const options = { batchSize: 1 };'],
];
for (const [what, file, text] of lets) {
  test(`lets through ${what}`, async () => assert.deepEqual(await complaints(file, text), []));
}
