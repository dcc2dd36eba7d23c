import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aRunningCohort, type RunningCohort, type RunningCohortWishes } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());

const components = [{ code: 'task', title: 'Tugas akhir', weight: 60, minScore: 65 }, { code: 'quiz', title: 'Kuis', weight: 40, minScore: null }];

async function aScoredCohort(wishes: RunningCohortWishes = {}): Promise<RunningCohort & { facilitator: Caller; path: string }> {
  const cohort = await aRunningCohort(api.db, { ...wishes, criteria: { components, minFinalScore: 70, ...wishes.criteria } });
  const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
  return { ...cohort, facilitator, path: `/api/v1/cohorts/${cohort.cohortId}/scores` };
}

const stored = (cohort: RunningCohort) => api.db.read<{ component: string; value: number }>(
  `select component, value, reason from score where enrolment_id = any($1) order by recorded_at, component`, [cohort.enrolmentIds]);

describe('the score grid', () => {
  it('shows a column per component, and what is missing as missing', async () => {
    const { facilitator, path, ...cohort } = await aScoredCohort();
    const [one, two] = cohort.enrolmentIds;
    await facilitator.put(path, { scores: [{ enrolmentId: one, component: 'task', value: 87.5 }, { enrolmentId: one, component: 'quiz', value: 0 }, { enrolmentId: two, component: 'task', value: 90 }] }).expect(200);
    const { body } = await facilitator.get(path).expect(200);
    expect(body).toMatchObject({ components, minFinalScore: 70, mayScore: true, cohortCompleted: false, total: 3 });
    expect(body.rows.map((row: { name: string; finalScore: number | null; scores: Record<string, { value: number }> }) => [row.name, row.finalScore, Object.keys(row.scores).sort()])).toEqual([
      ['Anggrek Telaga, S.T.', 52.5, ['quiz', 'task']], ['Bintang Savana, S.T.', null, ['task']], ['Cemara Senja, S.T.', null, []],
    ]);
    expect(body.rows[0].scores.task).toMatchObject({ value: 87.5, recordedBy: 'Penguji Cemara' });
  });
});

