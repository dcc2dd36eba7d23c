// Puts a server under load, and signs in to the program like a browser.
import autocannon from 'autocannon';
import { percentile } from './figures.mjs';
import { PASSWORD } from './world.mjs';

/** The cookie of a fresh sign-in. */
export async function signIn(url, login) {
  const response = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  if (response.status !== 200) throw new Error(`signing in as ${login} was answered with ${response.status}`);
  return response.headers.getSetCookie()[0].split(';')[0];
}

/**
 * Asks for the paths in turn as fast as the server answers.
 * @param {{ url: string, paths: string[], headers?: object, connections: number, seconds: number }} load
 * @returns {Promise<{ throughput: number, p50: number, p95: number, errors: number }>} 1/s, ms, count of anything but 200
 */
export async function putUnderLoad({ url, paths, headers = {}, connections, seconds }) {
  const times = [];
  let errors = 0;
  const run = autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 60,
    requests: paths.map((path) => ({ method: 'GET', path, headers })),
  });
  run.on('response', (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status !== 200) errors += 1;
  });
  const result = await run;
  return {
    throughput: times.length / result.duration,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    errors: errors + result.errors + result.timeouts,
  };
}
