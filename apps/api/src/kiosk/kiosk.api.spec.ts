import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { SignedMark } from '@jenjang/shared';
import type { RunningCohort, RunningCohortWishes } from '../attendance/running-cohort.builder.js';
import { cardPayload } from '../document/index.js';
import { CONFIG, type Config } from '../platform/index.js';
import { startApi, type TestApi } from '../testing/index.js';
import { aCohortOf, aDevice, cardHashOf, eight, marksOf, minute, noon, type TestDevice } from './device.builder.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());
beforeEach(() => api.standAt('2024-11-03T12:00:00Z'));

const aCohortWithStaff = (wishes: RunningCohortWishes = {}) => aCohortOf(api, wishes);
const marksInForce = (cohort: RunningCohort) => marksOf(api.db, cohort);
const deviceMarks = (device: TestDevice) => api.db.read<{ id: string; outcome: string; code: string | null; mark: string | null }>(`select id, outcome, code, mark from device_mark where device_id = $1 order by seen_at, id`, [device.id]);
const outcomes = (answer: { answers: readonly { id: string; outcome: string; code: string | null }[] }, marks: readonly SignedMark[]) =>
  marks.map(({ id }) => answer.answers.filter((one) => one.id === id).map(({ outcome, code }) => code ?? outcome).join('+'));

async function openedForCheckIn(session: string): Promise<void> {
  await api.db.execute(`insert into check_in_opening (session_id, opens_at, late_after, closes_at, secret) values ($1, $2, $3, $4, $5)`,
    [session, new Date(eight - 30 * minute), new Date(eight + 15 * minute), new Date(eight + 120 * minute), Buffer.alloc(32)]);
}

describe('preparing a device', () => {
  it('offers the planned sessions of the day within reach, and packs what the day needs', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff({ classes: ['A', 'B'], sessions: [{ classCode: 'A' }, {}], participants: 4 });
    await api.db.execute(`update enrolment set class_id = $2 where id = any($1)`, [cohort.enrolmentIds.slice(0, 2), cohort.classIds['A']]);
    await api.db.execute(`update enrolment set state = 'withdrawn' where id = $1`, [cohort.enrolmentIds[1]]);
    const { body } = await facilitator.get('/api/v1/devices/sessions?on=2024-11-04').expect(200);
    expect(body).toEqual([expect.objectContaining({ id: session, title: 'Sesi 1', className: 'A', expected: 1, zone: 'Asia/Makassar', startsAt: '2024-11-04T00:00:00.000Z' })]);
    const { pack, id } = await aDevice(facilitator, [session]);
    expect(pack).toMatchObject({ device: { id, name: 'Meja depan' }, keepUntil: '2024-11-04T16:00:00.000Z', serverNow: Date.parse('2024-11-03T12:00:00Z') });
    expect(pack.sessions).toEqual([expect.objectContaining({ id: session, opensAt: eight - 60 * minute, lateAfter: null, closesAt: eight + 510 * minute })]);
    const { secretKey } = api.app.get<Config>(CONFIG);
    expect(pack.people).toEqual([{
      enrolmentId: cohort.enrolmentIds[0], cohortId: cohort.cohortId, classId: cohort.classIds['A'], name: 'Anggrek Telaga, S.T.', unitName: 'Dinas Kesehatan', eselon: 'IV.a',
      cardHash: cardHashOf(cardPayload(secretKey, cohort.enrolmentIds[0]!)),
    }]);
    expect(JSON.stringify(pack)).not.toMatch(/\d{18}/);
  });

  it('takes the windows of a session that was opened for check-in', async () => {
    const { facilitator, session } = await aCohortWithStaff();
    await openedForCheckIn(session);
    const { pack } = await aDevice(facilitator, [session]);
    expect(pack.sessions[0]).toMatchObject({ opensAt: eight - 30 * minute, lateAfter: eight + 15 * minute, closesAt: eight + 120 * minute });
  });

  it.each<[string, (cohort: RunningCohort) => object, number, string]>([
    ['sessions of two days', ({ sessionIds }) => ({ sessionIds }), 409, 'kiosk.severalDays'],
    ['a key of another kind', ({ sessionIds }) => ({ sessionIds: [sessionIds[0]], publicKey: Buffer.alloc(91).toString('base64') }), 409, 'kiosk.keyUnusable'],
    ['no session', () => ({ sessionIds: [] }), 400, 'input.invalid'],
    ['a session that nobody knows', () => ({ sessionIds: [randomUUID()] }), 404, 'notFound'],
  ])('refuses %s', async (_, wishes, status, code) => {
    const { facilitator, ...cohort } = await aCohortWithStaff({ sessions: [{}, {}] });
    const { body } = await facilitator.post('/api/v1/devices', { name: 'Meja', publicKey: await somePublicKey(), ...wishes(cohort) }).expect(status);
    expect(body).toMatchObject({ code });
    expect(await api.db.read(`select from device where account_id = $1`, [facilitator.accountId])).toEqual([]);
  });

  it('refuses a session outside the scope as if there were none, a closed one and a past day in words', async () => {
    const { facilitator, session } = await aCohortWithStaff();
    const other = await aCohortWithStaff();
    await facilitator.post('/api/v1/devices', { name: 'Meja', publicKey: await somePublicKey(), sessionIds: [session, other.session] }).expect(404);
    api.standAt('2024-11-04T16:00:00Z');
    expect((await facilitator.post('/api/v1/devices', { name: 'Meja', publicKey: await somePublicKey(), sessionIds: [session] }).expect(409)).body.code).toBe('kiosk.dayIsOver');
    await api.db.execute(`update session set state = 'closed' where id = $1`, [session]);
    expect((await facilitator.post('/api/v1/devices', { name: 'Meja', publicKey: await somePublicKey(), sessionIds: [session] }).expect(409)).body.title).toBe('Sesi “Sesi 1” sudah ditutup atau dibatalkan.');
  });

  it('gives a pack to whoever prepared the device and to nobody else, and no longer when the scope is gone', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const { id } = await aDevice(facilitator, [session]);
    const colleague = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
    await colleague.get(`/api/v1/devices/${id}/pack`).expect(404);
    await api.db.execute(`update role_grant set cohort_id = $2 where account_id = $1`, [facilitator.accountId, (await aCohortWithStaff()).cohortId]);
    // Longer than a process remembers who somebody is.
    api.standAt('2024-11-03T12:00:10Z');
    await facilitator.get(`/api/v1/devices/${id}/pack`).expect(404);
  });
});

