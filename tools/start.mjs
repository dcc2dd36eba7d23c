// "npm start": from a fresh clone to a running Jenjang. This file must load on old Node versions to be able to refuse them.
import { OLDEST_NODE, isOlder, tooOldWording } from './node-version.mjs';

if (isOlder(process.versions.node, OLDEST_NODE)) {
  console.error('\n' + tooOldWording(process.versions.node, OLDEST_NODE) + '\n');
  process.exit(1);
}

Promise.all([import('./plain-error.mjs'), import('./launch.mjs')]).then(function (modules) {
  return modules[0].runMain(modules[1].launch);
});
