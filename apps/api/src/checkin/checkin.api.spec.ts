import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { aMark, aRunningCohort, type RunningCohort, type RunningCohortWishes } from '../attendance/running-cohort.builder.js';
import { cardPayload } from '../document/index.js';
import { CONFIG, type Config } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());
// 08.02 WITA of the first day; the session began at 08.00.
beforeEach(() => api.standAt('2024-11-04T00:02:00Z'));

interface Room extends RunningCohort {
  readonly facilitator: Caller;
  readonly phones: readonly Caller[];
  /** Address of a session's check-in. */
  readonly at: (session?: number) => string;
}

async function aRoom(wishes: RunningCohortWishes = {}): Promise<Room> {
  const cohort = await aRunningCohort(api.db, wishes);
  const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
  const phones = await Promise.all(cohort.personIds.map((id) => api.as([{ role: 'participant', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }], { id })));
  return { ...cohort, facilitator, phones, at: (session = 0) => `/api/v1/sessions/${cohort.sessionIds[session] ?? ''}/check-in` };
}

const device = (n: number | string = randomUUID()): string => `perangkat-uji-${String(n)}-0000`;
const open = async (room: Room, body: object = {}, session = 0): Promise<void> => { await room.facilitator.post(`${room.at(session)}/opening`, body).expect(200); };
const shown = async (room: Room, session = 0): Promise<{ url: string; digits: string }> => (await room.facilitator.get(`${room.at(session)}/opening/code`).expect(200)).body.code;

function checkIn(room: Room, code: string | undefined, { phone = 0, session = 0, ...rest }: { phone?: number; session?: number; device?: string; clientId?: string; position?: object; scannedAgo?: number } = {}): Promise<Response> {
  return room.phones[phone]!.post('/api/v1/me/check-ins', { sessionId: room.sessionIds[session], code, device: device(), clientId: randomUUID(), ...rest }).then((response: Response) => response);
}

const marksOf = (room: Room, participant = 0) => api.db.read<{ mark: string; lesson_hours: number; source: string }>(
  `select mark, lesson_hours, source from attendance_mark where enrolment_id = $1 order by marked_at`, [room.enrolmentIds[participant]]);
const rowsOf = (room: Room) => api.db.read<{ kind: string; way: string }>(`select kind, way from check_in where cohort_id = $1 order by stored_at`, [room.cohortId]);
const standAfter = (seconds: number): void => { api.standAt(new Date(Date.parse('2024-11-04T00:02:00Z') + seconds * 1000).toISOString()); };