async function somePublicKey(): Promise<string> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  return Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey)).toString('base64');
}

describe('what a device says', () => {
  it('becomes marks with their source and reason, by the hour of the session', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    await openedForCheckIn(session);
    const device = await aDevice(facilitator, [session]);
    const [one, two, three] = await Promise.all([
      device.say({ sessionId: session, enrolmentId: cohort.enrolmentIds[0], deviceAt: eight - 2 * minute }),
      device.say({ sessionId: session, enrolmentId: cohort.enrolmentIds[1], deviceAt: eight + 20 * minute, how: 'card' }),
      device.say({ sessionId: session, kind: 'walk_in', note: 'Bayu Rimba, Dinas Pangan', deviceAt: eight + 5 * minute }),
    ]);
    api.standAt(noon);
    const answer = await device.send([one, two, three], { sentAt: Date.parse(noon) });
    expect(answer).toMatchObject({ counts: { new: 2, equal: 0, conflicting: 0, correction: 0, noted: 1, refused: 0 }, clockMovedMs: 0, serverNow: Date.parse(noon) });
    const stored = await api.db.read(`select enrolment_id, mark, lesson_hours, source, reason, marked_by from attendance_mark where cohort_id = $1 order by mark desc`, [cohort.cohortId]);
    expect(stored).toEqual([
      { enrolment_id: cohort.enrolmentIds[0], mark: 'present', lesson_hours: 8, source: 'offline', reason: 'Kios Meja depan, 07.58 WITA', marked_by: facilitator.accountId },
      { enrolment_id: cohort.enrolmentIds[1], mark: 'late', lesson_hours: 8, source: 'offline', reason: 'Kios Meja depan, 08.20 WITA', marked_by: facilitator.accountId },
    ]);
    const { body: sources } = await facilitator.get(`/api/v1/sessions/${session}/device-marks`).expect(200);
    const { body: guests } = await facilitator.get(`/api/v1/cohorts/${cohort.cohortId}/device-walk-ins`).expect(200);
    expect(guests).toEqual([{ id: three.id, note: 'Bayu Rimba, Dinas Pangan', sessionTitle: 'Sesi 1', zone: 'Asia/Makassar', seenAt: '2024-11-04T00:05:00.000Z', deviceName: 'Meja depan' }]);
    expect(sources).toMatchObject([{ kind: 'walk_in', note: 'Bayu Rimba, Dinas Pangan', outcome: 'noted', deviceName: 'Meja depan' }, {}, {}]);
  });

  it('is placed by the drift of a clock that is hours off', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const device = await aDevice(facilitator, [session]);
    const drift = -5 * 60 * minute;
    const mark = await device.say({ sessionId: session, enrolmentId: cohort.enrolmentIds[0], deviceAt: eight - drift, drift });
    api.standAt(noon);
    expect(await device.send([mark], { sentAt: Date.parse(noon) - drift, drift })).toMatchObject({ counts: { new: 1 }, clockMovedMs: 0 });
    expect(await api.db.read(`select seen_at from device_mark where id = $1`, [mark.id])).toEqual([{ seen_at: new Date(eight) }]);
  });

  it('by a clock that was set meanwhile is told, and waits for a person where it cannot be', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const device = await aDevice(facilitator, [session]);
    const mark = await device.say({ sessionId: session, enrolmentId: cohort.enrolmentIds[0], deviceAt: eight + 9 * 60 * minute });
    api.standAt(noon);
    const answer = await device.send([mark], { sentAt: Date.parse(noon) + 9 * 60 * minute });
    expect(answer.clockMovedMs).toBe(-9 * 60 * minute);
    expect(outcomes(answer, [mark])).toEqual(['kiosk.clockImplausible']);
    expect(await marksInForce(cohort)).toEqual([]);
  });

  it('is refused word by word when it was changed, is of another session or names a stranger', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff({ sessions: [{}, {}] });
    const other = await aCohortWithStaff();
    const device = await aDevice(facilitator, [session]);
    const neighbour = await aDevice(facilitator, [session]);
    const word = { sessionId: session, enrolmentId: cohort.enrolmentIds[0]!, deviceAt: eight };
    const good = await device.say(word);
    const marks = [
      good, { ...(await device.say(word)), enrolmentId: cohort.enrolmentIds[1]! }, { ...(await device.say(word)), deviceAt: eight + 1 }, await neighbour.say(word),
      await device.say({ ...word, sessionId: cohort.sessionIds[1]! }), await device.say({ ...word, enrolmentId: other.enrolmentIds[0]! }),
    ];
    api.standAt(noon);
    const answer = await device.send(marks);
    expect(outcomes(answer, marks)).toEqual(['new', 'kiosk.badSignature', 'kiosk.badSignature', 'kiosk.badSignature', 'kiosk.sessionNotPrepared', 'kiosk.unknownParticipant']);
    expect(await deviceMarks(device)).toMatchObject([{ id: good.id }]);
    const taken = await neighbour.say({ ...word, id: good.id });
    expect(outcomes(await neighbour.send([taken]), [taken])).toEqual(['kiosk.idTaken']);
    expect(await marksInForce(other)).toEqual([]);
  });

  it('is taken from whoever prepared the device only, and never from a revoked one', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const colleague = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
    const device = await aDevice(facilitator, [session]);
    const mark = await device.say({ sessionId: session, enrolmentId: cohort.enrolmentIds[0], deviceAt: eight });
    api.standAt(noon);
    await device.send([mark], { by: colleague, status: 404 });
    await colleague.post(`/api/v1/devices/${device.id}/revoke`, { reason: 'Tertinggal di taksi' }).expect(204);
    await colleague.post(`/api/v1/devices/${device.id}/revoke`, { reason: 'Dicabut lagi' }).expect(204);
    const refused = await device.send([mark], { status: 409 });
    expect(refused).toMatchObject({ code: 'kiosk.revoked', title: 'Perangkat “Meja depan” sudah dicabut pada 4 Nov 2024 11.00 WIB: Tertinggal di taksi. Tandanya tidak diterima.' });
    await facilitator.get(`/api/v1/devices/${device.id}/pack`).expect(409);
    expect(await marksInForce(cohort)).toEqual([]);
    const outsider = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aCohortWithStaff()).agencyId }]);
    await outsider.post(`/api/v1/devices/${device.id}/revoke`, { reason: 'Bukan urusannya' }).expect(404);
    await outsider.get(`/api/v1/devices/${device.id}/batches`).expect(404);
  });

  it('is the same when said again after a lost answer, in the same parcel or in another', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const device = await aDevice(facilitator, [session]);
    const marks = await Promise.all(cohort.enrolmentIds.map((enrolmentId) => device.say({ sessionId: session, enrolmentId, deviceAt: eight })));
    api.standAt(noon);
    const id = randomUUID();
    const first = await device.send(marks.slice(0, 2), { id });
    expect(await device.send(marks.slice(0, 2), { id })).toEqual(first);
    expect(await device.send(marks, { id, status: 409 })).toMatchObject({ code: 'conflict.idempotency' });
    api.standAt('2024-11-04T05:00:00Z');
    const again = await device.send([...marks, marks[0]!]);
    expect(again.answers.filter(({ repeated }) => repeated).map((one) => one.id).sort()).toEqual(marks.slice(0, 2).map((one) => one.id).sort());
    expect(again.counts).toMatchObject({ new: 3 });
    expect(await marksInForce(cohort)).toHaveLength(3);
    expect(await deviceMarks(device)).toHaveLength(3);
    expect((await facilitator.get(`/api/v1/devices/${device.id}/batches`).expect(200)).body).toEqual([again, first]);
  });

  it.each<readonly [string, { marks?: readonly object[]; sentAt?: string }, string]>([
    ['no words', { marks: [] }, 'marks'],
    ['a word of an unknown kind', { marks: [{ kind: 'absent' }] }, 'marks.0.kind'],
    ['a clock of text', { sentAt: 'kemarin' }, 'sentAt'],
  ])('names %s', async (_, change, path) => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff();
    const device = await aDevice(facilitator, [session]);
    const mark = await device.say({ sessionId: session, enrolmentId: cohort.enrolmentIds[0], deviceAt: eight });
    const marks = change.marks?.map((one) => ({ ...mark, ...one })) ?? [mark];
    const { body } = await facilitator.post(`/api/v1/devices/${device.id}/batches`, { id: randomUUID(), sentAt: eight, drift: 0, ...change, marks }).expect(400);
    expect(body.errors[0].path).toBe(path);
  });
});

