import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApprovalOpening, ApprovalsWaiting, MadeApprovalLink } from '@jenjang/shared';
import type { Test } from 'supertest';
import { systemActor } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aSelectingCohort, type SelectingCohort } from './candidate.builder.js';
import { ApprovalLinks } from './link.service.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterEach(() => { api.standAt(null); });
afterAll(() => api.close());

const nip = '197002032010011955';

/** An approver of the whole agency, with a NIP of their own. */
async function anApprover({ agencyId, unitIds }: SelectingCohort): Promise<Caller> {
  const [person] = await api.db.execute<{ id: string }>(`insert into person (agency_id, full_name) values ($1, 'Kenanga Wening') returning id`, [agencyId]);
  await api.db.execute(
    `insert into employment (person_id, agency_id, unit_id, kind, nip, position_kind, position_name, valid_from) values ($1, $2, $3, 'PNS', $4, 'FUNGSIONAL', 'Analis SDM', '2020-01-01')`,
    [person!.id, agencyId, unitIds[0], nip]);
  return api.as([{ role: 'hr_analyst', scope: 'agency', agencyId }], person);
}

interface Link {
  readonly token: string;
  readonly id: string;
  readonly expiresAt: string;
}

/** A link as the program sends it to the approver when the nomination comes in. */
async function aLink({ cohortId, nominationIds }: SelectingCohort, approver: Caller): Promise<Link> {
  await api.db.transaction(systemActor(), (tx) => api.app.get(ApprovalLinks).ask(tx, systemActor(), nominationIds[0]!));
  const [row] = await api.db.read<Link>(
    `select l.id, split_part(a.facts ->> 'link', '/persetujuan/', 2) as token, a.facts ->> 'expiresAt' as "expiresAt" from approval_link l join announcement a on a.key = 'approval:' || l.id
     where l.cohort_id = $1 and l.approver_id = $2 order by l.created_at desc limit 1`, [cohortId, approver.accountId]);
  return row!;
}

/** A link that the organiser makes and copies. */
async function aLinkByHand(cohort: SelectingCohort, approver: Caller): Promise<Link> {
  const organiser = await anOrganiser(cohort);
  const { body } = await organiser.post(`/api/v1/cohorts/${cohort.cohortId}/approval-links`, { approverId: approver.accountId }).expect(201);
  const made = body as MadeApprovalLink;
  return { ...made, token: made.url.split('/').at(-1)! };
}

const anOrganiser = ({ agencyId }: SelectingCohort): Promise<Caller> => api.as([{ role: 'organiser', scope: 'agency', agencyId }]);

const aHead = ({ agencyId }: SelectingCohort): Promise<Caller> => api.as([{ role: 'agency_head', scope: 'agency', agencyId }]);

/** A browser: keeps the cookie that it is given. */
function aBrowser(): { open: (token: string, nip?: string) => Test; decide: (token: string, decisions: readonly object[]) => Test; keep: (test: Test) => Promise<ApprovalOpening> } {
  let cookie = '';
  const send = (path: string, body: object): Test => api.stranger.post(path, body).set('cookie', cookie);
  return {
    open: (token, own) => send(`/api/v1/approvals/${token}/open`, own === undefined ? {} : { nip: own }),
    decide: (token, decisions) => send(`/api/v1/approvals/${token}/decide`, { decisions }),
    keep: async (test) => {
      const { headers, body } = await test.expect(200);
      cookie = [headers['set-cookie'] as unknown as string[] | undefined ?? []].flat().map((line) => line.split(';')[0]).join('; ') || cookie;
      return body as ApprovalOpening;
    },
  };
}

const approve = (ids: readonly string[]): object[] => ids.map((enrolmentId) => ({ enrolmentId, approve: true }));
const statesOf = async ({ cohortId }: SelectingCohort): Promise<string[]> =>
  (await api.db.read<{ state: string }>(`select state from enrolment where cohort_id = $1 order by nomination_rank`, [cohortId])).map(({ state }) => state);

