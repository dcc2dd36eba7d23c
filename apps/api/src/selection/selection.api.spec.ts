import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SelectionOverview, SelectionPage, SelectionPreview, SelectionReport, StepResultAnswer } from '@jenjang/shared';
import { aSelectingCohort, type SelectingCohort } from '../approval/candidate.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());

const organiserOf = ({ agencyId }: Pick<SelectingCohort, 'agencyId'>): Promise<Caller> => api.as([{ role: 'organiser', scope: 'agency', agencyId }]);
const statesOf = async ({ cohortId }: SelectingCohort): Promise<Record<string, number>> =>
  Object.fromEntries((await api.db.read<{ state: string; n: number }>(`select state, count(*)::int as n from enrolment where cohort_id = $1 group by 1`, [cohortId])).map(({ state, n }) => [state, n]));

async function decide(caller: Caller, { cohortId }: SelectingCohort, body: object, status = 200): Promise<SelectionReport & { code: string; details: Record<string, unknown>; titleId: string }> {
  const response = await caller.post(`/api/v1/cohorts/${cohortId}/selection/decide`, body);
  expect([response.status, response.body.code]).toEqual([status, response.body.code]);
  return response.body as SelectionReport & { code: string; details: Record<string, unknown>; titleId: string };
}

async function preview(caller: Caller, { cohortId }: SelectingCohort, body: object): Promise<SelectionPreview> {
  return (await caller.post(`/api/v1/cohorts/${cohortId}/selection/preview`, body).expect(200)).body as SelectionPreview;
}

describe('the list', () => {
  it('shows candidates in the order of choosing, with cell, letter and standing; filters and pages it', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', units: [{ nominees: 2, eselon: 'IV.a' }, { nominees: 2, eselon: 'III.b' }], cells: [{ unit: 0, band: 'IV', seats: 1 }, { unit: null, band: null, seats: 2 }] });
    const organiser = await organiserOf(cohort);
    const list = async (query = ''): Promise<SelectionPage> => (await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/selection${query}`).expect(200)).body as SelectionPage;
    const { rows, total } = await list();
    expect(total).toBe(4);
    expect(rows.map(({ eselon, nominationRank, rank }) => [rank, eselon, nominationRank])).toEqual([[1, 'III.b', 1], [2, 'III.b', 2], [3, 'IV.a', 1], [4, 'IV.a', 2]]);
    expect(rows[2]).toMatchObject({ letterNumber: '800/1/USUL/2026', unitName: 'Dinas Kesehatan', shortfalls: [], movedTo: null, trainings: 0, cell: { unitName: 'Dinas Kesehatan', band: 'IV', seats: 1, left: 1 }, seatsLeft: 3, steps: [] });
    expect((await list(`?unitId=${cohort.unitIds[0]!}`)).rows.map(({ rank }) => rank)).toEqual([3, 4]);
    expect((await list('?band=III&size=1&page=2')).rows.map(({ rank }) => rank)).toEqual([2]);
    expect((await list('?state=accepted')).total).toBe(0);
    expect((await list(`?q=${rows[0]!.nip!}`)).rows.map(({ enrolmentId }) => enrolmentId)).toEqual([rows[0]!.enrolmentId]);
    const overview = (await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/selection/overview`).expect(200)).body as SelectionOverview;
    expect(overview).toMatchObject({ route: 'one_step', seatsLeft: 30, counts: { nominated: 4 }, units: [{ name: 'Dinas Kesehatan' }, { name: 'Dinas Pendidikan' }] });
    expect(overview.fairness.band).toMatchObject([{ group: 'III', nominated: 2, chosen: 0 }, { group: 'IV', nominated: 2, chosen: 0 }]);
  });
});

