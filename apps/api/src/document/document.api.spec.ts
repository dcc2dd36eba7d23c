import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { readConfig } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { readCard } from './index.js';

let api: TestApi;
let ground: Ground;
let organiser: Caller;
let folder: string;
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
  folder = mkdtempSync(path.join(tmpdir(), 'jenjang-document-'));
});
afterEach(() => { api.standAt(null); });
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await api.close();
});

const run = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 27 });

/** A cohort with people in number, two classes and a session of each. */
async function aCommittee(people: number, where = ground): Promise<{ id: string; sessions: string[]; enrolments: string[]; classId: string }> {
  const { id, phaseId } = await aCohort(api.db, where, { capacity: Math.max(1, people), venue_city: 'Telaga' });
  const [first, second] = await api.db.execute<{ id: string }>(`insert into cohort_class (cohort_id, code, name, capacity) values ($1, 'A', 'Kelas A', 500), ($1, 'B', 'Kelas B', 500) returning id`, [id]);
  const enrolments = await api.db.execute<{ id: string }>(
    `insert into enrolment (cohort_id, person_id, state, class_id, employment_id) select $1, x.id, 'accepted', case when n % 2 = 1 then $3::uuid else $4::uuid end, (select m.id from employment m where m.person_id = x.id)
     from unnest($2::uuid[]) with ordinality x (id, n) returning id`, [id, people > 0 ? await somePeople(api.db, where, people, { name: 'Cendana' }) : [], first!.id, second!.id]);
  const sessions = await api.db.execute<{ id: string }>(
    `insert into session (cohort_id, phase_id, class_id, title, starts_at, ends_at, zone, lesson_hours, venue) values
       ($1, $2, null, 'Visi digital', '2026-09-07T00:00Z', '2026-09-07T04:30Z', 'Asia/Makassar', 6, 'Aula'), ($1, $2, $3, 'Tata kelola data', '2026-09-08T00:00Z', '2026-09-08T04:30Z', 'Asia/Makassar', 6, 'Aula') returning id`, [id, phaseId, first!.id]);
  const [teacher] = await somePeople(api.db, where, 1, { name: 'Kenanga' });
  await api.db.execute(`insert into session_facilitator (session_id, person_id) values ($1, $2)`, [sessions[0]!.id, teacher]);
  return { id, sessions: sessions.map((row) => row.id), enrolments: enrolments.map((row) => row.id), classId: first!.id };
}

const make = (id: string, body: object, caller = organiser) => caller.post(`/api/v1/cohorts/${id}/documents`, body);
async function pagesOf(id: string, caller = organiser): Promise<{ file: string; pages: string[] }> {
  const { body, headers } = await caller.get(`/api/v1/documents/${id}/pdf`).buffer(true).expect(200);
  expect(headers['content-type']).toBe('application/pdf');
  const file = path.join(folder, `${id}.pdf`);
  writeFileSync(file, body as Buffer);
  return { file, pages: run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1) };
}
const numbersOf = async (agencyId: string, kind: string): Promise<string[]> =>
  (await api.db.read<{ number: string }>(`select n.number from document_number n join document d on d.id = n.document_id where d.agency_id = $1 and d.kind = $2 order by n.sequence`, [agencyId, kind])).map(({ number }) => number);

