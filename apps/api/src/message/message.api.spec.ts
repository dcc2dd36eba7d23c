import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aMark, aRunningCohort, type RunningCohort } from '../attendance/running-cohort.builder.js';
import { aPostman, type Postman } from '../delivery/postman.builder.js';
import { DeliveryWorker } from '../delivery/index.js';
import { systemActor } from '../platform/index.js';
import { startApi, type Caller, type TestApi } from '../testing/index.js';
import { announce } from './index.js';

let postman: Postman;
let api: TestApi;
let cohort: RunningCohort;
let organiser: Caller;
beforeAll(async () => {
  postman = await aPostman();
  api = await startApi({ role: 'web', smtpUrl: postman.url });
  cohort = await aRunningCohort(api.db, { participants: 4, classes: ['A', 'B'], sessions: [{}] });
  await api.db.execute(`update person set email = id || '@contoh.example' where id = any($1)`, [cohort.personIds]);
  await api.db.execute(`update enrolment set class_id = $2 where id = any($1)`, [cohort.enrolmentIds.slice(0, 2), cohort.classIds['A']]);
  organiser = await withAddress(await api.as([{ role: 'organiser', scope: 'agency', agencyId: cohort.agencyId }]));
});
afterEach(() => api.standAt(null));
afterAll(async () => {
  await api.close();
  await postman.close();
});

const work = (): Promise<void> => api.app.get(DeliveryWorker).work();
const path = (rest: string, id = cohort.cohortId): string => `/api/v1/cohorts/${id}/${rest}`;
const draft = (readership: object = { kind: 'cohort' }, body = 'Yth. {name}, mohon membawa laptop.'): object => ({ readership, subject: 'Materi {cohort}', body });

async function withAddress(caller: Caller): Promise<Caller> {
  await api.db.execute(`update account set login = $2 where id = $1`, [caller.accountId, `${caller.accountId}@kantor.example`]);
  return caller;
}

async function bodiesTo(personIds: readonly string[]): Promise<string[]> {
  return (await api.db.read<{ body: string }>(`select body from message where person_id = any($1) and channel = 'inbox' and event = 'class.message' order by body`, [personIds])).map(({ body }) => body);
}

