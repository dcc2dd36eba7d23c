import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { invitationFor, type EntrySession } from './ical.js';
import { InvitationService } from './invitation.service.js';

let api: TestApi;
let cohort: RunningCohort;
let participant: Caller;
beforeAll(async () => { api = await startApi({ publicUrl: 'https://belajar.contoh.example' }); });
beforeEach(async () => {
  cohort = await aRunningCohort(api.db, { participants: 2, sessions: [{}, {}] });
  participant = await api.as([], { id: cohort.personIds[0]! });
  api.standAt('2024-11-03T00:00:00Z');
});
afterAll(() => api.close());

/** Subscribes and answers the path of the address. */
async function subscribe(caller: Caller): Promise<string> {
  const { body } = await caller.post('/api/v1/me/calendar-feed').expect(201);
  expect(body.url).toMatch(/^https:\/\/belajar\.contoh\.example\/calendar\/[\w-]{43}\.ics$/);
  return new URL(body.url).pathname;
}

const parse = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const eventsOf = (text: string) => parse(text).getAllSubcomponents('vevent').map((part) => ({ part, event: new ICAL.Event(part) }));

async function read(path: string): Promise<string> {
  const { text, headers } = await api.stranger.get(path).expect(200);
  expect(headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
  return text;
}

describe('a calendar feed', () => {
  it('is read by any calendar program with the right instants, in every zone', async () => {
    const instants = [['Asia/Jayapura', '2024-11-04T14:30:00Z', '20241104T233000'], ['Asia/Jakarta', '2024-11-04T16:30:00Z', '20241104T233000'], ['Asia/Makassar', '2024-11-03T23:30:00Z', '20241104T073000']] as const;
    cohort = await aRunningCohort(api.db, { participants: 1, sessions: instants.map(([, startsAt]) => ({ startsAt, endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString() })) });
    for (const [n, [zone]] of instants.entries()) await api.db.execute(`update session set zone = $2 where id = $1`, [cohort.sessionIds[n], zone]);
    const text = await read(await subscribe(await api.as([], { id: cohort.personIds[0]! })));
    const calendar = parse(text);
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const found = eventsOf(text).map(({ event, part }) => [event.startDate.zone.tzid, event.startDate.toJSDate().toISOString(), event.duration.toSeconds(), (part.getFirstProperty('dtstart')!.jCal as unknown[])[3]]);
    expect(found.toSorted()).toEqual(instants.map(([zone, startsAt, clock]) => [zone, new Date(startsAt).toISOString(), 1800, `${clock.slice(0, 4)}-${clock.slice(4, 6)}-${clock.slice(6, 11)}:${clock.slice(11, 13)}:00`]).toSorted());
    expect(text.match(/TZOFFSETTO:\+0[789]00/g)?.toSorted()).toEqual(['TZOFFSETTO:+0700', 'TZOFFSETTO:+0800', 'TZOFFSETTO:+0900']);
    ICAL.TimezoneService.reset();
  });

  it('says what, where, with whom, and rings before; long lines and any letters survive', async () => {
    const title = 'Séminaire “Kéreta”, modul; satu dengan judul yang sangat panjang 😀 sehingga barisnya harus dilipat berkali-kali';
    const [venue] = await api.db.execute<{ id: string }>(`insert into venue (agency_id, name, address, city, zone, latitude, longitude) values ($1, 'Hotel Mahakam', 'Jl. Tepian; No. 1, Lt. 2', 'Samarinda', 'Asia/Makassar', -0.5022, 117.1536) returning id`, [cohort.agencyId]);
    const [room] = await api.db.execute<{ id: string }>(`insert into venue_room (venue_id, position, name) values ($1, 1, 'Ballroom') returning id`, [venue!.id]);
    await api.db.execute(`update session set title = $2, venue = '', venue_id = $3, room_id = $4, meeting_url = 'https://rapat.example/a?b=1,2' where id = $1`, [cohort.sessionIds[0], title, venue!.id, room!.id]);
    await api.db.execute(`insert into session_facilitator (session_id, person_id) select $1, id from person where id = $2`, [cohort.sessionIds[0], cohort.personIds[1]]);
    const text = await read(await subscribe(participant));
    const { event, part } = eventsOf(text)[0]!;
    expect([event.uid, event.summary, event.location, part.getFirstPropertyValue('url')]).toEqual([cohort.sessionIds[0], title, 'Ballroom, Hotel Mahakam, Jl. Tepian; No. 1, Lt. 2, Samarinda', 'https://rapat.example/a?b=1%2C2']);
    expect(part.getFirstPropertyValue('geo')).toEqual([-0.5022, 117.1536]);
    expect(event.description).toContain('Literasi Digital ASN · DLA Samarinda Angkatan I · 8 JP\nPeran: Peserta\nFasilitator: Bintang Savana, S.T.');
    expect(part.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger')!.toString()).toBe('-PT30M');
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // Properties of the calendar stand before its components.
    expect(lines.filter((line, index) => /^END:V(TIMEZONE|EVENT)$/.test(line) && !/^(BEGIN:|END:VCALENDAR)/.test(lines[index + 1] ?? ''))).toEqual([]);
  });

  it('keeps the UID, raises SEQUENCE and says CANCELLED when a session changes', async () => {
    const path = await subscribe(participant);
    const of = async (n: number) => {
      const { event, part } = eventsOf(await read(path)).find(({ event: { uid } }) => uid === cohort.sessionIds[n])!;
      return [event.sequence, part.getFirstPropertyValue('status'), part.getAllSubcomponents('valarm').length];
    };
    expect(await of(0)).toEqual([0, 'CONFIRMED', 1]);
    await api.db.execute(`update session set starts_at = starts_at + interval '1 hour' where id = $1`, [cohort.sessionIds[0]]);
    expect(await of(0)).toEqual([1, 'CONFIRMED', 1]);
    await api.db.execute(`update session set state = 'cancelled' where id = $1`, [cohort.sessionIds[0]]);
    expect(await of(0)).toEqual([2, 'CANCELLED', 0]);
    expect(await of(1)).toEqual([0, 'CONFIRMED', 1]);
  });

  it('is not sent again while nothing changed', async () => {
    const path = await subscribe(participant);
    const { headers } = await api.stranger.get(path).expect(200);
    await api.stranger.get(path).set('if-none-match', headers['etag']!).expect(304);
    await api.db.execute(`update session set title = 'Judul baru' where id = $1`, [cohort.sessionIds[0]]);
    await api.stranger.get(path).set('if-none-match', headers['etag']!).expect(200);
  });

  it('ends when it is revoked or renewed, and only its hash is stored', async () => {
    const first = await subscribe(participant);
    expect((await participant.get('/api/v1/me/calendar-feed').expect(200)).body).toEqual({ feed: { createdAt: '2024-11-03T00:00:00+00:00', lastReadAt: null } });
    const second = await subscribe(participant);
    await api.stranger.get(first).expect(404);
    await read(second);
    expect((await participant.get('/api/v1/me/calendar-feed').expect(200)).body.feed.lastReadAt).toBe('2024-11-03T00:00:00+00:00');
    await participant.delete('/api/v1/me/calendar-feed').expect(200, { feed: null });
    await api.stranger.get(second).expect(404);
    expect((await participant.get('/api/v1/me/calendar-feed').expect(200)).body).toEqual({ feed: null });
    const rows = await api.db.read<{ text: string }>(`select to_jsonb(f)::text as text from calendar_feed f where account_id = $1 union all select to_jsonb(e)::text from audit_event e where subject_kind = 'calendar_feed' and account_id = $1`, [participant.accountId]);
    expect(rows).toHaveLength(2 + 4);
    expect(rows.filter(({ text }) => text.includes(second.slice(10, 53)))).toEqual([]);
    await api.stranger.get('/calendar/x.ics').expect(404);
  });

  it('makes one address when two are asked for at once', async () => {
    const urls = await Promise.all([subscribe(participant), subscribe(participant)]);
    const statuses = await Promise.all(urls.map(async (path) => (await api.stranger.get(path)).status));
    expect(statuses.toSorted()).toEqual([200, 404]);
  });

  it('holds the sessions one attends, teaches and organises, each once, and nobody else’s', async () => {
    const taught = await aRunningCohort(api.db, { participants: 0, sessions: [{}] });
    const organised = await aRunningCohort(api.db, { participants: 0, sessions: [{}] });
    const planned = await aRunningCohort(api.db, { agencyId: organised.agencyId, participants: 0, sessions: [{}] });
    await aRunningCohort(api.db, { participants: 1, sessions: [{}] });
    await api.db.execute(`insert into session_facilitator (session_id, person_id) values ($1, $2)`, [taught.sessionIds[0], cohort.personIds[1]]);
    await api.db.execute(`update cohort set state = 'planned' where id = $1`, [planned.cohortId]);
    const caller = await api.as([{ role: 'organiser', scope: 'agency', agencyId: organised.agencyId }, { role: 'organiser', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }], { id: cohort.personIds[1]! });
    const found = eventsOf(await read(await subscribe(caller))).map(({ event, part }) => [event.uid, /Peran: (\w+)/.exec(event.description)?.[1], part.getFirstPropertyValue('status')]);
    expect(found.toSorted()).toEqual([
      [cohort.sessionIds[0], 'Peserta', 'CONFIRMED'], [cohort.sessionIds[1], 'Peserta', 'CONFIRMED'], [taught.sessionIds[0], 'Fasilitator', 'CONFIRMED'],
      [organised.sessionIds[0], 'Penyelenggara', 'CONFIRMED'], [planned.sessionIds[0], 'Penyelenggara', 'TENTATIVE'],
    ].toSorted());
  });

  it('is closed with its account', async () => {
    await api.as([{ role: 'admin', scope: 'national' }]);
    const path = await subscribe(participant);
    await api.db.execute(`update account set disabled_at = now() where id = $1`, [participant.accountId]);
    await api.stranger.get(path).expect(404);
  });
});

describe('sessions that one teaches', () => {
  it('come with the class, the number expected, and clashes with what one attends', async () => {
    const taught = await aRunningCohort(api.db, { participants: 3, classes: ['A'], sessions: [{ startsAt: '2024-11-04T07:00:00Z', endsAt: '2024-11-04T09:00:00Z', classCode: 'A' }, {}] });
    await api.db.execute(`insert into session_facilitator (session_id, person_id) select unnest($1::uuid[]), $2`, [[taught.sessionIds[0], taught.sessionIds[1]], cohort.personIds[0]]);
    const { body } = await participant.get('/api/v1/me/teaching').expect(200);
    expect(body).toMatchObject([
      { sessionId: taught.sessionIds[0], className: 'A', expected: 0, clashes: true, place: null }, { sessionId: taught.sessionIds[1], className: null, expected: 3, clashes: true },
    ]);
    expect((await (await api.as([])).get('/api/v1/me/teaching').expect(200)).body).toEqual([]);
  });
});

describe('an invitation', () => {
  const session: EntrySession = {
    sessionId: 'e9d1c4f0-0000-4000-8000-000000000001', cohortName: 'DLA', programmeName: 'Literasi', title: 'Visi', startsAt: '2024-11-04T00:00:00Z', endsAt: '2024-11-04T03:00:00Z', zone: 'Asia/Makassar', venue: 'Aula',
    place: null, meetingUrl: '', lessonHours: 4, facilitators: [], status: 'confirmed', version: 3, changedAt: '2024-11-01T00:00:00Z', role: 'participant',
  };
  const people = { organiser: { name: 'Jenjang', email: 'no-reply@contoh.example' }, attendee: { name: 'Anggrek, Telaga', email: 'anggrek@contoh.example' }, locale: 'id', publicUrl: 'https://belajar.contoh.example' } as const;

  it.each([['REQUEST', 'CONFIRMED'], ['CANCEL', 'CANCELLED']] as const)('with METHOD:%s', (method, status) => {
    const { content, contentType, filename } = invitationFor(session, { ...people, method });
    const { part } = eventsOf(content)[0]!;
    expect([filename, contentType, parse(content).getFirstPropertyValue('method'), part.getFirstPropertyValue('status'), part.getFirstPropertyValue('sequence')]).toEqual(['sesi-2024-11-04.ics', `text/calendar; charset=utf-8; method=${method}`, method, status, 2]);
    expect([String(part.getFirstPropertyValue('organizer')).toLowerCase(), String(part.getFirstPropertyValue('attendee')).toLowerCase(), part.getFirstProperty('attendee')!.getFirstParameter('cn')]).toEqual(['mailto:no-reply@contoh.example', 'mailto:anggrek@contoh.example', 'Anggrek, Telaga']);
  });

  it('goes with the mail about a session, to those who have an address', async () => {
    const invitations = api.app.get(InvitationService, { strict: false });
    const announced = { facts: { sessionId: cohort.sessionIds[0]! }, cohortId: cohort.cohortId, personId: cohort.personIds[0]! };
    expect(await invitations.attach(announced, 'REQUEST')).toEqual([]);
    await api.db.execute(`update person set email = $2 where id = $1`, [cohort.personIds[0], `p-${cohort.personIds[0]!}@contoh.example`]);
    const [file] = await invitations.attach(announced, 'CANCEL');
    expect(eventsOf(String(file!.content))[0]!.event.uid).toBe(cohort.sessionIds[0]);
    expect(await invitations.attach({ ...announced, facts: {} }, 'REQUEST')).toEqual([]);
  });
});
