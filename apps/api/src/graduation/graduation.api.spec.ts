import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { GraduationRow } from '@jenjang/shared';
import { aMark, aRunningCohort, type RunningCohort, type RunningCohortWishes } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());
beforeEach(() => api.standAt('2024-11-28T01:00:00Z'));

const components = [{ code: 'task', title: 'Tugas akhir', weight: 100, minScore: null }];

/** Five closed sessions of 8 JP. */
const held = [1, 2, 3, 4, 5].map(() => ({ state: 'closed' }));

async function aHeldCohort(wishes: RunningCohortWishes = {}): Promise<RunningCohort & { organiser: Caller; path: string }> {
  const cohort = await aRunningCohort(api.db, { sessions: held, ...wishes });
  const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
  return { ...cohort, organiser, path: `/api/v1/cohorts/${cohort.cohortId}/graduation` };
}

/** Marks participants present in so many sessions each. */
async function attend(cohort: RunningCohort, ...sessionsOf: number[]): Promise<void> {
  for (const [participant, sessions] of sessionsOf.entries()) {
    for (let session = 0; session < sessions; session += 1) await aMark(api.db, cohort, { participant, session });
  }
}

async function decide(caller: Caller, path: string, request: object = {}) {
  const { body } = await caller.post(`${path}/preview`, request).expect(200);
  return caller.post(path, { ...request, decidedFor: body.token });
}

const decisions = (cohort: RunningCohort, participant = 0) => api.db.read<{ id: string; outcome: string; supersedes: string | null; decided_by: string; inputs: object; results: object; criteria: object; curriculum_id: string }>(
  `select id, outcome, supersedes, decided_by, inputs, results, criteria, curriculum_id from graduation_decision where enrolment_id = $1 order by decided_at`, [cohort.enrolmentIds[participant]]);

describe('the list', () => {
  it('evaluates everyone over all planned JP next to what was decided', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort();
    await attend(cohort, 5, 4, 3);
    const { body } = await organiser.get(path).expect(200);
    expect(body).toMatchObject({ mayDecide: true, total: 3, counts: { undecided: 3, changed: 0, graduated: 0, attended: 0, failed: 0 }, criteria: { minAttendancePercent: 80 }, evaluatedAt: '2024-11-28T01:00:00.000Z' });
    expect(body.rows.map(({ name, verdict, stored, live }: GraduationRow) => [name, verdict, stored, live.results[0]!.value, live.results[0]!.reached, live.results[0]!.planned])).toEqual([
      ['Anggrek Telaga, S.T.', 'graduated', null, 100, 40, 40], ['Bintang Savana, S.T.', 'graduated', null, 80, 32, 40], ['Cemara Senja, S.T.', 'failed', null, 60, 24, 40],
    ]);
  });

  it('holds attendance, activities and scores against the criteria, and takes what is missing for missing', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ activities: 2, participants: 1, criteria: { allModules: true, components, minFinalScore: 70 } });
    await attend(cohort, 5);
    await api.db.execute(`insert into activity_progress (enrolment_id, activity_id, completed_at) values ($1, $2, now()), ($1, $3, null)`, [cohort.enrolmentIds[0], ...cohort.activityIds]);
    const { body } = await organiser.get(path).expect(200);
    expect(body.rows[0]).toMatchObject({
      verdict: 'open',
      live: { finalScore: null, results: [{ criterion: 'attendance', state: 'met' }, { criterion: 'modules', state: 'unmet', reached: 1, planned: 2 }, { criterion: 'score', state: 'not_judged', value: null }] },
    });
  });

  it('says of a cohort that never met that nothing is lost yet, and decides nothing', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ sessions: [{}, {}] });
    const { body } = await organiser.get(path).expect(200);
    expect(body.rows[0]).toMatchObject({ verdict: 'open', live: { outcome: 'failed', early: true, results: [{ state: 'still_possible', value: 0, reached: 0, planned: 16 }] } });
    const answer = (await decide(organiser, path).then((response) => response)).body;
    expect(answer.counts).toEqual({ stored: 0, unchanged: 0, blocked: 3, notParticipant: 0 });
    expect(await decisions(cohort)).toEqual([]);
  });

  it('filters by group and by name, page by page', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ participants: 5 });
    await attend(cohort, 5, 0, 5, 0, 5);
    await decide(organiser, path, { enrolmentIds: cohort.enrolmentIds.slice(0, 4) });
    const names = async (query: string) => (await organiser.get(`${path}?${query}`).expect(200)).body.rows.map((row: GraduationRow) => row.name.split(' ')[0]);
    expect(await names('group=graduated')).toEqual(['Anggrek', 'Cemara']);
    expect(await names('group=failed&size=1&page=2')).toEqual(['Fajar']);
    expect(await names('group=undecided')).toEqual(['Jati']);
    expect(await names('q=senja')).toEqual(['Cemara']);
    await organiser.get(`${path}?group=lulus`).expect(400);
  });
});

