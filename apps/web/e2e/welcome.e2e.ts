import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { desk, expect, phone, test } from './readers.js';

test.describe.configure({ mode: 'serial' });

interface Nominee {
  readonly personId: string;
  readonly cohortId: string;
  readonly firstName: string;
  readonly nip: string;
  readonly birthDate: string;
}

/** A participant of the demonstration who has no account yet. */
const withoutAccount = `
  select p.id as "personId", e.cohort_id as "cohortId", split_part(p.full_name, ' ', 1) as "firstName", m.nip,
    coalesce(p.birth_date::text, substr(m.nip, 1, 4) || '-' || substr(m.nip, 5, 2) || '-' || substr(m.nip, 7, 2)) as "birthDate"
  from enrolment e join cohort c on c.id = e.cohort_id and c.state = 'running' join person p on p.id = e.person_id
  join employment m on m.person_id = p.id and m.valid_to is null and m.nip is not null
  where e.state = 'accepted' and not exists (select from account a where a.person_id = p.id) order by random() limit 1`;

/** The link as the mail to a nominee brings it: its token is in no table, so the test makes one of its own. */
async function aLink(): Promise<Nominee & { readonly token: string }> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  try {
    const [nominee] = (await client.query<Nominee>(withoutAccount)).rows;
    if (!nominee) throw new Error('everybody has an account');
    const token = randomBytes(32).toString('base64url');
    await client.query(
      `insert into welcome_link (person_id, cohort_id, token_hash, created_at, expires_at) values ($1, $2, $3, now(), now() + interval '14 days')`,
      [nominee.personId, nominee.cohortId, createHash('sha256').update(token).digest()],
    );
    return { ...nominee, token };
  } finally {
    await client.end();
  }
}

test('a nominee opens the link on the phone, is corrected twice and stands at home after two screens', async ({
  as,
}) => {
  const { token, firstName, nip, birthDate } = await aLink();
  const page = await as(null, phone);
  await page.goto(`/mulai/${token}`);
  await expect(page.getByRole('heading', { name: `Selamat datang, ${firstName}` })).toBeVisible();
  await page.getByLabel('NIP').fill(nip.slice(0, 17));
  await page.getByLabel('Tanggal lahir').fill('1990-01-31');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByText('NIP harus 18 angka (Anda mengisi 17).')).toHaveCount(2);
  await page.getByLabel('NIP').fill(nip.replace(/^(.{8})(.{6})/, '$1 $2 '));
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill('kerikil di telaga');
  await page.getByRole('button', { name: 'Simpan dan masuk' }).click();

  await expect(page.getByText('Sisa 4 percobaan')).toBeVisible();
  await expect(page.getByLabel('Tanggal lahir')).toHaveValue('1990-01-31');
  await page.getByLabel('Tanggal lahir').fill(birthDate);
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByRole('textbox', { name: 'Kata sandi' })).toHaveValue('kerikil di telaga');
  await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const other = await as(null, phone);
  await other.goto(`/mulai/${token}`);
  await expect(
    other.getByText(/^Tautan ini sudah dipakai pada .+ WIT?A?B?\. Masuk dengan akun Anda/),
  ).toBeVisible();
  await other.getByRole('link', { name: 'Ke halaman masuk' }).click();
  await other.waitForURL('**/masuk');
});

test('a stranger with a link that nobody made is told so', async ({ as }) => {
  const page = await as(null, desk);
  await page.goto(`/mulai/${'x'.repeat(43)}`);
  await expect(
    page.getByText('Tautan ini tidak dikenal. Periksa apakah alamatnya tersalin utuh.'),
  ).toBeVisible();
});