describe('a message to a class', () => {
  it('is seen, tried and sent to those who are meant, each by name', async () => {
    const readership = { kind: 'class', classId: cohort.classIds['A'] };
    const { body: seen } = await organiser.post(path('class-messages/preview'), draft(readership)).expect(200);
    expect(seen).toMatchObject({ readers: 2, withoutAddress: 0, blocked: [], unknown: [], sample: { name: 'Anggrek Telaga, S.T.', subject: 'Materi DLA Samarinda Angkatan I', body: 'Yth. Anggrek Telaga, S.T., mohon membawa laptop.' } });

    await organiser.post(path('class-messages/test'), draft(readership)).expect(204);
    const [test] = postman.to(`${organiser.accountId}@kantor.example`);
    expect(test!.text).toContain('[Uji] Materi DLA Samarinda Angkatan I');

    const { body: sent } = await organiser.post(path('class-messages'), { ...draft(readership), readers: 2 }).expect(201);
    expect(sent).toMatchObject({ readers: 2 });
    await work();
    expect(await bodiesTo(cohort.personIds)).toEqual(['Yth. Anggrek Telaga, S.T., mohon membawa laptop.', 'Yth. Bintang Savana, S.T., mohon membawa laptop.']);
    expect(postman.to(`${cohort.personIds[0]!}@contoh.example`)).toHaveLength(1);
    const { body: list } = await organiser.get(path('class-messages')).expect(200);
    expect(list).toMatchObject([{ id: sent.id, readers: 2, told: 2, target: 'A', writtenBy: 'Penguji Cemara', cancelledAt: null }]);
  });

  it('goes to those who were absent by the mark that holds', async () => {
    const first = await aMark(api.db, cohort, { participant: 0, mark: 'absent', lessonHours: 0 });
    await aMark(api.db, cohort, { participant: 0, mark: 'present', supersedes: first });
    await aMark(api.db, cohort, { participant: 2, mark: 'absent', lessonHours: 0 });
    const { body } = await organiser.post(path('class-messages/preview'), draft({ kind: 'absent', sessionId: cohort.sessionIds[0] })).expect(200);
    expect(body).toMatchObject({ readers: 1, sample: { name: 'Cemara Senja, S.T.' } });
    const { body: choices } = await organiser.get(path('class-messages/choices')).expect(200);
    expect(choices).toMatchObject({ classes: [{ name: 'A' }, { name: 'B' }], units: [{ name: 'Dinas Kesehatan' }], sessions: [{ title: 'Sesi 1', absent: 1 }], zone: 'Asia/Makassar' });
  });

  it('goes to a unit and all below it', async () => {
    const { body } = await organiser.post(path('class-messages/preview'), draft({ kind: 'unit', unitId: cohort.unitId })).expect(200);
    expect(body.readers).toBe(4);
  });

  it('is blocked with the names of those for whom a word is missing', async () => {
    const text = draft({ kind: 'cohort' }, 'Kelas Anda: {class}');
    const { body: seen } = await organiser.post(path('class-messages/preview'), text).expect(200);
    expect(seen).toMatchObject({ readers: 4, blocked: [{ name: 'Cemara Senja, S.T.', missing: ['class'] }, { name: 'Fajar Kemuning, S.T.', missing: ['class'] }] });
    const { body } = await organiser.post(path('class-messages'), { ...text, readers: 4 }).expect(409);
    expect(body).toMatchObject({ code: 'classMessage.valueMissing', title: 'Kata pengganti tanpa nilai untuk: Cemara Senja, S.T., Fajar Kemuning, S.T..' });
  });

  it.each([
    ['a word that does not exist', { ...draft({ kind: 'cohort' }, 'Halo {nama}'), readers: 4 }, 'template.placeholderUnknown'],
    ['a brace too many', { ...draft({ kind: 'cohort' }, 'Halo {name'), readers: 4 }, 'template.strayBrace'],
    ['other readers than were seen', { ...draft(), readers: 3 }, 'classMessage.readersChanged'],
    ['a class that is not said', { ...draft({ kind: 'class' }), readers: 4 }, 'classMessage.readershipIncomplete'],
    ['nobody to read it', { ...draft({ kind: 'class', classId: randomUUID() }), readers: 1 }, 'classMessage.nobody'],
    ['a day two years ahead', { ...draft(), readers: 4, sendAfter: new Date(Date.now() + 2 * 366 * 86_400_000).toISOString() }, 'classMessage.tooFar'],
  ])('is refused with %s, and nothing is stored', async (_, request, code) => {
    const count = (): Promise<{ n: number }[]> => api.db.read(`select count(*) as n from class_message where cohort_id = $1`, [cohort.cohortId]);
    const before = await count();
    expect((await organiser.post(path('class-messages'), request).expect(409)).body).toMatchObject({ code });
    expect(await count()).toEqual(before);
  });

  it('waits for its hour, and can be taken back until then', async () => {
    const sendAfter = new Date(Date.now() + 7_200_000).toISOString();
    const request = { ...draft({ kind: 'cohort' }, 'Besok pukul tujuh, {name}.'), readers: 4, sendAfter };
    const { body: cancelled } = await organiser.post(path('class-messages'), request).expect(201);
    const { body: kept } = await organiser.post(path('class-messages'), { ...request, body: 'Besok pukul delapan, {name}.' }).expect(201);
    await work();
    await organiser.post(`/api/v1/class-messages/${String(cancelled.id)}/cancel`).expect(204);
    expect((await organiser.post(`/api/v1/class-messages/${String(cancelled.id)}/cancel`).expect(409)).body.code).toBe('classMessage.alreadyGone');
    api.standAt(new Date(Date.now() + 7_201_000).toISOString());
    await work();
    const bodies = await bodiesTo(cohort.personIds);
    expect(bodies.filter((body) => body.includes('pukul tujuh'))).toEqual([]);
    expect(bodies.filter((body) => body.includes('pukul delapan'))).toHaveLength(4);
    await organiser.post(`/api/v1/class-messages/${String(kept.id)}/cancel`).expect(409);
  });

  it('is open to facilitators in their own cohort only, who see what they wrote', async () => {
    const teacher = await api.as([{ role: 'facilitator', scope: 'cohort', agencyId: cohort.agencyId, cohortId: cohort.cohortId }]);
    await teacher.post(path('class-messages/preview'), draft()).expect(200);
    await teacher.post(path('class-messages'), { ...draft(), readers: 4 }).expect(201);
    expect((await teacher.get(path('class-messages')).expect(200)).body).toMatchObject([{ readers: 4 }]);
    await teacher.get(path('messages')).expect(403);
    const [{ id: foreign }] = (await organiser.get(path('class-messages')).expect(200)).body.filter((row: { readers: number }) => row.readers === 2);
    expect((await teacher.post(`/api/v1/class-messages/${String(foreign)}/cancel`).expect(409)).body.code).toBe('classMessage.notOwn');
    const ofAgency = await api.as([{ role: 'facilitator', scope: 'agency', agencyId: cohort.agencyId }]);
    await ofAgency.post(path('class-messages/preview'), draft()).expect(404);
    const elsewhere = await api.as([{ role: 'organiser', scope: 'agency', agencyId: (await aRunningCohort(api.db, { participants: 0, sessions: [] })).agencyId }]);
    await elsewhere.post(path('class-messages'), { ...draft(), readers: 4 }).expect(404);
  });
});