describe('deciding', () => {
  it('previews the effect and stores nothing; then takes whom it can and lists the others with their reasons', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', units: [{ nominees: 4 }, { nominees: 1 }], cells: [{ unit: 0, band: 'III', seats: 5 }, { unit: null, band: null, seats: 3 }] });
    // One moved to another unit meanwhile.
    await api.db.execute(`update employment set valid_to = '2026-02-01' where person_id = $1`, [cohort.personIds[1]]);
    await api.db.execute(
      `insert into employment (person_id, agency_id, unit_id, kind, nip, position_kind, position_name, eselon, valid_from) select person_id, agency_id, $2, kind, nip, position_kind, position_name, eselon, '2026-02-01' from employment where person_id = $1`,
      [cohort.personIds[1], cohort.unitIds[1]]);
    const organiser = await organiserOf(cohort);
    const request = { decision: 'accept', enrolmentIds: cohort.enrolmentIds };
    const seen = await preview(organiser, cohort, request);
    expect(seen).toMatchObject({ asked: 5, chosen: 4, short: [], cohort: { leftBefore: 30, leftAfter: 26 }, outOfOrder: [] });
    expect(seen.cells).toMatchObject([{ name: 'Dinas Kesehatan', band: 'III', leftBefore: 5, leftAfter: 2 }, { name: null, leftBefore: 3, leftAfter: 2 }]);
    expect(seen.refused).toMatchObject([{ enrolmentId: cohort.enrolmentIds[1], code: 'selection.movedUnit', facts: { unit: 'Dinas Pendidikan' } }]);
    expect(await statesOf(cohort)).toEqual({ nominated: 5 });
    const report = await decide(organiser, cohort, request);
    expect(report).toMatchObject({ moved: 4, seatsLeft: 26, refused: [{ enrolmentId: cohort.enrolmentIds[1], code: 'selection.movedUnit' }] });
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused', 'accepted', 'accepted', 'accepted']);
    expect(await statesOf(cohort)).toEqual({ accepted: 4, nominated: 1 });
  });

  it('answers a repeated call with the same key as the first, and moves once', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step' });
    const organiser = await organiserOf(cohort);
    const send = () => organiser.post(`/api/v1/cohorts/${cohort.cohortId}/selection/decide`, { decision: 'accept', enrolmentIds: cohort.enrolmentIds }).set('Idempotency-Key', `kunci-${cohort.cohortId}`);
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
    expect(await api.db.read(`select count(*)::int as n from enrolment_move where cohort_id = $1 and to_state = 'accepted'`, [cohort.cohortId])).toEqual([{ n: 3 }]);
  });

  it('names who took the seats meanwhile, and when, and stores nothing', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', capacity: 3, units: [{ nominees: 4 }] });
    const [organiser, colleague] = await Promise.all([organiserOf(cohort), organiserOf(cohort)]);
    const [first, ...others] = cohort.enrolmentIds;
    const { seenAt, short } = await preview(organiser, cohort, { decision: 'accept', enrolmentIds: [first, ...others.slice(0, 2)] });
    expect(short).toEqual([]);
    await decide(colleague, cohort, { decision: 'accept', enrolmentIds: [others[2]], orderReason: 'Penugasan wali kota' });
    const refused = await decide(organiser, cohort, { decision: 'accept', enrolmentIds: [first, ...others.slice(0, 2)], seenAt }, 409);
    expect(refused).toMatchObject({ code: 'selection.seatsTaken', details: { short: 1, by: 'Penguji Cemara', taken: 1, at: expect.stringMatching(/Z$/), rows: [{ code: 'enrolment.full' }] } });
    expect(refused.titleId).toMatch(/Penguji Cemara mengisi 1 kursi pada \d+ \w+ \d{4} \d\d\.\d\d WITA/);
    expect(await statesOf(cohort)).toEqual({ accepted: 1, nominated: 3 });
  });

  it('previews a rejection before its reason is known', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', units: [{ nominees: 2 }] });
    expect(await preview(await organiserOf(cohort), cohort, { decision: 'reject', enrolmentIds: cohort.enrolmentIds })).toMatchObject({ chosen: 2, refused: [], short: [] });
  });

  it('names who decided about the same person before', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step' });
    const [organiser, colleague] = await Promise.all([organiserOf(cohort), organiserOf(cohort)]);
    await decide(colleague, cohort, { decision: 'reject', enrolmentIds: [cohort.enrolmentIds[0]], code: 'papersIncomplete' });
    const { refused } = await decide(organiser, cohort, { decision: 'accept', enrolmentIds: cohort.enrolmentIds });
    expect(refused).toMatchObject([{ code: 'selection.decided', facts: { state: 'rejected', by: 'Penguji Cemara' } }]);
    const undone = await decide(colleague, cohort, { decision: 'reopen', enrolmentIds: [cohort.enrolmentIds[0]] });
    expect(undone.moved).toBe(1);
    expect(await statesOf(cohort)).toEqual({ accepted: 2, nominated: 1 });
  });

  it.each([
    ['no code', {}, 'code'], ['other without words', { code: 'other' }, 'reason'],
  ])('refuses a rejection with %s', async (_, reason, path) => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', units: [{ nominees: 1 }] });
    const body = await decide(await organiserOf(cohort), cohort, { decision: 'reject', enrolmentIds: cohort.enrolmentIds, ...reason }, 400);
    expect(body).toMatchObject({ errors: [{ path, code: 'selection.reasonMissing' }] });
  });

  it('asks for a reason when somebody of a higher rank is passed over, and keeps it for the minutes', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', units: [{ nominees: 3 }] });
    const organiser = await organiserOf(cohort);
    const request = { decision: 'accept', enrolmentIds: [cohort.enrolmentIds[2]] };
    expect((await preview(organiser, cohort, request)).outOfOrder).toMatchObject([{ rank: 3, passedOver: 2 }]);
    expect(await decide(organiser, cohort, request, 409)).toMatchObject({ code: 'selection.orderReasonMissing', details: { count: 1 } });
    await decide(organiser, cohort, { ...request, orderReason: 'Pengelola SPBE satu-satunya' });
    const choices = await api.db.read(`select rank, cardinality(passed_over) as over, reason, chosen_by from selection_choice where cohort_id = $1`, [cohort.cohortId]);
    expect(choices).toEqual([{ rank: 3, over: 2, reason: 'Pengelola SPBE satu-satunya', chosen_by: organiser.accountId }]);
    expect(await api.db.read(`select code, reason from enrolment_move where enrolment_id = $1 and to_state = 'accepted'`, [cohort.enrolmentIds[2]])).toEqual([{ code: 'outOfOrder', reason: 'Pengelola SPBE satu-satunya' }]);
    await expect(api.db.execute(`update selection_choice set reason = 'lain' where cohort_id = $1`, [cohort.cohortId])).rejects.toThrow(/facts/);
  });

  it('gives the last seats to the highest ranks and lets the others wait, when asked to', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', capacity: 2, units: [{ nominees: 4 }] });
    const report = await decide(await organiserOf(cohort), cohort, { decision: 'accept', enrolmentIds: [...cohort.enrolmentIds].reverse(), whenFull: 'waitlist' });
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['waitlisted', 'waitlisted', 'accepted', 'accepted']);
  });

  it('waits for the agency where it has a step, and approves only with its right', async () => {
    const cohort = await aSelectingCohort(api.db, { units: [{ nominees: 2 }] });
    const organiser = await organiserOf(cohort);
    expect((await decide(organiser, cohort, { decision: 'accept', enrolmentIds: cohort.enrolmentIds })).refused.map(({ code }) => code)).toEqual(['selection.agencyFirst', 'selection.agencyFirst']);
    expect((await decide(organiser, cohort, { decision: 'approve', enrolmentIds: cohort.enrolmentIds })).refused.map(({ code }) => code)).toEqual(['selection.agencyOnly', 'selection.agencyOnly']);
    const admin = await api.as([{ role: 'admin', scope: 'agency', agencyId: cohort.agencyId }]);
    expect((await decide(admin, cohort, { decision: 'approve', enrolmentIds: cohort.enrolmentIds })).moved).toBe(2);
    expect((await decide(organiser, cohort, { decision: 'accept', enrolmentIds: cohort.enrolmentIds })).moved).toBe(2);
  });

  it('says that people of other cohorts are unknown', async () => {
    const [cohort, other] = [await aSelectingCohort(api.db, { route: 'one_step', units: [{ nominees: 1 }] }), await aSelectingCohort(api.db)];
    const { refused } = await decide(await organiserOf(cohort), cohort, { decision: 'accept', enrolmentIds: [other.enrolmentIds[0]] });
    expect(refused).toMatchObject([{ name: '', code: 'selection.unknown' }]);
  });
});

