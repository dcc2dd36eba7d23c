import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';

let api: TestApi;
let cohort: RunningCohort;
let organiser: Caller;
beforeAll(async () => { api = await startApi(); });
beforeEach(async () => {
  cohort = await aRunningCohort(api.db, { participants: 0 });
  organiser = await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]);
});
afterAll(() => api.close());

const request = (changes: object = {}) => ({
  agencyId: cohort.agencyId, name: 'Hotel Mahakam', address: 'Jl. Tepian 1', city: 'Samarinda', zone: 'Asia/Makassar', latitude: -0.5022, longitude: 117.1536, radiusM: 150, active: true,
  rooms: [{ name: 'Ballroom', capacity: 120 }, { name: 'Ruang Meranti', capacity: null }], ...changes,
});
const list = async (caller = organiser, query = '') => (await caller.get(`/api/v1/venues?${query}`).expect(200)).body;
const errorsOf = ({ body }: { body: { errors: { path: string; code: string }[] } }) => body.errors.map(({ path, code }) => `${path} ${code}`);

describe('venues', () => {
  it('are kept with their rooms, in order', async () => {
    const { body } = await organiser.post('/api/v1/venues', request()).expect(201);
    expect(await list()).toMatchObject({ total: 1, rows: [{ id: body.id, name: 'Hotel Mahakam', latitude: -0.5022, longitude: 117.1536, radiusM: 150, editable: true, sessions: 0, version: 1, rooms: [{ name: 'Ballroom', capacity: 120 }, { name: 'Ruang Meranti', capacity: null }] }] });
    const [ballroom, meranti] = (await list()).rows[0].rooms;
    await organiser.put(`/api/v1/venues/${body.id}`, request({ version: 1, rooms: [{ ...meranti, name: 'Ballroom' }, { ...ballroom, name: 'Ruang Meranti' }, { name: 'Aula' }] })).expect(204);
    expect((await list()).rows[0]).toMatchObject({ version: 2, rooms: [{ id: meranti.id, name: 'Ballroom' }, { id: ballroom.id, name: 'Ruang Meranti' }, { name: 'Aula', capacity: null }] });
    expect((await organiser.put(`/api/v1/venues/${body.id}`, request({ version: 1 })).expect(409)).body.code).toBe('conflict.stale');
    expect((await organiser.post('/api/v1/venues', request()).expect(409)).body.code).toBe('venue.nameOnce');
    expect(await list(organiser, 'q=tepian')).toMatchObject({ total: 1 });
    expect(await list(organiser, 'q=balikpapan')).toMatchObject({ total: 0 });
  });

  it.each([
    ['half a point', { longitude: null, radiusM: null }, ['longitude venue.pointWhole']],
    ['a radius around nothing', { latitude: null, longitude: null }, ['radiusM venue.radiusAroundPoint']],
    ['a point off the earth', { latitude: 91 }, ['latitude field.max']],
    ['a room twice', { rooms: [{ name: 'Aula' }, { name: 'AULA' }] }, ['rooms.1.name room.nameTwice']],
    ['a radius of a city', { radiusM: 50_000 }, ['radiusM field.max']],
  ])('are refused with %s', async (_, changes, expected) => {
    expect(errorsOf(await organiser.post('/api/v1/venues', request(changes)).expect(400))).toEqual(expected);
  });

  it('keep rooms and places in which sessions are held', async () => {
    const { body: { id } } = await organiser.post('/api/v1/venues', request()).expect(201);
    const [room] = (await list()).rows[0].rooms;
    await api.db.execute(`update session set venue_id = $2, room_id = $3 where id = $1`, [cohort.sessionIds[0], id, room.id]);
    expect((await organiser.put(`/api/v1/venues/${id}`, request({ version: 1, rooms: [] })).expect(409)).body).toMatchObject({ code: 'room.inUse', details: { name: 'Ballroom', count: 1 } });
    expect((await organiser.delete(`/api/v1/venues/${id}`).expect(409)).body).toMatchObject({ code: 'venue.inUse', details: { count: 1 } });
    await api.db.execute(`update session set venue_id = null, room_id = null where id = $1`, [cohort.sessionIds[0]]);
    await organiser.delete(`/api/v1/venues/${id}`).expect(204);
    expect(await list()).toMatchObject({ total: 0 });
  });

  it('are seen by those who teach in the agency’s cohorts, and kept by its organisers only', async () => {
    await organiser.post('/api/v1/venues', request()).expect(201);
    const teacher = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
    expect(await list(teacher)).toMatchObject({ total: 1, rows: [{ editable: false }] });
    const stranger = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aRunningCohort(api.db, { participants: 0 })).agencyId }]);
    expect(await list(stranger)).toMatchObject({ total: 0 });
    await stranger.post('/api/v1/venues', request()).expect(404);
  });

  it('show in the sessions of the cohort', async () => {
    const { body: { id } } = await organiser.post('/api/v1/venues', request()).expect(201);
    await api.db.execute(`update session set venue_id = $2, meeting_url = 'https://rapat.example/a' where id = $1`, [cohort.sessionIds[0], id]);
    const { body } = await organiser.get(`/api/v1/cohorts/${cohort.cohortId}`).expect(200);
    expect(body.sessions[0]).toMatchObject({ venueId: id, roomId: null, meetingUrl: 'https://rapat.example/a', place: { name: 'Hotel Mahakam', room: null, latitude: -0.5022 } });
  });
});
