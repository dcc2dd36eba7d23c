// Budgets of the tree that a linter of single files cannot see. Returns what exceeds them, in words.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A feature with more files than this is two features: split it by a domain word, never by file kind. */
export const FILES_PER_FEATURE = 12;

/** For templates and style sheets; ESLint counts the lines of TypeScript. */
export const LINES_PER_FILE = 300;

const FEATURE_ROOTS = ['libs/shared/src', 'apps/api/src', 'apps/web/src/app'];
const NOT_FEATURES = new Set(['platform', 'ui', 'testing']);
const NAME = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** Sources of a feature: its tests, its front door and what belongs to a component's .ts (template, style) do not count. */
const countsAsSource = (name) =>
  /\.ts$/.test(name) && !/\.(spec|builder)\.ts$/.test(name) && name !== 'index.ts';

/** Feature folders with too many files, or with folders inside. */
export function overfullFeatures(root) {
  return FEATURE_ROOTS.flatMap((side) =>
    foldersIn(path.join(root, side)).map((feature) => path.join(side, feature)),
  )
    .filter((feature) => !NOT_FEATURES.has(path.basename(feature)))
    .flatMap((feature) => {
      const count = namesIn(path.join(root, feature)).filter(countsAsSource).length;
      const nested = foldersIn(path.join(root, feature)).map(
        (name) => `${feature}/${name}: a feature is one flat folder`,
      );
      return count > FILES_PER_FEATURE
        ? [...nested, `${feature}: ${count} files, at most ${FILES_PER_FEATURE}`]
        : nested;
    });
}

/** Templates and style sheets that are too long to be read at one go. */
export function longFiles(root) {
  return filesBelow(root, 'apps/web/src')
    .filter((file) => /\.(html|css|scss)$/.test(file))
    .map((file) => ({
      file,
      lines: readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim()).length,
    }))
    .filter(({ lines }) => lines > LINES_PER_FILE)
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${LINES_PER_FILE}`);
}

/** Files not named in kebab-case with dots before the kind. */
export const misnamedFiles = (root) =>
  [...FEATURE_ROOTS, 'migrations']
    .flatMap((side) => filesBelow(root, side))
    .filter((file) => !NAME.test(path.basename(file)))
    .map((file) => `${file}: file names are kebab-case`);

const SKIPPED = new Set(['dist', 'node_modules']);
const entries = (place) =>
  readdirSync(place, { withFileTypes: true }).filter((entry) => !SKIPPED.has(entry.name));
const namesIn = (place) =>
  entries(place)
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
const foldersIn = (place) =>
  entries(place)
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

function filesBelow(root, place) {
  const here = path.join(root, place);
  return [
    ...namesIn(here).map((name) => path.join(place, name)),
    ...foldersIn(here).flatMap((name) => filesBelow(root, path.join(place, name))),
  ];
}
