import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { dialog, factsOf, fieldOf } from './page-parts.js';

/** Narrows the records to a unit with all below it and to a programme. */
export async function filterBy(page: Page, unit: string, programme: string): Promise<void> {
  await page.getByRole('button', { name: 'Saringan', exact: true }).click();
  const form = dialog(page, 'Saring data merit');
  await form.getByLabel('Unit').selectOption({ label: unit });
  await form.getByLabel('Program').selectOption({ label: programme });
  await form.getByRole('button', { name: 'Terapkan saringan' }).click();
  await expect(form).toBeHidden();
}

/** Exports what the filter keeps. The manifest's digest is that of the bytes that arrived. */
export async function download(page: Page, format: 'CSV' | 'XLSX', rows: number): Promise<Buffer> {
  await page.getByRole('radio', { name: format, exact: true }).check();
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: `Ekspor ${String(rows)} baris` }).click();
  const bytes = await readFile(await (await arriving).path());
  await expect(page.getByText('Berkas siap')).toBeVisible();
  const manifest = await factsOf(fieldOf(page, 'Ekspor'));
  expect(manifest).toContain(`Baris: ${String(rows)}`);
  expect(manifest).toContain(`SHA-256: ${createHash('sha256').update(bytes).digest('hex')}`);
  return bytes;
}
