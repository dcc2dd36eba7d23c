import 'fake-indexeddb/auto';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import { Outbox, type OutboxItem } from './outbox';
import { isPassing, retryDelay } from './outbox.rules';
import { AppProblem } from './problem';
import { SignInStore } from './sign-in-store';

const account = signal<{ readonly id: string } | null>({ id: 'a1' });
const noNetwork = () => new AppProblem(0, 'network', null, null);
const refusal = () => new AppProblem(409, 'checkIn.staleCode', 'Kode sudah berganti.', null);

/** A new visit of the page: everything in memory is gone, the disk stays. */
function anOutbox(): Outbox {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: SignInStore, useValue: { account } }] });
  return TestBed.inject(Outbox);
}

/** A way to the server that is open or closed, and remembers what passed. */
function aWay({ open = true }: { open?: boolean } = {}) {
  const arrived: OutboxItem<string>[] = [];
  const way = {
    open,
    arrived,
    send: async (item: OutboxItem<string>): Promise<void> => {
      await Promise.resolve();
      if (!way.open) throw noNetwork();
      arrived.push(item);
    },
  };
  return way;
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !condition(); turn += 1) await new Promise((done) => setTimeout(done, 5));
  expect(condition()).toBe(true);
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  account.set({ id: 'a1' });
});
afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
});

describe('an outbox', () => {
  it('sends in order and is empty afterwards', async () => {
    const outbox = anOutbox();
    const way = aWay({ open: false });
    outbox.handle('mark', way.send);
    for (const body of ['satu', 'dua', 'tiga']) await outbox.queue('mark', body);
    await outbox.flush();
    expect(outbox.waiting().map(({ body }) => body)).toEqual(['satu', 'dua', 'tiga']);
    way.open = true;
    await outbox.flush();
    expect(way.arrived.map(({ body }) => body)).toEqual(['satu', 'dua', 'tiga']);
    expect(outbox.waiting()).toEqual([]);
  });

  it('keeps items over closing the browser, with the same id', async () => {
    const before = anOutbox();
    before.handle('mark', aWay({ open: false }).send);
    const { id } = await before.queue('mark', 'satu');
    await before.flush();
    const after = anOutbox();
    const way = aWay();
    after.handle('mark', way.send);
    await until(() => way.arrived.length === 1 && after.waiting().length === 0);
    expect(way.arrived.map((item) => item.id)).toEqual([id]);
  });

  it('sends again by itself when the network is back', async () => {
    const outbox = anOutbox();
    const way = aWay({ open: false });
    outbox.handle('mark', way.send);
    await outbox.queue('mark', 'satu');
    await outbox.flush();
    way.open = true;
    dispatchEvent(new Event('online'));
    await until(() => way.arrived.length === 1 && outbox.waiting().length === 0);
  });

  it('sends again by itself after a while', async () => {
    const outbox = anOutbox();
    const way = aWay({ open: false });
    outbox.handle('mark', way.send);
    const timers = jest.spyOn(globalThis, 'setTimeout');
    await outbox.queue('mark', 'satu');
    await outbox.flush();
    const retry = timers.mock.calls.find(([, delay]) => delay === 2_000);
    timers.mockRestore();
    way.open = true;
    (retry?.[0] as () => void)();
    await until(() => way.arrived.length === 1);
  });

  it('passes over calls that meet: an item is on its way once', async () => {
    const outbox = anOutbox();
    const way = aWay();
    outbox.handle('mark', way.send);
    await outbox.queue('mark', 'satu');
    await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);
    await outbox.flush();
    expect(way.arrived).toHaveLength(1);
  });

  it('keeps what the server refuses for good with its words, and goes on with the rest', async () => {
    const outbox = anOutbox();
    const way = aWay();
    outbox.handle<string>('mark', (item) =>
      item.body === 'basi' ? Promise.reject(refusal()) : way.send(item),
    );
    await outbox.queue('mark', 'basi');
    await outbox.queue('mark', 'segar');
    await outbox.flush();
    expect([way.arrived.length, outbox.waiting()]).toEqual([1, []]);
    expect(outbox.refused()).toMatchObject([
      { body: 'basi', refusal: { code: 'checkIn.staleCode', title: 'Kode sudah berganti.' } },
    ]);
    await outbox.forget(outbox.refused()[0]!.id);
    expect(outbox.refused()).toEqual([]);
  });

  it('neither shows nor sends what another account left', async () => {
    const before = anOutbox();
    before.handle('mark', aWay({ open: false }).send);
    await before.queue('mark', 'milik a1');
    account.set({ id: 'a2' });
    const outbox = anOutbox();
    const way = aWay();
    outbox.handle('mark', way.send);
    await outbox.flush();
    expect([way.arrived, outbox.waiting()]).toEqual([[], []]);
    account.set({ id: 'a1' });
    await outbox.flush();
    expect(way.arrived.map(({ body }) => body)).toEqual(['milik a1']);
  });
});

describe('the next attempt', () => {
  it.each([
    [0, null, 2_000],
    [1, null, 4_000],
    [4, null, 32_000],
    [5, null, 60_000],
    [500, null, 60_000],
    [0, 30, 30_000],
    [5, 30, 60_000],
  ])('after %s failures, asked to wait %s s, is in %s ms', (failures, asked, expected) => {
    expect(retryDelay(failures, asked)).toBe(expected);
  });

  it.each([
    [0, true],
    [401, true],
    [429, true],
    [500, true],
    [503, true],
    [400, false],
    [404, false],
    [409, false],
    [422, false],
  ])('is made after a %s: %s', (status, expected) => {
    expect(isPassing(status)).toBe(expected);
  });
});
