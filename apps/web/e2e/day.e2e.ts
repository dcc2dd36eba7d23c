import { confirm, openTab } from './page-parts.js';
import { desk, expect, phone, test } from './readers.js';

test.describe.configure({ mode: 'serial' });

const running = /^GTA Manajemen Risiko SPBE Kota Samarinda/;
const reason = `Mendampingi kunjungan kerja ${Date.now().toString(36)}`;

/** A report as Zoom writes it, of one who is a participant, one nearly, and a guest. */
const report = [
  'Name (Original Name),User Email,Duration (Minutes),Guest',
  'Tamu Undangan,tamu@contoh.example,40,Yes',
  'Banyu Nipah,,500,No',
].join('\n');

test('a participant asks to be away on the phone, with the effect in sight', async ({ as }) => {
  const page = await as('participant', phone);
  await page.goto('/jadwal');
  await page.getByRole('link', { name: 'Ajukan izin' }).click();
  await page.getByRole('link', { name: 'Ajukan izin' }).click();
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Sesi yang tidak dapat dihadiri' })).toBeVisible();
  await page.getByRole('checkbox', { disabled: false }).last().check();
  await page.getByText('Dinas luar', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Alasan' }).fill(reason);
  await expect(page.getByText(/Bila disetujui, .* JP tidak dihitung sebagai alpa/)).toBeVisible();
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByText('Menunggu keputusan')).toBeVisible();
});

test('the organiser reads the effect and decides', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto('/angkatan');
  await page.getByRole('link', { name: running }).first().click();
  await openTab(page, 'Presensi', 'Izin');
  const asked = page.getByRole('listitem').filter({ hasText: reason });
  await expect(asked).toContainText('Bila disetujui');
  await asked.getByRole('button', { name: /^Setujui/ }).click();
  await confirm(page, /^Setujui izin /, 'Setujui');
  await expect(asked).toContainText('Disetujui');
});

test('the running day says what is missing, and a meeting report is checked before it counts', async ({
  as,
}) => {
  const page = await as('organiser', desk);
  await page.goto('/angkatan');
  await page.getByRole('link', { name: running }).first().click();
  await openTab(page, 'Ringkasan', 'Hari pelaksanaan');
  await expect(page.getByText(/ dari \d+ hadir$/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Lembar presensi' }).first().click();
  await page.getByRole('link', { name: 'Ambil dari laporan rapat' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'zoom.csv', mimeType: 'text/csv', buffer: Buffer.from(report) });
  await expect(page.getByRole('heading', { name: 'Laporan Zoom' })).toBeVisible();
  const lineOf = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  await expect(lineOf('Tamu Undangan').getByRole('combobox')).toHaveValue('');
  await expect(lineOf('Banyu Nipah')).toContainText('Nama cocok');
  await page.getByRole('button', { name: 'Ambil alih presensi' }).click();
  await expect(page.getByText(/ditandai, .* dipertahankan/)).toBeVisible();
});
