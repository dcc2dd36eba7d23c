import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './cast.js';
import { confirm, dialog } from './page-parts.js';

const marksOf = (page: Page, { name }: Person): Locator =>
  page.getByRole('radiogroup', { name: `Kehadiran ${name}` });
const markOf = (page: Page, person: Person, mark: string): Locator =>
  marksOf(page, person).getByRole('radio', { name: mark, exact: true });
const isSaved = (page: Page): Promise<void> => expect(page.getByText(/^Tersimpan \d/)).toBeVisible();

/** Opens the sheet of a session from the list of sessions. */
export async function openSheet(page: Page, title: string): Promise<void> {
  const line = page.getByRole('listitem').filter({ hasText: title });
  await line.getByRole('link', { name: /^(Isi presensi|Buka lembar)/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Marks everybody with H and the absent with A, and sets right the mark of one who was taken for absent. */
export async function markByKeyboard(page: Page, absent: Person, mistaken: Person): Promise<void> {
  const lines = page.getByRole('list', { name: 'Peserta sesi' }).getByRole('listitem');
  const names = await lines.allTextContents();
  await lines.first().focus();
  for (const [index, words] of names.entries()) {
    await expect(lines.nth(index)).toBeFocused();
    const isMistaken = words.includes(mistaken.name);
    await page.keyboard.press(isMistaken || words.includes(absent.name) ? 'a' : 'h');
    if (!isMistaken) continue;
    await expect(lines.nth(index + 1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(lines.nth(index)).toBeFocused();
    await page.keyboard.press('h');
  }
  await isSaved(page);
  await page.reload();
  await expect(markOf(page, mistaken, 'Hadir')).toBeChecked();
  await expect(markOf(page, absent, 'Tidak hadir')).toBeChecked();
}

/** One by a tap, the absent by a tap, and all the others with one. */
export async function markByTouch(page: Page, first: Person, absent: Person): Promise<void> {
  await markOf(page, first, 'Hadir').tap();
  await markOf(page, absent, 'Tidak hadir').tap();
  await page.getByRole('button', { name: /^Tandai \d+ sisanya Hadir$/ }).tap();
  await isSaved(page);
  await expect(page.getByText('Semua peserta sudah ditandai')).toBeVisible();
}

export async function close(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tutup sesi' }).click();
  const asked = dialog(page, 'Tutup sesi ini?');
  await asked.getByRole('button', { name: 'Tutup sesi' }).click();
  await expect(asked).toBeHidden();
  await expect(page.getByText('Ditutup', { exact: true })).toBeVisible();
}

/** Changes a mark of a closed session, which takes a reason. */
export async function correct(page: Page, person: Person, mark: string, reason: string): Promise<void> {
  await markOf(page, person, mark).tap();
  await confirm(page, new RegExp(`^Koreksi kehadiran ${person.name}`), 'Simpan koreksi', reason);
  await isSaved(page);
  await expect(markOf(page, person, mark)).toBeChecked();
}
