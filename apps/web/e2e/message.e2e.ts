import { confirm, openTab } from './page-parts.js';
import { desk, expect, phone, test } from './readers.js';

test.describe.configure({ mode: 'serial' });

/** One run, one message: a second run on the same data meets no namesake. */
const run = Date.now().toString(36).toUpperCase();
const subject = `Ruang berpindah ${run}`;
const running = /^GTA Manajemen Risiko SPBE Kota Samarinda/;

test('a facilitator writes to the class, is stopped where a word is missing, and sends', async ({ as }) => {
  const page = await as('facilitator', desk);
  await page.goto('/angkatan');
  await page.getByRole('link', { name: running }).first().click();
  await openTab(page, 'Pesan');
  await page.getByLabel('Judul').fill(subject);
  await page
    .getByRole('textbox', { name: 'Isi' })
    .fill('Yth. {name}, kelas {class} pindah ke Ruang Mahakam.');
  await expect(page.getByText('Belum dapat dikirim: nilai kosong untuk')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Kirim ke/ })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Isi' }).fill('Yth. , kita pindah ke Ruang Mahakam.');
  await page
    .getByRole('textbox', { name: 'Isi' })
    .evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
  await page.getByRole('button', { name: '{name}' }).click();
  await expect(page.getByRole('textbox', { name: 'Isi' })).toHaveValue(
    'Yth. {name}, kita pindah ke Ruang Mahakam.',
  );
  await expect(page.getByText(/^Yth\. .+, kita pindah ke Ruang Mahakam\.$/)).toBeVisible();
  await page.getByRole('button', { name: /^Kirim ke \d+ orang$/ }).click();
  await confirm(page, /^Kirim pesan kepada \d+ orang\?$/, 'Kirim sekarang');
  await expect(page.getByRole('listitem').filter({ hasText: subject })).toContainText('penerima');
});

test('a participant sees the bell, reads on the phone and is done', async ({ as }) => {
  const page = await as('participant', phone);
  await page.goto('/');
  await page.getByRole('link', { name: /^Pesan, \d+ belum dibaca$/ }).click();
  const row = page.getByRole('listitem').filter({ hasText: subject });
  await expect(row).toContainText('kita pindah ke Ruang Mahakam');
  await expect(row.getByRole('button', { name: /^Tandai sudah dibaca/ })).toBeVisible();
  await page.getByRole('button', { name: 'Tandai semua sudah dibaca' }).click();
  await expect(row.getByRole('button', { name: /^Tandai sudah dibaca/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Pesan', exact: true })).toBeVisible();
});

test('an organiser follows the deliveries, and writes a text of the agency with a look in both languages', async ({
  as,
}) => {
  const page = await as('organiser', desk);
  await page.goto('/angkatan');
  await page.getByRole('link', { name: running }).first().click();
  await openTab(page, 'Pesan', 'Catatan pengiriman');
  await page.getByLabel('Jalur').selectOption('inbox');
  await page.getByLabel('Status').selectOption('opened');
  await page.getByRole('button', { name: subject }).first().click();
  const opened = page.getByRole('dialog', { name: subject });
  await expect(opened.getByText('Dibuka')).toBeVisible();
  await opened.getByRole('button', { name: 'Tutup' }).click();

  await page.goto('/templat-pesan');
  await page.getByRole('link', { name: 'Sesi dibatalkan' }).click();
  await page.waitForURL('**/templat-pesan/session-cancelled*');
  await page.reload();
  const body = page.getByRole('textbox', { name: 'Isi' });
  await expect(body).toHaveValue(/^Yth\. Bapak\/Ibu \{name\}/);
  await body.fill(`Salam {name}, sesi {tiada} batal. ${run}`);
  await expect(page.getByText('Kata pengganti tidak dikenal: tiada')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan versi baru' }).click();
  await expect(page.getByText('Kata pengganti ini tidak dikenal untuk peristiwa ini: tiada.')).toBeVisible();
  await body.fill(`Salam {name}, sesi {session} batal. ${run}`);
  await expect(page.getByText(`Salam Arga Embun, S.T., sesi Arsitektur SPBE batal. ${run}`)).toBeVisible();
  await expect(page.getByText(/^Dear Arga Embun/)).toBeVisible();
  await page.getByRole('button', { name: 'Simpan versi baru' }).click();
  await expect(page.getByText('Versi instansi')).toBeVisible();
  await page.getByRole('button', { name: 'Kembali ke bawaan' }).click();
  await confirm(page, 'Kembali ke naskah bawaan?', 'Kembali ke bawaan');
  await expect(body).toHaveValue(/^Yth\. Bapak\/Ibu \{name\}/);
});
