import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { TextEncoder } from 'node:util';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cardText } from '@jenjang/shared/document';
import {
  signedText,
  type DeviceMarkAnswer,
  type DevicePack,
  type ParcelAnswer,
  type PrepareDeviceRequest,
  type SendParcelRequest,
} from '@jenjang/shared/kiosk';
import { IDBFactory } from 'fake-indexeddb';
import { forgetNames } from '../platform/kept-names';
import { AppProblem } from '../platform/problem';
import { DeviceApi } from './device-api';
import { DeviceClock } from './device-clock';
import { sha256 } from './device-key';
import { DeviceSender } from './device-sender';
import { DeviceStore } from './device-store';

Object.assign(globalThis, { TextEncoder });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

const card = { enrolmentId: '0f8fad5b-d9cb-469f-a165-70867728950e', seal: '00FF00FF00FF00FF' };
const hours = 3_600_000;

async function aPack(keepUntil = Date.now() + 10 * hours): Promise<DevicePack> {
  const session = {
    cohortId: 'c',
    cohortName: 'DLA I',
    zone: 'Asia/Makassar' as const,
    venue: '',
    className: null,
  };
  const at = new Date().toISOString();
  const window = { opensAt: Date.now() - hours, lateAfter: null, closesAt: Date.now() + hours };
  const person = { cohortId: 'c', classId: null, eselon: null, cardHash: '' };
  return {
    device: { id: 'd1', name: 'Meja depan' },
    serverNow: Date.now() + 2 * hours,
    keepUntil: new Date(keepUntil + 2 * hours).toISOString(),
    sessions: [{ ...session, id: 's1', title: 'Sesi 1', startsAt: at, endsAt: at, classId: null, ...window }],
    people: [
      {
        ...person,
        enrolmentId: card.enrolmentId,
        name: 'Anggrek Télaga',
        unitName: 'Dinas Kesehatan',
        cardHash: await sha256(cardText(card)),
      },
      { ...person, enrolmentId: 'e2', name: 'Bintang Savana', unitName: 'Dinas Pangan' },
    ],
  };
}

/** A server that is there or not, and keeps what it was told by id. */
class FakeServer {
  open = true;
  refusal: AppProblem | null = null;
  pack_: DevicePack | null = null;
  publicKey = '';
  losesAnswers = false;
  /** Preparing needs the network, whatever comes later. */
  prepared = false;
  readonly taken = new Map<string, SendParcelRequest['marks'][number]>();
  parcels = 0;

  prepare({ publicKey }: PrepareDeviceRequest): Promise<{ id: string }> {
    this.publicKey = publicKey;
    return Promise.resolve({ id: 'd1' });
  }

  async pack(): Promise<DevicePack> {
    if (!this.open && this.prepared) throw new AppProblem(0, 'network', null, null);
    if (this.refusal !== null) throw this.refusal;
    this.prepared = true;
    return this.pack_ ?? aPack();
  }

  async send(_deviceId: string, { id, marks }: SendParcelRequest): Promise<ParcelAnswer> {
    await Promise.resolve();
    if (!this.open) throw new AppProblem(0, 'network', null, null);
    if (this.refusal !== null) throw this.refusal;
    this.parcels += 1;
    const answers: DeviceMarkAnswer[] = marks.map((mark) => {
      const repeated = this.taken.has(mark.id);
      this.taken.set(mark.id, mark);
      return { id: mark.id, outcome: 'new', code: null, repeated };
    });
    if (this.losesAnswers) throw new AppProblem(0, 'network', null, null);
    const counts = { new: answers.length, equal: 0, conflicting: 0, correction: 0, noted: 0, refused: 0 };
    return {
      parcelId: id,
      receivedAt: '',
      answers,
      counts,
      clockMovedMs: 0,
      serverNow: Date.now() + 2 * hours,
    };
  }
}

let server: FakeServer;

