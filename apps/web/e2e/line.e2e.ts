import { cast, everybody, facilitator, others } from './cast.js';
import { day } from './days.js';
import * as enrol from './enrolling.js';
import * as merit from './merit.js';
import * as outcome from './outcome.js';
import { confirm, openTab } from './page-parts.js';
import * as papers from './papers.js';
import * as plan from './planning.js';
import * as reading from './reading.js';
import * as room from './room.js';
import { desk, expect, phone, test } from './readers.js';

test.describe.configure({ mode: 'serial' });

/** One run, one cohort: its names are its own, so that a second run on the same data meets no namesake. */
const run = Date.now().toString(36).toUpperCase();
const cohort: plan.Planned = {
  programme: `Keamanan Informasi ${run}`,
  name: `Keamanan Informasi Uji ${run}`,
  code: `UJI-${run}`,
  startsOn: day(-2),
  endsOn: day(),
  capacity: 20,
};
const sessions = [
  {
    title: 'Kerahasiaan, keutuhan, ketersediaan',
    lessonHours: 6,
    date: day(-2),
    from: '08:00',
    to: '12:30',
    facilitator,
  },
  { title: 'Kebiasaan aman', lessonHours: 6, date: day(-1), from: '08:00', to: '12:30', facilitator },
  { title: 'Menangani insiden', lessonHours: 12, date: day(), from: '07:30', to: '17:00', facilitator },
] as const satisfies readonly plan.PlannedSession[];
/** Filled as the line goes on. */
const made = { cohort: '', reasons: [] as readonly string[], papers: [] as papers.Paper[] };

test('the organiser copies a national programme, changes its criteria and publishes it', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Program' }).click();
  await plan.adopt(page, 'Keamanan Informasi', cohort.programme);
  await plan.dropModulesCriterion(page);
  await plan.publish(page);
});

test('the organiser plans a cohort that ends today, sees what is missing, and opens it', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto('/angkatan/baru');
  await plan.createCohort(page, cohort);
  made.cohort = new URL(page.url()).pathname;

  await openTab(page, 'Jadwal');
  const open = page.getByRole('button', { name: 'Buka pendaftaran' });
  await expect(page.getByText('Belum ada sesi', { exact: true })).toBeVisible();
  await expect(page.getByText('Belum ada penanda tangan sertifikat')).toBeVisible();
  await expect(open).toBeDisabled();
  for (const session of sessions.slice(0, 2)) await plan.addSession(page, session);
  await expect(page.getByText('Sesi wajib berjumlah 12 JP, kurikulum 24 JP')).toBeVisible();
  for (const session of sessions.slice(2)) await plan.addSession(page, session);
  await plan.nameSignatory(page, 'Lingga Telaga, S.H.', 'Kepala BKPSDM Kota Samarinda');
  await plan.namePartner(page, 'Mitra', 'Mitra Awan Nusantara');
  await expect(page.getByText('Jadwal lengkap.')).toBeVisible();
  await open.click();
  await confirm(page, 'Buka pendaftaran?', 'Buka pendaftaran');
  await expect(page.getByText(`Pendaftaran ${cohort.name} dibuka.`)).toBeVisible();
});

test('the organiser takes participants in and starts the cohort', async ({ as }) => {
  const page = await as('organiser', desk);
  await page.goto(`${made.cohort}/peserta`);
  const { participant, revoked, ...imported } = cast;
  await enrol.importFile(page, [...Object.values(imported), ...others]);
  await enrol.pick(page, [participant, revoked]);
  await enrol.seeAccepted(page, everybody);
  await page.goto(made.cohort);
  await page.getByRole('button', { name: 'Mulai angkatan' }).click();
  await confirm(page, 'Mulai angkatan?', 'Mulai angkatan');
  await expect(page.getByText('Berlangsung', { exact: true }).first()).toBeVisible();
});

test('the facilitator marks by keyboard, corrects a mark and closes the session', async ({ as }) => {
  const page = await as('facilitator', desk);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Angkatan' }).click();
  await page.getByRole('link', { name: cohort.name, exact: true }).click();
  await openTab(page, 'Presensi');
  await room.openSheet(page, sessions[0].title);
  await room.markByKeyboard(page, cast.absent, cast.revoked);
  await room.close(page);
});

test('the facilitator marks by touch on the phone, and corrects a closed session with a reason', async ({
  as,
}) => {
  const page = await as('facilitator', phone);
  for (const { title } of sessions.slice(1)) {
    await page.goto(`${made.cohort}/presensi`);
    await room.openSheet(page, title);
    await room.markByTouch(page, cast.participant, cast.absent);
    await room.close(page);
  }
  await room.correct(page, cast.revoked, 'Terlambat', 'Datang 08.10, tercatat di daftar hadir kertas');
});

