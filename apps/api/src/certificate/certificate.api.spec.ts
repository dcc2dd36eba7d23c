import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aDecidedCohort, type DecidedCohort } from './certificate.builder.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());

const organiserOf = (cohort: DecidedCohort): Promise<Caller> => api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);

async function issueAll(cohort: DecidedCohort): Promise<Caller> {
  const organiser = await organiserOf(cohort);
  const { body } = await organiser.post(`/api/v1/cohorts/${cohort.cohortId}/certificates`, {}).expect(202);
  await ended(organiser, body.jobId);
  return organiser;
}

async function ended(caller: Caller, jobId: string): Promise<void> {
  for (let n = 0; n < 300; n += 1) {
    const { body } = await caller.get(`/api/v1/jobs/${jobId}`).expect(200);
    if (body.state === 'done') return;
    if (['failed', 'cancelled'].includes(body.state)) throw new Error(JSON.stringify(body));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('issuing did not end');
}

interface Row { id: string; number: string; number_sequence: number; code: string; pdf_sha256: string }
const rowsOf = (cohort: DecidedCohort): Promise<Row[]> => api.db.read<Row>(`select c.* from certificate c where c.agency_id = $1 order by number_sequence`, [cohort.agencyId]);

describe('issuing', () => {
  it('gives numbers without gaps, codes that are not derived from them, and the JP to the ledger', async () => {
    const cohort = await aDecidedCohort(api.db, { participants: 23 });
    await issueAll(cohort);
    const rows = await rowsOf(cohort);
    expect(rows.map((row) => row.number_sequence)).toEqual(Array.from({ length: 23 }, (_, n) => n + 1));
    expect(new Set(rows.map((row) => row.code)).size).toBe(23);
    const [ledger] = await api.db.read<{ sum: number }>(`select sum(lesson_hours) from lesson_hour_entry where person_id = $1 and year = 2024`, [cohort.participants[0]!.personId]);
    expect(ledger!.sum).toBe(40);
  });

  it('issues once, however often and by however many it is asked', async () => {
    const cohort = await aDecidedCohort(api.db, { participants: 8 });
    const organiser = await organiserOf(cohort);
    const asked = await Promise.all(Array.from({ length: 4 }, () => organiser.post(`/api/v1/cohorts/${cohort.cohortId}/certificates`, {})));
    await Promise.all(asked.filter(({ status }) => status === 202).map(({ body }) => ended(organiser, body.jobId)));
    expect((await rowsOf(cohort)).map((row) => row.number_sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const again = await organiser.post(`/api/v1/cohorts/${cohort.cohortId}/certificates`, {}).expect(409);
    expect(again.body).toMatchObject({ code: 'certificate.nobody', details: { reasons: ['alreadyIssued'] } });
  });

  it.each([['nobody was decided', null, 'notDecided'], ['everybody failed', 'failed', 'failed'], ['they only attended', 'attended', 'attendedOnly']] as const)('refuses while %s and says why', async (_, outcome, reason) => {
    const cohort = await aDecidedCohort(api.db, { outcome });
    const organiser = await organiserOf(cohort);
    const refused = await organiser.post(`/api/v1/cohorts/${cohort.cohortId}/certificates`, {}).expect(409);
    expect(refused.body.details.reasons).toEqual([reason]);
    const { body } = await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/certificates`).expect(200);
    expect(body).toMatchObject([{ certificate: null, reasons: [reason] }]);
  });

  it('keeps the paper exactly as its hash says, for those who may read it', async () => {
    const cohort = await aDecidedCohort(api.db);
    const organiser = await issueAll(cohort);
    const [row] = await rowsOf(cohort);
    const paper = await organiser.get(`/api/v1/certificates/${row!.id}/pdf`).expect(200).expect('content-type', 'application/pdf');
    expect(createHash('sha256').update(paper.body as Buffer).digest('hex')).toBe(row!.pdf_sha256);
    const holder = await api.as([], { id: cohort.participants[0]!.personId });
    await holder.get(`/api/v1/certificates/${row!.id}/pdf`).expect(200);
    expect((await holder.get('/api/v1/me/certificates').expect(200)).body).toMatchObject([{ number: row!.number, state: 'active' }]);
    await (await api.as([])).get(`/api/v1/certificates/${row!.id}/pdf`).expect(404);
  });

  it('keeps the facts as of the training when the person is promoted later', async () => {
    const cohort = await aDecidedCohort(api.db);
    const organiser = await issueAll(cohort);
    await api.db.execute(`update person set full_name = 'Nama Baru' where id = $1`, [cohort.participants[0]!.personId]);
    const [row] = await rowsOf(cohort);
    const { body } = await organiser.get(`/api/v1/certificates/${row!.id}`).expect(200);
    expect(body.snapshot.holder).toMatchObject({ name: 'Dr. Arga Embun 0, M.T.', positionName: 'Kepala Dinas', opdName: 'Dinas Komunikasi dan Informatika' });
  });
});

describe('the database', () => {
  it.each(['update certificate set number = number where true', 'delete from certificate', 'delete from hr_event', 'delete from lesson_hour_entry', 'update graduation_decision set outcome = outcome where true'])('refuses %s', async (sql) => {
    await issueAll(await aDecidedCohort(api.db));
    await expect(api.db.execute(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('refuses a second valid certificate, a number used twice and a second revocation', async () => {
    const cohort = await aDecidedCohort(api.db);
    const organiser = await issueAll(cohort);
    const [row] = await rowsOf(cohort);
    const copy = (number: string, sequence: number, code: string): Promise<unknown> => api.db.execute(
      `insert into certificate (enrolment_id, decision_id, agency_id, person_id, holder_agency_id, programme_id, kind, number, number_scope, number_sequence, code, issued_on, lesson_hours, snapshot, snapshot_sha256, pdf_sha256)
       select enrolment_id, decision_id, agency_id, person_id, holder_agency_id, programme_id, kind, $2, number_scope, $3, $4, issued_on, lesson_hours, snapshot, snapshot_sha256, pdf_sha256 from certificate where id = $1`, [row!.id, number, sequence, code]);
    await expect(copy('lain', 99, '000000000000000001')).rejects.toMatchObject({ constraint: 'certificate_state_one_valid' });
    await expect(copy(row!.number, 98, '000000000000000002')).rejects.toMatchObject({ constraint: 'certificate_number_once' });
    await expect(copy('lain', 1, '000000000000000003')).rejects.toMatchObject({ constraint: 'certificate_sequence_once' });
    const revocation = { reasonCode: 'ISSUED_IN_ERROR', publicText: 'Diterbitkan karena kekeliruan' };
    await organiser.post(`/api/v1/certificates/${row!.id}/revoke`, revocation).expect(200);
    const again = await organiser.post(`/api/v1/certificates/${row!.id}/revoke`, revocation).expect(409);
    expect(again.body).toMatchObject({ code: 'certificate.movesByTable', title: 'Sertifikat ini sudah dicabut atau diganti.' });
  });
});

describe('revoking', () => {
  it('takes the JP back, tells the feed and stays visible for ever', async () => {
    const cohort = await aDecidedCohort(api.db);
    const organiser = await issueAll(cohort);
    const [row] = await rowsOf(cohort);
    const { body } = await organiser.post(`/api/v1/certificates/${row!.id}/revoke`, { reasonCode: 'DATA_FALSE', publicText: 'Data peserta keliru', privateNote: 'Nota dinas 12' }).expect(200);
    expect(body).toMatchObject({ state: 'revoked', allowedOperations: [], events: [{ kind: 'revoked', privateNote: 'Nota dinas 12' }] });
    const entries = await api.db.read<{ lesson_hours: number }>(`select lesson_hours from lesson_hour_entry where certificate_id = $1 order by recorded_at`, [row!.id]);
    expect(entries.map((entry) => entry.lesson_hours)).toEqual([40, -40]);
    const kinds = await api.db.read<{ kind: string }>(`select e.kind from hr_feed f join hr_event e on e.id = f.event_id where e.agency_id = $1 order by f.position`, [cohort.agencyId]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['certificate.issued', 'lessonHours.changed', 'certificate.revoked', 'lessonHours.changed']);
  });

  it('needs a reason, and the permission where the certificate lies', async () => {
    const cohort = await aDecidedCohort(api.db);
    const organiser = await issueAll(cohort);
    const [row] = await rowsOf(cohort);
    await organiser.post(`/api/v1/certificates/${row!.id}/revoke`, { reasonCode: 'DATA_FALSE' }).expect(400);
    const analyst = await api.as([{ role: 'hr_analyst', scope: 'agency', agencyId: cohort.agencyId }]);
    await analyst.post(`/api/v1/certificates/${row!.id}/revoke`, { reasonCode: 'DATA_FALSE', publicText: 'Coba saja' }).expect(403);
    const foreign = await organiserOf(await aDecidedCohort(api.db));
    await foreign.post(`/api/v1/certificates/${row!.id}/revoke`, { reasonCode: 'DATA_FALSE', publicText: 'Coba saja' }).expect(404);
  });
});

describe('the public check', () => {
  it('repeats every public fact without sign-in and without script, and never the NIP', async () => {
    const cohort = await aDecidedCohort(api.db, { names: ['O\'Embun <b>Tebal</b> محمد'] });
    await issueAll(cohort);
    const [row] = await rowsOf(cohort);
    const page = await api.stranger.get(`/c/${row!.code.toLowerCase()}`).expect(200);
    expect(page.text).toContain('Sertifikat ini berlaku');
    expect(page.text).toContain(row!.number);
    expect(page.text).not.toContain('<script');
    expect(page.text).not.toContain('<b>Tebal');
    expect(page.text).toContain('محمد');
    expect(page.text.length).toBeLessThan(50_000);
    const [nip] = await api.db.read<{ nip: string }>(`select nip from employment where person_id = $1`, [cohort.participants[0]!.personId]);
    expect(page.text).not.toContain(nip!.nip.slice(0, 8));
    const { body } = await api.stranger.get(`/api/v1/verify/${row!.code}`).expect(200);
    expect(body).toMatchObject({ standing: 'active', unchanged: true });
    expect(JSON.stringify(body)).not.toContain(nip!.nip.slice(0, 8));
    await api.stranger.get(`/c/${row!.code}.json`).expect(200).expect('access-control-allow-origin', '*');
    const scanned = await api.stranger.get(`/C/${row!.code}`).set('accept', 'text/html').expect(200);
    expect(scanned.text).toContain('Sertifikat ini berlaku');
  });

  it('says revoked with date and reason, mistyped without a look-up, and not registered', async () => {
    const cohort = await aDecidedCohort(api.db);
    const organiser = await issueAll(cohort);
    const [row] = await rowsOf(cohort);
    await organiser.post(`/api/v1/certificates/${row!.id}/revoke`, { reasonCode: 'ISSUED_IN_ERROR', publicText: 'Diterbitkan karena kekeliruan' }).expect(200);
    const page = await api.stranger.get(`/c/${row!.code}`).expect(200);
    expect(page.text).toContain('Sertifikat ini telah dicabut');
    expect(page.text).toContain('Diterbitkan karena kekeliruan');
    const wrong = `${row!.code.slice(0, -1)}${row!.code.endsWith('0') ? '1' : '0'}`;
    expect((await api.stranger.get(`/api/v1/verify/${wrong}`).expect(400)).body).toMatchObject({ code: 'verify.mistyped' });
    const unknown = await api.stranger.get('/c/00000000000000000000').expect(400);
    expect(unknown.text).toContain('Ada salah ketik');
    const form = await api.stranger.get(`/c?code=${row!.code.slice(0, 4)} ${row!.code.slice(4)}`.replace(' ', '%20')).expect(303);
    expect(form.headers['location']).toBe(`/c/${row!.code}?lang=id`);
    expect((await api.stranger.get('/api/v1/verify/000000000000000000').expect(404)).body).toMatchObject({ code: 'verify.notFound' });
  });
});
