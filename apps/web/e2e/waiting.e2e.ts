import { cast, others, type Person } from './cast.js';
import { dialog } from './page-parts.js';
import { queueUp, type Queue } from './queueing.js';
import { desk, expect, phone, test } from './readers.js';

test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36).toUpperCase();
const [seated] = others as readonly [Person];
const next = cast.participant;
/** Filled by the first test. */
let cohort: Queue;

test('the organiser sees who waits, in order', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto('/');
  cohort = await queueUp(page, run, [seated, next]);
  await page.goto(`/angkatan/${cohort.id}/daftar-tunggu`);
  await expect(page.getByText('Daftar tunggu (1)')).toBeVisible();
  const rows = page.getByRole('list').getByRole('listitem');
  await expect(rows.filter({ hasText: next.name })).toContainText('Cadangan ke-1 dari');
  await expect(rows.filter({ hasText: next.name })).toContainText('Tidak ada kursi yang dapat diambil');
  await expect(page.getByText('Belum ada kursi yang ditawarkan.')).toBeVisible();
});

test('somebody leaves, and the next is promoted with a reason anybody can read', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto(`/angkatan/${cohort.id}/peserta`);
  const row = page.getByRole('row').filter({ hasText: seated.name });
  await row.getByRole('button', { name: `Tindakan untuk ${seated.name}` }).click();
  await page.getByRole('menuitem', { name: 'Ganti peserta…' }).click();
  const leaving = dialog(page, `${seated.name} mundur`);
  await leaving.getByText('Tanpa pengganti').click();
  await expect(leaving.getByText('Kursinya langsung ditawarkan')).toBeVisible();
  await leaving.getByRole('button', { name: 'Keluarkan' }).click();
  await expect(leaving.getByRole('alert')).toBeVisible();
  await leaving.getByLabel('Sebab').selectOption('Sakit');
  await leaving.getByRole('button', { name: 'Keluarkan' }).click();
  await expect(leaving).toBeHidden();

  await page.goto(`/angkatan/${cohort.id}/daftar-tunggu`);
  await expect(page.getByText('Ditawari, menjawab sebelum')).toBeVisible();
  await expect(page.getByText('Daftar tunggu (0)')).toBeVisible();
  const line = page.getByRole('listitem').filter({ hasText: 'Menunggu jawaban' });
  await expect(line).toContainText(next.name);
  await expect(line).toContainText('Tidak ada orang lain yang menunggu kursi ini.');
});

test('the next in line accepts on the phone, with the time left in sight', async ({ as }) => {
  const page = await as('participant', phone);
  await page.goto('/tawaran');
  const offer = page.getByRole('group', { name: cohort.name });
  await expect(offer.getByRole('timer')).toContainText(/Sisa (1 hari 0 jam|23 jam 5\d menit)/);
  await offer.getByRole('button', { name: 'Terima kursi' }).tap();
  await expect(offer.getByText('Kursi Anda sudah pasti.')).toBeVisible();
  await expect(offer.getByRole('button', { name: 'Terima kursi' })).toBeHidden();

  const organiser = await as('organiser', desk);
  await organiser.goto(`/angkatan/${cohort.id}/daftar-tunggu`);
  await expect(organiser.getByRole('listitem').filter({ hasText: 'Diterima' })).toContainText(next.name);
});

test('the organiser makes papers, looks at them and loads them', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto(`/angkatan/${cohort.id}/naskah`);
  await expect(page.getByText('Belum ada naskah')).toBeVisible();
  for (const [kind, name] of [
    ['participant_list', 'Daftar peserta'],
    ['participant_card', 'Kartu peserta'],
  ] as const) {
    await page.getByRole('button', { name: 'Buat naskah' }).first().click();
    const making = dialog(page, 'Buat naskah');
    await making.getByLabel('Jenis naskah').selectOption(kind);
    await making.getByRole('button', { name: 'Buat', exact: true }).click();
    await expect(making).toBeHidden();
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  }
  const paper = page.getByRole('listitem').filter({ hasText: 'Daftar peserta' });
  await expect(paper).toContainText(/\d{3}\/DP\//);
  await expect(paper).toContainText('1 orang');
  const link = await paper.getByRole('link', { name: 'Unduh Daftar peserta' }).getAttribute('href');
  const file = await page.request.get(String(link));
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
});
