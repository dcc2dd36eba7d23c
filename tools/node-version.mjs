// Read by whatever Node the machine has, so the syntax here stays that of old versions on purpose.

/** Oldest Node that can install the project; npm then brings the Node that runs it. */
export var OLDEST_NODE = [20, 19];

/** Oldest Node that can also build and run it, where npm has none to bring (macOS). */
export var OLDEST_RUNTIME = [24, 15];

/** Whether `version`, such as "18.20.4", is older than [major, minor]. */
export function isOlder(version, oldest) {
  var parts = version.split('.').map(Number);
  return parts[0] < oldest[0] || (parts[0] === oldest[0] && parts[1] < oldest[1]);
}

/** What to tell a person whose Node is too old. */
export function tooOldWording(version, oldest) {
  var needed = oldest.join('.');
  return (
    'Node.js ' +
    version +
    ' terlalu lama; perlu Node.js ' +
    needed +
    ' atau lebih baru. Unduh di https://nodejs.org\n' +
    'Node.js ' +
    version +
    ' is too old; Node.js ' +
    needed +
    ' or newer is needed. Get it from https://nodejs.org'
  );
}
