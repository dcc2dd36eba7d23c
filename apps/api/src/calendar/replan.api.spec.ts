import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aMark, aParticipant, aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let cohort: RunningCohort;
let organiser: Caller;
beforeAll(async () => { api = await startApi(); });
beforeEach(async () => {
  // Monday 4 to Friday 8 November 2024 in WITA, 08.00 to 12.00 each day.
  cohort = await aRunningCohort(api.db, { participants: 2, sessions: ['04', '05', '06'].map((day) => ({ startsAt: `2024-11-${day}T00:00:00Z`, endsAt: `2024-11-${day}T04:00:00Z` })) });
  organiser = await api.as([{ role: 'organiser', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
  api.standAt('2024-11-03T00:00:00Z');
});
afterAll(() => api.close());

const path = (tail: string): string => `/api/v1/cohorts/${cohort.cohortId}/sessions/replan/${tail}`;
const move = (index: number, startsAt: string, version = 1) => ({ sessionId: cohort.sessionIds[index], version, startsAt });
const stored = async (index: number) => (await api.db.read<{ starts_at: Date; ends_at: Date; version: number }>('select starts_at, ends_at, version from session where id = $1', [cohort.sessionIds[index]]))[0]!;
const told = (event: string) => api.db.read<{ person_id: string; facts: Record<string, unknown> }>('select person_id, facts from announcement where cohort_id = $1 and event = $2 order by id', [cohort.cohortId, event]);
const aTeacher = async (index: number): Promise<string> => {
  const [{ id }] = await api.db.execute<{ id: string }>(`insert into person (agency_id, full_name) values ($1, 'Fajar Telaga') returning id`, [cohort.agencyId]) as [{ id: string }];
  await api.db.execute(`insert into session_facilitator (session_id, person_id) values ($1, $2)`, [cohort.sessionIds[index], id]);
  return id;
};

describe('a preview', () => {
  it('tells new times, clashes that go and come, and who would be told, and writes nothing', async () => {
    await aTeacher(0);
    const { body } = await organiser.post(path('preview'), { moves: [move(0, '2024-11-05T10:00')], names: true }).expect(200);
    expect(body.moves).toEqual([expect.objectContaining({ fromStartsAt: '2024-11-04T00:00:00.000Z', toStartsAt: '2024-11-05T02:00:00.000Z', toEndsAt: '2024-11-05T06:00:00.000Z', refused: null })]);
    expect(body.arising.map(({ code, sessionId, otherId }: Record<string, string>) => [code, sessionId, otherId])).toEqual([['classOverlap', cohort.sessionIds[0], cohort.sessionIds[1]]]);
    expect(body.solved).toEqual([]);
    expect(body.readers).toEqual({ participants: 2, facilitators: 1, names: [{ name: 'Fajar Telaga', kind: 'facilitator' }, { name: 'Anggrek Telaga', kind: 'participant' }, { name: 'Bintang Savana', kind: 'participant' }] });
    expect((await organiser.post(path('preview'), { moves: [move(0, '2024-11-05T10:00')] }).expect(200)).body.readers.names).toBeNull();
    expect(await stored(0)).toMatchObject({ version: 1 });
    expect(await told('session.changed')).toEqual([]);
  });

  it('sees participants of another cohort at the new time, and holidays of the agency', async () => {
    const other = await aRunningCohort(api.db, { agencyId: cohort.agencyId, participants: 0, sessions: [{ startsAt: '2024-11-07T00:00:00Z', endsAt: '2024-11-07T04:00:00Z' }] });
    await api.db.execute(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted')`, [other.cohortId, cohort.personIds[0]]);
    await api.db.execute(`insert into holiday (agency_id, kind, falls_on, name) values ($1, 'agency', '2024-11-07', 'Hari jadi kota')`, [cohort.agencyId]);
    const { body } = await organiser.post(path('preview'), { moves: [move(0, '2024-11-07T11:00')] }).expect(200);
    expect(body.arising.map(({ code, facts }: { code: string; facts: Record<string, unknown> }) => [code, facts['holiday'] ?? facts['name'] ?? facts['venue']])).toEqual([
      ['sessionOnHoliday', 'Hari jadi kota'], ['participantOverlap', 'Anggrek Telaga'], ['venueTaken', 'Ballroom Lt. 3'],
    ]);
  });

  it('names what cannot move', async () => {
    await aMark(api.db, cohort, { session: 0 });
    const { body } = await organiser.post(path('preview'), { moves: [move(0, '2024-11-05T10:00'), move(1, '2024-11-12T08:00'), move(2, '2024-11-07T08:00', 9)] }).expect(200);
    expect(body.moves.map(({ refused }: { refused: string }) => refused)).toEqual(['marked', 'outsideCohort', 'stale']);
    expect(body.readers).toEqual({ participants: 0, facilitators: 0, names: null });
  });

  it.each([
    ['no moves', { moves: [] }, 'moves field.arrayMinSize'],
    ['no such day', { moves: [{ sessionId: '00000000-0000-4000-8000-000000000000', version: 1, startsAt: '2024-02-31T08:00' }] }, 'moves.0.startsAt field.isLocalDateTime'],
    ['an unknown field', { moves: [], room: 1 }, 'room field.whitelistValidation'],
  ])('is refused with %s', async (_, request, expected) => {
    const { body } = await organiser.post(path('preview'), request).expect(400);
    expect(body.errors.map(({ path: at, code }: Record<string, string>) => `${at ?? ''} ${code ?? ''}`)).toContain(expected);
  });
});

describe('applying', () => {
  it('moves all, keeps lengths, tells everybody once and can be undone within a day', async () => {
    const teacher = await aTeacher(1);
    const { body } = await organiser.post(path('apply'), { moves: [move(0, '2024-11-04T13:00'), move(1, '2024-11-05T13:15')] }).expect(200);
    expect(body).toMatchObject({ sessions: 2, told: 3, undoUntil: '2024-11-04T00:00:00.000Z', madeBy: 'Penguji Cemara' });
    expect(await stored(0)).toMatchObject({ starts_at: new Date('2024-11-04T05:00:00Z'), ends_at: new Date('2024-11-04T09:00:00Z'), version: 2 });
    expect(await stored(1)).toMatchObject({ starts_at: new Date('2024-11-05T05:15:00Z'), version: 2 });
    const messages = await told('session.changed');
    expect(messages.map(({ person_id, facts }) => [person_id, facts['session'], facts['startsAt'], facts['zone']]).toSorted()).toEqual([
      [cohort.personIds[0], 'Sesi 1 (+1)', '2024-11-04T05:00:00+00:00', 'Asia/Makassar'], [cohort.personIds[1], 'Sesi 1 (+1)', '2024-11-04T05:00:00+00:00', 'Asia/Makassar'], [teacher, 'Sesi 2', '2024-11-05T05:15:00+00:00', 'Asia/Makassar'],
    ].toSorted());

    expect((await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/calendar`).expect(200)).body.lastReplan).toMatchObject({ id: body.id, undoUntil: '2024-11-04T00:00:00.000Z' });
    await organiser.post(path('undo'), { replanId: body.id }).expect(200);
    expect(await stored(0)).toMatchObject({ starts_at: new Date('2024-11-04T00:00:00Z'), ends_at: new Date('2024-11-04T04:00:00Z'), version: 3 });
    expect(await told('session.changed')).toHaveLength(6);
    expect((await organiser.post(path('undo'), { replanId: body.id }).expect(409)).body.code).toBe('replan.undone');
    expect((await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/calendar`).expect(200)).body.lastReplan).toMatchObject({ undoUntil: null });
  });

  it('moves none when one cannot move, and says which', async () => {
    await aMark(api.db, cohort, { session: 1 });
    const { body } = await organiser.post(path('apply'), { moves: [move(0, '2024-11-07T08:00'), move(1, '2024-11-07T13:00')] }).expect(409);
    expect(body).toMatchObject({ code: 'replan.cannotMove', details: { count: 1 }, errors: [{ path: 'moves.1', code: 'replan.marked', value: 'Sesi 2' }] });
    expect(await stored(0)).toMatchObject({ version: 1 });
    expect(await told('session.changed')).toEqual([]);
  });

  it('is not undone after a day, after another change, or in another cohort', async () => {
    const { body } = await organiser.post(path('apply'), { moves: [move(0, '2024-11-04T13:00')] }).expect(200);
    await api.db.execute(`update session set venue = 'Aula' where id = $1`, [cohort.sessionIds[0]]);
    expect((await organiser.post(path('undo'), { replanId: body.id }).expect(409)).body.errors).toEqual([expect.objectContaining({ path: 'moves.0', code: 'replan.stale' })]);
    api.standAt('2024-11-04T00:00:00Z');
    expect((await organiser.post(path('undo'), { replanId: body.id }).expect(409)).body.code).toBe('replan.undoTooLate');
    expect((await organiser.post(path('undo'), { replanId: cohort.cohortId }).expect(400)).body.errors[0]).toMatchObject({ code: 'replan.gone' });
  });

  it('lets one of two organisers win who drag the same session at once', async () => {
    const answers = await Promise.all(['2024-11-07T08:00', '2024-11-08T08:00'].map((startsAt) => organiser.post(path('apply'), { moves: [move(0, startsAt)] })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await stored(0)).toMatchObject({ version: 2 });
  });

  it('moves 23.30 WIT by the clock of Jayapura, two hours before the same clock in Jakarta', async () => {
    await api.db.execute(`update session set zone = 'Asia/Jayapura' where id = $1`, [cohort.sessionIds[0]]);
    await api.db.execute(`update session set zone = 'Asia/Jakarta' where id = $1`, [cohort.sessionIds[1]]);
    await api.db.execute(`update session set ends_at = starts_at + interval '30 minutes' where cohort_id = $1`, [cohort.cohortId]);
    const { body } = await organiser.post(path('preview'), { moves: [move(0, '2024-11-07T23:30', 3), move(1, '2024-11-07T23:30', 3)] }).expect(200);
    expect(body.moves.map(({ toStartsAt }: { toStartsAt: string }) => toStartsAt)).toEqual(['2024-11-07T14:30:00.000Z', '2024-11-07T16:30:00.000Z']);
    expect(body.arising).toEqual([]);
  });

  it('tells nobody while the cohort is only planned', async () => {
    await api.db.execute(`update cohort set state = 'planned' where id = $1`, [cohort.cohortId]);
    expect((await organiser.post(path('apply'), { moves: [move(0, '2024-11-04T13:00')] }).expect(200)).body.told).toBe(0);
  });
});

describe('changing a session by its form', () => {
  const request = async (index: number, changes: object) => {
    const [row] = await api.db.read<{ phase_id: string }>('select phase_id from session where id = $1', [cohort.sessionIds[index]]);
    return { version: 1, phaseId: row!.phase_id, title: 'Sesi 1', startsAt: '2024-11-04T08:00', endsAt: '2024-11-04T12:00', zone: 'Asia/Makassar', venue: 'Ballroom Lt. 3', lessonHours: 8, mandatory: true, facilitatorIds: [], ...changes };
  };

  it('tells of a new place, not of a new title', async () => {
    await organiser.patch(`/api/v1/sessions/${cohort.sessionIds[0]!}`, await request(0, { title: 'Visi' })).expect(204);
    expect(await told('session.changed')).toEqual([]);
    await organiser.patch(`/api/v1/sessions/${cohort.sessionIds[0]!}`, await request(0, { version: 2, venue: 'Aula' })).expect(204);
    expect((await told('session.changed')).map(({ facts }) => facts['venue'])).toEqual(['Aula', 'Aula']);
  });

  it('tells of a cancelled session with its reason', async () => {
    await organiser.post(`/api/v1/sessions/${cohort.sessionIds[0]!}/cancel`, { version: 1, reason: 'Banjir' }).expect(204);
    expect((await told('session.cancelled')).map(({ facts }) => [facts['session'], facts['reason']])).toEqual([['Sesi 1', 'Banjir'], ['Sesi 1', 'Banjir']]);
  });

  it('tells of a session that was taken out of the plan', async () => {
    await organiser.delete(`/api/v1/sessions/${cohort.sessionIds[2]!}`).expect(204);
    expect((await told('session.cancelled')).map(({ facts }) => [facts['session'], facts['reason']])).toEqual([['Sesi 3', null], ['Sesi 3', null]]);
  });

  it.each([
    ['a meeting over plain http', { meetingUrl: 'http://rapat.example/a' }, 'meetingUrl field.matches'],
    ['a venue of another agency', { venueId: 'other' }, 'venueId venue.unknown'],
    ['a room without its venue', { roomId: 'room' }, 'roomId room.unknown'],
  ])('is refused with %s', async (_, changes, expected) => {
    const elsewhere = await aRunningCohort(api.db, { participants: 0 });
    const [venue] = await api.db.execute<{ id: string }>(`insert into venue (agency_id, name, zone) values ($1, 'Hotel Mahakam', 'Asia/Makassar') returning id`, [elsewhere.agencyId]);
    const [room] = await api.db.execute<{ id: string }>(`insert into venue_room (venue_id, position, name) values ($1, 1, 'Ballroom') returning id`, [venue!.id]);
    const ids = { other: venue!.id, room: room!.id } as Record<string, string>;
    const named = Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, ids[value] ?? value]));
    const { body } = await organiser.patch(`/api/v1/sessions/${cohort.sessionIds[0]!}`, await request(0, named)).expect(400);
    expect(body.errors.map(({ path: at, code }: Record<string, string>) => `${at ?? ''} ${code ?? ''}`)).toContain(expected);
  });
});

describe('the calendar of a cohort', () => {
  it('tells facilitators too, and shows a room that another cohort has', async () => {
    const [venue] = await api.db.execute<{ id: string }>(`insert into venue (agency_id, name, zone) values ($1, 'Hotel Mahakam', 'Asia/Jakarta') returning id`, [cohort.agencyId]);
    const [room] = await api.db.execute<{ id: string }>(`insert into venue_room (venue_id, position, name, capacity) values ($1, 1, 'Ballroom', 1) returning id`, [venue!.id]);
    const other = await aRunningCohort(api.db, { agencyId: cohort.agencyId, participants: 0, sessions: [{}] });
    await api.db.execute(`update session set venue = '', venue_id = $2, room_id = $3 where id = any($1::uuid[])`, [[cohort.sessionIds[0], other.sessionIds[0]], venue!.id, room!.id]);
    const facilitator = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
    const { body } = await facilitator.get(`/api/v1/cohorts/${cohort.cohortId}/calendar`).expect(200);
    expect(body.clashes.map(({ code }: { code: string }) => code)).toEqual(['venueZoneDiffers', 'roomTooSmall', 'roomTaken']);
    await facilitator.post(path('preview'), { moves: [move(0, '2024-11-04T13:00')] }).expect(403);
  });

  it('counts a newly accepted participant against other cohorts', async () => {
    const other = await aRunningCohort(api.db, { participants: 0, sessions: [{ startsAt: '2024-11-04T01:00:00Z', endsAt: '2024-11-04T02:00:00Z' }] });
    const { personId } = await aParticipant(api.db, { agencyId: cohort.agencyId, unitId: cohort.unitId, cohortId: cohort.cohortId, n: 7 });
    await api.db.execute(`insert into enrolment (cohort_id, person_id, state) values ($1, $2, 'accepted')`, [other.cohortId, personId]);
    const { body } = await organiser.get(`/api/v1/cohorts/${cohort.cohortId}/calendar`).expect(200);
    expect(body.clashes).toEqual([expect.objectContaining({ code: 'participantOverlap', facts: expect.objectContaining({ other: 'Kota Samudra', count: 1 }) })]);
  });
});