describe('the log of a cohort', () => {
  it('finds, filters and tells every try', async () => {
    const [reader] = cohort.personIds;
    postman.manner = (to) => (to.startsWith(reader!) ? 'refuse' : 'take');
    await api.db.transaction(systemActor(), (tx) => announce(tx, [{ event: 'session.cancelled', personId: reader, cohortId: cohort.cohortId, facts: { session: 'Sesi 9', startsAt: '2026-11-03T00:00:00Z' } }]));
    await work();
    postman.manner = () => 'take';
    const { body: page } = await organiser.get(path('messages?event=session.cancelled&trouble=yes&q=anggrek')).expect(200);
    expect(page).toMatchObject({ total: 1, rows: [{ name: 'Anggrek Telaga', channel: 'email', state: 'bounced', code: 'mail.refused', mayRepeat: true }] });
    expect(page.rows[0].address).toMatch(/^.{2}\*\*\*@contoh\.example$/);
    expect((await organiser.get(path('messages?q=100%25')).expect(200)).body.total).toBe(0);

    const { body: detail } = await organiser.get(`/api/v1/messages/${String(page.rows[0].id)}`).expect(200);
    expect(detail).toMatchObject({ tries: [{ attempt: 1, outcome: 'attempted' }, { attempt: 1, outcome: 'bounced', code: 'mail.refused' }] });
    expect(detail.tries[1].detail).toContain('no such mailbox');
    await organiser.post(`/api/v1/messages/${String(page.rows[0].id)}/repeat`).expect(204);
    expect((await organiser.post(`/api/v1/messages/${String(page.rows[0].id)}/repeat`).expect(409)).body.code).toBe('message.mayNotRepeat');
    await work();
    const { body: after } = await organiser.get(`/api/v1/messages/${String(page.rows[0].id)}`).expect(200);
    expect(after).toMatchObject({ state: 'sent' });
    expect(after.tries.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['attempted', 'bounced', 'repeated', 'attempted', 'sent']);
  });

  it('does not show what a link of an approval opens', async () => {
    await api.db.transaction(systemActor(), (tx) => announce(tx, [{ event: 'nomination.approvalAsked', personId: cohort.personIds[1], cohortId: cohort.cohortId, facts: { count: 2, unit: 'Dinas', expiresAt: '2026-11-03T00:00:00Z', link: '/setuju/rahasia-sekali' } }]));
    await work();
    const { body: page } = await organiser.get(path('messages?event=nomination.approvalAsked')).expect(200);
    const details = await Promise.all(page.rows.map(async ({ id }: { id: string }) => JSON.stringify((await organiser.get(`/api/v1/messages/${id}`).expect(200)).body)));
    expect(details.length).toBe(2);
    expect(details.join()).not.toContain('rahasia-sekali');
    expect((await organiser.post('/api/v1/message-templates/preview', { agencyId: cohort.agencyId, cohortId: cohort.cohortId, event: 'nomination.approvalAsked', channel: 'email', locale: 'id', subject: 'x', body: '{link}' }).expect(200)).body.body).not.toContain('rahasia');
  });

  it('stays as it was sent', async () => {
    await expect(api.db.execute(`update message set body = 'lain' where cohort_id = $1 and state = 'sent'`, [cohort.cohortId])).rejects.toThrow('what was sent stays as it was sent');
    await expect(api.db.execute(`delete from delivery`)).rejects.toThrow('are facts');
  });
});

