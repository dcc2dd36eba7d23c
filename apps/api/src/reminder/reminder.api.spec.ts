import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type TestApi } from '../testing/index.js';
import { ReminderService } from './reminder.service.js';

let api: TestApi;
beforeAll(async () => { api = await startApi({ role: 'web' }); });
afterEach(() => api.standAt(null));
afterAll(() => api.close());

/** Sweeps twice at the same moment, as two workers would. */
async function sweepAt(instant: string): Promise<void> {
  api.standAt(instant);
  const reminders = api.app.get(ReminderService);
  await Promise.all([reminders.sweep(), reminders.sweep()]);
}

interface Said { event: string; personId: string | null; accountId: string | null; facts: Record<string, unknown> }
const said = (cohortId: string): Promise<Said[]> => api.db.read<Said>(`select event, person_id as "personId", account_id as "accountId", facts from announcement where cohort_id = $1 order by id`, [cohortId]);
const startOf = (cohort: RunningCohort, instant: string): Promise<unknown> => api.db.execute(`update session set starts_at = $2, ends_at = $2::timestamptz + interval '8 hours' where id = $1`, [cohort.sessionIds[0], instant]);

describe('before the first session', () => {
  it('everybody is reminded three days and one day before, at eight in the morning there, once', async () => {
    const cohort = await aRunningCohort(api.db, { participants: 2, sessions: [{}, {}] });
    await sweepAt('2024-10-31T23:59:00Z');
    expect(await said(cohort.cohortId)).toEqual([]);
    await sweepAt('2024-11-01T00:00:00Z');
    await sweepAt('2024-11-02T05:00:00Z');
    expect((await said(cohort.cohortId)).map(({ facts }) => facts)).toEqual([1, 2].map(() => ({ session: 'Sesi 1', sessionId: cohort.sessionIds[0], startsAt: '2024-11-04T00:00:00Z', zone: 'Asia/Makassar', venue: 'Ballroom Lt. 3', days: 3 })));
    await sweepAt('2024-11-03T00:00:00Z');
    await sweepAt('2024-11-03T09:00:00Z');
    expect((await said(cohort.cohortId)).map(({ facts }) => facts['days'])).toEqual([3, 3, 1, 1]);
    await sweepAt('2024-11-04T00:00:01Z');
    expect(await said(cohort.cohortId)).toHaveLength(4);
  });

  it('those of a class are reminded of the first session of their class, and of the last reminder only when several were missed', async () => {
    const cohort = await aRunningCohort(api.db, { participants: 2, classes: ['A', 'B'], sessions: [{ classCode: 'A' }, { classCode: 'B' }] });
    await api.db.execute(`update enrolment set class_id = $2 where id = $1`, [cohort.enrolmentIds[0], cohort.classIds['A']]);
    await api.db.execute(`update enrolment set class_id = $2 where id = $1`, [cohort.enrolmentIds[1], cohort.classIds['B']]);
    await sweepAt('2024-11-03T10:00:00Z');
    expect((await said(cohort.cohortId)).map(({ personId, facts }) => [personId, facts['session'], facts['days']]).sort()).toEqual([[cohort.personIds[0], 'Sesi 1', 1], [cohort.personIds[1], 'Sesi 2', 3]].sort());
  });

  it('a session that moves is reminded of anew', async () => {
    const cohort = await aRunningCohort(api.db, { participants: 1 });
    await sweepAt('2024-11-03T10:00:00Z');
    await startOf(cohort, '2024-11-07T00:00:00Z');
    await sweepAt('2024-11-06T10:00:00Z');
    expect((await said(cohort.cohortId)).map(({ facts }) => facts['startsAt'])).toEqual(['2024-11-04T00:00:00Z', '2024-11-07T00:00:00Z']);
  });

  it('the days are the organiser\'s to choose, and nobody overwrites a colleague', async () => {
    const cohort = await aRunningCohort(api.db, { participants: 1 });
    const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
    const path = `/api/v1/cohorts/${cohort.cohortId}/reminders`;
    expect((await organiser.get(path).expect(200)).body).toEqual({ version: 0, days: [3, 1] });
    expect((await organiser.put(path, { version: 0, days: [2, 7, 2] }).expect(200)).body).toEqual({ version: 1, days: [7, 2] });
    await organiser.put(path, { version: 0, days: [1] }).expect(409);
    await organiser.put(path, { version: 1, days: [31] }).expect(400);
    await sweepAt('2024-11-02T10:00:00Z');
    expect((await said(cohort.cohortId)).map(({ facts }) => facts['days'])).toEqual([2]);
    await organiser.put(path, { version: 1, days: [] }).expect(200);
    await sweepAt('2024-11-03T10:00:00Z');
    expect(await said(cohort.cohortId)).toHaveLength(1);
  });
});