describe('a paper', () => {
  it('is drawn from the facts of its day, numbered, listed and read back the same after they changed', async () => {
    api.standAt('2026-09-01T02:00:00Z');
    const cohort = await aCommittee(5);
    const { body } = await make(cohort.id, { kind: 'participant_list' }).expect(201);
    const [agency] = await api.db.read<{ code: string }>(`select code from agency where id = $1`, [ground.agencyId]);
    const number = `001/DP/${agency!.code}/IX/2026`;
    expect(body).toMatchObject({ allowedOperations: ['make', 'number'], signatory: { name: 'Seruni Pualam' }, rows: [{ kind: 'participant_list', number, lastNumber: null, issuedOn: '2026-09-01', people: 5, pages: 1, issuedBy: 'Penguji Cemara' }] });
    await api.db.execute(`update person set full_name = 'Nama Baru' where id = (select person_id from enrolment where id = $1)`, [cohort.enrolments[0]]);
    const { pages } = await pagesOf(body.rows[0].id);
    expect(pages).toHaveLength(1);
    for (const part of [number, 'Cendana 000001', 'Cendana 000005', 'Kepala Seksi', 'Dinas Kesehatan', 'Jumlah']) expect(pages[0]).toContain(part);
    expect(pages[0]).not.toContain('Nama Baru');
  });

  it('that is a letter rests on its grounds; for each it takes numbers in a row', async () => {
    api.standAt('2026-09-01T02:00:00Z');
    const other = await aGround(api.db);
    const caller = await api.as([{ role: 'organiser', scope: 'agency', agencyId: other.agencyId }]);
    const cohort = await aCommittee(112, other);
    const from = Date.now();
    const { body } = await make(cohort.id, { kind: 'participant_letter', form: 'each', grounds: ['Surat Wali Kota Nomor 5', ' '] }, caller).expect(201);
    expect(Date.now() - from).toBeLessThan(10_000);
    expect(body.rows[0]).toMatchObject({ people: 112, pages: 112, number: expect.stringMatching(/^001\/ST\//), lastNumber: expect.stringMatching(/^112\/ST\//) });
    const { pages } = await pagesOf(body.rows[0].id, caller);
    expect(pages).toHaveLength(112);
    expect(pages[111]).toContain('1. Surat Wali Kota Nomor 5');
    expect(pages[111]).not.toContain('2. ');
    await make(cohort.id, { kind: 'facilitator_letter' }, caller).expect(201);
    expect(await numbersOf(other.agencyId, 'facilitator_letter')).toEqual([expect.stringMatching(/^001\/ST-F\//)]);
    const made = (await make(cohort.id, { kind: 'participant_letter' }, caller).expect(201)).body.rows;
    const joint = made.find(({ kind, lastNumber }: { kind: string; lastNumber: string | null }) => kind === 'participant_letter' && lastNumber === null);
    expect(joint.number).toMatch(/^113\/ST\//);
    expect((await pagesOf(joint.id, caller)).pages[0]).toContain('112 orang');
  });

  it('to sign has those who are expected in each session', async () => {
    api.standAt('2026-09-01T02:00:00Z');
    const cohort = await aCommittee(6);
    const { body } = await make(cohort.id, { kind: 'attendance_sheet', sessionIds: cohort.sessions, orientation: 'landscape' }).expect(201);
    const { file, pages } = await pagesOf(body.rows[0].id);
    expect(run('pdfinfo', file)).toMatch(/841\.\d+ x 595/);
    const [plenary, own] = ['Visi digital', 'Tata kelola data'].map((title) => pages.filter((page) => page.includes(title)).join(''));
    expect(plenary!.match(/Cendana/g)).toHaveLength(6);
    expect(own!.match(/Cendana/g)).toHaveLength(3);
    expect(plenary).toContain('Senin, 7 September 2026, 08.00–12.30 WITA (6 JP)');
    expect(plenary).toContain('Kenanga 000001');
  });

  it('that is a card carries a code that only this installation makes', async () => {
    const cohort = await aCommittee(4);
    const { body } = await make(cohort.id, { kind: 'participant_card' }).expect(201);
    expect(body.rows[0]).toMatchObject({ number: null, pages: 1 });
    const { file } = await pagesOf(body.rows[0].id);
    run('pdftoppm', '-r', '110', '-png', '-singlefile', file, file);
    const codes = run('zbarimg', '-q', '--raw', `${file}.png`).trim().split('\n');
    expect(codes.map((code) => readCard(readConfig().secretKey, code)).sort()).toEqual([...cohort.enrolments].sort());
    const table = (await make(cohort.id, { kind: 'table_card', classId: cohort.classId }).expect(201)).body.rows[0];
    expect(table).toMatchObject({ people: 2, pages: 1, number: null });
  });

  it('is not made of nothing', async () => {
    const cohort = await aCommittee(0);
    const code = async (body: object, status = 400) => {
      const answer = await make(cohort.id, body).expect(status);
      return answer.body.errors ? answer.body.errors[0].code : answer.body.code;
    };
    expect(await code({ kind: 'participant_list' }, 409)).toBe('document.nobody');
    expect(await code({ kind: 'surat_cinta' })).toBe('field.isIn');
    expect(await code({ kind: 'attendance_sheet', sessionIds: [] })).toBe('document.noSession');
    expect(await code({ kind: 'attendance_sheet', sessionIds: ['00000000-0000-4000-8000-000000000000'] })).toBe('document.sessionUnknown');
    expect(await code({ kind: 'table_card', classId: '00000000-0000-4000-8000-000000000000' })).toBe('document.classUnknown');
    await api.db.execute(`update cohort set signatories = '[]' where id = $1`, [cohort.id]);
    expect(await code({ kind: 'facilitator_letter' }, 409)).toBe('document.noSignatory');
  });

  it('does not exist outside the agency, and facilitators read without making', async () => {
    const cohort = await aCommittee(1);
    const { body } = await make(cohort.id, { kind: 'participant_list' }).expect(201);
    const stranger = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aGround(api.db)).agencyId }]);
    await stranger.get(`/api/v1/documents/${body.rows[0].id}/pdf`).expect(404);
    await stranger.get(`/api/v1/cohorts/${cohort.id}/documents`).expect(404);
    await make(cohort.id, { kind: 'participant_list' }, stranger).expect(404);
    const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: ground.agencyId, cohortId: cohort.id }]);
    expect((await facilitator.get(`/api/v1/cohorts/${cohort.id}/documents`).expect(200)).body.allowedOperations).toEqual([]);
    await make(cohort.id, { kind: 'participant_list' }, facilitator).expect(403);
  });
});