describe('two hundred decisions at once by two organisers', () => {
  it('never seat more than the cohort, or a cell, has', async () => {
    const cohort = await aSelectingCohort(api.db, {
      route: 'one_step', capacity: 30, units: [{ nominees: 80 }, { nominees: 80 }, { nominees: 40 }],
      cells: [{ unit: 0, band: 'III', seats: 10 }, { unit: 1, band: null, seats: 12 }, { unit: null, band: null, seats: 8 }],
    });
    const organisers = await Promise.all([organiserOf(cohort), organiserOf(cohort)]);
    const answers = await Promise.all(cohort.enrolmentIds.map((id, n) =>
      organisers[n % 2]!.post(`/api/v1/cohorts/${cohort.cohortId}/selection/decide`, { decision: 'accept', enrolmentIds: [id], orderReason: 'Serentak', seenAt: '2026-01-01T00:00:00Z' })));
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 409]));
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => (body as { code: string }).code))).toEqual(new Set(['selection.seatsTaken']));
    expect(await statesOf(cohort)).toEqual({ accepted: 30, nominated: 170 });
    const cells = await api.db.read(`select q.seats, q.taken, (select count(*)::int from enrolment e where e.quota_id = q.id and e.state = 'accepted') as held from quota q where q.cohort_id = $1 order by q.seats`, [cohort.cohortId]);
    expect(cells).toEqual([{ seats: 8, taken: 8, held: 8 }, { seats: 10, taken: 10, held: 10 }, { seats: 12, taken: 12, held: 12 }]);
  }, 60_000);
});