describe('scoring', () => {
  it('answers row by row: saved, unchanged, conflict, refused', async () => {
    const { facilitator, path, ...cohort } = await aScoredCohort();
    const other = await aScoredCohort();
    const [one, two] = cohort.enrolmentIds;
    await facilitator.put(path, { scores: [{ enrolmentId: one, component: 'task', value: 70 }, { enrolmentId: two, component: 'task', value: 70 }] }).expect(200);
    const { body } = await facilitator.put(path, {
      scores: [
        { enrolmentId: one, component: 'task', value: 70 }, { enrolmentId: two, component: 'task', value: 71 }, { enrolmentId: two, component: 'quiz', value: 100 },
        { enrolmentId: two, component: 'quiz', value: 99 }, { enrolmentId: two, component: 'lisan', value: 80 }, { enrolmentId: two, component: 'constructor', value: 80 },
        { enrolmentId: other.enrolmentIds[0], component: 'task', value: 80 },
      ],
    }).expect(200);
    expect(body.map((row: { outcome: string; code: string; current: { value: number } | null }) => [row.outcome, row.code, row.current?.value ?? null])).toEqual([
      ['unchanged', null, 70], ['conflict', null, 70], ['saved', null, 100], ['refused', 'assessment.twiceInRequest', 100], ['refused', 'assessment.noSuchComponent', null],
      ['refused', 'assessment.noSuchComponent', null], ['refused', 'assessment.notParticipant', null],
    ]);
    expect(await stored(cohort)).toHaveLength(3);
    expect(await stored(other)).toEqual([]);
  });

  it('by two people at once keeps one and shows it to the other', async () => {
    const { facilitator, path, ...cohort } = await aScoredCohort({ participants: 10 });
    const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
    const scoresOf = (value: number, ids: readonly string[]) => ({ scores: ids.map((enrolmentId) => ({ enrolmentId, component: 'task', value })) });
    const [one, other] = await Promise.all([
      facilitator.put(path, scoresOf(80, cohort.enrolmentIds)).expect(200), organiser.put(path, scoresOf(60, [...cohort.enrolmentIds].reverse())).expect(200),
    ]);
    const outcomes = [...one.body, ...other.body].map((row: { outcome: string }) => row.outcome);
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(10);
    expect(await stored(cohort)).toHaveLength(10);
  });

  it('corrects by superseding; once the cohort is over only with a reason', async () => {
    const { facilitator, path, ...cohort } = await aScoredCohort();
    const score = { enrolmentId: cohort.enrolmentIds[0], component: 'task', value: 60 };
    const [{ current }] = (await facilitator.put(path, { scores: [score] }).expect(200)).body;
    await api.db.execute(`update cohort set state = 'completed' where id = $1`, [cohort.cohortId]);
    const better = { ...score, value: 75, supersedes: current.id };
    expect((await facilitator.put(path, { scores: [better] }).expect(200)).body).toMatchObject([{ outcome: 'refused', code: 'assessment.reasonNeeded', current: { value: 60 } }]);
    expect((await facilitator.put(path, { scores: [{ ...better, reason: 'Remedial' }] }).expect(200)).body).toMatchObject([{ outcome: 'saved', current: { value: 75, reason: 'Remedial' } }]);
    expect(await stored(cohort)).toEqual([{ component: 'task', value: 60, reason: null }, { component: 'task', value: 75, reason: 'Remedial' }]);
  });

  it.each([[100.5, 'field.max'], [-1, 'field.min'], [87.555, 'field.isNumber'], ['87', 'field.isNumber'], [null, 'field.isNumber']])('names a score of %j at its place', async (value, code) => {
    const { facilitator, path, ...cohort } = await aScoredCohort();
    const { body } = await facilitator.put(path, { scores: [{ enrolmentId: cohort.enrolmentIds[0], component: 'task', value: 80 }, { enrolmentId: cohort.enrolmentIds[1], component: 'task', value }] }).expect(400);
    expect(body.errors).toMatchObject([{ path: 'scores.1.value', code }]);
    expect(await stored(cohort)).toEqual([]);
  });

  it('is kept by the database as it was said', async () => {
    const { facilitator, path, ...cohort } = await aScoredCohort();
    await facilitator.put(path, { scores: [{ enrolmentId: cohort.enrolmentIds[0], component: 'task', value: 60 }] }).expect(200);
    const where = `where enrolment_id = '${cohort.enrolmentIds[0]!}'`;
    await expect(api.db.execute(`update score set value = 100 ${where}`)).rejects.toMatchObject({ code: '23001' });
    await expect(api.db.execute(`delete from score ${where}`)).rejects.toMatchObject({ code: '23001' });
    await expect(api.db.execute(`insert into score (enrolment_id, component, value) values ('${cohort.enrolmentIds[0]!}', 'task', 100)`)).rejects.toMatchObject({ constraint: 'score_first' });
    await expect(api.db.execute(`insert into score (enrolment_id, component, value) values ('${cohort.enrolmentIds[0]!}', 'quiz', 101)`)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('who may', () => {
  it.each([
    ['a facilitator of the cohort', (cohort: RunningCohort) => api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]), [200, 200]],
    ['a facilitator of another cohort', async (cohort: RunningCohort) => api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: (await aScoredCohort({ agencyId: cohort.agencyId })).cohortId }]), [404, 404]],
    ['an organiser of another agency', async () => api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aScoredCohort()).agencyId }]), [404, 404]],
    ['an HR analyst of the agency', (cohort: RunningCohort) => api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: cohort.agencyId }]), [403, 403]],
  ] as const)('%s', async (_, caller, expected) => {
    const cohort = await aScoredCohort();
    const who = await caller(cohort);
    const statuses = [(await who.get(cohort.path)).status, (await who.put(cohort.path, { scores: [{ enrolmentId: cohort.enrolmentIds[0], component: 'task', value: 80 }] })).status];
    expect(statuses).toEqual(expected);
    expect(await stored(cohort)).toHaveLength(expected[1] === 200 ? 1 : 0);
  });

  it('finds no cohort that does not exist', async () => {
    const { facilitator } = await aScoredCohort();
    await facilitator.get(`/api/v1/cohorts/${randomUUID()}/scores`).expect(404);
  });
});
