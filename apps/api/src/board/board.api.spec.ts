import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { get } from 'node:http';
import type { BoardNews } from '@jenjang/shared';
import { aMark, aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let url: string;
beforeAll(async () => {
  api = await startApi();
  url = await api.app.getUrl();
});
afterAll(() => api.close());
beforeEach(() => api.standAt('2024-11-04T00:30:00Z'));

async function aBoard(participants = 3): Promise<RunningCohort & { facilitator: Caller; path: string }> {
  const cohort = await aRunningCohort(api.db, { participants });
  const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
  return { ...cohort, facilitator, path: `/api/v1/sessions/${cohort.sessionIds[0]!}/board` };
}

/** An open board: what it was told, and how to leave. */
function watch(reader: Caller, path: string): { readonly told: BoardNews[]; readonly until: (is: (told: BoardNews[]) => boolean) => Promise<number>; readonly leave: () => void } {
  const told: BoardNews[] = [];
  const request = get(`${url.replace('[::1]', '127.0.0.1')}${path}/events`, { headers: { cookie: reader.cookie } }, (response) => {
    let text = '';
    response.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data) told.push(JSON.parse(data) as BoardNews);
      }
    });
  });
  request.on('error', () => undefined);
  const until = async (is: (told: BoardNews[]) => boolean): Promise<number> => {
    const began = performance.now();
    while (!is(told)) {
      if (performance.now() - began > 5_000) throw new Error(`the board was told ${JSON.stringify(told)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return performance.now() - began;
  };
  return { told, until, leave: () => { request.destroy(); } };
}

const names = (told: BoardNews[], enrolmentId: string, mark: string) => told.some(({ marks }) => marks.some((one) => one.enrolmentId === enrolmentId && one.mark === mark));

describe('the board', () => {
  it('shows everyone expected with the mark in force, their unit and a number to call', async () => {
    const { facilitator, path, ...cohort } = await aBoard();
    await api.db.execute(`update person set phone = '0811-0000-901' where id = $1`, [cohort.personIds[2]]);
    const first = await aMark(api.db, cohort, { mark: 'absent', lessonHours: 0 });
    await aMark(api.db, cohort, { mark: 'late', supersedes: first });
    const { body } = await facilitator.get(path).expect(200);
    expect(body).toMatchObject({ title: 'Sesi 1', cohortName: 'DLA Samarinda Angkatan I', zone: 'Asia/Makassar', state: 'planned' });
    expect(body.people.map((one: { name: string; mark: string | null; unitName: string; phone: string | null }) => [one.name, one.mark, one.unitName, one.phone])).toEqual([
      ['Anggrek Telaga, S.T.', 'late', 'Dinas Kesehatan', null], ['Bintang Savana, S.T.', null, 'Dinas Kesehatan', null], ['Cemara Senja, S.T.', null, 'Dinas Kesehatan', '0811-0000-901'],
    ]);
    const reader = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: cohort.agencyId }]);
    expect((await reader.get(path).expect(200)).body.people[2].phone).toBeNull();
  });

  it('tells every board of each mark soon, also one that came later', async () => {
    const { facilitator, path, ...cohort } = await aBoard(12);
    const boards = [watch(facilitator, path), watch(facilitator, path)];
    try {
      await Promise.all(boards.map(({ until }) => until((told) => told.length > 0)));
      expect(boards[0]!.told[0]!.marks).toHaveLength(12);
      await Promise.all(cohort.enrolmentIds.slice(0, 6).map((_, participant) => aMark(api.db, cohort, { participant })));
      const waits = await Promise.all(boards.map(({ until }) => until((told) => cohort.enrolmentIds.slice(0, 6).every((id) => names(told, id, 'present')))));
      expect(Math.max(...waits)).toBeLessThan(3_000);
      const late = watch(facilitator, path);
      boards.push(late);
      await late.until((told) => names(told, cohort.enrolmentIds[5]!, 'present'));
      await facilitator.put(`/api/v1/sessions/${cohort.sessionIds[0]!}/marks`, { marks: [{ enrolmentId: cohort.enrolmentIds[11], mark: 'sick' }] }).expect(200);
      await Promise.all(boards.map(({ until }) => until((told) => names(told, cohort.enrolmentIds[11]!, 'sick'))));
      expect(boards[1]!.told.slice(1).flatMap(({ marks }) => marks)).toHaveLength(7);
    } finally {
      for (const { leave } of boards) leave();
    }
  });

  it('does not exist for others', async () => {
    const { path } = await aBoard();
    const other = await aBoard();
    await other.facilitator.get(path).expect(404);
    await other.facilitator.get(`${path}/events`).expect(404);
  });
});