describe('checking in by the code on the screen', () => {
  it('records once, says when, and marks', async () => {
    const room = await aRoom();
    await open(room);
    const { body } = await checkIn(room, (await shown(room)).url);
    expect(body).toMatchObject({ outcome: 'recorded', kind: 'in', at: '2024-11-04T00:02:00.000Z', zone: 'Asia/Makassar', mark: 'present', lessonHours: 8, flags: [], byHand: false });
    expect(await marksOf(room)).toEqual([{ mark: 'present', lesson_hours: 8, source: 'check_in' }]);
    const [row] = await api.db.read<{ marked_by: string }>(`select marked_by from attendance_mark where enrolment_id = $1`, [room.enrolmentIds[0]]);
    expect(row?.marked_by).toBe(room.phones[0]!.accountId);
  });

  it('takes the six digits too, with a gap', async () => {
    const room = await aRoom();
    await open(room);
    const { digits } = await shown(room);
    expect((await checkIn(room, `${digits.slice(0, 3)} ${digits.slice(3)}`)).body).toMatchObject({ outcome: 'recorded', mark: 'present' });
  });

  it('changes nothing by a second scan, not even by ten at once', async () => {
    const room = await aRoom();
    await open(room);
    const { url } = await shown(room);
    const answers = await Promise.all(Array.from({ length: 10 }, () => checkIn(room, url)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(answers.filter(({ body }) => body.outcome === 'recorded')).toHaveLength(1);
    standAfter(15);
    expect((await checkIn(room, url)).body).toMatchObject({ outcome: 'already', at: '2024-11-04T00:02:00.000Z', mark: 'present' });
    expect(await rowsOf(room)).toEqual([{ kind: 'in', way: 'code' }]);
    expect(await marksOf(room)).toHaveLength(1);
  });

  it('takes a crowd in few commits, each with their own answer', async () => {
    const room = await aRoom({ participants: 40 });
    await open(room);
    const { url } = await shown(room);
    const answers = await Promise.all(room.phones.map((_, phone) => checkIn(room, phone === 7 ? '1.aaaaaaaaaaaaaaaa' : url, { phone })));
    expect(answers.map(({ status }) => status)).toEqual(room.phones.map((_, phone) => (phone === 7 ? 409 : 200)));
    expect(new Set(answers.map(({ body }) => body.name)).size).toBe(40);
    expect(await rowsOf(room)).toHaveLength(39);
  });

  it.each([
    [19, 200, undefined], [20, 200, undefined], [39, 200, undefined], [40, 409, 'checkIn.stale'], [3600, 409, 'checkIn.stale'],
  ] as const)('%d s after the code was shown: %d', async (seconds, status, code) => {
    const room = await aRoom();
    await open(room);
    const { url, digits } = await shown(room);
    standAfter(seconds);
    const answer = await checkIn(room, url);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (code) {
      expect(answer.body.title).toBe('Kode sudah berganti. Pindai layar terbaru.');
      if (seconds < 900) expect((await checkIn(room, digits, { phone: 1 })).body.code).toBe('checkIn.stale');
      expect(await marksOf(room)).toEqual([]);
    }
  });

  it('takes a code that was scanned without a network, and flags it', async () => {
    const room = await aRoom();
    await open(room);
    const { url } = await shown(room);
    standAfter(20 * 60);
    expect((await checkIn(room, url, { scannedAgo: 60 })).body.code).toBe('checkIn.stale');
    const { body } = await checkIn(room, url, { scannedAgo: 20 * 60 });
    expect(body).toMatchObject({ outcome: 'recorded', mark: 'present', at: '2024-11-04T00:02:00.000Z', flags: [{ kind: 'sent_later', facts: { seconds: 1200 } }] });
    expect((await checkIn(room, url, { phone: 1 })).body.code).toBe('checkIn.stale');
  });

  it('names the session whose code it is', async () => {
    const room = await aRoom({ classes: ['A', 'B'], sessions: [{ classCode: 'A' }, { classCode: 'B', startsAt: '2024-11-04T00:00:00Z', endsAt: '2024-11-04T08:00:00Z' }] });
    await api.db.execute(`update enrolment set class_id = $2 where cohort_id = $1`, [room.cohortId, room.classIds['A']]);
    await open(room, {}, 0);
    await open(room, {}, 1);
    const other = await shown(room, 1);
    for (const code of [other.url, other.digits]) {
      const { body } = await checkIn(room, code);
      expect(body).toMatchObject({ code: 'checkIn.otherSession', title: 'Kode ini untuk Sesi 2 (B), bukan sesi Anda.' });
    }
    expect((await checkIn(room, other.url, { session: 1 })).body.code).toBe('checkIn.notParticipant');
    expect(await rowsOf(room)).toEqual([]);
  });

  it('says before and after when the window is', async () => {
    const room = await aRoom();
    expect((await checkIn(room, '123456')).body.code).toBe('checkIn.notOpened');
    await open(room, { opensAt: '2024-11-04T00:30:00Z', lateAfter: '2024-11-04T00:45:00Z', closesAt: '2024-11-04T01:00:00Z' });
    expect((await checkIn(room, '123456')).body.title).toBe('Presensi dibuka 08.30 WITA.');
    expect((await room.facilitator.get(`${room.at()}/opening/code`).expect(200)).body).toMatchObject({ state: 'before', code: null });
    api.standAt('2024-11-04T00:50:00Z');
    expect((await checkIn(room, (await shown(room)).url)).body).toMatchObject({ mark: 'late' });
    const { url } = await shown(room);
    api.standAt('2024-11-04T01:00:01Z');
    expect((await checkIn(room, url, { phone: 1 })).body.title).toBe('Presensi ditutup 09.00 WITA. Hubungi panitia bila Anda hadir.');
  });

  it('leaves what staff said alone', async () => {
    const room = await aRoom();
    await open(room);
    await aMark(api.db, room, { mark: 'absent', lessonHours: 0 });
    expect((await checkIn(room, (await shown(room)).url)).body).toMatchObject({ outcome: 'recorded', mark: 'absent', byHand: true });
    expect(await marksOf(room)).toMatchObject([{ mark: 'absent', source: 'sheet' }]);
  });

  it('is refused once the session is closed, and to those who take no part', async () => {
    const room = await aRoom();
    await open(room);
    const { url } = await shown(room);
    await room.facilitator.post(`/api/v1/sessions/${room.sessionIds[0]!}/close`, { unmarked: 'leave' }).expect(200);
    expect((await checkIn(room, url)).body.code).toBe('checkIn.sessionClosed');
    await room.facilitator.post(`/api/v1/sessions/${room.sessionIds[0]!}/reopen`, { reason: 'Masih berlangsung' }).expect(204);
    await api.db.execute(`update enrolment set state = 'withdrawn' where id = $1`, [room.enrolmentIds[0]]);
    expect((await checkIn(room, url)).body.code).toBe('checkIn.notParticipant');
    expect(await rowsOf(room)).toEqual([]);
  });

  it('bears no guessing of digits', async () => {
    const room = await aRoom();
    await open(room);
    const { digits } = await shown(room);
    const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
    const tries = await Promise.all(Array.from({ length: 12 }, () => checkIn(room, wrong)));
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(4);
    const right = await checkIn(room, digits);
    expect([right.status, right.headers['retry-after'] !== undefined]).toEqual([429, true]);
    expect((await checkIn(room, digits, { phone: 1 })).status).toBe(200);
  });
});

describe('places and devices', () => {
  const fence = { geofence: true, latitude: -0.5022, longitude: 117.1536, radius: 150 };

  it('flag, and never refuse', async () => {
    const room = await aRoom();
    await open(room, fence);
    const { url } = await shown(room);
    const near = await checkIn(room, url, { position: { latitude: -0.5023, longitude: 117.1537, accuracy: 12 } });
    const far = await checkIn(room, url, { phone: 1, position: { latitude: -0.52, longitude: 117.1536, accuracy: 20 } });
    const none = await checkIn(room, url, { phone: 2 });
    expect([near, far, none].map(({ body }) => [body.outcome, body.mark, body.flags])).toEqual([
      ['recorded', 'present', []],
      ['recorded', 'present', [{ kind: 'outside_radius', facts: { distanceM: 1979, radiusM: 150 } }]],
      ['recorded', 'present', [{ kind: 'odd_place', facts: { why: 'none' } }]],
    ]);
    expect((await checkIn(room, url, { phone: 1 })).body.flags).toEqual(far.body.flags);
  });

  it('flag both who used one device, also at the same moment', async () => {
    const room = await aRoom();
    await open(room);
    const { url } = await shown(room);
    const one = device('satu');
    await Promise.all([checkIn(room, url, { device: one }), checkIn(room, url, { phone: 1, device: one }), checkIn(room, url, { phone: 2 })]);
    const flags = await api.db.read(`select i.enrolment_id, f.kind, f.facts from attendance_flag f join check_in i on i.id = f.check_in_id where i.cohort_id = $1`, [room.cohortId]);
    expect(flags).toHaveLength(2);
    expect(flags).toEqual(expect.arrayContaining([0, 1].map((n) => expect.objectContaining({ enrolment_id: room.enrolmentIds[n], kind: 'shared_device' }))));
  });

  it('are judged by a person, once; rejecting takes a reason and marks absent', async () => {
    const room = await aRoom();
    await open(room, fence);
    const far = await checkIn(room, (await shown(room)).url, { position: { latitude: -0.52, longitude: 117.1536, accuracy: 20 } });
    await room.phones[1]!.post(`/api/v1/me/check-ins/${far.body.id}/note`, { note: 'Bukan milik saya' }).expect(404);
    await room.phones[0]!.post(`/api/v1/me/check-ins/${far.body.id}/note`, { note: 'Rapat di gedung sebelah' }).expect(204);
    const [flag] = (await room.facilitator.get(`${room.at()}/flags`).expect(200)).body;
    expect(flag).toMatchObject({ kind: 'outside_radius', facts: { radiusM: 150 }, note: 'Rapat di gedung sebelah', verdict: null });
    expect((await room.facilitator.get(`${room.at()}/opening`).expect(200)).body.openFlags).toBe(1);
    expect((await room.facilitator.post(`/api/v1/check-in-flags/${flag.id}/verdict`, { verdict: 'rejected' }).expect(409)).body.code).toBe('checkIn.reasonNeeded');
    await room.facilitator.post(`/api/v1/check-in-flags/${flag.id}/verdict`, { verdict: 'rejected', reason: 'Tidak ada di ruangan' }).expect(204);
    await room.facilitator.post(`/api/v1/check-in-flags/${flag.id}/verdict`, { verdict: 'accepted' }).expect(409);
    expect(await marksOf(room)).toMatchObject([{ mark: 'present', source: 'check_in' }, { mark: 'absent', lesson_hours: 0, source: 'sheet' }]);
  });
});

describe('checking out', () => {
  it('leaves the JP that were attended', async () => {
    const room = await aRoom();
    await open(room, { closesAt: '2024-11-04T01:00:00Z', outOpensAt: '2024-11-04T04:00:00Z', outClosesAt: '2024-11-04T09:00:00Z' });
    const { url } = await shown(room);
    const clientId = randomUUID();
    expect((await checkIn(room, url, { clientId })).body).toMatchObject({ kind: 'in', mark: 'present', lessonHours: 8 });
    api.standAt('2024-11-04T02:00:00Z');
    expect((await checkIn(room, '000000')).body.title).toBe('Presensi masuk ditutup 09.00 WITA. Presensi pulang dibuka 12.00 WITA.');
    api.standAt('2024-11-04T05:10:00Z');
    const leaving = (await shown(room)).url;
    // The same check-in sent again by a slow phone is no going.
    expect((await checkIn(room, leaving, { clientId })).body).toMatchObject({ kind: 'in', outcome: 'already' });
    expect((await checkIn(room, leaving)).body).toMatchObject({ kind: 'out', outcome: 'recorded', mark: 'present', lessonHours: 5 });
    expect(await marksOf(room)).toEqual([{ mark: 'present', lesson_hours: 8, source: 'check_in' }, { mark: 'present', lesson_hours: 5, source: 'check_in' }]);
    expect((await checkIn(room, leaving, { phone: 1 })).body).toMatchObject({ kind: 'out', outcome: 'recorded', mark: null });
  });
});

describe('the card at the door', () => {
  it('marks who holds it, also without an opening, and knows what was made elsewhere', async () => {
    const room = await aRoom();
    const { secretKey } = api.app.get<Config>(CONFIG);
    const scan = (text: string) => room.facilitator.post(`/api/v1/sessions/${room.sessionIds[0]!}/card-check-ins`, { text, clientId: randomUUID() });
    const card = cardPayload(secretKey, room.enrolmentIds[0]!);
    expect((await scan(card).expect(200)).body).toMatchObject({ outcome: 'recorded', mark: 'present', name: 'Anggrek Telaga, S.T.', unitName: 'Dinas Kesehatan' });
    expect((await scan(card).expect(200)).body).toMatchObject({ outcome: 'already' });
    const [{ nip } = { nip: '' }] = await api.db.read<{ nip: string }>(`select em.nip from enrolment e join employment em on em.id = e.employment_id where e.id = $1`, [room.enrolmentIds[1]]);
    expect((await scan(nip).expect(200)).body).toMatchObject({ outcome: 'recorded', mark: 'present' });
    const other = await aRunningCohort(api.db);
    const sister = await aRunningCohort(api.db, { agencyId: room.agencyId });
    expect((await scan(cardPayload(secretKey, other.enrolmentIds[0]!)).expect(409)).body.code).toBe('checkIn.unknownCard');
    expect((await scan(cardPayload(secretKey, sister.enrolmentIds[0]!)).expect(409)).body.title).toBe('Anggrek Telaga bukan peserta sesi ini.');
    expect((await scan(cardPayload('x'.repeat(32), room.enrolmentIds[2]!)).expect(409)).body.code).toBe('checkIn.unknownCard');
    expect(await marksOf(room)).toMatchObject([{ source: 'card', mark: 'present' }]);
  });
});

describe('opening', () => {
  it('takes one press, and closes and extends', async () => {
    const room = await aRoom();
    const { body } = await room.facilitator.post(`${room.at()}/opening`, {}).expect(200);
    expect(body).toMatchObject({ state: 'open', opening: { opensAt: '2024-11-04T00:02:00.000Z', lateAfter: '2024-11-04T00:15:00.000Z', closesAt: '2024-11-04T08:00:00.000Z', ways: ['code', 'card', 'kiosk'], geofence: false } });
    const before = (await shown(room)).digits;
    api.standAt('2024-11-04T00:02:10Z');
    expect((await room.facilitator.post(`${room.at()}/opening/close`).expect(200)).body).toMatchObject({ state: 'over' });
    expect((await room.facilitator.post(`${room.at()}/opening/extend`, { minutes: 15 }).expect(200)).body).toMatchObject({ state: 'open', opening: { closesAt: '2024-11-04T00:17:10.000Z' } });
    expect((await shown(room)).digits).toBe(before);
    expect((await room.facilitator.post(`${room.at()}/opening`, { version: 1, closesAt: '2024-11-04T03:00:00Z' }).expect(409)).body.code).toBe('conflict.stale');
    expect((await room.facilitator.post(`${room.at()}/opening`, { opensAt: '2024-11-04T05:00:00Z', closesAt: '2024-11-04T03:00:00Z' }).expect(409)).body.code).toBe('checkIn.timesInOrder');
    expect((await room.facilitator.post(`${room.at()}/opening`, { geofence: true }).expect(409)).body.code).toBe('checkIn.noPlace');
    const audited = await api.db.read<{ text: string }>(`select after::text as text from audit_event where subject_kind = 'check_in_opening' and after ->> 'session_id' = $1`, [room.sessionIds[0]]);
    expect(audited.length).toBeGreaterThan(0);
    expect(audited.filter(({ text }) => text.includes('secret'))).toEqual([]);
  });

  it('by two at once makes one', async () => {
    const room = await aRoom();
    await Promise.all([open(room), open(room)]);
    expect(await api.db.read(`select id from check_in_opening where session_id = $1`, [room.sessionIds[0]])).toHaveLength(1);
  });

  it('is told to participants on their own list', async () => {
    const room = await aRoom();
    expect((await room.phones[0]!.get('/api/v1/me/check-ins').expect(200)).body).toEqual([]);
    const untilOnHome = async (): Promise<unknown> => (await room.phones[0]!.get('/api/v1/me/home').expect(200)).body.today[0].checkInUntil;
    expect(await untilOnHome()).toBeNull();
    await open(room);
    expect(await untilOnHome()).toBe('2024-11-04T08:00:00.000Z');
    await checkIn(room, (await shown(room)).url);
    expect(await untilOnHome()).toBeNull();
    expect((await room.phones[0]!.get('/api/v1/me/check-ins').expect(200)).body).toMatchObject([{ title: 'Sesi 1', state: 'open', inAt: '2024-11-04T00:02:00.000Z', mark: 'present', venue: 'Ballroom Lt. 3' }]);
  });
});

describe('the database', () => {
  it('keeps check-ins and flags as they were, and no opening without a place', async () => {
    const room = await aRoom();
    await open(room);
    await checkIn(room, (await shown(room)).url);
    await expect(api.db.execute(`update check_in set way = 'card' where cohort_id = $1`, [room.cohortId])).rejects.toMatchObject({ code: '23001' });
    await expect(api.db.execute(`delete from check_in where cohort_id = $1`, [room.cohortId])).rejects.toMatchObject({ code: '23001' });
    await expect(api.db.execute(`update check_in_opening set geofence = true where session_id = $1`, [room.sessionIds[0]])).rejects.toMatchObject({ constraint: 'check_in_opening_has_place' });
    await expect(api.db.execute(`update check_in_opening set closes_at = opens_at where session_id = $1`, [room.sessionIds[0]])).rejects.toMatchObject({ constraint: 'check_in_opening_in_order' });
  });
});