describe('deciding', () => {
  it('stores what was decided, from what, by which criteria, by whom', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ participants: 2 });
    await attend(cohort, 5, 3);
    const preview = (await organiser.post(`${path}/preview`, {}).expect(200)).body;
    expect(preview).toMatchObject({ counts: { graduated: 1, attended: 0, failed: 1 }, blocked: 0, unchanged: 0, rows: [{ intent: 'store' }, { intent: 'store' }] });
    const answer = (await organiser.post(path, { decidedFor: preview.token }).expect(200)).body;
    expect(answer.counts).toEqual({ stored: 2, unchanged: 0, blocked: 0, notParticipant: 0 });
    const [graduated] = await decisions(cohort);
    expect(graduated).toMatchObject({
      outcome: 'graduated', supersedes: null, decided_by: organiser.accountId, criteria: { minAttendancePercent: 80 }, results: [{ criterion: 'attendance', state: 'met', value: 100 }],
      inputs: { sessions: expect.arrayContaining([{ sessionId: cohort.sessionIds[0], plannedLessonHours: 8, attendedLessonHours: 8, mark: 'present', stillOpen: false }]), scores: {} },
    });
    expect(await decisions(cohort, 1)).toMatchObject([{ outcome: 'failed' }]);
    const { body } = await organiser.get(path).expect(200);
    expect(body.rows[0]).toMatchObject({ changedSince: false, stored: { outcome: 'graduated', decidedBy: 'Penguji Cemara', reason: null } });
  });

  it('again writes nothing while the facts are the same, also by two at once', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ participants: 2 });
    await attend(cohort, 5, 3);
    const { body } = await organiser.post(`${path}/preview`, {}).expect(200);
    const answers = await Promise.all([1, 2, 3].map(() => organiser.post(path, { decidedFor: body.token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await decide(organiser, path)).body.counts).toEqual({ stored: 0, unchanged: 2, blocked: 0, notParticipant: 0 });
    expect(await decisions(cohort)).toHaveLength(1);
  });

  it('is refused when the facts changed since the preview, and stores nothing then', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ participants: 2 });
    await attend(cohort, 5, 3);
    const preview = (await organiser.post(`${path}/preview`, {}).expect(200)).body;
    await aMark(api.db, cohort, { participant: 1, session: 3 });
    const { body } = await organiser.post(path, { decidedFor: preview.token }).expect(409);
    expect(body).toMatchObject({ code: 'graduation.changedSincePreview' });
    expect([await decisions(cohort), await decisions(cohort, 1)]).toEqual([[], []]);
  });

  it('follows a correction: the old decision stays, the new one points to it', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ participants: 1 });
    await attend(cohort, 3);
    await decide(organiser, path);
    await aMark(api.db, cohort, { session: 3 });
    expect((await organiser.get(path).expect(200)).body).toMatchObject({ counts: { changed: 1 }, rows: [{ changedSince: true, verdict: 'graduated', stored: { outcome: 'failed' } }] });
    await decide(organiser, path);
    const [first, second] = await decisions(cohort);
    expect([first?.outcome, second?.outcome, second?.supersedes]).toEqual(['failed', 'graduated', first?.id]);
    expect((await organiser.get(`/api/v1/enrolments/${cohort.enrolmentIds[0]!}/graduation`).expect(200)).body.decisions.map((stored: { outcome: string }) => stored.outcome)).toEqual(['graduated', 'failed']);
  });

  it('early needs to be asked for, with a reason that is kept', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ participants: 2, sessions: [{ state: 'closed' }, {}] });
    await attend(cohort, 2, 1);
    const preview = (await organiser.post(`${path}/preview`, {}).expect(200)).body;
    expect(preview).toMatchObject({ counts: { graduated: 1, failed: 0 }, blocked: 1 });
    expect(preview.rows.find((row: { intent: string }) => row.intent === 'blocked')).toMatchObject({ name: 'Bintang Savana, S.T.', open: { criterion: 'attendance', state: 'still_possible' } });
    await organiser.post(path, { finaliseEarly: true, decidedFor: preview.token }).expect(400);
    const request = { finaliseEarly: true };
    const { token } = (await organiser.post(`${path}/preview`, request).expect(200)).body;
    await organiser.post(path, { ...request, decidedFor: token, reason: 'Sesi terakhir dibatalkan panitia' }).expect(200);
    expect((await organiser.get(`/api/v1/enrolments/${cohort.enrolmentIds[1]!}/graduation`).expect(200)).body.decisions).toMatchObject([{ outcome: 'failed', reason: 'Sesi terakhir dibatalkan panitia' }]);
  });

  it('touches only those asked for, and names those who are no participants', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort();
    const other = await aHeldCohort();
    await attend(cohort, 5, 5, 5);
    await api.db.execute(`update enrolment set state = 'withdrawn' where id = $1`, [cohort.enrolmentIds[2]]);
    const strangers = [cohort.enrolmentIds[2]!, other.enrolmentIds[0]!, randomUUID()];
    const { body } = await decide(organiser, path, { enrolmentIds: [cohort.enrolmentIds[0], ...strangers] });
    expect(body.counts).toEqual({ stored: 1, unchanged: 0, blocked: 0, notParticipant: 3 });
    expect(await decisions(cohort, 1)).toEqual([]);
    expect(await decisions(other)).toEqual([]);
  });

  it('is kept by the database as it was decided', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ participants: 1 });
    await attend(cohort, 5);
    await decide(organiser, path);
    const [decision] = await decisions(cohort);
    const { id, curriculum_id } = decision!;
    await expect(api.db.execute(`update graduation_decision set outcome = 'failed' where id = $1`, [id])).rejects.toMatchObject({ code: '23001' });
    await expect(api.db.execute(`delete from graduation_decision where id = $1`, [id])).rejects.toMatchObject({ code: '23001' });
    await expect(api.db.execute(`insert into graduation_decision (enrolment_id, outcome, curriculum_id, criteria, inputs, results) values ($1, 'failed', $2, '{}', '{}', '[]')`, [cohort.enrolmentIds[0], curriculum_id])).rejects.toMatchObject({ constraint: 'graduation_decision_first' });
  });

  it('copes with a cohort of thousands, batch by batch', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort({ participants: 1, sessions: [{ state: 'closed' }] });
    await api.db.execute(`update cohort set capacity = 10000 where id = $1`, [cohort.cohortId]);
    await api.db.execute(
      `with people as (insert into person (agency_id, full_name) select $1, 'Ilalang ' || n from generate_series(1, 2100) n returning id),
            joined as (insert into enrolment (cohort_id, person_id, state) select $2, id, 'accepted' from people returning id)
       select count(*) from joined`, [cohort.agencyId, cohort.cohortId]);
    await api.db.execute(
      `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours) select $1, $2, id, 'present', 8 from enrolment where cohort_id = $1 and id <> $3`, [cohort.cohortId, cohort.sessionIds[0], cohort.enrolmentIds[0]]);
    const { body } = await decide(organiser, path);
    expect(body.counts).toEqual({ stored: 2101, unchanged: 0, blocked: 0, notParticipant: 0 });
    expect((await organiser.get(`${path}?size=1`).expect(200)).body.counts).toMatchObject({ graduated: 2100, failed: 1 });
  }, 60_000);
});

