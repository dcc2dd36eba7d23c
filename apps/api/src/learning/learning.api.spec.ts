import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { aPdf } from '../file/file.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let ground: Ground;
let curriculumId: string;
let fileId: string;
/** First module: a page and a PDF, both required; second module: a page. */
let activities: [string, string, string];
let organiser: Caller;
let participant: Caller;
let enrolmentId: string;
let cohortId: string;

beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
  fileId = (await organiser.post(`/api/v1/files?purpose=learning&agencyId=${ground.agencyId}`).attach('file', aPdf('materi'), 'materi.pdf').expect(201)).body.id;
  const { body: programme } = await organiser.post('/api/v1/programmes/from-template', { templateId: ground.programmeId, agencyId: ground.agencyId }).expect(201);
  curriculumId = programme.curricula[0].id;
  const { body: tree } = await organiser.get(`/api/v1/curricula/${curriculumId}`).expect(200);
  const add = async (module: number, body: object) => (await organiser.post(`/api/v1/modules/${tree.modules[module].id}/activities`, { required: true, ...body }).expect(201)).body.id as string;
  activities = [
    await add(0, { kind: 'page', title: 'Arah', body: 'Satu <script>alert(1)</script>**penting**' }), await add(0, { kind: 'pdf', title: 'Lampiran', fileId }),
    await add(1, { kind: 'page', title: 'Data', body: 'Dua' }),
  ];
  await organiser.post(`/api/v1/curricula/${curriculumId}/publish`, { version: tree.version }).expect(200);
});
afterAll(() => api.close());

beforeEach(async () => {
  api.standAt('2026-09-08T02:00:00Z');
  [participant, enrolmentId, cohortId] = await aParticipant('running');
});