describe('the steps', () => {
  const save = async (caller: Caller, { cohortId }: SelectingCohort, results: readonly object[]): Promise<readonly StepResultAnswer[]> =>
    (await caller.put(`/api/v1/cohorts/${cohortId}/selection/results`, { results }).expect(200)).body as StepResultAnswer[];

  it('are judged once, corrected by a newer fact, and decide who may be accepted', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', steps: ['administration', 'substance'], units: [{ nominees: 3 }] });
    const organiser = await organiserOf(cohort);
    const [a, b, c] = cohort.enrolmentIds;
    const saved = await save(organiser, cohort, [
      { enrolmentId: a, step: 'administration', passed: true, supersedes: null }, { enrolmentId: a, step: 'substance', score: 70, supersedes: null },
      { enrolmentId: b, step: 'administration', passed: false, note: 'Surat izin belum ada', supersedes: null }, { enrolmentId: c, step: 'administration', passed: false, supersedes: null },
    ]);
    expect(saved.map(({ outcome, code }) => code ?? outcome)).toEqual(['saved', 'saved', 'saved', 'selection.noteMissing']);
    const { refused } = await decide(organiser, cohort, { decision: 'accept', enrolmentIds: cohort.enrolmentIds });
    expect(refused.map(({ enrolmentId, code }) => [enrolmentId, code])).toEqual([[b, 'selection.stepFailed'], [c, 'selection.stepMissing']]);
    const stale = await save(organiser, cohort, [{ enrolmentId: b, step: 'administration', passed: true, supersedes: null }]);
    expect(stale).toMatchObject([{ outcome: 'refused', code: 'selection.resultChanged', current: { standing: 'failed', note: 'Surat izin belum ada' } }]);
    const corrected = await save(organiser, cohort, [{ enrolmentId: b, step: 'administration', passed: true, supersedes: saved[2]!.current!.resultId }]);
    expect(corrected).toMatchObject([{ outcome: 'saved', current: { standing: 'passed' } }]);
    expect(await api.db.read(`select count(*)::int as n from selection_result where enrolment_id = $1`, [b])).toEqual([{ n: 2 }]);
    const told = await api.db.read(`select facts ->> 'result' as result, facts ->> 'reason' as reason from announcement where event = 'selection.result' and person_id = $1 order by id`, [cohort.personIds[1]]);
    expect(told).toEqual([{ result: 'failed', reason: 'Surat izin belum ada' }, { result: 'passed', reason: null }]);
    await expect(api.db.execute(`delete from selection_result where enrolment_id = $1`, [b])).rejects.toThrow(/facts/);
  });

  it('keep one result when two judge at the same moment', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', steps: ['substance'], units: [{ nominees: 1 }] });
    const organiser = await organiserOf(cohort);
    const answers = await Promise.all([61, 62, 63, 64].map((score) => save(organiser, cohort, [{ enrolmentId: cohort.enrolmentIds[0], step: 'substance', score, supersedes: null }])));
    expect(answers.map(([answer]) => answer!.outcome).sort()).toEqual(['refused', 'refused', 'refused', 'saved']);
  });
});