test('the participant reads to the end and goes on where they left', async ({ as }) => {
  const page = await as('participant', phone);
  await page.goto('/belajar');
  await page.getByRole('link', { name: cohort.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: cohort.name })).toBeVisible();
  const left = await reading.leaveHalfway(page, cohort.name);
  await reading.goOn(page, left);
  await reading.readToTheEnd(page, 3);
});

test('the organiser enters scores, sees every reason and decides', async ({ as }) => {
  const page = await as('organiser', { ...desk, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${made.cohort}/penilaian`);
  await outcome.pasteScores(page, 'Tes akhir', () => '88');
  await outcome.pasteScores(page, 'Tugas akhir', (name) => (name.includes(cast.weak.name) ? '52,5' : '90'));
  await openTab(page, 'Kelulusan');
  made.reasons = await outcome.reasonsOf(page, cast.participant);
  expect(await outcome.reasonsOf(page, cast.absent)).toContain(
    'Kehadiran 0 dari 24 JP = 0%, batas 80%: Tidak terpenuhi',
  );
  await outcome.decideAll(page);
  await expect(outcome.rowOf(page, cast.absent)).toContainText('Tidak Lulus');
  await expect(outcome.rowOf(page, cast.weak)).toContainText('Tidak Lulus');
  await expect(outcome.rowOf(page, cast.participant)).not.toContainText('Tidak Lulus');
});

test('the organiser issues certificates, and the progress survives a reload', async ({ as }) => {
  const page = await as('organiser', desk);
  for (const person of [cast.participant, cast.revoked]) {
    await page.goto(`${made.cohort}/sertifikat`);
    if (person === cast.participant) await papers.issueAll(page, everybody.length - 2);
    made.papers.push(await papers.open(page, person));
  }
});

test('the participant reads the words that the organiser read, and opens the certificate', async ({ as }) => {
  const page = await as('participant', phone);
  await page.goto('/kelulusan');
  await page.getByLabel('Pelatihan').selectOption({ label: `${cohort.programme} · ${cohort.name}` });
  await expect(page.getByRole('heading', { level: 2, name: /^Lulus/ })).toBeVisible();
  expect(await outcome.ownReasons(page)).toEqual(made.reasons);
  await page.getByRole('link', { name: 'Lihat sertifikat' }).click();
  await papers.openOwn(page, cohort.name, made.papers[0]);
});

test('a stranger reads every fact of the paper without signing in and without script', async ({ as }) => {
  const page = await as(null, { ...phone, javaScriptEnabled: false });
  const facts = await papers.readPublic(page, made.papers[0]);
  await expect(page.getByRole('heading', { level: 1, name: 'Sertifikat ini berlaku' })).toBeVisible();
  const isNip = (fact: string): boolean => fact.startsWith('NIP');
  expect(facts.filter((fact) => !isNip(fact))).toEqual(made.papers[0]?.facts.filter((fact) => !isNip(fact)));
  expect(facts).toContain(`Nama: ${cast.participant.name}, S.Kom., M.Kom.`);
  await expect(page.locator('body')).not.toContainText(cast.participant.nip.slice(0, 8));
  await papers.typeCode(page, made.papers[0]);
  await expect(page.getByRole('heading', { level: 1, name: 'Sertifikat ini berlaku' })).toBeVisible();
});

test('the organiser revokes a certificate with a reason, and the stranger reads it', async ({ as }) => {
  const reason = 'Peserta tercatat dua kali pada pelatihan ini';
  await papers.revoke(await as('organiser', desk), made.papers[1], reason);
  const page = await as(null, { ...phone, javaScriptEnabled: false });
  await papers.readPublic(page, made.papers[1]);
  await expect(page.getByRole('heading', { level: 1, name: 'Sertifikat ini telah dicabut' })).toBeVisible();
  await expect(page.getByText(reason)).toBeVisible();
});

test('the HR analyst filters, sees the revoked one as such, and exports with a true manifest', async ({
  as,
}) => {
  const page = await as('analyst', desk);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Merit' }).click();
  await merit.filterBy(page, 'Dinas Komunikasi dan Informatika', cohort.programme);
  // All graduates but the participant, who works elsewhere.
  const count = everybody.length - 3;
  await expect(page.getByRole('heading', { name: `${String(count)} sertifikat` })).toBeVisible();
  await expect(outcome.rowOf(page, cast.revoked)).toContainText('Dicabut');
  const csv = (await merit.download(page, 'CSV', count)).toString('utf8');
  expect(csv.trim().split('\n')).toHaveLength(count + 1);
  expect(csv).toContain(cast.revoked.nip);
  expect((await merit.download(page, 'XLSX', count)).subarray(0, 2).toString()).toBe('PK');
});