describe('a link', () => {
  it('shows the summary without any NIP, and approves and rejects once under the account of the approver', async () => {
    const cohort = await aSelectingCohort(api.db, { cells: [{ unit: 0, band: 'III', seats: 2 }, { unit: null, band: null, seats: 1 }] });
    const approver = await anApprover(cohort);
    const { token } = await aLink(cohort, approver);
    const phone = aBrowser();
    const { summary } = await phone.keep(phone.open(token));
    expect(summary).toMatchObject({ cohort: { name: 'DLA Embun Angkatan I', capacity: 30, seatsLeft: 30 }, approverName: 'Penguji Cemara', letterNumber: '800/1/USUL/2026', nominatedBy: 'Pengusul Cemara', cells: [{ unitName: 'Dinas Kesehatan', band: 'III', seats: 2, left: 2 }, { unitName: null, band: null, left: 1 }] });
    expect(summary!.people.map(({ nominationRank }) => nominationRank)).toEqual([1, 2, 3]);
    expect(JSON.stringify(summary)).not.toMatch(/\d{18}/);
    const [first, second, third] = cohort.enrolmentIds;
    const { body } = await phone.decide(token, [...approve([first!, second!]), { enrolmentId: third, approve: false, code: 'notEligible' }]).expect(200);
    expect((body as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual(['approved', 'approved', 'rejected']);
    expect(await statesOf(cohort)).toEqual(['approved', 'approved', 'rejected']);
    const moves = await api.db.read(`select to_state, code, moved_by, details ->> 'approvalLinkId' is not null as linked from enrolment_move where enrolment_id = $1 and from_state <> 'new'`, [third]);
    expect(moves).toEqual([{ to_state: 'rejected', code: 'notEligible', moved_by: approver.accountId, linked: true }]);
    const audited = await api.db.read(`select distinct account_id from audit_event where subject_kind = 'enrolment' and subject_id = any($1) and action = 'changed'`, [cohort.enrolmentIds]);
    expect(audited).toEqual([{ account_id: approver.accountId }]);
  });

  it('is refused in words when used again, by whoever', async () => {
    const cohort = await aSelectingCohort(api.db);
    const { token } = await aLink(cohort, await anApprover(cohort));
    const phone = aBrowser();
    await phone.keep(phone.open(token));
    api.standAt(new Date(Date.now() + 60_000).toISOString());
    await phone.decide(token, approve(cohort.enrolmentIds)).expect(200);
    for (const test of [phone.decide(token, approve(cohort.enrolmentIds)), phone.open(token), aBrowser().open(token, nip)]) {
      const { body } = await test.expect(410);
      expect(body).toMatchObject({ code: 'approval.used', titleId: expect.stringMatching(/^Tautan ini sudah dipakai pada \d+ \w+ \d{4},? \d\d\.\d\d WITA/) });
    }
  });

  it('decides once when two tabs answer at the same moment', async () => {
    const cohort = await aSelectingCohort(api.db);
    const { token } = await aLink(cohort, await anApprover(cohort));
    const phone = aBrowser();
    await phone.keep(phone.open(token));
    const answers = await Promise.all([1, 2, 3, 4].map(() => phone.decide(token, approve(cohort.enrolmentIds))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
    expect(await api.db.read(`select count(*)::int as moves from enrolment_move where cohort_id = $1 and to_state = 'approved'`, [cohort.cohortId])).toEqual([{ moves: 3 }]);
  });

  it('asks whoever it was forwarded to for the NIP of the approver, and shows nothing before', async () => {
    const cohort = await aSelectingCohort(api.db);
    const { token } = await aLink(cohort, await anApprover(cohort));
    const phone = aBrowser();
    await phone.keep(phone.open(token));
    const other = aBrowser();
    expect(await other.keep(other.open(token))).toEqual({ asksNip: 'otherBrowser', summary: null });
    expect((await other.decide(token, approve(cohort.enrolmentIds)).expect(403)).body).toMatchObject({ code: 'approval.otherBrowser' });
    const wrong = await other.open(token, '198001012005011901').expect(403);
    expect(wrong.body).toMatchObject({ code: 'approval.nipWrong', errors: [{ path: 'nip' }] });
    expect((await other.keep(other.open(token, '19700203 201001 1 955'))).summary?.people).toHaveLength(3);
    await other.decide(token, approve(cohort.enrolmentIds)).expect(200);
    expect(await statesOf(cohort)).toEqual(['approved', 'approved', 'approved']);
  });

  it('binds one browser when several open it at the same moment', async () => {
    const cohort = await aSelectingCohort(api.db);
    const { token } = await aLink(cohort, await anApprover(cohort));
    const openings = await Promise.all(Array.from({ length: 6 }, () => aBrowser().open(token)));
    expect(openings.map(({ body }) => (body as ApprovalOpening).asksNip ?? 'nothing').sort()).toEqual(['nothing', ...Array<string>(5).fill('otherBrowser')]);
  });

  it('locks after five wrong NIPs, also for the right one', async () => {
    const cohort = await aSelectingCohort(api.db);
    const { token } = await aLink(cohort, await anApprover(cohort));
    const phone = aBrowser();
    await phone.keep(phone.open(token));
    for (let n = 0; n < 5; n += 1) await aBrowser().open(token, `19800101200501190${String(n)}`).expect(403);
    const { headers } = await aBrowser().open(token, nip).expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(60);
    await phone.decide(token, approve(cohort.enrolmentIds)).expect(200);
  });

  it('ends after 72 hours, in words', async () => {
    const cohort = await aSelectingCohort(api.db);
    const { token, expiresAt } = await aLink(cohort, await anApprover(cohort));
    const phone = aBrowser();
    await phone.keep(phone.open(token));
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(71.9 * 3_600_000);
    api.standAt(new Date(Date.parse(expiresAt) + 1000).toISOString());
    for (const test of [phone.open(token), phone.decide(token, approve(cohort.enrolmentIds))]) expect((await test.expect(410)).body).toMatchObject({ code: 'approval.expired' });
    expect(await statesOf(cohort)).toEqual(['nominated', 'nominated', 'nominated']);
  });

  it('cannot be guessed, and only its hash is stored', async () => {
    const cohort = await aSelectingCohort(api.db);
    const { token, id } = await aLink(cohort, await anApprover(cohort));
    expect((await aBrowser().open(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`).expect(404)).body).toMatchObject({ code: 'approval.unknown' });
    const [row] = await api.db.read<{ stored: string }>(`select row_to_json(l)::text as stored from approval_link l where id = $1`, [id]);
    expect(row!.stored).not.toContain(token);
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('asks for a decision about everyone, decides about nobody else, and stops when taken back', async () => {
    const [cohort, foreign] = [await aSelectingCohort(api.db), await aSelectingCohort(api.db)];
    const approver = await anApprover(cohort);
    const { token, id } = await aLink(cohort, approver);
    const phone = aBrowser();
    await phone.keep(phone.open(token));
    expect((await phone.decide(token, approve(cohort.enrolmentIds.slice(1))).expect(409)).body).toMatchObject({ code: 'approval.undecided', details: { missing: 1 } });
    const organiser = await anOrganiser(cohort);
    const other = await aLink(cohort, approver);
    const stranger = aBrowser();
    await stranger.keep(stranger.open(other.token));
    const { body } = await stranger.decide(other.token, approve([...cohort.enrolmentIds, foreign.enrolmentIds[0]!])).expect(200);
    expect((body as { code: string | null }[]).map(({ code }) => code)).toEqual([null, null, null, 'approval.notAsked']);
    await organiser.post(`/api/v1/approval-links/${id}/revoke`).expect(204);
    expect((await phone.open(token).expect(410)).body).toMatchObject({ code: 'approval.revoked' });
    const list = await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/approval-links`).expect(200);
    expect((list.body as { standing: string }[]).map(({ standing }) => standing)).toEqual(['used', 'revoked']);
  });

  it('does nothing for an approver who lost the right meanwhile', async () => {
    const cohort = await aSelectingCohort(api.db);
    const approver = await anApprover(cohort);
    const { token } = await aLink(cohort, approver);
    const phone = aBrowser();
    await phone.keep(phone.open(token));
    await api.db.execute(`update role_grant set revoked_at = now() where account_id = $1`, [approver.accountId]);
    const { body } = await phone.decide(token, approve(cohort.enrolmentIds)).expect(200);
    expect((body as { code: string }[]).map(({ code }) => code)).toEqual(Array(3).fill('approval.outOfScope'));
    expect(await statesOf(cohort)).toEqual(['nominated', 'nominated', 'nominated']);
  });
});

describe('a link made by hand', () => {
  it('asks its maker too for the NIP of the approver, shows nothing before, and says why', async () => {
    const cohort = await aSelectingCohort(api.db);
    const approver = await anApprover(cohort);
    const { token, id } = await aLinkByHand(cohort, approver);
    const [maker, phone] = [aBrowser(), aBrowser()];
    expect(await maker.keep(maker.open(token))).toEqual({ asksNip: 'byHand', summary: null });
    expect((await maker.decide(token, approve(cohort.enrolmentIds)).expect(403)).body).toMatchObject({ code: 'approval.byHand' });
    await maker.open(token, '198001012005011901').expect(403);
    expect(await api.db.read(`select l.by_hand, count(b.id)::int as browsers from approval_link l left join approval_link_browser b on b.link_id = l.id where l.id = $1 group by l.id`, [id])).toEqual([{ by_hand: true, browsers: 0 }]);
    expect((await phone.keep(phone.open(token, nip))).summary?.people).toHaveLength(3);
    expect((await phone.keep(phone.open(token))).asksNip).toBeNull();
    expect((await maker.keep(maker.open(token))).asksNip).toBe('byHand');
    await phone.decide(token, approve(cohort.enrolmentIds)).expect(200);
    expect(await api.db.read(`select known_by from approval_link_browser where link_id = $1`, [id])).toEqual([{ known_by: 'nip' }]);
    expect(await api.db.read(`select distinct moved_by from enrolment_move where cohort_id = $1 and to_state = 'approved'`, [cohort.cohortId])).toEqual([{ moved_by: approver.accountId }]);
  });

  it('asks as well when whoever nominates made it', async () => {
    const cohort = await aSelectingCohort(api.db);
    const approver = await anApprover(cohort);
    const head = await aHead(cohort);
    const { body } = await head.post(`/api/v1/nominations/${cohort.nominationIds[0]!}/approval-links`, { approverId: approver.accountId }).expect(201);
    const maker = aBrowser();
    expect(await maker.keep(maker.open((body as MadeApprovalLink).url.split('/').at(-1)!))).toEqual({ asksNip: 'byHand', summary: null });
  });

  it('is refused in words for an approver without a NIP, whoever makes it, while the program may ask', async () => {
    const cohort = await aSelectingCohort(api.db);
    const approver = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: cohort.agencyId }]);
    const [organiser, head] = [await anOrganiser(cohort), await aHead(cohort)];
    for (const test of [
      organiser.post(`/api/v1/cohorts/${cohort.cohortId}/approval-links`, { approverId: approver.accountId }),
      head.post(`/api/v1/nominations/${cohort.nominationIds[0]!}/approval-links`, { approverId: approver.accountId }),
    ]) expect((await test.expect(409)).body).toMatchObject({ code: 'approval.noNip', titleId: expect.stringMatching(/^Penguji Cemara belum punya NIP/) });
    expect(await api.db.read(`select id from approval_link where cohort_id = $1`, [cohort.cohortId])).toEqual([]);
    expect((await aLink(cohort, approver)).token).toMatch(/^[\w-]{43}$/);
  });

  it('stays what it is: the database alters no link and trusts no first browser of it', async () => {
    const cohort = await aSelectingCohort(api.db);
    const { id } = await aLinkByHand(cohort, await anApprover(cohort));
    await expect(api.db.execute(`update approval_link set by_hand = false where id = $1`, [id])).rejects.toThrow('never altered');
    await expect(api.db.execute(`insert into approval_link_browser (link_id, cookie_hash, known_by) values ($1, sha256('kemuning'), 'first')`, [id])).rejects.toThrow('asks every browser');
  });
});

describe('asking when a nomination is submitted', () => {
  it('asks the analysts of the agency, not whoever nominated, and tells them the address', async () => {
    const cohort = await aSelectingCohort(api.db);
    const [approver, head] = [await anApprover(cohort), await aHead(cohort)];
    const asked = await api.db.transaction(systemActor(), (tx) => api.app.get(ApprovalLinks).ask(tx, systemActor(), cohort.nominationIds[0]!));
    expect(asked).toBe(1);
    const told = await api.db.read<{ account_id: string; facts: { link: string; count: number; unit: string } }>(`select account_id, facts from announcement where cohort_id = $1 and event = 'nomination.approvalAsked'`, [cohort.cohortId]);
    expect(told).toMatchObject([{ account_id: approver.accountId, facts: { count: 3, unit: 'Dinas Kesehatan', link: expect.stringMatching(/\/persetujuan\/[\w-]{43}$/) } }]);
    expect(told[0]!.account_id).not.toBe(head.accountId);
  });

  it('asks nobody where the agency has no step', async () => {
    const cohort = await aSelectingCohort(api.db, { route: 'one_step' });
    await anApprover(cohort);
    expect(await api.db.transaction(systemActor(), (tx) => api.app.get(ApprovalLinks).ask(tx, systemActor(), cohort.nominationIds[0]!))).toBe(0);
  });
});

describe('an approver who is signed in', () => {
  it('sees who waits, within reach only, and approves; whoever comes second is told who was first', async () => {
    const cohort = await aSelectingCohort(api.db, { units: [{ nominees: 2 }, { nominees: 1 }] });
    const unitHead = await api.as([{ role: 'agency_head', scope: 'unit', agencyId: cohort.agencyId, unitId: cohort.unitIds[1] }]);
    const { body } = await unitHead.get('/api/v1/approvals').expect(200);
    expect((body as ApprovalsWaiting[]).map(({ people }) => people.map(({ enrolmentId }) => enrolmentId))).toEqual([[cohort.enrolmentIds[2]]]);
    const answers = await unitHead.post(`/api/v1/cohorts/${cohort.cohortId}/approvals`, { decisions: approve(cohort.enrolmentIds) }).expect(200);
    expect((answers.body as { code: string | null }[]).map(({ code }) => code)).toEqual(['approval.outOfScope', 'approval.outOfScope', null]);
    const analyst = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: cohort.agencyId }]);
    const late = await analyst.post(`/api/v1/cohorts/${cohort.cohortId}/approvals`, { decisions: [{ enrolmentId: cohort.enrolmentIds[2], approve: false, code: 'notEligible' }] }).expect(200);
    expect(late.body).toMatchObject([{ outcome: 'refused', code: 'approval.decidedBefore', facts: { state: 'approved', by: 'Penguji Cemara', at: expect.stringMatching(/Z$/) } }]);
  });

  it('cannot reject without a reason', async () => {
    const cohort = await aSelectingCohort(api.db);
    const analyst = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: cohort.agencyId }]);
    const { body } = await analyst.post(`/api/v1/cohorts/${cohort.cohortId}/approvals`, { decisions: [{ enrolmentId: cohort.enrolmentIds[0], approve: false }] }).expect(200);
    expect(body).toMatchObject([{ outcome: 'refused', code: 'enrolment.reasonMissing' }]);
  });
});
