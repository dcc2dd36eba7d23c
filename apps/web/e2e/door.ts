import {
  expect,
  type APIRequestContext,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { zone } from './days.js';
import { logins, password } from './readers.js';

/** A cohort whose only session goes on now, with everybody who should come. */
export interface Morning {
  readonly cohortId: string;
  readonly sessionId: string;
  readonly title: string;
  /** Local date of the session. */
  readonly date: string;
  /** In the order of the list. */
  readonly people: readonly { readonly enrolmentId: string; readonly name: string }[];
}

const minute = 60_000;

/** Local date and time at the venue, so many minutes from now, as forms send it. */
function localTime(offset: number): string {
  const at = new Date(Date.now() + offset * minute);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');
}

async function say<Answer>(
  api: APIRequestContext,
  method: 'get' | 'post' | 'put',
  path: string,
  data?: object,
): Promise<Answer> {
  const answer = await api[method](`/api/v1/${path}`, { data });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? null : await answer.json()) as Answer;
}

/** Signs the context in as the organiser, without its pages. */
export async function signIn(context: BrowserContext): Promise<APIRequestContext> {
  await say(context.request, 'post', 'auth/login', { login: logins.organiser, password });
  return context.request;
}

/** Plans a session that began twenty minutes ago, opens the cohort and takes in so many people. */
export async function aMorning(api: APIRequestContext, run: string, size: number): Promise<Morning> {
  const [startsAt, endsAt] = [localTime(-20), localTime(180)];
  const cohort = await aCohort(api, run, startsAt.slice(0, 10), endsAt.slice(0, 10), size);
  const title = `Keamanan sehari-hari ${run}`;
  const { id: sessionId } = await say<{ id: string }>(api, 'post', `cohorts/${cohort.id}/sessions`, {
    phaseId: cohort.phases[0]?.id,
    title,
    startsAt,
    endsAt,
    zone,
    venue: `Ballroom ${run}`,
    lessonHours: 24,
    mandatory: true,
    facilitatorIds: [],
  });
  await say(api, 'post', `cohorts/${cohort.id}/state`, { state: 'enrolling' });
  const { rows } = await say<{ rows: { personId: string }[] }>(
    api,
    'get',
    `cohorts/${cohort.id}/candidates?size=${size}`,
  );
  await say(api, 'post', `cohorts/${cohort.id}/participants`, {
    personIds: rows.map(({ personId }) => personId),
  });
  const sheet = await say<{ rows: Morning['people'] }>(api, 'get', `sessions/${sessionId}/sheet`);
  expect(sheet.rows).toHaveLength(size);
  return { cohortId: cohort.id, sessionId, title, date: startsAt.slice(0, 10), people: sheet.rows };
}

interface CohortView {
  readonly id: string;
  readonly version: number;
  readonly phases: readonly { readonly id: string }[];
}

async function aCohort(
  api: APIRequestContext,
  run: string,
  startsOn: string,
  endsOn: string,
  capacity: number,
): Promise<CohortView> {
  const { grants } = await say<{ grants: { scope: { agencyId: string } }[] }>(api, 'get', 'auth/me');
  const found = await say<{ rows: { id: string; name: string }[] }>(
    api,
    'get',
    'programmes?q=Keamanan%20Informasi&size=50',
  );
  const programmeId = found.rows.find(({ name }) => name === 'Keamanan Informasi')?.id ?? '';
  const programme = await say<{ curricula: { id: string; state: string }[] }>(
    api,
    'get',
    `programmes/${programmeId}`,
  );
  const { id } = await say<{ id: string }>(api, 'post', 'cohorts', {
    agencyId: grants[0]?.scope.agencyId,
    curriculumId: programme.curricula.find(({ state }) => state === 'published')?.id,
    code: `KIOS-${run}`,
    name: `Kios Uji ${run}`,
    ordinal: 1,
    mode: 'onsite',
    startsOn,
    endsOn,
    zone,
    capacity,
  });
  const { version } = await say<CohortView>(api, 'get', `cohorts/${id}`);
  const signatories = [{ name: 'Wira Samudra', position: 'Kepala BPSDM' }];
  await say(api, 'put', `cohorts/${id}/signatories`, { version, signatories });
  return say<CohortView>(api, 'get', `cohorts/${id}`);
}

/** Prepares the browser for the morning, and waits until the app itself is stored. */
export async function prepare(page: Page, name: string, { title, date }: Morning): Promise<void> {
  await page.goto('/kios');
  await expect(page.getByRole('heading', { name: 'Perangkat belum disiapkan untuk sesi ini' })).toBeVisible();
  await page.getByRole('button', { name: 'Siapkan perangkat ini' }).click();
  await page.getByLabel('Nama perangkat').fill(name);
  await page.getByLabel('Hari', { exact: true }).fill(date);
  await expect(page.getByRole('checkbox', { name: title })).toBeChecked();
  for (const other of await page
    .getByRole('group', { name: 'Sesi yang dibawa' })
    .getByRole('checkbox')
    .all()) {
    const isOurs = (await other.locator('..').textContent())?.includes(title) ?? false;
    if (!isOurs) await other.uncheck();
  }
  await page.getByRole('button', { name: 'Siapkan', exact: true }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('Siap dipakai tanpa jaringan')).toBeVisible();
}

/** The line of a person, by place in the list: namesakes are told apart by it. */
export const lineOf = (page: Page, place: number): Locator =>
  page.getByRole('list', { name: 'Daftar peserta' }).getByRole('button').nth(place);

/** Taps the names at these places. */
export async function tap(page: Page, places: readonly number[]): Promise<void> {
  for (const place of places) await lineOf(page, place).tap();
}

/** Goes down the list from a place by the arrow key, and ticks each name with Enter. */
export async function tickDown(page: Page, from: number, count: number): Promise<void> {
  await lineOf(page, from).focus();
  for (let n = 0; n < count; n += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
}

/** Finds a name by typing, and takes it with Enter. */
export async function find(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `${name} dicatat hadir` })).toBeVisible();
}

export { say };