describe('the dry run', () => {
  it('names who would change and writes nothing', async () => {
    const { organiser, path, ...cohort } = await aHeldCohort();
    await attend(cohort, 5, 4, 3);
    const { body } = await organiser.get(`${path}/dry-run?minAttendancePercent=85`).expect(200);
    expect(body).toMatchObject({ minAttendancePercent: 80, before: { graduated: 2, failed: 1 }, after: { graduated: 1, failed: 2 }, changes: [{ name: 'Bintang Savana, S.T.', before: 'graduated', after: 'failed', attendancePercent: 80 }] });
    expect(await decisions(cohort, 1)).toEqual([]);
    await organiser.get(`${path}/dry-run?minAttendancePercent=101`).expect(400);
    await organiser.get(`${path}/dry-run`).expect(400);
  });
});

describe('the participant', () => {
  it('reads the same as the organiser, of their own and nothing else', async () => {
    const { organiser, ...cohort } = await aHeldCohort({ participants: 2 });
    await attend(cohort, 4, 5);
    const participant = await api.as([{ role: 'participant', scope: 'national' }], { id: cohort.personIds[0]! });
    const own = (await participant.get(`/api/v1/me/enrolments/${cohort.enrolmentIds[0]!}/graduation`).expect(200)).body;
    expect(own).toMatchObject({ verdict: 'graduated', attendance: { percent: 80, plannedLessonHours: 40 }, programmeName: 'Literasi Digital ASN', sessions: expect.arrayContaining([expect.objectContaining({ title: 'Sesi 5', mark: null, stillOpen: false })]) });
    expect(own).toEqual((await organiser.get(`/api/v1/enrolments/${cohort.enrolmentIds[0]!}/graduation`).expect(200)).body);
    expect((await participant.get('/api/v1/me/graduation').expect(200)).body).toEqual([own]);
    await participant.get(`/api/v1/me/enrolments/${cohort.enrolmentIds[1]!}/graduation`).expect(404);
    await participant.get(`/api/v1/enrolments/${cohort.enrolmentIds[0]!}/graduation`).expect(403);
  });

  it('without a person has nothing', async () => {
    const nobody = await api.as([]);
    expect((await nobody.get('/api/v1/me/graduation').expect(200)).body).toEqual([]);
    await nobody.get(`/api/v1/me/enrolments/${randomUUID()}/graduation`).expect(404);
  });
});