describe('templates', () => {
  const key = 'session.reminder/email/id';
  const text = (number: number, body = 'Halo {name}, besok {session}.', agencyId: string | undefined = cohort.agencyId): object => ({ agencyId, number, subject: 'Besok: {session}', body });
  const sheet = async (): Promise<{ text: { body: string }; origin: string; number: number; versions: unknown[] }> =>
    (await organiser.get(`/api/v1/message-templates/session.reminder?agencyId=${cohort.agencyId}`).expect(200)).body.texts.find((row: { channel: string; locale: string }) => row.channel === 'email' && row.locale === 'id');

  it('of an agency stand above the national ones, keep their versions, and can be put back', async () => {
    const admin = await api.as([{ role: 'admin', scope: 'national' }]);
    expect(await sheet()).toMatchObject({ origin: 'shipped', number: 0 });
    const { body: national } = await admin.get('/api/v1/message-templates/session.reminder').expect(200);
    const nationalNumber = national.texts.find((row: { channel: string; locale: string }) => row.channel === 'email' && row.locale === 'id').number as number;
    await admin.put(`/api/v1/message-templates/${key}`, { number: nationalNumber, subject: 'Nasional', body: 'Halo {name}, nasional.' }).expect(200);
    expect(await sheet()).toMatchObject({ origin: 'national', text: { body: 'Halo {name}, nasional.' } });
    await organiser.put(`/api/v1/message-templates/${key}`, text(0)).expect(200);
    await organiser.put(`/api/v1/message-templates/${key}`, text(1, 'Versi dua, {name}.')).expect(200);
    expect(await sheet()).toMatchObject({ origin: 'agency', number: 2, text: { body: 'Versi dua, {name}.' }, versions: [{ number: 2, by: 'Penguji Cemara' }, { number: 1 }] });

    await api.db.transaction(systemActor(), (tx) => announce(tx, [{ event: 'session.reminder', personId: cohort.personIds[3], cohortId: cohort.cohortId, facts: { session: 'Sesi 1', startsAt: '2026-11-03T00:00:00Z' } }]));
    await work();
    expect(postman.to(`${cohort.personIds[3]!}@contoh.example`).at(-1)!.text).toContain('Versi dua, Fajar Kemuning, S.T..');

    await organiser.post(`/api/v1/message-templates/${key}/reset`, { agencyId: cohort.agencyId, number: 2 }).expect(200);
    expect(await sheet()).toMatchObject({ origin: 'national', number: 3 });
    await organiser.post(`/api/v1/message-templates/${key}/reset`, { agencyId: cohort.agencyId, number: 3 }).expect(409);
    const { body: list } = await organiser.get(`/api/v1/message-templates?agencyId=${cohort.agencyId}`).expect(200);
    expect(list.find((row: { event: string }) => row.event === 'session.reminder')).toMatchObject({ own: 0 });
    await admin.post(`/api/v1/message-templates/${key}/reset`, { number: nationalNumber + 1 }).expect(200);
  });

  it('are not saved by the second of two writers', async () => {
    const other = 'session.changed/email/id';
    const answers = await Promise.all(['satu', 'dua'].map((body) => organiser.put(`/api/v1/message-templates/${other}`, text(0, body))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await organiser.put(`/api/v1/message-templates/${other}`, text(0, 'tiga')).expect(409)).body.code).toBe('conflict.stale');
  });

  it.each([['Halo {nama}', 'template.placeholderUnknown'], ['Halo {name', 'template.strayBrace']])('with %s are refused beside the field', async (body, code) => {
    const answer = await organiser.put(`/api/v1/message-templates/${key}`, text(3, body)).expect(409);
    expect(answer.body).toMatchObject({ code, errors: [{ path: 'body', code }] });
  });

  it('are seen with the facts of a cohort, and tried on oneself', async () => {
    const request = { agencyId: cohort.agencyId, cohortId: cohort.cohortId, event: 'session.reminder', channel: 'email', locale: 'en', subject: '{session}', body: 'Dear {name}: {startsAt}, {cohort}' };
    const { body } = await organiser.post('/api/v1/message-templates/preview', request).expect(200);
    expect(body).toMatchObject({ locale: 'en', subject: 'Sesi 1', body: 'Dear Penguji Cemara: Tuesday, 3 November 2026 at 08.00 WITA, DLA Samarinda Angkatan I', missing: [], unknown: [] });
    await organiser.post('/api/v1/message-templates/test', request).expect(204);
    expect(postman.to(`${organiser.accountId}@kantor.example`).at(-1)!.text).toContain('Tuesday, 3 November 2026');
    expect((await organiser.post('/api/v1/message-templates/preview', { ...request, body: '{tiada}' }).expect(200)).body).toMatchObject({ unknown: ['tiada'], missing: [] });
  });

  it('of the nation are out of reach of an agency', async () => {
    await organiser.get('/api/v1/message-templates').expect(404);
    await organiser.put(`/api/v1/message-templates/${key}`, { number: 0, subject: 'x', body: 'x' }).expect(404);
    await organiser.get(`/api/v1/message-templates/tiada.ada?agencyId=${cohort.agencyId}`).expect(404);
    await organiser.get(`/api/v1/message-templates/account.reset?agencyId=${cohort.agencyId}`).expect(404);
  });
});

