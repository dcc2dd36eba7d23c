import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoleHome, Task } from '@jenjang/shared';
import { aMark, aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { Storage } from '../platform/index.js';
import { aWorld, type World } from '../testing/access-world.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterEach(() => api.standAt(null));
afterAll(() => api.close());

async function homeOf(caller: Caller, role?: string): Promise<RoleHome> {
  return (await caller.get(`/api/v1/me/tasks${role ? `?role=${role}` : ''}`).expect(200)).body as RoleHome;
}
const kindsOf = ({ tasks }: RoleHome): readonly Task['kind'][] => tasks.map(({ kind }) => kind);
const nothing = { tasks: [], sessions: [], cohorts: [] };
const someWorld = () => aWorld(api.db, api.app.get(Storage));
const organiserOf = (agencyId: string) => api.as([{ role: 'organiser', scope: 'agency', agencyId }]);
const change = (cohort: RunningCohort, set: string) => api.db.execute(`update cohort set ${set} where id = $1`, [cohort.cohortId]);

describe('an organiser', () => {
  it('is told first of the session that goes on, then of the one to close, and sees today', async () => {
    const cohort = await aRunningCohort(api.db, { sessions: [{}, {}, {}] });
    await aMark(api.db, cohort, { session: 1, participant: 2, mark: 'late' });
    api.standAt('2024-11-05T02:00:00Z');
    const home = await homeOf(await organiserOf(cohort.agencyId));
    expect(home).toMatchObject({
      now: '2024-11-05T02:00:00.000Z',
      tasks: [
        { kind: 'markSession', role: 'organiser', cohortId: cohort.cohortId, sessionId: cohort.sessionIds[1], facts: { session: 'Sesi 2', count: 2, expected: 3, until: '16.00 WITA' }, link: `/angkatan/${cohort.cohortId}/presensi/${cohort.sessionIds[1]!}` },
        { kind: 'closeSession', sessionId: cohort.sessionIds[0], urgency: 'late', facts: { session: 'Sesi 1', count: 3 } },
      ],
      sessions: [{ sessionId: cohort.sessionIds[1], state: 'planned', venue: 'Ballroom Lt. 3', expected: 3, marked: 1, attended: 1 }],
      cohorts: [{ id: cohort.cohortId, programmeName: 'Literasi Digital ASN', state: 'running', seatsTaken: 3, capacity: 500 }],
    });
    expect(home.tasks).toHaveLength(2);
  });

  it('sees nothing of other agencies', async () => {
    const cohort = await aRunningCohort(api.db, {});
    const other = await aRunningCohort(api.db, { participants: 0, sessions: [] });
    api.standAt('2024-11-04T02:00:00Z');
    const home = await homeOf(await organiserOf(other.agencyId));
    expect(home.cohorts.map(({ id }) => id)).toEqual([other.cohortId]);
    expect(JSON.stringify(home)).not.toContain(cohort.cohortId);
  });

  it('who runs one cohort is told of that one', async () => {
    const cohort = await aRunningCohort(api.db, {});
    const sister = await aRunningCohort(api.db, { agencyId: cohort.agencyId });
    api.standAt('2024-11-04T02:00:00Z');
    const home = await homeOf(await api.as([{ role: 'organiser', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]));
    expect(home.tasks.map(({ cohortId }) => cohortId)).toEqual([cohort.cohortId]);
    expect(JSON.stringify(home)).not.toContain(sister.cohortId);
  });

  it('hears as many gaps as the publish check finds, and of those who wait', async () => {
    const cohort = await aRunningCohort(api.db, {});
    await change(cohort, `state = 'planned', starts_on = '2024-11-05'`);
    api.standAt('2024-11-01T02:00:00Z');
    const caller = await organiserOf(cohort.agencyId);
    const { body } = await caller.get(`/api/v1/cohorts/${cohort.cohortId}/publish-check`).expect(200);
    const blocking = (body as { problems: { blocking: boolean }[] }).problems.filter((problem) => problem.blocking).length;
    expect(blocking).toBeGreaterThan(0);
    expect((await homeOf(caller)).tasks).toMatchObject([{ kind: 'planCohort', facts: { count: blocking, startsOn: '2024-11-05' }, dueAt: '2024-11-04T16:00:00.000Z' }]);

    await change(cohort, `state = 'enrolling', capacity = 4`);
    await api.db.execute(`update enrolment set state = 'withdrawn' where id = $1`, [cohort.enrolmentIds[0]]);
    const [one, two] = await Promise.all([0, 1].map(() => api.db.execute<{ id: string }>(`insert into person (agency_id, full_name) values ($1, 'Seruni Lazuardi') returning id`, [cohort.agencyId])));
    await api.db.execute(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'nominated'), ($1, $3, 'waitlisted')`, [cohort.cohortId, one![0]!.id, two![0]!.id]);
    api.standAt('2024-11-05T02:00:00Z');
    expect((await homeOf(caller)).tasks).toMatchObject([
      { kind: 'startCohort', facts: { accepted: 2 } }, { kind: 'decideNominations', facts: { count: 1, free: 2 } }, { kind: 'fillSeats', facts: { waitlisted: 1, count: 1 } },
    ]);
  });

  it('after the last day decides, issues and completes', async () => {
    const cohort = await aRunningCohort(api.db, { sessions: [{ state: 'closed' }], criteria: { components: [{ code: 'akhir', title: 'Tugas akhir', weight: 100, minScore: null }] } });
    const caller = await organiserOf(cohort.agencyId);
    await score(cohort, 0);
    api.standAt('2024-11-09T02:00:00Z');
    expect((await homeOf(caller)).tasks).toMatchObject([{ kind: 'enterScores', facts: { count: 2, accepted: 3 } }, { kind: 'decideGraduation', facts: { count: 3, endsOn: '2024-11-08' } }]);
    await decide(cohort, 'graduated');
    expect((await homeOf(caller)).tasks).toMatchObject([{ kind: 'issueCertificates', facts: { count: 3 }, link: `/angkatan/${cohort.cohortId}/sertifikat` }]);
    await decide(cohort, 'failed');
    expect(kindsOf(await homeOf(caller))).toEqual(['completeCohort']);
    await change(cohort, `state = 'completed'`);
    expect(kindsOf(await homeOf(caller))).toEqual([]);
  });

  it('is not asked again for a certificate that was revoked', async () => {
    const world = await someWorld();
    await api.db.execute(`update session set state = 'closed' where id = $1`, [world.sessionId]);
    await revoke(world);
    expect(kindsOf(await homeOf(await organiserOf(world.agencyId)))).not.toContain('issueCertificates');
  });
});

describe('a facilitator', () => {
  it('is told of the sessions that are theirs or nobody’s, of the next one and of scores', async () => {
    const cohort = await aRunningCohort(api.db, { participants: 2, sessions: [{}, {}, {}], criteria: { components: [{ code: 'akhir', title: 'Tugas akhir', weight: 100, minScore: null }] } });
    const [me] = await api.db.execute<{ id: string }>(`insert into person (agency_id, full_name) values ($1, 'Tirta Wening') returning id`, [cohort.agencyId]);
    await api.db.execute(`insert into session_facilitator (session_id, person_id) values ($1, $2), ($3, $4)`, [cohort.sessionIds[0], cohort.personIds[0], cohort.sessionIds[2], me!.id]);
    const caller = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }], me);
    api.standAt('2024-11-05T02:00:00Z');
    const home = await homeOf(caller);
    expect(home.tasks).toMatchObject([
      { kind: 'markSession', sessionId: cohort.sessionIds[1] }, { kind: 'nextSession', sessionId: cohort.sessionIds[2], dueAt: '2024-11-06T00:00:00.000Z' }, { kind: 'enterScores', facts: { count: 2 } },
    ]);
    expect(home.sessions.map(({ sessionId }) => sessionId)).toEqual([cohort.sessionIds[1]]);
    await score(cohort, 0);
    await score(cohort, 1);
    expect(kindsOf(await homeOf(caller))).toEqual(['markSession', 'nextSession']);
  });

  it('of another cohort sees nothing', async () => {
    const cohort = await aRunningCohort(api.db, {});
    const other = await aRunningCohort(api.db, { participants: 0, sessions: [] });
    api.standAt('2024-11-04T02:00:00Z');
    const home = await homeOf(await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: other.agencyId, cohortId: other.cohortId }]));
    expect(home.tasks).toEqual([]);
    expect(JSON.stringify(home)).not.toContain(cohort.cohortId);
  });
});

describe('an HR analyst', () => {
  it('is told what changed since the last export of their own', async () => {
    const world = await someWorld();
    await api.db.execute(`update employment set nip_warnings = '{birthDate}' where id = $1`, [world.employmentId]);
    const caller = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: world.agencyId }]);
    expect((await homeOf(caller)).tasks).toMatchObject([{ kind: 'exportCertificates', facts: { count: 1, since: '' } }, { kind: 'checkNips', facts: { count: 1 } }]);
    await exportBy(caller);
    expect(kindsOf(await homeOf(caller))).toEqual(['checkNips']);
    await revoke(world);
    expect((await homeOf(caller)).tasks[0]).toMatchObject({ kind: 'reportRevoked', facts: { count: 1 }, link: '/merit?state=revoked' });
    await exportBy(caller);
    expect(kindsOf(await homeOf(caller))).toEqual(['checkNips']);
  });

  it('reaches the units of the grant and no others', async () => {
    const [world, elsewhere] = [await someWorld(), await someWorld()];
    const [sister] = await api.db.execute<{ id: string }>(`insert into unit (agency_id, parent_id, kind, code, name) values ($1, $2, 'DINAS', 'DISDIK', 'Dinas Pendidikan') returning id`, [world.agencyId, world.rootUnitId]);
    const inUnit = (unitId: string) => api.as([{ role: 'hr_analyst', scope: 'unit', agencyId: world.agencyId, unitId }]);
    expect(kindsOf(await homeOf(await inUnit(world.unitId)))).toEqual(['exportCertificates']);
    expect(await homeOf(await inUnit(sister!.id))).toMatchObject(nothing);
    expect((await homeOf(await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: elsewhere.agencyId }]))).tasks).toMatchObject([{ facts: { count: 1 } }]);
  });
});

describe('an agency head', () => {
  it('sees who is in training and who graduated this year in their units', async () => {
    const world = await someWorld();
    const head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: world.agencyId, unitId: world.unitId }]);
    api.standAt('2024-09-10T02:00:00Z');
    expect((await homeOf(head)).tasks).toMatchObject([
      { kind: 'inTraining', facts: { count: 1, cohorts: 1, cohort: 'DLA Telaga', until: '2024-09-10' } }, { kind: 'graduates', facts: { count: 1, lessonHours: 6, year: '2024' }, link: '/merit?from=2024-01-01' },
    ]);
    api.standAt('2025-01-01T02:00:00Z');
    expect(await homeOf(head)).toMatchObject(nothing);
  });

  it('is asked to send people where seats are left', async () => {
    const world = await someWorld();
    await api.db.execute(`update cohort set state = 'enrolling' where id = $1`, [world.cohortId]);
    await api.db.execute(`update admission set closes_on = '2024-09-05' where cohort_id = $1`, [world.cohortId]);
    const head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: world.agencyId, unitId: world.unitId }]);
    api.standAt('2024-09-05T15:59:00Z');
    expect((await homeOf(head)).tasks[0]).toMatchObject({ kind: 'nominate', facts: { cohort: 'DLA Telaga', count: 29, closesOn: '2024-09-05' }, dueAt: '2024-09-05T16:00:00.000Z', link: `/usulan/baru/${world.cohortId}` });
    api.standAt('2024-09-05T16:00:00Z');
    expect(kindsOf(await homeOf(head))).not.toContain('nominate');
  });

  it('of another unit sees neither', async () => {
    const [world, elsewhere] = [await someWorld(), await someWorld()];
    await api.db.execute(`update cohort set state = 'completed' where id = $1`, [elsewhere.cohortId]);
    api.standAt('2024-09-10T02:00:00Z');
    const home = await homeOf(await api.as([{ role: 'agency_head', scope: 'unit', agencyId: elsewhere.agencyId, unitId: elsewhere.unitId }]));
    expect(kindsOf(home)).toEqual(['graduates']);
    expect(JSON.stringify(home)).not.toContain(world.cohortId);
  });
});

describe('an admin', () => {
  it('of an agency is told of its failed jobs, unused accounts and missing organiser', async () => {
    const world = await someWorld();
    const admin = await api.as([{ role: 'admin', scope: 'agency', agencyId: world.agencyId }]);
    expect((await homeOf(admin)).tasks).toMatchObject([{ kind: 'failedJobs', facts: { count: 1 } }, { kind: 'inviteAgain', facts: { count: 1 } }]);
    await api.db.execute(`update role_grant set revoked_at = now() where id = $1`, [world.grantId]);
    await api.db.execute(`update job set state = 'done' where id = $1`, [world.jobId]);
    await api.db.execute(`insert into sign_in (account_id, token_hash, expires_at) values ($1, $2, now())`, [world.accountId, randomBytes(32)]);
    expect((await homeOf(admin)).tasks).toMatchObject([{ kind: 'nameOrganiser', facts: { count: 1, others: 0, agency: expect.stringMatching(/^Telaga /) } }]);
  });
});

describe('the role in use', () => {
  it('keeps its own tasks and reach: another role held never widens them', async () => {
    const [cohort, world] = [await aRunningCohort(api.db, {}), await someWorld()];
    api.standAt('2024-11-04T02:00:00Z');
    const caller = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }, { role: 'hr_analyst', scope: 'agency', agencyId: world.agencyId }]);
    const organising = await homeOf(caller, 'organiser');
    expect(kindsOf(organising)).toEqual(['markSession']);
    expect(organising.cohorts.map(({ id }) => id)).toEqual([cohort.cohortId]);
    expect(kindsOf(await homeOf(caller, 'hr_analyst'))).toEqual(['exportCertificates']);
    expect((await homeOf(caller)).tasks.map(({ role }) => role)).toEqual(['organiser', 'hr_analyst']);
    expect(await homeOf(caller, 'admin')).toMatchObject(nothing);
    await caller.get('/api/v1/me/tasks?role=wali').expect(400);
  });

  it('is empty for participants, who have their agenda, and closed to strangers', async () => {
    const cohort = await aRunningCohort(api.db, {});
    const participant = await api.as([{ role: 'participant', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }], { id: cohort.personIds[0]! });
    expect(await homeOf(participant)).toMatchObject(nothing);
    await api.stranger.get('/api/v1/me/tasks').expect(401);
  });
});

function score(cohort: RunningCohort, participant: number): Promise<unknown> {
  return api.db.execute(`insert into score (enrolment_id, component, value) values ($1, 'akhir', 80)`, [cohort.enrolmentIds[participant]]);
}

/** Decides on everybody, instead of what was decided before. */
async function decide(cohort: RunningCohort, outcome: string): Promise<void> {
  await api.db.execute(
    `insert into graduation_decision (enrolment_id, outcome, curriculum_id, criteria, inputs, results, supersedes)
     select e.id, $2, c.curriculum_id, '{}', '{}', '[]', (select d.id from graduation_decision d where d.enrolment_id = e.id) from enrolment e join cohort c on c.id = e.cohort_id where c.id = $1`,
    [cohort.cohortId, outcome]);
}

async function revoke({ certificateId }: World): Promise<void> {
  await api.db.execute(`insert into certificate_event (certificate_id, kind, reason_code, public_text) values ($1, 'revoked', 'DATA_FALSE', 'Data keliru')`, [certificateId]);
}

async function exportBy({ accountId }: Caller): Promise<void> {
  await api.db.execute(`insert into merit_export (account_id, format, filter, filter_text, rows, bytes, sha256) values ($1, 'csv', '{}', 'Semua', 1, 3, repeat('0', 64))`, [accountId]);
}
