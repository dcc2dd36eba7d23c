import { others, type Person } from './cast.js';
import { confirm, dialog } from './page-parts.js';
import { desk, expect, phone, test } from './readers.js';
import { approverOf, nominate, openCohort, type Approver, type Selecting } from './selecting.js';

test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36).toUpperCase();
const [first, second, third] = others.slice(4) as unknown as readonly [Person, Person, Person];
/** Filled by the first test. */
let cohort: Selecting;
let approver: Approver;
let link: string;

test('the organiser makes a link for the agency that must approve', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto('/');
  cohort = await openCohort(page, run);
  const head = await as('head', desk);
  await head.goto('/');
  await nominate(head, cohort, [first, second, third]);
  const analyst = await as('analyst', desk);
  await analyst.goto('/');
  approver = await approverOf(analyst);

  await page.goto(`/angkatan/${cohort.id}/seleksi`);
  await expect(page.getByRole('row').filter({ hasText: first.name })).toContainText('Diusulkan');
  await page.getByRole('button', { name: 'Tautan persetujuan' }).click();
  const links = dialog(page, 'Tautan persetujuan instansi');
  await links.getByLabel('Pejabat yang menyetujui').selectOption(approver.accountId);
  await links.getByRole('button', { name: 'Buat tautan' }).click();
  link = new URL(await links.getByLabel('Alamat tautan').inputValue()).pathname;
  expect(link).toMatch(/^\/persetujuan\/[\w-]{43}$/);
  await links.getByRole('button', { name: 'Selesai' }).click();
});

test('the approver decides by one link on the phone, with the NIP and without signing in, once', async ({
  as,
}) => {
  const page = await as(null, phone);
  await page.goto(link);
  await expect(page.getByText('Tautan ini dibuat seseorang untuk disalin')).toBeVisible();
  await expect(page.getByText(first.name)).toHaveCount(0);
  await page.getByLabel('NIP Anda').fill(approver.nip);
  await page.getByRole('button', { name: 'Lanjutkan' }).tap();
  await expect(page.getByRole('heading', { level: 2, name: cohort.name })).toBeVisible();
  await expect(page.getByText('800/88/DISKOMINFO')).toBeVisible();
  await expect(page.getByText(first.nip)).toHaveCount(0);
  const card = page.getByRole('listitem').filter({ hasText: third.name });
  await card.getByRole('radio', { name: 'Tolak' }).tap();
  await card.getByLabel('Alasan penolakan').selectOption({ label: 'Tidak memenuhi persyaratan' });
  await page.getByRole('button', { name: 'Kirim keputusan 3 orang' }).tap();
  await expect(page.getByText('2 disetujui, 1 ditolak, 0 tidak berubah')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Tautan ini sudah dipakai pada \d/)).toBeVisible();

  const stranger = await as(null, phone);
  await stranger.goto(link);
  await expect(stranger.getByText(/Tautan ini sudah dipakai pada \d/)).toBeVisible();
  await expect(stranger.getByText(first.name)).toHaveCount(0);
});

test('the organiser accepts those approved in bulk, after seeing the effect', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto(`/angkatan/${cohort.id}/seleksi?state=approved`);
  await expect(page.getByRole('row').filter({ hasText: first.name })).toContainText('Disetujui');
  for (const { name } of [first, second])
    await page.getByRole('checkbox', { name: new RegExp(name) }).check();
  await page.getByRole('button', { name: 'Terima', exact: true }).click();
  const asked = page.getByRole('alertdialog', { name: 'Terima 2 orang?' });
  await expect(asked).toContainText('Kursi angkatan');
  await confirm(page, 'Terima 2 orang?', 'Terima');
  await expect(page.getByText('2 diputuskan, 0 tidak berubah.')).toBeVisible();
  await page.goto(`/angkatan/${cohort.id}/seleksi`);
  for (const { name } of [first, second])
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Diterima');
  await expect(page.getByRole('row').filter({ hasText: third.name })).toContainText('Ditolak');

  await page.getByRole('button', { name: 'Berita acara' }).click();
  const minutes = dialog(page, 'Berita acara seleksi');
  await minutes.getByLabel('Tempat').fill('Aula BKPSDM');
  await minutes.getByLabel('Nama anggota 1').fill('Kenanga Wening');
  await minutes.getByLabel('Nama anggota 2').fill('Surya Lembah');
  await minutes.getByRole('button', { name: 'Buat berita acara' }).click();
  await expect(minutes.getByText(/^Berita acara \d{3}\/BA-SELEKSI\//)).toBeVisible();
  const paper = await minutes.getByRole('link', { name: 'PDF' }).first().getAttribute('href');
  expect((await page.request.get(String(paper))).headers()['content-type']).toBe('application/pdf');
});
