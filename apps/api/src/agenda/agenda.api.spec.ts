import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMark, aRunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type TestApi } from '../testing/index.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());

describe('the home of a participant', () => {
  it('shows the session of today, the JP of every cohort and where they stand', async () => {
    const cohort = await aRunningCohort(api.db, { sessions: [{}, {}, { lessonHours: 4 }], activities: 2 });
    await aMark(api.db, cohort, {});
    const participant = await api.as([], { id: cohort.personIds[0]! });
    api.standAt('2024-11-05T01:00:00Z');
    const { body } = await participant.get('/api/v1/me/home').expect(200);
    expect(body).toMatchObject({
      now: '2024-11-05T01:00:00.000Z', next: { kind: 'session', session: { title: 'Sesi 2', zone: 'Asia/Makassar', mark: null } }, today: [{ title: 'Sesi 2', venue: 'Ballroom Lt. 3', clashes: false }],
      cohorts: [{
        cohortName: 'DLA Samarinda Angkatan I', programmeName: 'Literasi Digital ASN', state: 'running', startsOn: '2024-11-04', minAttendancePercent: 80, requiredActivities: 2, completedActivities: 0,
        attendance: { plannedLessonHours: 20, attendedLessonHours: 8, percent: 40, reachableLessonHours: 20 }, verdict: 'open', decided: null, certificateCode: null, nextActivity: { title: 'Bacaan', moduleTitle: 'Arsitektur SPBE' },
      }],
    });
  });

  it('after the day says what is left to learn, then nothing', async () => {
    const cohort = await aRunningCohort(api.db, { activities: 1 });
    const participant = await api.as([], { id: cohort.personIds[0]! });
    api.standAt('2024-11-06T01:00:00Z');
    expect((await participant.get('/api/v1/me/home').expect(200)).body).toMatchObject({ today: [], next: { kind: 'learn', cohort: { nextActivity: { activityId: cohort.activityIds[0] } } } });
    await api.db.execute(`insert into activity_progress (enrolment_id, activity_id, completed_at) values ($1, $2, now())`, [cohort.enrolmentIds[0], cohort.activityIds[0]]);
    expect((await participant.get('/api/v1/me/home').expect(200)).body).toMatchObject({ next: { kind: 'nothing' }, cohorts: [{ completedActivities: 1, nextActivity: null }] });
  });

  it('is empty for those who take part in nothing', async () => {
    const nobody = await api.as([]);
    expect((await nobody.get('/api/v1/me/home').expect(200)).body).toMatchObject({ next: { kind: 'nothing' }, today: [], cohorts: [] });
    await api.stranger.get('/api/v1/me/home').expect(401);
  });
});

describe('the schedule', () => {
  it('holds the sessions of every cohort of one person, with clashes, and of nobody else', async () => {
    const cohort = await aRunningCohort(api.db, { classes: ['A'], sessions: [{}, { classCode: 'A' }] });
    const other = await aRunningCohort(api.db, { participants: 0, sessions: [{ startsAt: '2024-11-04T07:00:00Z', endsAt: '2024-11-04T09:00:00Z' }, { state: 'cancelled' }] });
    await aRunningCohort(api.db, { agencyId: cohort.agencyId });
    await api.db.execute(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted')`, [other.cohortId, cohort.personIds[0]]);
    const participant = await api.as([], { id: cohort.personIds[0]! });
    api.standAt('2024-11-05T01:00:00Z');
    const { body } = await participant.get('/api/v1/me/schedule').expect(200);
    expect(body.map((session: { sessionId: string; clashes: boolean; state: string }) => [session.sessionId, session.clashes, session.state])).toEqual([
      [cohort.sessionIds[0], true, 'planned'], [other.sessionIds[0], true, 'planned'], [other.sessionIds[1], false, 'cancelled'],
    ]);
  });

  it('says where, by which link, and whom to ask about a clash', async () => {
    const cohort = await aRunningCohort(api.db, { sessions: [{}, { startsAt: '2024-11-04T01:00:00Z', endsAt: '2024-11-04T02:00:00Z' }] });
    const [venue] = await api.db.execute<{ id: string }>(`insert into venue (agency_id, name, zone, latitude, longitude) values ($1, 'Hotel Mahakam', 'Asia/Makassar', -0.5, 117.15) returning id`, [cohort.agencyId]);
    await api.db.execute(`update session set venue_id = $2, meeting_url = 'https://rapat.example/a' where id = $1`, [cohort.sessionIds[0], venue!.id]);
    const email = `organiser-${cohort.cohortId}@contoh.example`;
    await api.db.execute(`update person set email = $2 where id = $1`, [cohort.personIds[1], email]);
    await api.as([{ role: 'organiser', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }], { id: cohort.personIds[1]! });
    api.standAt('2024-11-03T01:00:00Z');
    const { body } = await (await api.as([], { id: cohort.personIds[0]! })).get('/api/v1/me/schedule').expect(200);
    expect(body).toMatchObject([
      { sessionId: cohort.sessionIds[0], clashes: true, meetingUrl: 'https://rapat.example/a', place: { name: 'Hotel Mahakam', room: null, latitude: -0.5 }, contact: { name: 'Bintang Savana', email } },
      { sessionId: cohort.sessionIds[1], clashes: true, meetingUrl: '', place: null, contact: { email } },
    ]);
  });
});
