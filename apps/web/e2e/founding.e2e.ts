import { expect, type Page } from '@playwright/test';
import { openTab } from './page-parts.js';
import * as papers from './papers.js';
import { desk, phone, type Reader, test } from './readers.js';

/** A founding cohort with the numbers of its article, as its pages must show them. */
interface Founding {
  readonly name: string;
  readonly reader: Reader;
  readonly seats: string;
  readonly dates: string;
  readonly classes: number;
  /** Buttons above the list of decisions. */
  readonly decided: readonly string[];
  readonly certificates: string;
}

const founding: readonly Founding[] = [
  {
    name: 'Digital Leadership Academy Kota Samarinda 2024',
    reader: 'organiser',
    seats: '51 dari 55 kursi',
    dates: '9 September – 1 Oktober 2024',
    classes: 0,
    decided: ['Lulus 49', 'Tidak Lulus 2'],
    certificates: '49 sertifikat terbit',
  },
  {
    name: 'Government Transformation Academy Kota Jambi 2022',
    reader: 'jambi',
    seats: '120 dari 120 kursi',
    dates: '1–5 Agustus 2022',
    classes: 4,
    decided: ['Lulus 116', 'Tidak Lulus 4'],
    // One of the 116 was revoked later.
    certificates: '115 sertifikat terbit',
  },
  {
    name: 'Bimbingan Teknis GCIO Kota Bontang 2023',
    reader: 'bontang',
    seats: '40 dari 40 kursi',
    dates: '25–27 Oktober 2023',
    classes: 0,
    decided: ['Telah Mengikuti 40'],
    certificates: '40 sertifikat terbit',
  },
];

for (const cohort of founding) {
  test(`${cohort.name} is complete, and a certificate of it verifies`, async ({ as }) => {
    const page = await as(cohort.reader, desk);
    await page.goto('/angkatan');
    await page.getByRole('link', { name: cohort.name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: cohort.name })).toBeVisible();
    await expect(page.getByText(cohort.dates).first()).toBeVisible();
    await expect(page.getByRole('img', { name: cohort.seats })).toBeVisible();
    await expect(page.getByText(cohort.certificates)).toBeVisible();
    await seeClasses(page, cohort.classes);
    await seeDecisions(page, cohort.decided);
    await openTab(page, 'Kelulusan', 'Sertifikat');
    await page.getByRole('button', { name: /^Sudah terbit \d+$/ }).click();
    const paper = await papers.openFirst(page);
    const stranger = await as(null, { ...phone, javaScriptEnabled: false });
    expect(await papers.readPublic(stranger, paper)).toContain(`Angkatan: ${cohort.name}`);
    await expect(stranger.getByRole('heading', { level: 1, name: 'Sertifikat ini berlaku' })).toBeVisible();
  });
}

async function seeClasses(page: Page, count: number): Promise<void> {
  await openTab(page, 'Jadwal');
  const classes = page
    .locator('j-card')
    .filter({ has: page.getByRole('heading', { name: 'Kelas', exact: true }) })
    .getByText('30 dari 30 kursi');
  await expect(page.getByRole('heading', { name: 'Kelas', exact: true })).toBeVisible();
  await expect(classes).toHaveCount(count);
}

async function seeDecisions(page: Page, decided: readonly string[]): Promise<void> {
  await openTab(page, 'Kelulusan');
  for (const name of decided) await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Belum diputuskan 0' })).toBeVisible();
}