describe('an inbox', () => {
  it('counts, rings, and is read one by one or all at once', async () => {
    const person = cohort.personIds[2]!;
    const reader = await api.as([], { id: person });
    // What was said before there was an account is there too.
    const { body: first } = await reader.get('/api/v1/me/inbox/unread').expect(200);
    expect(first.unread).toBeGreaterThan(0);
    const counts = ringsOf(reader);
    await counts.next((n) => n === first.unread);
    await api.db.transaction(systemActor(), (tx) => announce(tx, [{ event: 'certificate.issued', personId: person, cohortId: cohort.cohortId, facts: { number: '0001/DLA/2026' } }]));
    await work();
    await counts.next((n) => n === Number(first.unread) + 1);
    const { body: page } = await reader.get('/api/v1/me/inbox?state=unread').expect(200);
    expect(page.rows[0]).toMatchObject({ event: 'certificate.issued', link: 'https://cek.contoh.example/sertifikat-saya', cohortName: 'DLA Samarinda Angkatan I', readAt: null });
    await reader.post(`/api/v1/me/inbox/${String(page.rows[0].id)}/read`).expect(204);
    await reader.post(`/api/v1/me/inbox/${String(page.rows[0].id)}/read`).expect(204);
    await counts.next((n) => n === first.unread);
    const { body: log } = await organiser.get(path('messages?event=certificate.issued&channel=inbox')).expect(200);
    expect(log.rows).toMatchObject([{ state: 'opened' }]);
    await reader.post('/api/v1/me/inbox/read').expect(204);
    await counts.next((n) => n === 0);
    counts.close();
    const stranger = await api.as([]);
    await stranger.post(`/api/v1/me/inbox/${String(page.rows[0].id)}/read`).expect(404);
    expect((await stranger.get('/api/v1/me/inbox').expect(200)).body.total).toBe(0);
  });
});

/** The counts that a bell is told, as they come. */
function ringsOf(reader: Caller): { next(is: (count: number) => boolean): Promise<void>; close(): void } {
  const counts: number[] = [];
  const abort = new AbortController();
  void (async () => {
    const response = await fetch(`${(await api.app.getUrl()).replace('[::1]', '127.0.0.1')}/api/v1/me/inbox/events`, { headers: { cookie: reader.cookie }, signal: abort.signal });
    for await (const chunk of response.body!) for (const [, count] of new TextDecoder().decode(chunk).matchAll(/"unread":(\d+)/g)) counts.push(Number(count));
  })().catch(() => undefined);
  return {
    close: () => { abort.abort(); },
    next: async (is) => {
      for (let n = 0; n < 200; n += 1) {
        if (counts.length > 0 && is(counts.at(-1)!)) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`rang ${counts.join(', ')}`);
    },
  };
}
