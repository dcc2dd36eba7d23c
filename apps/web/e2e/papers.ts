import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './cast.js';
import { dialog, factsOf, fieldOf } from './page-parts.js';

/** A certificate as its page shows it. */
export interface Paper {
  /** Address of its page. */
  readonly path: string;
  readonly code: string;
  readonly facts: readonly string[];
}

/** Issues all that may be issued with impatient clicks, and reloads at once: it is asked once, and goes on. */
export async function issueAll(page: Page, count: number): Promise<void> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/certificates')) asked.push(request.url());
  });
  const action = `Terbitkan ${String(count)} sertifikat`;
  await page.getByRole('button', { name: action }).dblclick();
  const question = page.getByRole('alertdialog', { name: `${action}?` });
  await expect(question).toHaveCount(1);
  await question.getByRole('button', { name: action }).dblclick();
  const progress = page.getByRole('heading', { name: /^Penerbitan (berjalan|terakhir)$/ });
  await expect(progress).toBeVisible();
  await page.reload();
  await expect(progress).toBeVisible();
  await expect(page.getByText(`${String(count)} sertifikat terbit`)).toBeVisible({ timeout: 30_000 });
  expect(asked).toHaveLength(1);
}

/** Opens somebody's certificate from the tab of the cohort. */
export async function open(page: Page, { name }: Person): Promise<Paper> {
  const row = page.getByRole('row').filter({ hasText: name });
  return openBy(page, row.getByRole('link', { name: /^Lihat/ }), name);
}

/** Opens the certificate at the top of the list that is shown. */
export async function openFirst(page: Page): Promise<Paper> {
  const link = page.getByRole('link', { name: /^Lihat/ }).first();
  const name = ((await link.textContent()) ?? '').replace(/^\s*Lihat\s*:/, '').trim();
  return openBy(page, link, name);
}

async function openBy(page: Page, link: Locator, name: string): Promise<Paper> {
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const front = await factsOf(fieldOf(page, 'Isi sertifikat'));
  const transcript = await factsOf(fieldOf(page, 'Transkrip'));
  const code = (front.find((fact) => fact.startsWith('Kode verifikasi: ')) ?? '').split(': ')[1] ?? '';
  return { path: new URL(page.url()).pathname, code, facts: [...front, ...transcript] };
}

/** The participant's own copy is the same paper, and a PDF. */
export async function openOwn(page: Page, cohort: string, paper: Paper | undefined): Promise<void> {
  const card = page.locator('j-card').filter({ hasText: cohort });
  await expect(card.getByText(paper?.code ?? '-')).toBeVisible();
  const href = await card.getByRole('link', { name: 'Buka sertifikat (PDF)' }).getAttribute('href');
  const file = await page.request.get(href ?? '');
  expect(file.headers()['content-type']).toContain('application/pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

/** Reads the public page of a paper, which a stranger opens from its QR code in capitals and without script. */
export async function readPublic(page: Page, paper: Paper | undefined): Promise<readonly string[]> {
  const code = (paper?.code ?? '').replaceAll(/[^0-9A-Z]/g, '');
  await page.goto(`/C/${code}`);
  return factsOf(page.locator('dl.facts'));
}

/** Types the code as people do: small letters, with blanks. */
export async function typeCode(page: Page, paper: Paper | undefined): Promise<void> {
  await page.goto('/c');
  await page.getByLabel('Kode verifikasi').fill((paper?.code ?? '').toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Periksa' }).click();
}

/** Takes the paper out of force for everybody to read. */
export async function revoke(page: Page, paper: Paper | undefined, publicText: string): Promise<void> {
  await page.goto(paper?.path ?? '');
  await page.getByRole('button', { name: 'Cabut…' }).click();
  const form = dialog(page, 'Cabut sertifikat');
  await form.getByRole('button', { name: 'Cabut sertifikat' }).click();
  await expect(form.getByRole('alert')).toContainText('Alasan');
  await form.getByLabel('Alasan', { exact: true }).selectOption({ label: 'Diterbitkan karena kekeliruan' });
  await form.getByLabel('Penjelasan untuk umum').fill(publicText);
  await expect(form.getByText(publicText).last()).toBeVisible();
  await form.getByRole('button', { name: 'Cabut sertifikat' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('Dicabut', { exact: true }).first()).toBeVisible();
}
