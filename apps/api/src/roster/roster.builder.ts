import { Buffer } from 'node:buffer';
import type { RosterView } from '@jenjang/shared';
import type supertest from 'supertest';
import type { Caller, TestApi } from '../testing/index.js';

/** Rows as a CSV of Indonesian Excel. */
export function csvOf(headings: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [headings, ...rows].map((cells) => cells.join(';')).join('\r\n');
}

/** Sends a file to import. */
export function sendRoster(caller: Caller, fields: Readonly<Record<string, string>>, content: string | Buffer, name = 'pegawai.csv'): supertest.Test {
  const request = caller.post('/api/v1/imports');
  for (const [field, value] of Object.entries(fields)) void request.field(field, value);
  return request.attach('file', Buffer.isBuffer(content) ? content : Buffer.from(content), name);
}

/** Waits for the job that works on an import, and gives the import back. */
export async function settled(caller: Caller, id: string): Promise<RosterView> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await caller.get(`/api/v1/imports/${id}`).expect(200);
    if (body.jobId === null) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the job did not end');
}

/** Takes the guessed columns as they are, and previews. */
export async function previewed(caller: Caller, run: RosterView): Promise<RosterView> {
  const { body } = await caller.put(`/api/v1/imports/${run.id}/columns`, { version: run.version, columns: run.columns }).expect(200);
  return body.jobId === null ? body : settled(caller, run.id);
}

/** Outcome and problems of each row, in words short enough to compare. */
export async function outcomesOf(caller: Caller, id: string): Promise<string[]> {
  const { body } = await caller.get(`/api/v1/imports/${id}/rows?size=200`).expect(200);
  return body.rows.map(({ rowNumber, outcome, problems }: { rowNumber: number; outcome: string; problems: { field: string | null; code: string }[] }) =>
    [rowNumber, outcome, ...problems.map(({ field, code }) => `${field ?? 'row'}:${code}`)].join(' '));
}

/** Numbers of people, employments and units of an agency: nothing may be half-written. */
export async function tally(api: TestApi, agencyId: string): Promise<Record<string, number>> {
  const [row] = await api.db.read<Record<string, number>>(
    `select (select count(*) from person where agency_id = $1) as people, (select count(*) from employment where agency_id = $1) as employments, (select count(*) from unit where agency_id = $1) as units`, [agencyId]);
  return row!;
}