describe('numbers', () => {
  it('have no gap when twenty papers are made at once and some fail', async () => {
    api.standAt('2026-09-01T02:00:00Z');
    const other = await aGround(api.db);
    const caller = await api.as([{ role: 'organiser', scope: 'agency', agencyId: other.agencyId }]);
    const [full, empty] = [await aCommittee(2, other), await aCommittee(0, other)];
    await Promise.all(Array.from({ length: 20 }, (_, at) => make((at % 4 === 3 ? empty : full).id, { kind: 'participant_list' }, caller)));
    const numbers = await numbersOf(other.agencyId, 'participant_list');
    expect(numbers.map((number) => number.slice(0, 3))).toEqual(Array.from({ length: 15 }, (_, at) => String(at + 1).padStart(3, '0')));
    await expect(api.db.execute(
      `insert into document_number (document_id, agency_id, scope, sequence, number) select document_id, agency_id, scope, 99, 'LOMPAT/99' from document_number where agency_id = $1 limit 1`, [other.agencyId])).rejects.toThrow(/document_number_no_gap|without gaps/);
    await expect(api.db.execute(`update document set pages = 9 where agency_id = $1`, [other.agencyId])).rejects.toThrow();
  });

  it('follow the template of the agency from then on, and begin again with the year', async () => {
    const other = await aGround(api.db);
    const caller = await api.as([{ role: 'organiser', scope: 'agency', agencyId: other.agencyId }]);
    const cohort = await aCommittee(1, other);
    const set = (templates: object, who = caller) => who.put(`/api/v1/agencies/${other.agencyId}/document-numbering`, { templates });
    api.standAt('2025-12-31T10:00:00Z');
    await make(cohort.id, { kind: 'participant_list' }, caller).expect(201);
    expect((await set({ participant_list: '800.1.4/{seq}/{kind}/{month}/{year}' }).expect(200)).body).toMatchObject({ participant_list: '800.1.4/{seq}/{kind}/{month}/{year}', attendance_sheet: '{seq:3}/{kind}/{unit}/{roman-month}/{year}' });
    await make(cohort.id, { kind: 'participant_list' }, caller).expect(201);
    api.standAt('2025-12-31T17:00:00Z');
    await make(cohort.id, { kind: 'participant_list' }, caller).expect(201);
    expect(await numbersOf(other.agencyId, 'participant_list')).toEqual(expect.arrayContaining([expect.stringMatching(/^001\/DP\/.*\/XII\/2025$/), '800.1.4/2/DP/12/2025', '800.1.4/1/DP/01/2026']));
    const refused = (await set({ participant_list: '{seq}', table_card: '{seq}/{kind}/{year}' }).expect(400)).body.errors;
    expect(refused.map(({ path: at, code }: { path: string; code: string }) => `${at} ${code}`)).toEqual(['templates.participant_list numbering.noKind', 'templates.participant_list numbering.noYear', 'templates.table_card document.kindUnknown']);
    await set({}, organiser).expect(404);
  });
});
