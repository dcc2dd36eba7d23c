import type { Locator, Page } from '@playwright/test';
import { confirm, dialog } from './page-parts.js';
import { desk, expect, phone, test } from './readers.js';

interface OwnCohort {
  readonly id: string;
  readonly name: string;
}

/** A planned cohort in a far Monday's week with two sessions on Tuesday morning, made by the organiser who is signed in. */
async function aCohort(page: Page): Promise<OwnCohort> {
  const { account, agencyId } = await whoAmI(page);
  const mark = `${account.slice(0, 2)}${Date.now().toString(36)}`.toUpperCase();
  const name = `Uji kalender ${mark}`;
  const programmes = await page.request.get('/api/v1/programmes?size=100');
  const { rows } = (await programmes.json()) as {
    rows: readonly { id: string; publishedNumber: number | null }[];
  };
  const published = rows.find(({ publishedNumber }) => publishedNumber !== null);
  const programme = await page.request.get(`/api/v1/programmes/${published?.id ?? ''}`);
  const { curricula } = (await programme.json()) as { curricula: readonly { id: string; state: string }[] };
  const curriculumId = curricula.find(({ state }) => state === 'published')?.id;
  const made = await page.request.post('/api/v1/cohorts', {
    data: {
      agencyId,
      curriculumId,
      code: `KAL-${mark}`,
      name,
      ordinal: 1,
      mode: 'onsite',
      startsOn: '2027-08-16',
      endsOn: '2027-08-20',
      zone: 'Asia/Makassar',
      capacity: 10,
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id, phases } = (await made.json()) as { id: string; phases: readonly { id: string }[] };
  for (const [title, from, to] of [
    ['Visi', '08:00', '10:00'],
    ['Data', '10:15', '12:00'],
  ] as const) {
    const added = await page.request.post(`/api/v1/cohorts/${id}/sessions`, {
      data: {
        phaseId: phases[0]?.id,
        title,
        startsAt: `2027-08-18T${from}`,
        endsAt: `2027-08-18T${to}`,
        zone: 'Asia/Makassar',
        lessonHours: 2,
        mandatory: true,
        facilitatorIds: [],
      },
    });
    expect(added.status(), await added.text()).toBe(201);
  }
  return { id, name };
}

async function whoAmI(page: Page): Promise<{ account: string; agencyId: string }> {
  const me = (await (await page.request.get('/api/v1/auth/me')).json()) as {
    account: { displayName: string };
    grants: readonly { role: string; scope: { kind: string; agencyId: string | null } }[];
  };
  const grant = me.grants.find(({ role, scope }) => role === 'organiser' && scope.kind === 'agency');
  return { account: me.account.displayName, agencyId: grant?.scope.agencyId ?? '' };
}

const block = (page: Page, title: string): Locator =>
  page.locator('j-week-board').getByRole('button', { name: new RegExp(`^${title} `) });

test('a session is moved by keys alone, previewed, applied and undone', async ({ as }) => {
  const page = await as('organiser', desk);
  const cohort = await aCohort(page);
  await page.goto(`/angkatan/${cohort.id}/kalender`);
  await expect(block(page, 'Visi')).toContainText('08.00–10.00 WITA');
  await expect(page.getByText('Proklamasi Kemerdekaan').first()).toBeVisible();

  await block(page, 'Visi').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(block(page, 'Visi')).toBeFocused();
  await expect(block(page, 'Visi')).toContainText('08.30–10.30 WITA');
  await expect(block(page, 'Visi')).toContainText('Belum disimpan');
  await page.keyboard.press('Escape');
  await expect(block(page, 'Visi')).toContainText('08.00–10.00 WITA');

  await block(page, 'Visi').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(block(page, 'Visi')).toBeFocused();
  await page.keyboard.press('Enter');
  const preview = dialog(page, 'Pratinjau perubahan jadwal');
  await expect(preview.getByText('Rab 18 Agu, 08.00–10.00 WITA')).toBeVisible();
  await expect(preview.getByText('Sel 17 Agu, 08.00–10.00 WITA')).toBeVisible();
  await expect(preview.getByText('Bentrok baru (1)')).toBeVisible();
  await expect(preview.getByText('Sesi “Visi” jatuh pada Proklamasi Kemerdekaan')).toBeVisible();
  await preview.getByRole('button', { name: 'Terapkan 1 perubahan' }).click();
  await expect(preview).toBeHidden();

  await expect(block(page, 'Visi')).toContainText('Hari libur');
  await expect(page.getByText('1 sesi dipindah oleh', { exact: false })).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Urungkan' }).first().click();
  await expect(page.getByText('1 sesi dikembalikan', { exact: false })).toBeVisible();
  await expect(block(page, 'Visi')).not.toContainText('Hari libur');
  await page.reload();
  await expect(block(page, 'Visi')).toContainText('08.00–10.00 WITA');
});

test('a session is dragged into another one, and the clash is told before anything is saved', async ({
  as,
}) => {
  const page = await as('organiser', desk);
  const cohort = await aCohort(page);
  await page.goto(`/angkatan/${cohort.id}/kalender`);
  const from = await block(page, 'Data').boundingBox();
  if (!from) throw new Error('the session is drawn');
  const [x, y] = [from.x + 20, from.y + 20];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // An hour is 48 pixels high.
  await page.mouse.move(x, y - 24, { steps: 4 });
  await page.mouse.move(x, y - 48, { steps: 4 });
  await page.mouse.up();
  await expect(block(page, 'Data')).toContainText('09.15–11.00 WITA');
  await page.getByRole('button', { name: 'Pratinjau' }).click();
  const preview = dialog(page, 'Pratinjau perubahan jadwal');
  await expect(preview.getByText('Peserta', { exact: false }).first()).toBeVisible();
  await expect(preview.getByText('bersamaan dengan', { exact: false })).toBeVisible();
  await preview.getByRole('button', { name: 'Batal' }).click();
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await expect(block(page, 'Data')).toContainText('10.15–12.00 WITA');
});

test('on a phone everything after a session is shifted by a day', async ({ as }) => {
  const page = await as('organiser', phone);
  const cohort = await aCohort(page);
  await page.goto(`/angkatan/${cohort.id}/kalender`);
  await page.getByRole('button', { name: 'Pindahkan Visi' }).tap();
  const form = dialog(page, 'Pindahkan Visi');
  await form.getByLabel('Hari', { exact: true }).fill('2027-08-19');
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Pratinjau' }).tap();
  const preview = dialog(page, 'Pratinjau perubahan jadwal');
  await preview.getByRole('button', { name: 'Terapkan 2 perubahan' }).tap();
  await expect(page.getByRole('heading', { name: 'Kamis, 19 Agustus 2027' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Rabu, 18 Agustus 2027' })).toBeHidden();
});

test('one subscribes to one’s own calendar and takes it back', async ({ as, request }) => {
  const page = await as('participant', phone);
  await page.goto('/jadwal');
  await page.getByRole('button', { name: 'Berlangganan kalender' }).tap();
  const address = page.getByLabel('Alamat kalender');
  await expect(address).toHaveValue(/\/calendar\/[\w-]{43}\.ics$/);
  const { pathname } = new URL(await address.inputValue());
  const feed = await request.get(pathname);
  expect(feed.headers()['content-type']).toContain('text/calendar');
  const text = await feed.text();
  expect(text).toContain('BEGIN:VEVENT');
  expect(text).toContain('TZID:Asia/Makassar');
  await page.getByRole('button', { name: 'Cabut' }).tap();
  await confirm(page, 'Cabut langganan kalender?', 'Cabut');
  await expect(page.getByRole('button', { name: 'Berlangganan kalender' })).toBeVisible();
  expect((await request.get(pathname)).status()).toBe(404);
});