/** A new visit of the page: memory is gone, the disk stays. */
async function aVisit(): Promise<{ store: DeviceStore; sender: DeviceSender }> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: DeviceApi, useValue: server }] });
  const store = TestBed.inject(DeviceStore);
  await store.open();
  return { store, sender: TestBed.inject(DeviceSender) };
}

async function aPreparedVisit() {
  const visit = await aVisit();
  await visit.store.prepare({ name: 'Meja depan', sessionIds: ['s1'] });
  return visit;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
  server = new FakeServer();
});
afterEach(() => {
  TestBed.resetTestingModule();
});

describe('a device', () => {
  it('says words that its own key has signed, with the drift of its clock', async () => {
    const { store, sender } = await aPreparedVisit();
    await store.see('s1', 'e2', 'tick');
    await sender.send();
    const [mark] = [...server.taken.values()];
    expect(Math.abs(mark!.drift - 2 * hours)).toBeLessThan(2_000);
    const spki = Buffer.from(server.publicKey, 'base64');
    const key = await webcrypto.subtle.importKey(
      'spki',
      spki,
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    );
    const said = (text: string) =>
      webcrypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        key,
        Buffer.from(mark!.signature, 'base64'),
        Buffer.from(text),
      );
    expect(await said(signedText('d1', mark!))).toBe(true);
    expect(await said(signedText('d2', mark!))).toBe(false);
    expect(store.device()!.privateKey.extractable).toBe(false);
  });

  it('keeps what it said over closing the browser, and sends it later with the same ids', async () => {
    server.open = false;
    const first = await aPreparedVisit();
    await first.store.see('s1', 'e2', 'tick');
    await first.store.noteWalkIn('s1', 'Bayu Rimba, Dinas Pangan');
    await first.sender.send();
    expect(first.store.tally().waiting).toBe(2);
    expect(first.sender.offlineSince()).not.toBeNull();
    const ids = first.store.marks().map(({ id }) => id);
    server.open = true;
    const second = await aVisit();
    expect(second.store.pack()?.people).toHaveLength(2);
    expect(second.store.tally().waiting).toBe(2);
    await second.sender.send();
    expect([...server.taken.keys()]).toEqual(ids);
    expect(second.store.tally()).toMatchObject({ waiting: 0, new: 2 });
    expect(second.sender.offlineSince()).toBeNull();
  });

  it('sends again what it does not know to have arrived', async () => {
    const { store, sender } = await aPreparedVisit();
    await store.see('s1', 'e2', 'tick');
    server.losesAnswers = true;
    await sender.send();
    expect(store.tally().waiting).toBe(1);
    server.losesAnswers = false;
    await sender.send();
    expect([server.taken.size, server.parcels, store.tally().waiting]).toEqual([1, 2, 0]);
  });

  it('says of nobody twice that they are there, however quick the fingers', async () => {
    const { store } = await aPreparedVisit();
    await Promise.all([
      store.see('s1', 'e2', 'tick'),
      store.see('s1', 'e2', 'tick'),
      store.see('s1', 'e2', 'card'),
    ]);
    expect(store.marks()).toHaveLength(1);
  });

  it('takes back without a trace what never left, and by another word what did', async () => {
    const { store, sender } = await aPreparedVisit();
    const early = await store.see('s1', 'e2', 'tick');
    await store.takeBack(early!.id);
    expect(store.marks()).toEqual([]);
    const late = await store.see('s1', 'e2', 'tick');
    await sender.send();
    await store.takeBack(late!.id);
    await store.takeBack(late!.id);
    await sender.send();
    expect(
      [...server.taken.values()].map(({ kind, enrolmentId }) => [kind, enrolmentId]).slice(0, 2),
    ).toEqual([
      ['seen', 'e2'],
      ['withdrawn', 'e2'],
    ]);
    expect((await store.see('s1', 'e2', 'tick'))?.kind).toBe('seen');
  });

  it('tells cards of its own list from others', async () => {
    const { store } = await aPreparedVisit();
    const read = (text: string) => store.seeCard('s1', text);
    expect(await read('https://jenjang.test')).toEqual({ kind: 'noCard' });
    expect(await read(cardText({ ...card, enrolmentId: card.enrolmentId.replace('0', '1') }))).toEqual({
      kind: 'notListed',
    });
    expect(await read(cardText({ ...card, seal: '00FF00FF00FF00F0' }))).toEqual({ kind: 'notGenuine' });
    expect(await read(` ${cardText(card).toLowerCase()}\n`)).toEqual({
      kind: 'marked',
      name: 'Anggrek Télaga',
    });
    expect(await read(cardText(card))).toEqual({ kind: 'already', name: 'Anggrek Télaga' });
    expect(store.marks().map(({ how }) => how)).toEqual(['card']);
  });

  it('forgets names and key after the day, and keeps what has to be sent', async () => {
    server.pack_ = await aPack(Date.now() - 1);
    server.open = false;
    const first = await aPreparedVisit();
    await first.store.see('s1', 'e2', 'tick');
    const second = await aVisit();
    expect([second.store.pack(), second.store.device()]).toEqual([null, null]);
    expect(second.store.tally().waiting).toBe(1);
    server.open = true;
    await second.sender.send();
    expect(server.taken.size).toBe(1);
  });

  it('forgets names when its reader signs out', async () => {
    server.open = false;
    const { store } = await aPreparedVisit();
    await store.see('s1', 'e2', 'tick');
    await forgetNames();
    const after = await aVisit();
    expect(after.store.pack()).toBeNull();
    expect(after.store.tally().waiting).toBe(1);
  });

  it('forgets everything when it was revoked, and says so', async () => {
    const { store, sender } = await aPreparedVisit();
    await store.see('s1', 'e2', 'tick');
    server.refusal = new AppProblem(409, 'kiosk.revoked', 'Perangkat “Meja depan” sudah dicabut.', null);
    await sender.send();
    expect([store.device(), store.pack(), store.marks()]).toEqual([null, null, []]);
    expect(sender.hindrance()).toEqual({ kind: 'revoked', title: 'Perangkat “Meja depan” sudah dicabut.' });
    expect((await aVisit()).store.marks()).toEqual([]);
  });

  it('learns when it is opened that the server is out of reach, that it is back, or that the device was revoked', async () => {
    const { store, sender } = await aPreparedVisit();
    server.open = false;
    await sender.look();
    expect(sender.offlineSince()).not.toBeNull();
    server.open = true;
    await sender.look();
    expect([sender.offlineSince(), store.pack()?.people.length]).toEqual([null, 2]);
    server.refusal = new AppProblem(409, 'kiosk.revoked', 'Dicabut.', null);
    await sender.look();
    expect([store.pack(), sender.hindrance()?.kind]).toEqual([null, 'revoked']);
  });

  it.each([
    [401, 'signedOut'],
    [404, 'foreign'],
    [400, 'refused'],
  ] as const)('keeps what waits when the server answers %s: %s', async (status, kind) => {
    const { store, sender } = await aPreparedVisit();
    await store.see('s1', 'e2', 'tick');
    server.refusal = new AppProblem(status, 'x', null, null);
    await sender.send();
    expect([sender.hindrance()?.kind, store.tally().waiting]).toEqual([kind, 1]);
    server.refusal = null;
    await sender.send();
    expect([sender.hindrance(), store.tally().waiting]).toEqual([null, 0]);
  });
});

describe('the clock of a device', () => {
  it('knows the time of the server while its own is set back', async () => {
    const reading = { deviceAt: 5 * hours, ticks: 0 };
    const clock = new DeviceClock({ read: () => ({ ...reading }) }, 0);
    const ask = (): Promise<number> => {
      Object.assign(reading, { deviceAt: reading.deviceAt + 400, ticks: reading.ticks + 400 });
      return Promise.resolve(200);
    };
    await clock.measure(ask, (serverAt) => serverAt);
    expect(clock.serverNow()).toBe(400);
    Object.assign(reading, { deviceAt: reading.deviceAt - hours + 1_000, ticks: reading.ticks + 1_000 });
    expect(clock.serverNow()).toBe(1_400);
  });
});
