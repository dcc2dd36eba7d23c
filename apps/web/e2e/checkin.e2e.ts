import type { Page } from '@playwright/test';
import { cast } from './cast.js';
import { planMorning, readSquare, type Morning } from './morning.js';
import { desk, expect, phone, test } from './readers.js';

test('a code on the projector marks the phone that scans it, once, and the board says so', async ({ as }) => {
  const [projector, handset] = [await as('organiser', desk), await as('participant', phone)];
  const morning = await planMorning(projector, handset);
  const name = cast.participant.name;

  await test.step('the organiser opens the check-in with one button', async () => {
    await projector.goto(`/angkatan/${morning.cohortId}/presensi/${morning.sessionId}`);
    await projector.getByRole('link', { name: 'Presensi mandiri' }).click();
    await projector.getByRole('button', { name: 'Buka presensi' }).click();
    await expect(projector.getByText('Dibuka', { exact: true }).first()).toBeVisible();
    await projector.goto(`/layar/${morning.sessionId}`);
    await expect(projector.getByText(`0 / ${String(morning.participants)}`)).toBeVisible();
    await expect(projector.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  });

  await test.step('the participant finds the button on the home page and types the digits', async () => {
    await handset.goto('/hadir');
    await handset
      .locator('j-card')
      .filter({ hasText: morning.title })
      .getByRole('link', { name: 'Isi presensi' })
      .tap();
    await expect(handset.getByText('Kamera tidak dapat dipakai', { exact: false })).toBeVisible();
    const digits = handset.getByLabel('Enam angka di layar', { exact: false });
    const shown = await digitsOn(projector);
    await digits.fill(shown === '000000' ? '000001' : '000000');
    await expect(handset.getByRole('alert')).toContainText('Kode tidak cocok');
    await digits.fill(await digitsOn(projector));
    await expect(handset.getByRole('heading', { name: /^Hadir tercatat \d\d\.\d\d WITA$/ })).toBeVisible();
  });

  await test.step('the projector counts, and misses the participant no more', async () => {
    await expect(projector.getByText(`1 / ${String(morning.participants)}`)).toBeVisible({ timeout: 3_000 });
    await expect(projector.getByRole('listitem').filter({ hasText: name })).toHaveCount(0);
  });

  await test.step('the square leads to the same check-in, and changes nothing', async () => {
    const address = await readSquare(projector);
    expect(address).toContain(`/hadir/${morning.sessionId}?k=`);
    await handset.goto(address);
    await expect(handset.getByRole('heading', { name: /^Hadir tercatat/ })).toBeVisible();
    await expect(handset.getByText('tidak ada yang berubah', { exact: false })).toBeVisible();
  });

  await test.step('the board of the organiser’s phone shows the mark', () =>
    seeOnBoard(projector, morning, name));
});

test('a projector that loses the server says so, and comes back', async ({ as }) => {
  const [projector, handset] = [await as('organiser', desk), await as('participant', phone)];
  const morning = await planMorning(projector, handset);
  await projector.request.post(`/api/v1/sessions/${morning.sessionId}/check-in/opening`, { data: {} });
  await projector.goto(`/layar/${morning.sessionId}`);
  await expect(projector.getByRole('img', { name: /^Kode QR presensi/ })).toBeVisible();
  await projector.route('**/check-in/opening/code', (route) => route.fulfill({ status: 404, body: '{}' }));
  await expect(projector.getByRole('alert')).toContainText('Menyambung kembali');
  await expect(projector.getByRole('alert')).toContainText('Kode ini tetap berlaku');
  await projector.unroute('**/check-in/opening/code');
  await expect(projector.getByRole('alert')).toHaveCount(0);
});

async function digitsOn(projector: Page): Promise<string> {
  const words = await projector.getByLabel(/^Kode enam angka/).textContent();
  return (words ?? '').replace(/\D/g, '');
}

async function seeOnBoard(
  page: Page,
  { cohortId, sessionId, participants }: Morning,
  name: string,
): Promise<void> {
  await page.goto(`/angkatan/${cohortId}/presensi/${sessionId}/papan`);
  await expect(page.getByText(`1 dari ${String(participants)} hadir`).first()).toBeVisible();
  await page
    .getByRole('button', { name: /Hadir$/ })
    .first()
    .click();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('Hadir');
}