async function openUntil(cohort: RunningCohort, closesOn: string): Promise<void> {
  await api.db.execute(`update cohort set state = 'enrolling' where id = $1`, [cohort.cohortId]);
  await api.db.execute(`update admission set route = 'one_step', opens_on = '2024-10-01', closes_on = $2 where cohort_id = $1`, [cohort.cohortId, closesOn]);
}

describe('before a deadline', () => {
  it('heads who have not nominated are reminded of the last day', async () => {
    const cohort = await aRunningCohort(api.db, { participants: 0, sessions: [] });
    await openUntil(cohort, '2024-10-20');
    const other = await aRunningCohort(api.db, { agencyId: cohort.agencyId, participants: 0, sessions: [] });
    const open = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: cohort.agencyId, unitId: other.unitId }]);
    const done = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: cohort.agencyId, unitId: cohort.unitId }]);
    await api.db.execute(`insert into nomination (cohort_id, agency_id, unit_id, submitted_by) values ($1, $2, $3, $4)`, [cohort.cohortId, cohort.agencyId, cohort.unitId, done.accountId]);
    await sweepAt('2024-10-16T10:00:00Z');
    expect(await said(cohort.cohortId)).toEqual([]);
    await sweepAt('2024-10-17T00:00:00Z');
    await sweepAt('2024-10-20T15:59:00Z');
    // The last of several missed days; nothing after the day itself.
    expect((await said(cohort.cohortId)).map(({ accountId, facts }) => [accountId, facts['closesOn'], facts['days']])).toEqual([[open.accountId, '2024-10-20', 3], [open.accountId, '2024-10-20', 1]]);
    const late = await aRunningCohort(api.db, { agencyId: cohort.agencyId, participants: 0, sessions: [] });
    await openUntil(late, '2024-10-20');
    await sweepAt('2024-10-20T16:00:00Z');
    expect(await said(late.cohortId)).toEqual([]);
  });

  it('people with an open offer are reminded halfway of a short one, a day before the end of a long one', async () => {
    const cohort = await aRunningCohort(api.db, { participants: 2, sessions: [] });
    await api.db.execute(`update enrolment set state = 'withdrawn' where cohort_id = $1`, [cohort.cohortId]);
    await api.db.execute(`alter table enrolment disable trigger user`);
    await api.db.execute(`update enrolment set state = 'offered' where cohort_id = $1`, [cohort.cohortId]);
    await api.db.execute(`alter table enrolment enable trigger user`);
    await api.db.execute(`insert into seat_offer (enrolment_id, why, offered_at, expires_at) values ($1, '{}', '2024-10-01T00:00:00Z', '2024-10-02T00:00:00Z'), ($2, '{}', '2024-10-01T00:00:00Z', '2024-10-08T00:00:00Z')`, cohort.enrolmentIds.slice(0, 2));
    await sweepAt('2024-10-01T11:59:00Z');
    expect(await said(cohort.cohortId)).toEqual([]);
    await sweepAt('2024-10-01T12:00:00Z');
    await sweepAt('2024-10-01T20:00:00Z');
    expect((await said(cohort.cohortId)).map(({ personId }) => personId)).toEqual([cohort.personIds[0]]);
    await sweepAt('2024-10-07T00:00:00Z');
    expect((await said(cohort.cohortId)).map(({ personId, facts }) => [personId, facts['expiresAt']])).toEqual([[cohort.personIds[0], '2024-10-02T00:00:00Z'], [cohort.personIds[1], '2024-10-08T00:00:00Z']]);
  });
});
