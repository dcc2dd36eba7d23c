import { expect, type Page } from '@playwright/test';
import { confirm, dialog } from './page-parts.js';

/** What the organiser has in mind. Dates are local dates of the venue. */
export interface Planned {
  readonly programme: string;
  readonly name: string;
  readonly code: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
}

/** From the list of programmes to a copy of a national one, under a name of its own. */
export async function adopt(page: Page, national: string, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Cari program menurut nama atau kode' }).fill(national);
  const row = page.getByRole('row').filter({ hasText: 'Program nasional' });
  await row.getByRole('link', { name: national, exact: true }).click();
  await page.getByRole('button', { name: 'Salin untuk instansi' }).click();
  await confirm(page, 'Salin program ini untuk instansi Anda?', 'Salin untuk instansi');
  await page.getByRole('link', { name: 'Ubah', exact: true }).click();
  await page.getByLabel('Nama program').fill(name);
  await page.getByLabel('Kode').fill(name.split(' ').at(-1) ?? '');
  await page.getByRole('button', { name: 'Simpan program' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Reading is offered to everybody, but does not decide about graduation in this copy. */
export async function dropModulesCriterion(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Versi 1/ }).click();
  await page.getByRole('link', { name: 'Syarat kelulusan' }).click();
  const sentence = page.getByRole('listitem').filter({ hasText: 'Materi wajib' });
  await expect(sentence).toHaveCount(1);
  await page.getByLabel('Semua materi wajib harus selesai').uncheck();
  await expect(sentence).toHaveCount(0);
  await page.getByRole('button', { name: 'Simpan syarat' }).click();
  await expect(page.getByText('Perubahan tersimpan')).toBeVisible();
}

export async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Terbitkan versi' }).click();
  await confirm(page, 'Terbitkan versi 1?', 'Terbitkan versi');
  await expect(page.getByText('Versi ini sudah terbit, jadi isinya tetap.', { exact: false })).toBeVisible();
}

/** Four steps: which programme, when and where, name and seats, and all answers before anything is saved. */
export async function createCohort(page: Page, planned: Planned): Promise<void> {
  const next = page.getByRole('button', { name: 'Lanjut' });
  await page.getByRole('radio', { name: planned.programme }).check();
  await next.click();
  await page.getByLabel('Mulai', { exact: true }).fill(planned.endsOn);
  await page.getByLabel('Selesai', { exact: true }).fill(planned.startsOn);
  await next.click();
  await expect(page.getByRole('alert')).toContainText('Tanggal selesai sebelum tanggal mulai.');
  await page.getByLabel('Mulai', { exact: true }).fill(planned.startsOn);
  await page.getByLabel('Selesai', { exact: true }).fill(planned.endsOn);
  await page.getByLabel('Tempat').fill('Aula BKPSDM');
  await page.getByLabel('Kota').fill('Samarinda');
  await next.click();
  await page.getByLabel('Nama', { exact: true }).fill(planned.name);
  await page.getByLabel('Kode', { exact: true }).fill(planned.code);
  await page.getByLabel('Kursi', { exact: true }).fill(String(planned.capacity));
  await next.click();
  await expect(page.getByText(planned.code)).toBeVisible();
  await page.getByRole('button', { name: 'Buat angkatan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: planned.name })).toBeVisible();
}

export interface PlannedSession {
  /** Title of the module. */
  readonly title: string;
  readonly lessonHours: number;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly facilitator: string;
}

/** A session by the dialog of the schedule; the module brings its title and JP. */
export async function addSession(page: Page, session: PlannedSession): Promise<void> {
  await page.getByRole('button', { name: 'Tambah sesi' }).click();
  const form = dialog(page, 'Sesi baru');
  await form
    .getByLabel('Mata pelatihan')
    .selectOption({ label: `${session.title} (${String(session.lessonHours)} JP)` });
  await form.getByLabel('Mulai', { exact: true }).fill(`${session.date}T${session.from}`);
  await form.getByLabel('Selesai', { exact: true }).fill(`${session.date}T${session.to}`);
  await form.getByRole('searchbox', { name: 'Cari nama atau NIP fasilitator' }).fill(session.facilitator);
  const found = form
    .getByRole('listitem')
    .filter({ has: page.getByText(session.facilitator, { exact: true }) });
  await found.getByRole('button', { name: 'Tambah' }).click();
  await expect(form.getByRole('button', { name: `Hapus ${session.facilitator}` })).toBeVisible();
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form).toBeHidden();
}

export async function nameSignatory(page: Page, name: string, position: string): Promise<void> {
  await page.getByRole('button', { name: 'Ubah Penanda tangan sertifikat' }).click();
  const form = dialog(page, 'Penanda tangan sertifikat');
  await form.getByLabel('Nama').fill(name);
  await form.getByLabel('Jabatan').fill(position);
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form).toBeHidden();
}

export async function namePartner(page: Page, role: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Ubah Penyelenggara dan mitra' }).click();
  const form = dialog(page, 'Penyelenggara dan mitra');
  await form.getByRole('button', { name: 'Tambah mitra' }).click();
  await form.getByLabel('Peran').last().selectOption({ label: role });
  await form.getByLabel('Nama').last().fill(name);
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form).toBeHidden();
}
