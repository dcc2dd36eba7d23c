// What a first visit costs a phone: bytes over the wire in a real browser with an empty cache, of the sign-in page and of
// a participant's home. `n` of a figure is the number of requests whose bytes it sums.
import { chromium } from '@playwright/test';
import { ensureBuilt, ensureInstalled } from '../prepare.mjs';
import { makeFigure } from './figures.mjs';
import { signIn } from './load.mjs';
import { startProgram } from './program.mjs';
import { logins, worldDirectory } from './world.mjs';

const QUIET_MS = 1_000;
const BROWSER = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
};

/** `n` is the size of the world behind the pages. */
export async function* run({ n = 1000 } = {}) {
  await ensureInstalled({ out: process.stderr });
  await ensureBuilt({ out: process.stderr });
  const program = await startProgram(await worldDirectory(n), { env: { DEMO: '0' } });
  const browser = await chromium.launch(BROWSER);
  try {
    yield* figuresOf('web', await firstVisit(browser, `${program.url}/masuk`));
    const cookie = await signIn(program.url, logins.participant);
    yield* figuresOf('web-home', await firstVisit(browser, `${program.url}/`, cookie));
  } finally {
    await browser.close();
    await program.stop();
  }
}

function* figuresOf(bench, answers) {
  const scripts = answers.filter(({ kind }) => kind === 'Script');
  yield makeFigure(`${bench}-js`, 'bytes', scripts.length, 'B', sum(scripts));
  yield makeFigure(bench, 'bytes', answers.length, 'B', sum(answers));
}

const sum = (answers) => answers.reduce((total, { bytes }) => total + bytes, 0);

/** Every answer until the page has been quiet for a moment: what it is, and its bytes with headers, as compressed. */
async function firstVisit(browser, url, cookie) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'id-ID' });
  if (cookie) {
    const [name, value] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
  }
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const answers = new Map();
  wire.on('Network.responseReceived', ({ requestId, type, response }) =>
    answers.set(requestId, { kind: type, url: response.url, status: response.status, bytes: 0 }),
  );
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (answers.has(requestId)) answers.get(requestId).bytes = encodedDataLength;
  });
  await wire.send('Network.enable');
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(QUIET_MS);
  await requireShown(page, url);
  await context.close();
  return [...answers.values()];
}

/** A page that broke would be small. */
async function requireShown(page, url) {
  if (!(await page.locator('main, form').first().isVisible())) throw new Error(`nothing is shown at ${url}`);
}