async function aParticipant(state: string, enrolment = 'accepted'): Promise<[Caller, string, string]> {
  const { id: cohort } = await aCohort(api.db, { ...ground, curriculumId }, { state });
  const [person] = await somePeople(api.db, ground, 1);
  const [row] = await api.db.execute<{ id: string }>(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, $3) returning id`, [cohort, person, enrolment]);
  return [await api.as([], { id: person! }), row!.id, cohort];
}
const url = (activity: string, enrolment = enrolmentId): string => `/api/v1/me/enrolments/${enrolment}/activities/${activity}`;
const complete = (activity: string) => participant.put(`${url(activity)}/progress`, { completed: true });
const states = async () =>
  (await participant.get(`/api/v1/me/enrolments/${enrolmentId}/modules`).expect(200)).body.modules.map((module: { state: string; activities: { state: string }[] }) => `${module.state}: ${module.activities.map(({ state }) => state).join(' ')}`);

describe('a participant', () => {
  it('opens a module when the one before is complete, and goes on where it was left', async () => {
    expect(await states()).toEqual(['open: open open', 'locked: locked']);
    expect((await participant.get(url(activities[2])).expect(409)).body).toMatchObject({ code: 'learning.previousModule', details: { title: 'Visi digital', left: 2 } });
    expect((await participant.put(`${url(activities[2])}/progress`, { completed: true }).expect(409)).body.code).toBe('learning.previousModule');

    const { body: first } = await complete(activities[0]).expect(200);
    expect(first).toMatchObject({ completedAt: '2026-09-08T02:00:00.000Z', nextId: activities[1] });
    await participant.put(`${url(activities[1])}/progress`, { resumeAt: { page: 3 } }).expect(200);
    const { body: again } = await participant.get(url(activities[1])).expect(200);
    expect(again).toMatchObject({ resumeAt: { page: 3 }, completedAt: null, file: { id: fileId, mediaType: 'application/pdf' }, html: null, previousId: activities[0], nextId: activities[2] });
    const [mine] = (await participant.get('/api/v1/me/learning').expect(200)).body;
    expect(mine).toMatchObject({ enrolmentId, cohortId, required: 3, completed: 1, next: { activityId: activities[1], title: 'Lampiran' } });

    expect((await complete(activities[1]).expect(200)).body.nextId).toBe(activities[2]);
    expect(await states()).toEqual(['done: done done', 'open: open']);
    expect((await complete(activities[2]).expect(200)).body.nextId).toBeNull();
  });

  it('reads pages without anything that runs', async () => {
    const { body } = await participant.get(url(activities[0])).expect(200);
    expect(body.html.trim()).toBe('<p>Satu <strong>penting</strong></p>');
  });

  it('never loses what is done: not by going back, not by twenty steps at once', async () => {
    await complete(activities[0]).expect(200);
    api.standAt('2026-09-09T02:00:00Z');
    await Promise.all(Array.from({ length: 20 }, (_, n) => participant.put(`${url(activities[0])}/progress`, n % 2 ? { completed: true } : { completed: false, resumeAt: { scroll: 0.5 } }).expect(200)));
    const { body } = await participant.get(url(activities[0])).expect(200);
    expect(body).toMatchObject({ completedAt: '2026-09-08T02:00:00+00:00', resumeAt: { scroll: 0.5 } });
    const rows = await api.db.read('select from activity_progress where enrolment_id = $1', [enrolmentId]);
    expect(rows).toHaveLength(1);
  });

  it.each([{ resumeAt: { scroll: 2 } }, { resumeAt: { page: 0 } }, { resumeAt: { second: -1 } }, { resumeAt: { second: 'x' } }, { resumeAt: [] }, { completed: 'ya' }, { other: 1 }])('cannot store %j', async (body) => {
    await participant.put(`${url(activities[0])}/progress`, body).expect(400);
  });

  it('reads the files of the own cohort and no others', async () => {
    const answer = await participant.get(`/api/v1/files/${fileId}`).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const [outsider] = await aParticipant('running', 'nominated');
    await outsider.get(`/api/v1/files/${fileId}`).expect(404);
  });

  it('reaches own enrolments only, and the attempt is kept', async () => {
    const [outsider] = await aParticipant('running');
    await outsider.get(`/api/v1/me/enrolments/${enrolmentId}/modules`).expect(404);
    await outsider.get(url(activities[0])).expect(404);
    await outsider.put(`${url(activities[0])}/progress`, { completed: true }).expect(404);
    await participant.get(url(randomUUID())).expect(404);
    expect(await api.db.read(`select from audit_event where action = 'denied' and account_id = $1 and subject_id = $2`, [outsider.accountId, enrolmentId])).toHaveLength(3);
    const rows = await api.db.read('select from activity_progress where enrolment_id = $1', [enrolmentId]);
    expect(rows).toHaveLength(0);
  });

  it('without a seat learns nothing', async () => {
    const [nominee, nomination] = await aParticipant('running', 'nominated');
    await nominee.get(`/api/v1/me/enrolments/${nomination}/modules`).expect(404);
    expect((await nominee.get('/api/v1/me/learning').expect(200)).body).toEqual([]);
    await api.stranger.get('/api/v1/me/learning').expect(401);
  });

  it('waits for the first day in the zone of the cohort', async () => {
    const [early, enrolment] = await aParticipant('enrolling');
    api.standAt('2026-09-06T15:59:00Z');
    expect((await early.get(url(activities[0], enrolment)).expect(409)).body).toMatchObject({ code: 'learning.notStarted', details: { startsOn: '2026-09-07' } });
    api.standAt('2026-09-06T16:00:00Z');
    await early.get(url(activities[0], enrolment)).expect(200);
  });

  it('may read everything of a completed cohort, but completes nothing more', async () => {
    const [alumnus, enrolment] = await aParticipant('completed');
    expect((await alumnus.get(url(activities[2], enrolment)).expect(200)).body.open).toBe(false);
    expect((await alumnus.put(`${url(activities[2], enrolment)}/progress`, { completed: true }).expect(409)).body.code).toBe('learning.ended');
  });
});

describe('an organiser', () => {
  it('sees how far everyone is, page by page', async () => {
    await complete(activities[0]).expect(200);
    const { body } = await organiser.get(`/api/v1/cohorts/${cohortId}/learning`).expect(200);
    expect(body.headings).toMatchObject([{ code: 'M1', required: 2 }, { code: 'M2', required: 1 }]);
    expect(body).toMatchObject({ total: 1, rows: [{ enrolmentId, completed: 1, required: 3, modules: { [body.headings[0].id]: 1 }, lastStepAt: '2026-09-08T02:00:00+00:00' }] });
    expect((await organiser.get(`/api/v1/cohorts/${cohortId}/learning?q=tidakada`).expect(200)).body.rows).toEqual([]);
    await organiser.get(`/api/v1/cohorts/${cohortId}/learning?sort=password`).expect(400);
  });

  it('of another agency does not', async () => {
    const other = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aGround(api.db)).agencyId }]);
    await other.get(`/api/v1/cohorts/${cohortId}/learning`).expect(404);
    await participant.get(`/api/v1/cohorts/${cohortId}/learning`).expect(403);
  });

  it('sees a page as participants will', async () => {
    const { body } = await organiser.post('/api/v1/learning/preview', { body: '**Tebal** <img src=x onerror=alert(1)>' }).expect(200);
    expect(body.html.trim()).toBe('<p><strong>Tebal</strong> </p>');
    await participant.post('/api/v1/learning/preview', { body: 'x' }).expect(403);
  });
});
