import { expect, type Locator, type Page } from '@playwright/test';

/** A dialog that holds a form. */
export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** Answers the question that the program asks before something weighty; a reason where it wants one. */
export async function confirm(
  page: Page,
  heading: string | RegExp,
  action: string,
  reason?: string,
): Promise<void> {
  const asked = page.getByRole('alertdialog', { name: heading });
  if (reason !== undefined) await asked.getByRole('textbox').fill(reason);
  await asked.getByRole('button', { name: action }).click();
  await expect(asked).toBeHidden();
}

/** Opens a tab of the page by its word, and a part of it by its own. */
export async function openTab(page: Page, name: string, part?: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Bagian halaman' }).getByRole('link', { name }).click();
  if (part === undefined) return;
  await page
    .getByRole('navigation', { name: 'Bagian dari tab ini' })
    .getByRole('link', { name: part })
    .click();
}

/** The pairs of a list of facts, as they are read. */
export async function factsOf(list: Locator): Promise<readonly string[]> {
  const words = await list.evaluate((element) =>
    [...element.querySelectorAll('dt')].map((term) => [
      term.textContent.trim(),
      (term.nextElementSibling?.textContent ?? '').trim().replace(/\s+/g, ' '),
    ]),
  );
  return words.map((pair) => pair.join(': '));
}

/** The list of facts on the card with that heading. */
export const fieldOf = (page: Page, heading: string): Locator =>
  page
    .locator('j-card')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true }) })
    .locator('dl');
