import { test as base, expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

/** Accounts of the demonstration by who they are. They share a password that everybody knows. */
export const logins = {
  admin: 'admin@contoh.example',
  organiser: 'penyelenggara@contoh.example',
  facilitator: 'fasilitator@contoh.example',
  participant: 'peserta@contoh.example',
  analyst: 'analis@contoh.example',
  head: 'kepala@contoh.example',
  jambi: 'jambi@contoh.example',
  bontang: 'bontang@contoh.example',
} as const;
export type Reader = keyof typeof logins;
export const password = 'jenjang-demo-2026';

/** What a reader holds in their hands. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};
export const desk: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  isMobile: false,
  hasTouch: false,
};

/** Answers of the server that a page is expected to handle, so the browser's note about them is no fault. */
const handled = /Failed to load resource: the server responded with a status of (401|403|404|409|410|422)/;

interface Readers {
  /** A page of somebody of the demonstration who has signed in, or of a stranger when null. */
  readonly as: (reader: Reader | null, options?: BrowserContextOptions) => Promise<Page>;
}

type Kept = Exclude<BrowserContextOptions['storageState'], string | undefined>;
const signedIn = new Map<Reader, Kept>();

/** Every page is watched: a request to another host, or an exception in the page, fails the test. */
export const test = base.extend<Readers>({
  as: async ({ browser, baseURL }, use) => {
    const faults: string[] = [];
    const open: Page[] = [];
    await use(async (reader, options = {}) => {
      const storageState = reader === null ? undefined : await stateOf(browser, reader);
      const page = await (await browser.newContext({ ...options, storageState })).newPage();
      watch(page, baseURL ?? '', faults);
      open.push(page);
      return page;
    });
    for (const page of open) await page.context().close();
    expect(faults, 'requests to other hosts and faults in pages').toEqual([]);
  },
});

/** Signs in as the form does, once for all tests of a process. */
async function stateOf(browser: Browser, reader: Reader): Promise<Kept> {
  const known = signedIn.get(reader);
  if (known) return known;
  const page = await (await browser.newContext(desk)).newPage();
  await page.goto('/masuk');
  await signIn(page, reader);
  const state = await page.context().storageState();
  await page.context().close();
  signedIn.set(reader, state);
  return state;
}

/** Fills the sign-in page that is open and waits for the home page. */
export async function signIn(page: Page, reader: Reader): Promise<void> {
  await page.getByLabel('NIP atau surel').fill(logins[reader]);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Selamat / })).toBeVisible();
}

function watch(page: Page, baseURL: string, faults: string[]): void {
  page.context().on('request', (request) => {
    const url = request.url();
    // The browser's own PDF viewer is made of chrome: pages; only the network counts.
    if (/^(https?|wss?):/.test(url) && !url.startsWith(`${baseURL}/`)) faults.push(`request to ${url}`);
  });
  page.context().on('weberror', (error) => faults.push(`exception: ${error.error().message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !handled.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
}

export { expect };
