import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { aRunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type TestApi } from '../testing/index.js';

// In a file of its own: strategies of signing in are kept once per Node process, so the program that came last knows the callers of both.
const programs: TestApi[] = [];
beforeAll(async () => { for (let n = 0; n < 2; n += 1) programs.push(await startApi()); });
afterAll(async () => { for (const program of programs) await program.close(); });

it('several programs store one check-in of a person, and notice one device of two people', async () => {
  for (const program of programs) program.standAt('2024-11-04T00:02:00Z');
  const [first] = programs;
  const { agencyId, cohortId, sessionIds, personIds } = await aRunningCohort(first!.db);
  const facilitator = await first!.as([{ role: 'facilitator', scope: 'cohort', agencyId, cohortId }]);
  const phones = await Promise.all(personIds.slice(0, 2).map((id) => first!.as([{ role: 'participant', scope: 'cohort', agencyId, cohortId }], { id })));
  const opening = `/api/v1/sessions/${sessionIds[0]!}/check-in/opening`;
  await facilitator.post(opening, {}).expect(200);
  const { body } = await facilitator.get(`${opening}/code`).expect(200);
  const agents = await Promise.all(programs.map(async ({ app }) => supertest((await app.getUrl()).replace('[::1]', '127.0.0.1'))));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => agents[n % 2]!.post('/api/v1/me/check-ins').set('cookie', phones[n % 4 < 2 ? 0 : 1]!.cookie)
    .send({ sessionId: sessionIds[0], code: body.code.url, device: 'perangkat-bersama-0000', clientId: randomUUID() })));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(answers.filter((answer) => answer.body.outcome === 'recorded')).toHaveLength(2);
  expect(await first!.db.read(`select id from check_in where cohort_id = $1`, [cohortId])).toHaveLength(2);
  expect(await first!.db.read(`select id from attendance_mark where cohort_id = $1`, [cohortId])).toHaveLength(2);
  expect(await first!.db.read(`select f.id from attendance_flag f join check_in i on i.id = f.check_in_id where i.cohort_id = $1 and f.kind = 'shared_device'`, [cohortId])).toHaveLength(2);
});
