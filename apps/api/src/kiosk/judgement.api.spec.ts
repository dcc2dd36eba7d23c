import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aMark, type RunningCohort, type RunningCohortWishes } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { aCohortOf, aDevice, eight, marksOf, minute, noon } from './device.builder.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());
beforeEach(() => api.standAt('2024-11-03T12:00:00Z'));

const aCohortWithStaff = (wishes: RunningCohortWishes = {}) => aCohortOf(api, wishes);
const marksInForce = (cohort: RunningCohort) => marksOf(api.db, cohort);

describe('what only a person can settle', () => {
  async function aConflict() {
    const cohort = await aCohortWithStaff();
    const device = await aDevice(cohort.facilitator, [cohort.session]);
    await aMark(api.db, cohort, { mark: 'sick', lessonHours: 0 });
    const mark = await device.say({ sessionId: cohort.session, enrolmentId: cohort.enrolmentIds[0], deviceAt: eight });
    api.standAt(noon);
    const answer = await device.send([mark]);
    return { ...cohort, device, mark, answer };
  }
  const questions = async ({ facilitator, cohortId }: { facilitator: Caller; cohortId: string }) => (await facilitator.get(`/api/v1/cohorts/${cohortId}/device-questions`).expect(200)).body;

  it('stays as the hand-made mark says until somebody takes the word of the device', async () => {
    const { facilitator, mark, answer, ...cohort } = await aConflict();
    expect(answer.counts).toMatchObject({ new: 0, conflicting: 1 });
    expect(await questions({ facilitator, ...cohort })).toMatchObject([{ id: mark.id, name: 'Anggrek Telaga, S.T.', code: 'kiosk.handMadeDiffers', mark: 'present', current: { mark: 'sick' }, deviceName: 'Meja depan' }]);
    const judge = () => facilitator.post(`/api/v1/device-marks/${mark.id}/judgement`, { verdict: 'taken', reason: 'Hadir, surat sakit untuk besok' });
    const answers = await Promise.all([judge(), judge()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('kiosk.judgedAlready');
    expect(await marksInForce(cohort)).toMatchObject([{ mark: 'present', source: 'sheet' }]);
    expect(await questions({ facilitator, ...cohort })).toEqual([]);
    expect(await api.db.read(`select account_id from audit_event where subject_kind = 'device_judgement' and after ->> 'device_mark_id' = $1`, [mark.id])).toEqual([{ account_id: facilitator.accountId }]);
  });

  it('may be left as it is, and is settled by itself when the sheet comes to say the same', async () => {
    const { facilitator, mark, ...cohort } = await aConflict();
    await facilitator.post(`/api/v1/device-marks/${mark.id}/judgement`, { verdict: 'dismissed', reason: 'Salah ketuk' }).expect(204);
    expect(await marksInForce(cohort)).toMatchObject([{ mark: 'sick' }]);
    const other = await aConflict();
    const [held] = await api.db.read<{ id: string }>(`select id from attendance_mark where cohort_id = $1`, [other.cohortId]);
    await other.facilitator.put(`/api/v1/sessions/${other.session}/marks`, { marks: [{ enrolmentId: other.enrolmentIds[0], mark: 'present', supersedes: held!.id }] }).expect(200);
    expect(await questions(other)).toEqual([]);
  });

  it('includes what arrives after closing, and taking it needs no opening', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const device = await aDevice(facilitator, [session]);
    const marks = await Promise.all(cohort.enrolmentIds.slice(0, 2).map((enrolmentId) => device.say({ sessionId: session, enrolmentId, deviceAt: eight })));
    api.standAt(noon);
    await facilitator.post(`/api/v1/sessions/${session}/close`, { unmarked: 'absent' }).expect(200);
    const answer = await device.send(marks);
    expect(answer.counts).toMatchObject({ correction: 2, new: 0 });
    expect((await marksInForce(cohort)).map(({ mark }) => mark)).toEqual(['absent', 'absent', 'absent']);
    await facilitator.post(`/api/v1/device-marks/${marks[0]!.id}/judgement`, { verdict: 'taken', reason: 'Terlambat dikirim dari kios' }).expect(204);
    expect((await marksInForce(cohort)).find(({ enrolment_id }) => enrolment_id === cohort.enrolmentIds[0])).toMatchObject({ mark: 'present' });
    expect(await questions({ facilitator, ...cohort })).toMatchObject([{ id: marks[1]!.id }]);
  });

  it('includes what was taken back on the device after it was sent', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const device = await aDevice(facilitator, [session]);
    const word = { sessionId: session, enrolmentId: cohort.enrolmentIds[0]!, deviceAt: eight };
    const [seen, withdrawn] = [await device.say(word), await device.say({ ...word, kind: 'withdrawn', deviceAt: eight + minute })];
    api.standAt(noon);
    await device.send([withdrawn]);
    expect(await questions({ facilitator, ...cohort })).toEqual([]);
    await device.send([seen]);
    expect(await questions({ facilitator, ...cohort })).toMatchObject([{ id: withdrawn.id, code: 'kiosk.withdrawn', current: { mark: 'present' } }]);
    await facilitator.post(`/api/v1/device-marks/${withdrawn.id}/judgement`, { verdict: 'taken', reason: 'Salah orang' }).expect(204);
    expect(await marksInForce(cohort)).toMatchObject([{ mark: 'absent', source: 'sheet' }]);
    expect((await facilitator.post(`/api/v1/device-marks/${seen.id}/judgement`, { verdict: 'taken', reason: 'Tidak perlu' }).expect(409)).body.code).toBe('kiosk.nothingToJudge');
  });

  it('is shown to nobody outside', async () => {
    const { mark, session, cohortId } = await aConflict();
    const { facilitator: outsider } = await aCohortWithStaff();
    await outsider.get(`/api/v1/cohorts/${cohortId}/device-questions`).expect(404);
    await outsider.get(`/api/v1/cohorts/${cohortId}/device-walk-ins`).expect(404);
    await outsider.get(`/api/v1/sessions/${session}/device-marks`).expect(404);
    await outsider.post(`/api/v1/device-marks/${mark.id}/judgement`, { verdict: 'taken', reason: 'Bukan urusannya' }).expect(404);
  });
});