describe('the minutes', () => {
  const request = { heldOn: '2026-02-10', place: 'Balai Embun', committee: [{ name: 'Kenanga Wening', role: 'Ketua' }, { name: 'Surya Lembah', role: 'Sekretaris' }] };

  it('are numbered without gaps, keep what was decided, and print the same bytes again', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step', steps: ['substance'], units: [{ nominees: 3 }] });
    const organiser = await organiserOf(cohort);
    await organiser.put(`/api/v1/cohorts/${cohort.cohortId}/selection/results`, { results: cohort.enrolmentIds.map((enrolmentId) => ({ enrolmentId, step: 'substance', score: 80, supersedes: null })) }).expect(200);
    await decide(organiser, cohort, { decision: 'accept', enrolmentIds: [cohort.enrolmentIds[1]], orderReason: 'Pengelola data daerah' });
    const written = await Promise.all([1, 2, 3].map(() => organiser.post(`/api/v1/cohorts/${cohort.cohortId}/selection/minutes`, request)));
    expect(written.map(({ body }) => (body as { number: string }).number.slice(0, 14)).sort()).toEqual(['001/BA-SELEKSI', '002/BA-SELEKSI', '003/BA-SELEKSI']);
    const { id } = written[0]!.body as { id: string };
    const [stored] = await api.db.read<{ snapshot: { lines: unknown[]; choices: unknown[] } }>(`select snapshot from selection_minutes where id = $1`, [id]);
    expect(stored!.snapshot).toMatchObject({ lines: [{ rank: 1, state: 'nominated', score: 80 }, { rank: 2, state: 'accepted' }, { rank: 3 }], choices: [{ rank: 2, reason: 'Pengelola data daerah', passedOver: [expect.any(String)] }] });
    const paper = async (): Promise<Buffer> => (await organiser.get(`/api/v1/selection-minutes/${id}/pdf`).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => { done(null, Buffer.concat(chunks)); });
    }).expect(200)).body as Buffer;
    const first = await paper();
    await decide(organiser, cohort, { decision: 'reject', enrolmentIds: [cohort.enrolmentIds[2]], code: 'noSeat' });
    expect((await paper()).equals(first)).toBe(true);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    await expect(api.db.execute(`update selection_minutes set number = 'x' where id = $1`, [id])).rejects.toThrow(/facts/);
    await (await organiserOf(await aSelectingCohort(api.db))).get(`/api/v1/selection-minutes/${id}/pdf`).expect(404);
  });
});
