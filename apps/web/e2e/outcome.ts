import { expect, type Locator, type Page } from '@playwright/test';
import { everybody, type Person } from './cast.js';
import { confirm } from './page-parts.js';

/** Pastes one column of scores, as from a worksheet, into the grid of those taking part. */
export async function pasteScores(
  page: Page,
  component: string,
  scoreOf: (name: string) => string,
): Promise<void> {
  const cells = page.getByRole('textbox', { name: new RegExp(`^${component}, `) });
  await expect(cells).toHaveCount(everybody.length);
  const names = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));
  const column = names.map(scoreOf).join('\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), column);
  await cells.first().focus();
  await page.keyboard.press('Control+v');
  const save = page.getByRole('button', { name: `Simpan ${String(everybody.length)} nilai` });
  await save.click();
  await expect(save).toBeHidden();
  await expect(page.getByText(`${String(everybody.length)} nilai disimpan.`).first()).toBeVisible();
}

export const rowOf = (page: Page, { name }: Person): Locator =>
  page.getByRole('row').filter({ hasText: name });

/** The sentence and the state of each criterion, as the organiser reads them beside the list. */
export async function reasonsOf(page: Page, person: Person): Promise<readonly string[]> {
  const detail = page.locator('j-graduation-detail');
  const heading = detail.getByRole('heading', { level: 2, name: person.name });
  // A list that is just being loaded anew may swallow the first press.
  await expect(async () => {
    if (!(await heading.isVisible())) await rowOf(page, person).getByText(person.name).click();
    await expect(heading).toBeVisible({ timeout: 3_000 });
  }).toPass();
  const reasons = await detail
    .getByRole('listitem')
    .evaluateAll((lines) =>
      lines.map((line) =>
        [line.querySelector('b'), line.querySelector('.sub')]
          .map((part) => part?.textContent.trim())
          .join(': '),
      ),
    );
  await detail.getByRole('button', { name: 'Tutup rincian' }).click();
  return reasons;
}

/** The same as the participant reads it. */
export async function ownReasons(page: Page): Promise<readonly string[]> {
  const cards = page.locator('j-criterion-card');
  await expect(cards.first()).toBeVisible();
  return cards.evaluateAll((all) =>
    all.map((card) =>
      [
        card.querySelector('j-bar')?.getAttribute('aria-label'),
        card.querySelector('j-chip')?.textContent.trim(),
      ].join(': '),
    ),
  );
}

export async function decideAll(page: Page): Promise<void> {
  const count = String(everybody.length);
  await page.getByRole('button', { name: 'Putuskan semua yang siap' }).click();
  await confirm(page, `Putuskan kelulusan ${count} orang?`, `Putuskan ${count} orang`);
  await expect(page.getByText(`${count} keputusan disimpan, 0 tetap, 0 terhalang.`)).toBeVisible();
}
