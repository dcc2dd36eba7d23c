import { runInThisContext } from 'node:vm';
import './src/polyfills';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

// jsdom leaves out what every browser has and IndexedDB is built on.
globalThis.structuredClone ??= runInThisContext('structuredClone') as typeof structuredClone;

setupZonelessTestEnv();
