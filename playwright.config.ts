import { defineConfig } from '@playwright/test';

/** The system's Chromium, told to ask nothing of the network and to run without a sandbox (as root, in CI). */
const launchOptions = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Browser tests run against a program that tools/e2e.mjs has started; its address comes in BASE_URL. */
export default defineConfig({
  testDir: 'apps/web/e2e',
  testMatch: '*.e2e.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Long enough for a machine that does other work too: what is waited for either comes or does not.
  timeout: 180_000,
  expect: { timeout: 25_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://127.0.0.1:3000',
    actionTimeout: 30_000,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    // Only the test of the kiosk wants the service worker; others would see it take over half-way.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions,
  },
  projects: [
    { name: 'desktop', testIgnore: 'roles.e2e.ts', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      testMatch: 'roles.e2e.ts',
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
});
