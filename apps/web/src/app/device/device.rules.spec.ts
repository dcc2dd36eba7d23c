import { describe, expect, it } from '@jest/globals';
import type { DevicePack, PackSession } from '@jenjang/shared/kiosk';
import { lastWords, matching, parcelsOf, rosterOf, sessionAt, tallyOf, unitsOf } from './device.rules';
import type { KeptMark } from './device.types';

const session: PackSession = {
  id: 's1',
  cohortId: 'c',
  cohortName: 'DLA I',
  title: 'Sesi 1',
  startsAt: '2024-11-04T00:00:00Z',
  endsAt: '2024-11-04T02:00:00Z',
  zone: 'Asia/Makassar',
  venue: '',
  classId: null,
  className: null,
  opensAt: 0,
  lateAfter: null,
  closesAt: 10,
};
const person = { cohortId: 'c', classId: 'a', eselon: null, cardHash: '' };
const pack: DevicePack = {
  device: { id: 'd1', name: 'Meja depan' },
  serverNow: 0,
  keepUntil: '2024-11-04T16:00:00Z',
  sessions: [session, { ...session, id: 's2', classId: 'b' }],
  people: [
    { ...person, enrolmentId: 'e1', name: 'Anggrek Télaga', unitName: 'Dinas Kesehatan' },
    { ...person, enrolmentId: 'e2', name: 'Bintang Savana', unitName: 'Dinas Pangan', classId: 'b' },
    { ...person, enrolmentId: 'e3', name: 'Cemara Senja', unitName: null, cohortId: 'other' },
  ],
};

describe('a roster', () => {
  it('is searched by any words of name and unit, without accents', () => {
    const people = rosterOf(pack, 's1');
    const names = (words: string, unit: string | null = null) =>
      matching(people, words, unit).map(({ name }) => name);
    expect(names('telaga')).toEqual(['Anggrek Télaga']);
    expect(names('dinas SAV')).toEqual(['Bintang Savana']);
    expect(names('', 'Dinas Pangan')).toEqual(['Bintang Savana']);
    expect(names('nihil')).toEqual([]);
    expect(unitsOf(people)).toEqual(['Dinas Kesehatan', 'Dinas Pangan']);
    expect(rosterOf(pack, 's2').map(({ name }) => name)).toEqual(['Bintang Savana']);
    expect(rosterOf(pack, 'other')).toEqual([]);
  });

  it('begins with the session whose doors are open, else the next, else the last', () => {
    const at = (opensAt: number, closesAt: number, id: string) => ({ ...session, opensAt, closesAt, id });
    const day = [at(10, 20, 'morning'), at(30, 40, 'noon')];
    expect([5, 15, 25, 35, 45].map((now) => sessionAt(day, now)?.id)).toEqual([
      'morning',
      'morning',
      'noon',
      'noon',
      'noon',
    ]);
    expect(sessionAt([], 5)).toBeNull();
  });

  it('is sent in parcels of two hundred, each of one device', () => {
    const mark = (n: number, deviceId: string) => ({ id: String(n), deviceId, answer: null }) as KeptMark;
    const marks = [
      ...Array.from({ length: 450 }, (_, n) => mark(n, 'd1')),
      mark(450, 'd2'),
      { ...mark(451, 'd1'), answer: { outcome: 'new', code: null } } as KeptMark,
    ];
    expect(parcelsOf(marks).map((parcel) => [parcel.length, parcel[0]!.deviceId])).toEqual([
      [200, 'd1'],
      [200, 'd1'],
      [50, 'd1'],
      [1, 'd2'],
    ]);
  });

  it('knows the last word about everybody, and how many words became what', () => {
    const mark = (kind: KeptMark['kind'], enrolmentId: string, outcome: 'new' | null) =>
      ({ sessionId: 's1', kind, enrolmentId, answer: outcome && { outcome, code: null } }) as KeptMark;
    const marks = [mark('seen', 'e1', 'new'), mark('seen', 'e2', 'new'), mark('withdrawn', 'e1', null)];
    expect([...lastWords(marks, 's1')].map(([who, { kind }]) => [who, kind])).toEqual([
      ['e1', 'withdrawn'],
      ['e2', 'seen'],
    ]);
    expect(lastWords(marks, 's2').size).toBe(0);
    expect(tallyOf(marks)).toMatchObject({ new: 2, waiting: 1, refused: 0 });
  });
});
