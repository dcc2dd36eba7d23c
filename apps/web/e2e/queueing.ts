import { expect, type APIRequestContext, type Page } from '@playwright/test';
import type { Person } from './cast.js';
import { day } from './days.js';

/** A cohort of one seat. */
export interface Queue {
  readonly id: string;
  readonly name: string;
}

interface Rows {
  readonly rows: readonly { readonly id: string; readonly code: string }[];
}

async function answered<T>(asked: ReturnType<APIRequestContext['get']>): Promise<T> {
  const answer = await asked;
  expect(answer.ok(), `${answer.url()}: ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

/**
 * Copies the cohort of the demonstration that is open, leaves it one seat, gives that to the first and lets the rest
 * wait. Every run has days of its own: whoever took a seat in one would be passed over in the next.
 */
export async function queueUp({ request }: Page, run: string, people: readonly Person[]): Promise<Queue> {
  const found = await answered<Rows>(request.get('/api/v1/cohorts?q=GTA%20Keamanan%20Informasi&size=50'));
  const model = found.rows.find(({ code }) => code.startsWith('GTA-SMD-'));
  const name = `Antrean Uji ${run}`;
  const copy = { startsOn: day(200 + (parseInt(run, 36) % 900)), code: `ANTRE-${run}`, name, ordinal: 7 };
  const { id } = await answered<{ id: string }>(
    request.post(`/api/v1/cohorts/${String(model?.id)}/clone`, { data: copy }),
  );
  const { version } = await answered<{ version: number }>(request.get(`/api/v1/cohorts/${id}/admission`));
  const rules = { route: 'none', steps: [], eligibility: {}, passingScore: 70, offerHours: 24 };
  const saved = await answered<{ version: number }>(
    request.put(`/api/v1/cohorts/${id}/admission`, { data: { version, ...rules } }),
  );
  const cells = [{ unitId: null, band: null, seats: 1 }];
  await answered(request.put(`/api/v1/cohorts/${id}/quota`, { data: { version: saved.version, cells } }));
  await answered(request.post(`/api/v1/cohorts/${id}/state`, { data: { state: 'enrolling' } }));
  for (const { nip } of people) {
    const { rows } = await answered<Rows>(request.get(`/api/v1/people?q=${nip}`));
    const data = { personIds: [rows[0]?.id], whenFull: 'waitlist' };
    await answered(request.post(`/api/v1/cohorts/${id}/participants`, { data }));
  }
  return { id, name };
}
