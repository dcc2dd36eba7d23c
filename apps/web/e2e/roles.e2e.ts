import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { desk, expect, phone, type Reader, test } from './readers.js';

/** What everybody of a role must be able to open, besides every entry of their menu. */
interface Role {
  readonly reader: Reader;
  /** Pages that no menu entry leads to. */
  readonly more: readonly string[];
}

const roles: readonly Role[] = [
  { reader: 'participant', more: ['/profil'] },
  { reader: 'organiser', more: ['/angkatan/baru', '/program/baru', '/pegawai/impor'] },
  { reader: 'facilitator', more: [] },
  { reader: 'analyst', more: [] },
  { reader: 'head', more: [] },
  { reader: 'admin', more: ['/profil'] },
];

/** The narrowest phone that pages are made for. */
const narrow = { ...phone, viewport: { width: 360, height: 740 } };

/** Pages that an earlier role has had inspected in both languages; the home page is another one for each. */
const inspected = new Set<string>();

for (const { reader, more } of roles) {
  test(`every page of the ${reader} opens on a phone, fits, and can be read by everybody`, async ({ as }) => {
    // Some fifty pages of the organiser, each inspected in two languages.
    test.setTimeout(420_000);
    const page = await as(reader, narrow);
    await seeNextStep(page);
    const paths = [...(await menuOf(page)), ...more, ...(await cohortPages(page, reader))];
    const fresh = paths.filter((path) => !inspected.has(path));
    for (const path of paths)
      await test.step(`${path} id`, () => (fresh.includes(path) ? inspect : open)(page, path));
    await speak(page, 'en');
    for (const path of fresh) await test.step(`${path} en`, () => inspect(page, path));
    for (const path of fresh.filter((each) => each !== '/')) inspected.add(path);
  });
}

test('the language changes while one works, and stays', async ({ as }) => {
  const page = await as('jambi', desk);
  await page.goto('/angkatan');
  await choose(page, 'English');
  await expect(page.getByRole('heading', { level: 1, name: 'Cohorts' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Cohorts' })).toBeVisible();
  await choose(page, 'Bahasa Indonesia');
  await expect(page.getByRole('heading', { level: 1, name: 'Angkatan' })).toBeVisible();
});

test('key pages can be read in the dark', async ({ as }) => {
  for (const [reader, path] of [
    ['participant', '/kelulusan'],
    ['organiser', '/angkatan'],
    ['analyst', '/merit'],
  ] as const) {
    const page = await as(reader, narrow);
    await page.addInitScript(() => localStorage.setItem('jenjang.theme', 'dark'));
    await inspect(page, path);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  }
});

/** The home page says the one next thing to do, and where it is done. */
async function seeNextStep(page: Page): Promise<void> {
  await page.goto('/');
  const step = page.locator('main j-card').first();
  await expect(step.getByRole('heading').first()).toBeVisible();
  await expect(step.getByRole('link').first()).toBeVisible();
}

/** Addresses of the full menu. */
async function menuOf(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: /^Akun dan peran/ }).click();
  const entries = page.getByRole('navigation', { name: 'Semua menu' }).getByRole('link');
  await expect(entries.first()).toBeVisible();
  return entries.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** The tabs of the running cohort that this reader has, each with its parts. */
async function cohortPages(page: Page, reader: Reader): Promise<readonly string[]> {
  if (!['organiser', 'facilitator'].includes(reader)) return [];
  await page.goto('/angkatan?state=running');
  await page.getByRole('link', { name: /^GTA Manajemen Risiko SPBE/ }).click();
  const links = page.getByRole('navigation', { name: 'Bagian halaman' }).getByRole('link');
  await expect(links.nth(3)).toBeVisible();
  const pages: string[] = [];
  for (const link of await links.all()) {
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'true');
    pages.push(
      ...(await hrefsOf(link)),
      ...(await hrefsOf(page.getByRole('navigation', { name: 'Bagian dari tab ini' }).getByRole('link'))),
    );
  }
  return [...new Set(pages)];
}

const hrefsOf = (links: Locator): Promise<string[]> =>
  links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));

async function speak(page: Page, language: 'id' | 'en'): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('jenjang.locale', chosen), language);
}

async function choose(page: Page, language: string): Promise<void> {
  await page.locator('button.opener').click();
  await page.getByRole('radio', { name: language }).check();
}

/** Opens a page and looks for a fault, bare keys, a line too wide. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect.poll(() => page.evaluate(isSettled), { message: `${path} is still loading` }).toBe(true);
  expect.soft(await page.evaluate(faultsInSight), path).toEqual([]);
}

/** Opens a page and looks for barriers too. */
async function inspect(page: Page, path: string): Promise<void> {
  await open(page, path);
  // As tall as the page: the bar at the foot of a phone hides nothing then that one could not scroll to.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...narrow.viewport, height: Math.max(height, narrow.viewport.height) });
  // Every frame of ours is of this origin: the legacy mode sees them too, and needs no second page to do so.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const barriers = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target }) => `${id} at ${target.join(' ')}`),
  );
  expect.soft(barriers, path).toEqual([]);
  await page.setViewportSize(narrow.viewport);
}

/** Run in the page: whether everything has come that the page waits for. */
function isSettled(): boolean {
  const main = document.querySelector('main');
  const isWaiting = /(Memuat|Menghitung|Loading)[^.]*…/.test(main?.textContent ?? '');
  return main?.querySelector('h1') != null && !isWaiting && main.querySelector('[aria-busy="true"]') === null;
}

/** Run in the page. */
function faultsInSight(): string[] {
  const words = document.querySelector('main')?.innerText ?? '';
  const excess = document.documentElement.scrollWidth - window.innerWidth;
  return [
    ...(words.match(/[^\n]*(belum dapat di(muat|buka)|could not be (loaded|opened))[^\n]*/gi) ?? []),
    ...(words.match(/(?<![\w@.-])[a-z]+\.[a-zA-Z]+\.[a-zA-Z]+(?![\w.])/g) ?? []),
    ...(excess > 0 ? [`wider than the screen by ${String(excess)} px`] : []),
  ];
}
