import { expect, type Page } from '@playwright/test';
import type { Person } from './cast.js';
import { dialog } from './page-parts.js';

/** Takes people in by search, one search for each. */
export async function pick(page: Page, people: readonly Person[]): Promise<void> {
  await page.getByRole('button', { name: 'Tambah peserta' }).first().click();
  const adding = dialog(page, 'Tambah peserta');
  for (const { name, nip } of people) {
    await adding.getByRole('searchbox', { name: 'Cari nama atau NIP' }).fill(nip);
    await adding.getByRole('checkbox', { name }).check();
  }
  await adding.getByRole('button', { name: `Terima ${String(people.length)} orang` }).click();
  await expect(adding).toBeHidden();
  for (const { name } of people)
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Diterima');
}