describe('the list of devices', () => {
  it('shows one\'s own and those of cohorts within reach, newest first', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
    await aDevice(facilitator, [session], 'Meja 1');
    api.standAt('2024-11-03T13:00:00Z');
    await aDevice(organiser, [session], 'Meja 2');
    const { body } = await organiser.get('/api/v1/devices').expect(200);
    expect(body).toMatchObject({ total: 2, rows: [{ name: 'Meja 2', mine: true, marks: 0, questions: 0, revokedAt: null, sessions: [{ title: 'Sesi 1' }] }, { name: 'Meja 1', mine: false, preparedBy: 'Penguji Cemara' }] });
    const { facilitator: outsider, cohortId: elsewhere } = await aCohortWithStaff();
    expect((await organiser.get(`/api/v1/devices?cohortId=${cohort.cohortId}`).expect(200)).body.total).toBe(2);
    expect((await organiser.get(`/api/v1/devices?cohortId=${elsewhere}`).expect(200)).body.total).toBe(0);
    expect((await outsider.get('/api/v1/devices').expect(200)).body.total).toBe(0);
  });
});

describe('the database', () => {
  it('keeps what devices said, and their key once', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const device = await aDevice(facilitator, [session]);
    const mark = await device.say({ sessionId: session, enrolmentId: cohort.enrolmentIds[0], deviceAt: eight });
    api.standAt(noon);
    await device.send([mark]);
    for (const table of ['device_mark', 'device_batch']) {
      await expect(api.db.execute(`delete from ${table} where device_id = $1`, [device.id])).rejects.toMatchObject({ code: '23001' });
      await expect(api.db.execute(`update ${table} set drift_ms = 1 where device_id = $1`, [device.id])).rejects.toMatchObject({ code: '23001' });
    }
    const [{ public_key } = { public_key: Buffer.alloc(0) }] = await api.db.read<{ public_key: Buffer }>(`select public_key from device where id = $1`, [device.id]);
    api.standAt('2024-11-03T12:00:00Z');
    const { body } = await facilitator.post('/api/v1/devices', { name: 'Salinan', publicKey: public_key.toString('base64'), sessionIds: [session] }).expect(409);
    expect(body.code).toBe('device.keyOnce');
  });
});
