import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aGround, somePeople, type Ground } from '../cohort/cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let ground: Ground;
let head: Caller;
let deputy: Caller;
let personId: string;
beforeAll(async () => {
  api = await startApi();
  ground = await aGround(api.db);
  [personId] = (await somePeople(api.db, ground, 1)) as [string];
  head = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: ground.agencyId, unitId: ground.unitId }]);
  deputy = await api.as([], { id: personId });
});
afterEach(() => { api.standAt(null); });
afterAll(() => api.close());

/** The dates lie after everything that other tests of this file made. */
const grantOf = async (caller: Caller): Promise<string> => (await api.db.read<{ id: string }>(`select id from role_grant where account_id = $1 and role = 'agency_head'`, [caller.accountId]))[0]!.id;
const delegate = async (from: Caller, to: Caller, changes: object = {}) => from.post('/api/v1/delegations', { grantId: await grantOf(from), deputyId: to.accountId, startsOn: '2026-10-05', endsOn: '2026-11-01', note: 'Umrah', ...changes });
const deputyOf = async (of: Caller): Promise<Caller> => {
  const [id] = await somePeople(api.db, ground, 1);
  const caller = await api.as([], { id: id! });
  await delegate(of, caller).then(({ status }) => { expect(status).toBe(201); });
  return caller;
};
const aHead = (): Promise<Caller> => api.as([{ role: 'agency_head', scope: 'unit', agencyId: ground.agencyId, unitId: ground.unitId }]);

describe('a deputy', () => {
  it('holds the right of the head from local midnight to local midnight, and not a minute longer', async () => {
    api.standAt('2026-10-01T00:00:00Z');
    expect((await delegate(head, deputy)).status).toBe(201);
    const steps = [
      ['2026-10-04T15:59:00Z', 403], ['2026-10-04T16:00:00Z', 200], ['2026-11-01T15:59:00Z', 200], ['2026-11-01T16:00:00Z', 403],
    ] as const;
    for (const [instant, status] of steps) {
      api.standAt(instant);
      const answer = await deputy.get('/api/v1/people');
      expect([instant, answer.status]).toEqual([instant, status]);
      if (status === 200) expect(answer.body.rows).toContainEqual(expect.objectContaining({ id: personId }));
    }
  });

  it('is told that the time is over, in words', async () => {
    const own = await aHead();
    api.standAt('2026-10-01T00:00:00Z');
    const caller = await deputyOf(own);
    api.standAt('2026-11-02T00:00:00Z');
    const { body } = await caller.get('/api/v1/people').expect(403);
    expect(body).toMatchObject({ code: 'delegation.ended', title: 'Delegasi berakhir 1 November 2026. Anda tidak lagi bertindak a.n. Penguji Cemara.', details: { endedOn: '2026-11-01' } });
    expect((await caller.get('/api/v1/jobs/failed').expect(403)).body.code).toBe('forbidden');
    expect((await caller.get('/api/v1/delegations').expect(200)).body.held).toMatchObject([{ standing: 'ended', endsOn: '2026-11-01' }]);
  });

  it('sees for whom and until when they act', async () => {
    api.standAt('2026-10-06T00:00:00Z');
    const { body } = await deputy.get('/api/v1/auth/me').expect(200);
    expect(body.grants).toEqual([expect.objectContaining({ role: 'agency_head', unitName: 'Dinas Kesehatan', onBehalfOf: { accountId: head.accountId, name: 'Penguji Cemara' }, until: '2026-11-01' })]);
    expect(body.permissions).toContain('nomination.submit');
    expect((await head.get('/api/v1/auth/me').expect(200)).body.grants[0]).toMatchObject({ onBehalfOf: null, until: null });
  });

  it('loses the right with the head’s own grant, at once', async () => {
    const own = await aHead();
    api.standAt('2026-10-06T00:00:00Z');
    const caller = await deputyOf(own);
    await caller.get('/api/v1/people').expect(200);
    const admin = await api.as([{ role: 'admin', scope: 'agency', agencyId: ground.agencyId }]);
    await admin.delete(`/api/v1/accounts/${own.accountId}/grants/${await grantOf(own)}`).expect(204);
    api.standAt('2026-10-06T00:01:00Z');
    await caller.get('/api/v1/people').expect(403);
    expect((await caller.get('/api/v1/delegations').expect(200)).body.held[0].standing).toBe('revoked');
  });

  it('loses it when the head takes it back, and the row stays', async () => {
    const own = await aHead();
    api.standAt('2026-10-06T00:00:00Z');
    const caller = await deputyOf(own);
    await caller.get('/api/v1/people').expect(200);
    const [given] = (await own.get('/api/v1/delegations').expect(200)).body.given;
    await own.delete(`/api/v1/delegations/${given.id}`).expect(204);
    await own.delete(`/api/v1/delegations/${given.id}`).expect(204);
    api.standAt('2026-10-06T00:01:00Z');
    await caller.get('/api/v1/people').expect(403);
    expect(await api.db.read(`select note, revoked_at is not null as revoked, created_by from delegation where id = $1`, [given.id])).toEqual([{ note: 'Umrah', revoked: true, created_by: own.accountId }]);
    await deputy.delete(`/api/v1/delegations/${given.id}`).expect(404);
  });

  it('cannot delegate further', async () => {
    const own = await aHead();
    api.standAt('2026-10-06T00:00:00Z');
    const caller = await deputyOf(own);
    const answer = await caller.post('/api/v1/delegations', { grantId: await grantOf(own), deputyId: deputy.accountId, startsOn: '2026-10-06', endsOn: '2026-10-07' }).expect(409);
    expect(answer.body).toMatchObject({ code: 'delegation.deputyDelegates', title: 'Wakil tidak dapat mendelegasikan lagi. Minta Penguji Cemara menunjuk wakil lain.' });
    expect((await caller.get('/api/v1/delegations').expect(200)).body).toMatchObject({ delegable: [], given: [] });
  });
});

