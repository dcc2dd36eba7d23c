import { expect, type APIRequestContext, type Page } from '@playwright/test';
import type { Person } from './cast.js';
import { day } from './days.js';

/** A cohort that waits for the agency's approval. */
export interface Selecting {
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

/** A copy of the open cohort of the demonstration in which the agency approves before the organiser, open for nominations. */
export async function openCohort({ request }: Page, run: string): Promise<Selecting> {
  const found = await answered<Rows>(request.get('/api/v1/cohorts?q=GTA%20Keamanan%20Informasi&size=50'));
  const model = found.rows.find(({ code }) => code.startsWith('GTA-SMD-'));
  const name = `Seleksi Uji ${run}`;
  const copy = { startsOn: day(90), code: `SELEKSI-${run}`, name, ordinal: 8 };
  const url = `/api/v1/cohorts/${String(model?.id)}/clone`;
  const { id } = await answered<{ id: string }>(request.post(url, { data: copy }));
  const { version } = await answered<{ version: number }>(request.get(`/api/v1/cohorts/${id}/admission`));
  const admission = {
    version,
    route: 'two_steps',
    steps: [],
    eligibility: {},
    passingScore: 70,
    offerHours: 24,
  };
  const dates = { opensOn: day(-1), closesOn: day(10) };
  await answered(request.put(`/api/v1/cohorts/${id}/admission`, { data: { ...admission, ...dates } }));
  await answered(request.post(`/api/v1/cohorts/${id}/state`, { data: { state: 'enrolling' } }));
  return { id, name };
}

/** The head sends these people with a letter. */
export async function nominate(
  { request }: Page,
  { id }: Selecting,
  people: readonly Person[],
): Promise<void> {
  const personIds: string[] = [];
  for (const { nip } of people) {
    const { rows } = await answered<Rows>(request.get(`/api/v1/people?q=${nip}`));
    personIds.push(String(rows[0]?.id));
  }
  const file = {
    name: 'surat.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
  };
  const letter = await answered<{ id: string }>(
    request.post('/api/v1/files?purpose=letter', { multipart: { file } }),
  );
  const data = { personIds, letterNumber: '800/88/DISKOMINFO', letterOn: day(-1), letterFileId: letter.id };
  await answered(request.post(`/api/v1/cohorts/${id}/nominations`, { data }));
}

/** Somebody who may approve, with the NIP that a link made by hand asks for. */
export interface Approver {
  readonly accountId: string;
  readonly nip: string;
}

/** Who reads the page, as their own record names them. */
export async function approverOf({ request }: Page): Promise<Approver> {
  const { account } = await answered<{
    readonly account: { readonly id: string; readonly personId: string | null };
  }>(request.get('/api/v1/auth/me'));
  const { employments } = await answered<{
    readonly employments: readonly { readonly nip: string | null; readonly validTo: string | null }[];
  }>(request.get(`/api/v1/people/${String(account.personId)}`));
  const held = employments.find(({ validTo }) => validTo === null);
  expect(held?.nip).toMatch(/^\d{18}$/);
  return { accountId: account.id, nip: String(held?.nip) };
}