describe('several devices', () => {
  it('that saw the same people at once leave one mark each, of the earliest sighting, with every source', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff({ participants: 20 });
    await openedForCheckIn(session);
    const devices = await Promise.all(['Meja 1', 'Meja 2', 'Meja 3'].map((name) => aDevice(facilitator, [session], name)));
    const said = await Promise.all(devices.map(async (device, n) => ({
      device, marks: await Promise.all(cohort.enrolmentIds.map((enrolmentId, m) => device.say({ sessionId: session, enrolmentId, deviceAt: eight + (n === m % 3 ? 10 : 20) * minute }))),
    })));
    api.standAt(noon);
    await Promise.all(said.flatMap(({ device, marks }) => [device.send(marks.slice(0, 12)), device.send(marks.slice(8)), device.send([...marks].reverse())]));
    const inForce = await marksInForce(cohort);
    expect(inForce).toHaveLength(20);
    expect(new Set(inForce.map(({ mark, source }) => `${mark} ${source}`))).toEqual(new Set(['present offline']));
    for (const { device, marks } of said) expect((await deviceMarks(device)).map(({ id }) => id).sort()).toEqual(marks.map(({ id }) => id).sort());
  });

  it('and a colleague at the sheet at the same time lose nothing', async () => {
    const { facilitator, session, ...cohort } = await aCohortWithStaff({ participants: 20 });
    const device = await aDevice(facilitator, [session]);
    const marks = await Promise.all(cohort.enrolmentIds.map((enrolmentId) => device.say({ sessionId: session, enrolmentId, deviceAt: eight })));
    api.standAt(noon);
    await Promise.all([
      device.send(marks),
      facilitator.put(`/api/v1/sessions/${session}/marks`, { marks: cohort.enrolmentIds.map((enrolmentId) => ({ enrolmentId, mark: 'absent' })).reverse() }).expect(200),
    ]);
    const [inForce, stored] = [await marksInForce(cohort), await deviceMarks(device)];
    expect(stored).toHaveLength(20);
    expect(stored.filter(({ outcome }) => outcome === 'new')).toHaveLength(inForce.filter(({ source }) => source === 'offline').length);
    expect(stored.filter(({ code }) => code === 'kiosk.handMadeDiffers')).toHaveLength(inForce.filter(({ mark }) => mark === 'absent').length);
  });
});
