import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnCard } from '@jenjang/shared';
import { aCohort, aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { readConfig } from '../platform/index.js';
import { startApi, type TestApi } from '../testing/index.js';
import { readCard } from './index.js';

let api: TestApi;
let ground: Ground;
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
});
afterAll(() => api.close());

/** Somebody's place in a new cohort of this name. */
async function aPlace(personId: string, { name, cohort = 'running', state = 'accepted', startsOn = '2026-09-07' }: { name: string; cohort?: string; state?: string; startsOn?: string }): Promise<string> {
  const { id } = await aCohort(api.db, ground, { name, state: cohort, starts_on: startsOn, ends_on: '2026-09-30' });
  const [row] = await api.db.execute<{ id: string }>(
    `insert into enrolment (cohort_id, person_id, state, employment_id) select $1, $2, $3, (select id from employment where person_id = $2) returning id`, [id, personId, state]);
  return row!.id;
}

describe('own cards', () => {
  it('are those of accepted places in cohorts that enrol or run, the earliest first, each with the code of the printed card', async () => {
    const [id] = await somePeople(api.db, ground, 1, { name: 'Kenanga' });
    await api.db.execute(`update person set front_title = 'dr.', back_title = 'M.Kes.' where id = $1`, [id]);
    const running = await aPlace(id!, { name: 'DLA Telaga II' });
    const enrolling = await aPlace(id!, { name: 'DLA Telaga I', cohort: 'enrolling', startsOn: '2026-09-01' });
    await aPlace(id!, { name: 'Ditutup', cohort: 'completed' });
    await aPlace(id!, { name: 'Direncanakan', cohort: 'planned' });
    await aPlace(id!, { name: 'Menunggu', state: 'waitlisted' });
    const { body } = await (await api.as([], { id: id! })).get('/api/v1/me/cards').expect(200);
    const cards = body as OwnCard[];
    expect(cards.map(({ payload: _payload, ...card }) => card)).toEqual([
      { enrolmentId: enrolling, cohortName: 'DLA Telaga I', participantName: 'dr. Kenanga 000001, M.Kes.', unitName: 'Dinas Kesehatan' },
      { enrolmentId: running, cohortName: 'DLA Telaga II', participantName: 'dr. Kenanga 000001, M.Kes.', unitName: 'Dinas Kesehatan' },
    ]);
    const { secretKey } = readConfig();
    expect(cards.map(({ payload }) => readCard(secretKey, payload))).toEqual([enrolling, running]);
  });

  it('belong to the reader alone', async () => {
    const [one, other] = await somePeople(api.db, ground, 2, { name: 'Melati' });
    const [mine, theirs] = [await aPlace(one!, { name: 'DLA Rimba I' }), await aPlace(other!, { name: 'DLA Rimba II' })];
    const idsOf = async (person: string): Promise<string[]> => ((await (await api.as([], { id: person })).get('/api/v1/me/cards').expect(200)).body as OwnCard[]).map(({ enrolmentId }) => enrolmentId);
    expect([await idsOf(one!), await idsOf(other!)]).toEqual([[mine], [theirs]]);
    const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: ground.agencyId }]);
    expect((await organiser.get('/api/v1/me/cards').expect(200)).body).toEqual([]);
    await api.stranger.get('/api/v1/me/cards').expect(401);
  });
});
