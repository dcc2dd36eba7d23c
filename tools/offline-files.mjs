// Decides what a browser keeps to open the app without a network: the first page, and the kiosk with all it loads.
// Runs after the web build, which says in browser-stats.json which file imports which; moves those files from the group of the
// service worker that is filled on use to the one that is fetched as a whole, and replaced as a whole by a new version.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/** Sources whose files are needed offline, each with everything it imports. */
const KEPT = [
  /(^|\/)src\/main\.ts$/,
  /(^|\/)src\/app\/kiosk\//,
  /(^|\/)src\/i18n\/(id|en)\/(platform|ui|kiosk)\.json$/,
  /(^|\/)qr\/(dom|decode)\.js$/,
];

/** Names of the output files that the kept sources became, and of all that these import statically. */
export function keptFiles({ outputs }) {
  const entries = Object.entries(outputs).filter(([, { entryPoint = '' }]) =>
    KEPT.some((kept) => kept.test(entryPoint)),
  );
  const kept = new Set();
  const waiting = entries.map(([name]) => name);
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (kept.has(name) || !outputs[name]) continue;
    kept.add(name);
    waiting.push(
      ...outputs[name].imports.filter(({ kind }) => kind === 'import-statement').map((one) => one.path),
    );
  }
  return [...kept].filter((name) => name.endsWith('.js')).map((name) => `/${path.basename(name)}`);
}

/** The manifest of the service worker with the kept files in the first group. */
export function keepOffline(manifest, kept) {
  const wanted = new Set(kept);
  const [shell, ...others] = manifest.assetGroups;
  const moved = others.flatMap(({ urls }) => urls.filter((url) => wanted.has(url)));
  const assetGroups = [
    { ...shell, urls: [...new Set([...shell.urls, ...moved])].sort() },
    ...others.map((group) => ({ ...group, urls: group.urls.filter((url) => !wanted.has(url)) })),
  ];
  return { ...manifest, assetGroups };
}

function run() {
  const inDist = (name) => inProject('apps', 'web', 'dist', name);
  const kept = keptFiles(JSON.parse(readFileSync(inDist('browser-stats.json'), 'utf8')));
  if (kept.length === 0) throw new Error('browser-stats.json names none of the files that are needed offline');
  const manifest = JSON.parse(readFileSync(inDist('ngsw.json'), 'utf8'));
  writeFileSync(inDist('ngsw.json'), JSON.stringify(keepOffline(manifest, kept)));
  rmSync(inDist('browser-stats.json'));
  console.log(`${kept.length} files kept for use without a network`);
}

if (process.argv[1] === import.meta.filename) run();