describe('naming a deputy', () => {
  it.each([
    ['backwards', { startsOn: '2026-11-02', endsOn: '2026-11-01' }, 'endsOn delegation.endsBeforeStart'],
    ['for 367 days', { startsOn: '2027-01-01', endsOn: '2028-01-03' }, 'endsOn delegation.tooLong'],
    ['on a day that does not exist', { startsOn: '2026-02-30' }, 'startsOn field.isDateOnly'],
    ['nobody', { deputyId: '00000000-0000-4000-8000-000000000000' }, 'deputyId delegation.deputyUnknown'],
  ] as const)('%s is refused', async (_, changes, expected) => {
    api.standAt('2026-10-01T00:00:00Z');
    const answer = await delegate(head, deputy, changes);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([expected]);
  });

  it('refuses the head themself, strangers to the agency, and the right of another head', async () => {
    api.standAt('2026-10-01T00:00:00Z');
    expect((await delegate(head, head)).body.errors[0].code).toBe('delegation.self');
    const elsewhere = await aGround(api.db);
    const stranger = await api.as([{ role: 'agency_head', scope: 'agency', agencyId: elsewhere.agencyId }]);
    expect((await delegate(head, stranger)).body.errors[0].code).toBe('delegation.deputyUnknown');
    await stranger.post('/api/v1/delegations', { grantId: await grantOf(head), deputyId: deputy.accountId, startsOn: '2026-10-05', endsOn: '2026-10-06' }).expect(404);
  });

  it('finds accounts of the agency by name, and none for another’s right', async () => {
    const [id] = await somePeople(api.db, ground, 1);
    const caller = await api.as([], { id: id! });
    await api.db.execute(`update account set display_name = 'Rimba Pualam 7' where id = $1`, [caller.accountId]);
    const query = `grantId=${await grantOf(head)}&q=rimba%20pualam%207`;
    expect((await head.get(`/api/v1/delegations/candidates?${query}`).expect(200)).body).toEqual([{ accountId: caller.accountId, name: 'Rimba Pualam 7', positionName: 'Kepala Seksi', unitName: 'Dinas Kesehatan' }]);
    expect((await caller.get(`/api/v1/delegations/candidates?${query}`).expect(200)).body).toEqual([]);
  });
});
