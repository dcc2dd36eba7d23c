import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepOffline, keptFiles } from './offline-files.mjs';

const importing = (...names) => names.map((path) => ({ path, kind: 'import-statement' }));
const outputs = {
  'main-A.js': {
    entryPoint: 'src/main.ts',
    imports: [...importing('chunk-1.js'), { path: 'chunk-page.js', kind: 'dynamic-import' }],
  },
  'main-A.css': { entryPoint: 'src/styles.css', imports: [] },
  'chunk-1.js': { imports: importing('chunk-2.js') },
  'chunk-2.js': { imports: importing('chunk-1.js') },
  'chunk-page.js': { entryPoint: 'src/app/merit/merit.routes.ts', imports: importing('chunk-3.js') },
  'chunk-3.js': { imports: [] },
  'chunk-kiosk.js': { entryPoint: 'src/app/kiosk/kiosk.routes.ts', imports: importing('chunk-4.js') },
  'chunk-4.js': { imports: [] },
  'chunk-words.js': { entryPoint: 'src/i18n/en/kiosk.json', imports: [] },
  'chunk-other-words.js': { entryPoint: 'src/i18n/en/merit.json', imports: [] },
};

test('the first page and the kiosk are kept with all they import, other pages are not', () => {
  const kept = [
    '/chunk-1.js',
    '/chunk-2.js',
    '/chunk-4.js',
    '/chunk-kiosk.js',
    '/chunk-words.js',
    '/main-A.js',
  ];
  assert.deepEqual(keptFiles({ outputs }).sort(), kept);
});

test('kept files move to the group that is fetched as a whole, and no file is in two', () => {
  const manifest = {
    hashTable: { '/chunk-1.js': 'x' },
    assetGroups: [
      { name: 'shell', urls: ['/index.html', '/main-A.js'] },
      { name: 'pages', urls: ['/chunk-1.js', '/chunk-page.js'] },
    ],
  };
  assert.deepEqual(keepOffline(manifest, ['/chunk-1.js', '/main-A.js']), {
    hashTable: { '/chunk-1.js': 'x' },
    assetGroups: [
      { name: 'shell', urls: ['/chunk-1.js', '/index.html', '/main-A.js'] },
      { name: 'pages', urls: ['/chunk-page.js'] },
    ],
  });
});
