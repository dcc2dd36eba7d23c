import { others, type Person } from './cast.js';
import { day } from './days.js';
import { confirm, dialog } from './page-parts.js';
import { desk, expect, phone, test } from './readers.js';
import { choosePeople, offerSeats, sendOnLeave, tapPerson, type Offered } from './sending.js';

test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36).toUpperCase();
const [first, onLeave, third, fourth] = others as readonly [Person, Person, Person, Person];
const pdf = Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
/** Filled by the first test. */
let cohort: Offered;

test('the organiser gives Diskominfo two seats, and notes a leave', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto('/');
  cohort = await offerSeats(page, run, 2);
  await sendOnLeave(page, onLeave);
});

test('the head nominates three people from the phone: one on leave, one over quota', async ({ as }) => {
  const page = await as('head', phone);
  await choosePeople(page, cohort);
  await expect(page.getByText('kursi masih tersedia')).toBeVisible();
  await tapPerson(page, first);
  await tapPerson(page, onLeave);
  await expect(page.getByText('Cuti tahunan')).toBeVisible();
  await tapPerson(page, third);
  await expect(page.getByText('1 di luar kuota, masuk cadangan')).toBeVisible();
  await expect(page.getByText(/^Tersimpan di perangkat ini/)).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Lanjut dengan 3 nama' }).tap();
  await page.getByLabel('Nomor surat').fill('800/77/DISKOMINFO');
  await page.getByLabel('Tanggal surat').fill(day(-1));
  await page
    .getByLabel('Pilih berkas atau foto surat', { exact: false })
    .setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(page.getByText('surat.pdf')).toBeVisible();
  await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).tap();

  const lines = page.getByRole('listitem');
  await expect(lines.filter({ hasText: first.name })).toContainText('Dalam kuota');
  await expect(lines.filter({ hasText: onLeave.name })).toContainText('Cuti tahunan');
  await expect(lines.filter({ hasText: third.name })).toContainText('Cadangan');
  await expect(page.getByText('800/77/DISKOMINFO')).toBeVisible();
  await page.getByRole('button', { name: 'Kirim 3 nama' }).tap();

  await expect(page.getByText('3 nama terkirim')).toBeVisible();
  await expect(lines.filter({ hasText: first.name })).toContainText('Diterima');
  await expect(lines.filter({ hasText: onLeave.name })).toContainText('Diterima');
  await expect(lines.filter({ hasText: third.name })).toContainText('Cadangan');

  await choosePeople(page, cohort);
  await expect(page.getByRole('button', { name: 'Pilih pegawai dahulu' })).toBeVisible();
});

test('a deputy acts in the name of the head, until the head takes it back', async ({ as }) => {
  const head = await as('head', phone);
  await head.goto('/delegasi');
  await head.getByRole('button', { name: 'Tunjuk wakil' }).tap();
  const naming = dialog(head, 'Tunjuk wakil');
  await naming.getByRole('searchbox', { name: 'Cari nama atau NIP' }).fill('Yudha');
  await naming.getByRole('radio', { name: /Yudha Lembayung/ }).check();
  await naming.getByLabel('Hari terakhir').fill(day(3));
  await naming.getByRole('button', { name: 'Tunjuk', exact: true }).tap();
  await expect(naming).toBeHidden();

  const deputy = await as('facilitator', phone);
  await choosePeople(deputy, cohort);
  await expect(deputy.getByText(/^Anda bertindak sebagai wakil, a\.n\. /)).toBeVisible();
  await tapPerson(deputy, fourth);
  await deputy.getByRole('button', { name: 'Lanjut dengan 1 nama' }).tap();
  await deputy.getByRole('button', { name: 'Lanjut: periksa jawaban' }).tap();
  await deputy.getByRole('button', { name: 'Kirim 1 nama' }).tap();
  await expect(deputy.getByText(/^Wakil Yudha Lembayung.* a\.n\. /)).toBeVisible();

  await head
    .getByRole('button', { name: /^Cabut ?: Yudha Lembayung/ })
    .first()
    .tap();
  await confirm(head, /^Cabut delegasi Yudha Lembayung/, 'Cabut');
  await expect(head.getByRole('listitem').filter({ hasText: 'Yudha' }).first()).toContainText('Dicabut');
  await expect(async () => {
    await deputy.goto('/usulan');
    await expect(deputy).toHaveURL(/\/delegasi$/, { timeout: 4_000 });
  }).toPass();
  await expect(deputy.getByText('Delegasi dicabut').first()).toBeVisible();
});
