import { expect, type Page } from '@playwright/test';

const place = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/**
 * Begins the first activity, reads down to the middle and goes back. (Reaching for the crumb would scroll up to it, and
 * that would be the place to go on from.) @returns where that was, in pixels.
 */
export async function leaveHalfway(page: Page, cohort: string): Promise<number> {
  await page.getByRole('link', { name: 'Mulai belajar' }).click();
  await expect(page.getByRole('button', { name: 'Selesai dan lanjut' })).toBeVisible();
  await page.evaluate(() =>
    window.scrollTo(0, (document.documentElement.scrollHeight - window.innerHeight) / 2),
  );
  const left = await place(page);
  const kept = page.waitForResponse(
    (response) =>
      response.request().method() === 'PUT' && (response.request().postData() ?? '').includes('scroll'),
  );
  await page.goBack();
  await kept;
  await expect(page.getByRole('heading', { level: 1, name: cohort })).toBeVisible();
  return left;
}

/** Opens the same activity again and is where one left, give or take a line. */
export async function goOn(page: Page, left: number): Promise<void> {
  await page.getByRole('link', { name: 'Mulai belajar' }).click();
  await expect.poll(async () => Math.abs((await place(page)) - left)).toBeLessThan(80);
}

/** Completes one activity after the other until none is left. */
export async function readToTheEnd(page: Page, activities: number): Promise<void> {
  for (let left = activities; left > 0; left -= 1) {
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    const done = page.getByRole('button', {
      name: left === 1 ? 'Selesai' : 'Selesai dan lanjut',
      exact: true,
    });
    await done.click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title ?? '');
  }
  await expect(
    page.getByText(`${String(activities)} dari ${String(activities)} materi selesai`).first(),
  ).toBeVisible();
}
