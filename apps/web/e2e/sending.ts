import { expect, type APIRequestContext, type Page } from '@playwright/test';
import type { Person } from './cast.js';
import { day } from './days.js';

/** A cohort that the head of Diskominfo may send two people to. */
export interface Offered {
  readonly id: string;
  readonly name: string;
}

interface Found {
  readonly rows: readonly { readonly id: string; readonly code: string }[];
}

async function answered<T>(asked: ReturnType<APIRequestContext['get']>): Promise<T> {
  const answer = await asked;
  expect(answer.ok(), `${answer.url()}: ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

/** Copies the cohort of the demonstration that is open, gives Diskominfo so many seats, and opens it. */
export async function offerSeats(page: Page, run: string, seats: number): Promise<Offered> {
  const { request } = page;
  const found = await answered<Found>(request.get('/api/v1/cohorts?q=GTA%20Keamanan%20Informasi&size=50'));
  const model = found.rows.find(({ code }) => code.startsWith('GTA-SMD-'));
  const name = `Usulan Uji ${run}`;
  const { id } = await answered<{ id: string }>(
    request.post(`/api/v1/cohorts/${String(model?.id)}/clone`, {
      data: { startsOn: day(60), code: `USUL-${run}`, name, ordinal: 9 },
    }),
  );
  const { version } = await answered<{ version: number }>(request.get(`/api/v1/cohorts/${id}/admission`));
  const admission = {
    version,
    route: 'none',
    steps: [],
    eligibility: {},
    opensOn: day(-1),
    closesOn: day(10),
  };
  const saved = await answered<{ version: number }>(
    request.put(`/api/v1/cohorts/${id}/admission`, {
      data: { passingScore: 70, offerHours: 24, ...admission },
    }),
  );
  const cells = [{ unitId: await unitOf(request, 'Dinas Komunikasi dan Informatika'), band: null, seats }];
  await answered(request.put(`/api/v1/cohorts/${id}/quota`, { data: { version: saved.version, cells } }));
  await answered(request.post(`/api/v1/cohorts/${id}/state`, { data: { state: 'enrolling' } }));
  return { id, name };
}

async function unitOf(request: APIRequestContext, name: string): Promise<string> {
  const agencies = await answered<Found>(request.get('/api/v1/agencies?size=50'));
  const units = await answered<readonly { readonly id: string; readonly name: string }[]>(
    request.get(`/api/v1/agencies/${String(agencies.rows[0]?.id)}/units`),
  );
  return units.find((unit) => unit.name === name)?.id ?? '';
}

/** Notes annual leave during the cohort; one that an earlier run noted is taken away before. */
export async function sendOnLeave({ request }: Page, { nip }: Person): Promise<void> {
  const { rows } = await answered<Found>(request.get(`/api/v1/people?q=${nip}`));
  const leave = `/api/v1/people/${String(rows[0]?.id)}/leave`;
  for (const { id } of await answered<readonly { readonly id: string }[]>(request.get(leave)))
    await answered(request.delete(`${leave}/${id}`));
  await answered(request.post(leave, { data: { kind: 'annual', startsOn: day(59), endsOn: day(61) } }));
}

/** Opens the list of people for a cohort from the page of nominations. */
export async function choosePeople(page: Page, { name }: Offered): Promise<void> {
  await page.goto('/usulan');
  await page.getByRole('link', { name: `Pilih pegawai ${name}` }).tap();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Finds somebody by the NIP and taps their card. */
export async function tapPerson(page: Page, { name, nip }: Person): Promise<void> {
  await page.getByRole('searchbox', { name: 'Cari nama atau NIP' }).fill(nip);
  const box = page.getByRole('checkbox', { name: new RegExp(name) });
  await expect(page.getByRole('checkbox')).toHaveCount(1);
  await box.tap();
  await expect(box).toBeChecked();
}