describe('who may', () => {
  const calls = (cohort: RunningCohort): readonly ((caller: Caller) => Promise<{ status: number }>)[] => {
    const path = `/api/v1/cohorts/${cohort.cohortId}/graduation`;
    return [
      (caller) => caller.get(path), (caller) => caller.get(`/api/v1/enrolments/${cohort.enrolmentIds[0]!}/graduation`), (caller) => caller.get(`${path}/dry-run?minAttendancePercent=85`),
      (caller) => caller.post(`${path}/preview`, {}), (caller) => caller.post(path, { decidedFor: '0'.repeat(64) }),
    ];
  };

  it.each([
    ['an organiser of the agency', (cohort: RunningCohort) => api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]), [200, 200, 200, 200, 409]],
    ['an organiser of the cohort', (cohort: RunningCohort) => api.as([{ role: 'organiser', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]), [200, 200, 200, 200, 409]],
    ['an HR analyst of the agency', (cohort: RunningCohort) => api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: cohort.agencyId }]), [200, 200, 403, 403, 403]],
    ['the head of the unit', (cohort: RunningCohort) => api.as([{ role: 'agency_head', scope: 'unit', agencyId: cohort.agencyId, unitId: cohort.unitId }]), [200, 200, 403, 403, 403]],
    ['a facilitator of the cohort', (cohort: RunningCohort) => api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]), [403, 403, 403, 403, 403]],
    ['an organiser of another cohort', async (cohort: RunningCohort) => api.as([{ role: 'organiser', scope: 'cohort', agencyId: cohort.agencyId, cohortId: (await aRunningCohort(api.db, { agencyId: cohort.agencyId })).cohortId }]), [404, 404, 404, 404, 404]],
    ['an organiser of another agency', async () => api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aRunningCohort(api.db)).agencyId }]), [404, 404, 404, 404, 404]],
  ] as const)('%s', async (_, caller, expected) => {
    const cohort = await aHeldCohort();
    await attend(cohort, 5);
    const who = await caller(cohort);
    const statuses: number[] = [];
    for (const call of calls(cohort)) statuses.push((await call(who)).status);
    expect(statuses).toEqual(expected);
    expect(await decisions(cohort)).toEqual([]);
  });

  it('a head of one unit sees the people of that unit alone; HR sees its staff in a cohort of another agency', async () => {
    const host = await aHeldCohort();
    const guest = await aRunningCohort(api.db, { participants: 1 });
    await api.db.execute(`insert into enrolment (cohort_id, person_id, employment_id, state) select $1, person_id, id, 'accepted' from employment where person_id = $2`, [host.cohortId, guest.personIds[0]]);
    const head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: host.agencyId, unitId: host.unitId }]);
    const hr = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: guest.agencyId }]);
    expect((await head.get(host.path).expect(200)).body).toMatchObject({ total: 3, mayDecide: false });
    const seen = (await hr.get(host.path).expect(200)).body;
    expect(seen).toMatchObject({ total: 1, mayDecide: false, rows: [{ personId: guest.personIds[0] }] });
    await hr.get(`/api/v1/enrolments/${seen.rows[0].enrolmentId as string}/graduation`).expect(200);
    await hr.get(`/api/v1/enrolments/${host.enrolmentIds[0]!}/graduation`).expect(404);
  });
});
