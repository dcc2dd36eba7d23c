import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { aMorning, find, lineOf, prepare, say, signIn, tap, tickDown, type Morning } from './door.js';
import { confirm } from './page-parts.js';
import { phone } from './readers.js';

const size = 112;

interface SheetRow {
  readonly enrolmentId: string;
  readonly current: { readonly mark: string; readonly source: string } | null;
}

/** A device with a browser of its own, in which the app may be stored. */
async function aDevice(browser: Browser): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'allow' });
  await signIn(context);
  return { context, page: await context.newPage() };
}

/** What the page says became of the words that were sent. */
const summary = (page: Page) => page.getByRole('region', { name: 'Sudah terkirim' });
const isCounted = (page: Page, label: string, count: number): Promise<void> =>
  expect(summary(page).locator('div').filter({ hasText: label })).toHaveText(`${label}${String(count)}`);

test('two devices take the attendance of 112 people without a network, and agree with the sheet afterwards', async ({
  browser,
}) => {
  const run = Date.now().toString(36).toUpperCase();
  const [left, right] = await Promise.all([aDevice(browser), aDevice(browser)]);
  const api = left.context.request;
  const morning = await aMorning(api, run, size);
  await Promise.all([
    prepare(left.page, `Meja kiri ${run}`, morning),
    prepare(right.page, `Meja kanan ${run}`, morning),
  ]);

  await Promise.all([left.context.setOffline(true), right.context.setOffline(true)]);
  // Meanwhile somebody of the committee hears that the first one is ill.
  const desk = await browser.newContext();
  await signIn(desk);
  const ill = morning.people[0];
  await say(desk.request, 'put', `sessions/${morning.sessionId}/marks`, {
    marks: [{ enrolmentId: ill?.enrolmentId, mark: 'sick', supersedes: null }],
  });

  // Both tables see five of the people.
  await Promise.all([takeLeft(left.page, morning), tap(right.page, places(55, size))]);
  const again = await closeAndReopen(left);
  await expect(
    again.getByText(/^Luring sejak \d\d\.\d\d\sWITA, 60 tanda tersimpan di perangkat ini$/),
  ).toBeVisible();
  await expect(right.page.getByText(/, 57 tanda tersimpan di perangkat ini$/)).toBeVisible();
  await expect(again.getByLabel('60 dari 112 tercatat di perangkat ini')).toBeVisible();

  await right.context.setOffline(false);
  await isCounted(right.page, 'Baru', 57);
  await left.context.setOffline(false);
  await isCounted(again, 'Baru', 54);
  await isCounted(again, 'Sama', 5);
  await isCounted(again, 'Bertentangan', 1);
  await expect(summary(again).getByText('Berbeda dari tanda yang diisi panitia.')).toBeVisible();

  await agrees(desk, morning);
  await settle(desk, morning, ill?.name ?? '');
});

const places = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, n) => from + n);

/** The first sixty: most by the keyboard, two by their names, and one that is taken back and ticked again. */
async function takeLeft(page: Page, { people }: Morning): Promise<void> {
  await tickDown(page, 0, 50);
  const left = people.slice(50, 60);
  const named = (name: string) => people.filter((other) => other.name.includes(name)).length;
  const typed = left.filter(({ name }) => named(name) === 1).slice(-2);
  expect(typed).toHaveLength(2);
  for (const { name } of typed) await find(page, name);
  await tap(
    page,
    left.flatMap((person, n) => (typed.includes(person) ? [] : [50 + n])),
  );
  await tap(page, [0]);
  await expect(lineOf(page, 0)).toHaveAttribute('aria-pressed', 'false');
  await tap(page, [0]);
}

async function closeAndReopen({
  context,
  page,
}: {
  readonly context: BrowserContext;
  readonly page: Page;
}): Promise<Page> {
  await page.close();
  const reopened = await context.newPage();
  await reopened.goto('/kios');
  return reopened;
}

/** Everybody is marked once, by a device or by hand, and every source is kept. */
async function agrees(context: BrowserContext, { sessionId }: Morning): Promise<void> {
  const { rows } = await say<{ rows: SheetRow[] }>(context.request, 'get', `sessions/${sessionId}/sheet`);
  const marks = rows.map(({ current }) => `${current?.mark ?? 'none'} ${current?.source ?? ''}`);
  expect(marks.filter((mark) => mark === 'present offline')).toHaveLength(size - 1);
  expect(marks.filter((mark) => mark === 'sick sheet')).toHaveLength(1);
  const sources = await say<{ id: string }[]>(context.request, 'get', `sessions/${sessionId}/device-marks`);
  expect(new Set(sources.map(({ id }) => id)).size).toBe(60 + 57);
}

/** The organiser reads what contradicts, and takes the word of the device. */
async function settle(
  context: BrowserContext,
  { cohortId, sessionId }: Morning,
  name: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`/angkatan/${cohortId}/kios`);
  const line = page.getByRole('listitem').filter({ hasText: name });
  await expect(line).toContainText('Sakit');
  await line.getByRole('button', { name: 'Pakai catatan kios' }).click();
  await confirm(page, /^Pakai catatan kios untuk /, 'Pakai catatan kios', 'Terlihat di meja kiri');
  await expect(page.getByText('Tidak ada yang menunggu keputusan.')).toBeVisible();
  const { rows } = await say<{ rows: SheetRow[] }>(context.request, 'get', `sessions/${sessionId}/sheet`);
  expect(rows.map(({ current }) => current?.mark)).toEqual(Array.from({ length: size }, () => 'present'));
}
