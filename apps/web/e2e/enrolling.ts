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
}

/** Takes people in by a file as Indonesian spreadsheets write it: semicolons, and one NIP that lost a digit. */
export async function importFile(page: Page, people: readonly Person[]): Promise<void> {
  const damaged = '19860912200503100;Bayu Kehilangan Angka';
  const lines = ['NIP;Nama', ...people.map(({ name, nip }) => `${nip};${name}`), damaged];
  await page.getByRole('link', { name: 'Impor', exact: true }).click();
  await page.getByLabel('Tarik berkas XLSX atau CSV ke sini', { exact: false }).setInputFiles({
    name: 'peserta.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n'), 'utf8'),
  });
  await expect(page.getByRole('combobox', { name: 'Isi kolom NIP' }).locator('option:checked')).toHaveText(
    'NIP',
  );
  await page.getByRole('button', { name: 'Lanjut ke pratinjau' }).click();
  await page.getByRole('button', { name: 'Ditolak 1' }).click();
  const rejected = page.getByRole('row').filter({ hasText: 'Bayu Kehilangan Angka' });
  await expect(rejected).toContainText('18');
  await page.getByRole('button', { name: `Impor ${String(people.length)} baris` }).click();
  await expect(page.getByRole('heading', { name: `${String(people.length)} baris diimpor` })).toBeVisible();
  await page.getByRole('link', { name: 'Lihat peserta' }).click();
}

/** Everybody has a seat. */
export async function seeAccepted(page: Page, people: readonly Person[]): Promise<void> {
  for (const { name } of people) {
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Diterima');
  }
}
