import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { isPassing, retryDelay } from './outbox.rules';
import { AppProblem } from './problem';
import { SignInStore } from './sign-in-store';

/** Something that waits to be sent. Kept in the browser until the server has taken or refused it. */
export interface OutboxItem<Body = unknown> {
  /** Client uuid: the server must answer a repeated one as it did the first. */
  readonly id: string;
  readonly kind: string;
  readonly body: Body;
  readonly accountId: string | null;
  /** Milliseconds since 1970 by the clock of the device, for order and display only. */
  readonly queuedAt: number;
  /** What the server said when it refused for good; null while it waits. */
  readonly refusal: { readonly code: string; readonly title: string | null } | null;
}

/** Sends one item. Resolves when the server has taken it; rejects with what the call rejected with. */
export type SendItem<Body> = (item: OutboxItem<Body>) => Promise<unknown>;

interface OutboxSchema extends DBSchema {
  items: { key: string; value: OutboxItem };
}

/**
 * What was done without a network and is sent when it returns. An item is on disk before `queue` resolves, so it
 * survives closing the browser; it is sent one by one in order, by one tab at a time, with its own id each time, until
 * the server takes it or refuses it for good. Refused ones stay in `refused` until `forget`.
 *
 * A page calls `handle(kind, send)` once, then `queue(kind, body)` as often as needed; items that an earlier visit
 * left are sent as soon as their kind is handled. Items of another account are neither shown nor sent.
 */
@Service()
export class Outbox {
  private readonly store = inject(SignInStore);
  private readonly stored = signal<readonly OutboxItem[]>([]);
  private readonly handlers = new Map<string, SendItem<never>>();
  private readonly neighbours =
    'BroadcastChannel' in globalThis ? new BroadcastChannel('jenjang-outbox') : null;
  private database: Promise<IDBPDatabase<OutboxSchema>> | null = null;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  private readonly mine = computed(() => {
    const accountId = this.store.account()?.id ?? null;
    return this.stored().filter((item) => item.accountId === accountId);
  });
  /** What waits to be sent, oldest first. */
  readonly waiting = computed(() => this.mine().filter(({ refusal }) => refusal === null));
  /** What the server refused for good, with its words. */
  readonly refused = computed(() => this.mine().filter(({ refusal }) => refusal !== null));

  constructor() {
    const back = (): void => this.again();
    const seen = (): void => (document.visibilityState === 'visible' ? this.again() : undefined);
    addEventListener('online', back);
    document.addEventListener('visibilitychange', seen);
    this.neighbours?.addEventListener('message', () => void this.read());
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(this.timer);
      this.neighbours?.close();
    });
  }

  /** Says how items of a kind are sent. The last word counts. */
  handle<Body>(kind: string, send: SendItem<Body>): void {
    this.handlers.set(kind, send);
    void this.read().then(() => this.flush());
  }

  /** Keeps an item and begins to send it. Resolves when it is on disk, not when it was sent. */
  async queue<Body>(kind: string, body: Body): Promise<OutboxItem<Body>> {
    const accountId = this.store.account()?.id ?? null;
    const item = { id: crypto.randomUUID(), kind, body, accountId, queuedAt: Date.now(), refusal: null };
    await (await this.open()).put('items', item, item.id);
    await this.changed();
    void this.flush();
    return item;
  }

  /** Sends what waits, now. Resolves when all was tried; calls at the same time share one pass. */
  async flush(): Promise<void> {
    this.running ??= this.alone(() => this.sendAll()).finally(() => (this.running = null));
    await this.running;
  }

  /** Drops an item, sent or not: after its refusal was read, or because the reader takes it back. */
  async forget(id: string): Promise<void> {
    await (await this.open()).delete('items', id);
    await this.changed();
  }

  private again(): void {
    this.failures = 0;
    void this.flush();
  }

  /** One tab sends at a time, where the browser can tell. The server takes a repeated id once all the same. */
  private async alone(work: () => Promise<void>): Promise<void> {
    const { locks } = navigator as { locks?: LockManager };
    if (locks === undefined) return work();
    await locks.request('jenjang-outbox', { ifAvailable: true }, (lock) =>
      lock === null ? this.later() : work(),
    );
  }

  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    await this.read();
    const tried = new Set<string>();
    // Looked up anew each time: an item queued during the pass is part of it.
    for (let item = this.next(tried); item !== undefined; item = this.next(tried)) {
      tried.add(item.id);
      if (!(await this.sendOne(item))) return;
    }
    this.failures = 0;
  }

  private next(tried: ReadonlySet<string>): OutboxItem | undefined {
    return this.waiting().find(({ id, kind }) => !tried.has(id) && this.handlers.has(kind));
  }

  /** @returns whether the next one may be tried: not when the way to the server is closed. */
  private async sendOne(item: OutboxItem): Promise<boolean> {
    try {
      await (this.handlers.get(item.kind) as SendItem<unknown>)(item);
      await this.forget(item.id);
      return true;
    } catch (error) {
      if (!(error instanceof AppProblem) || isPassing(error.status)) {
        this.later(error instanceof AppProblem ? error.retryAfter : null);
        return false;
      }
      await (
        await this.open()
      ).put('items', { ...item, refusal: { code: error.code, title: error.title } }, item.id);
      await this.changed();
      return true;
    }
  }

  private later(askedSeconds: number | null = null): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), retryDelay(this.failures, askedSeconds));
    this.failures += 1;
  }

  private async changed(): Promise<void> {
    await this.read();
    this.neighbours?.postMessage('changed');
  }

  private async read(): Promise<void> {
    const items = await (await this.open()).getAll('items');
    this.stored.set(items.toSorted((a, b) => a.queuedAt - b.queuedAt || a.id.localeCompare(b.id)));
  }

  private open(): Promise<IDBPDatabase<OutboxSchema>> {
    this.database ??= openDB<OutboxSchema>('jenjang-outbox', 1, {
      upgrade: (database) => void database.createObjectStore('items'),
    });
    return this.database;
  }
}
