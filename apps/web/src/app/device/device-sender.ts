import { DestroyRef, Service, inject, signal } from '@angular/core';
import type { ParcelAnswer } from '@jenjang/shared/kiosk';
import { deviceStorage } from '../platform/device-storage';
import { isPassing, retryDelay } from '../platform/outbox.rules';
import { AppProblem } from '../platform/problem';
import { DeviceApi } from './device-api';
import { DeviceStore } from './device-store';
import { parcelsOf } from './device.rules';
import type { KeptMark } from './device.types';

/** Time in which a word can be taken back as if never said. */
const patience = 10_000;

/** Why nothing can be sent although the server answers. */
export interface Hindrance {
  readonly kind: 'signedOut' | 'foreign' | 'revoked' | 'refused';
  /** The server's own words, where it said some. */
  readonly title: string | null;
}

/** Sends what the kiosk said: after a moment, when the network returns, and by timer; each parcel until it is answered. */
@Service()
export class DeviceSender {
  private readonly api = inject(DeviceApi);
  private readonly store = inject(DeviceStore);
  private readonly offline = signal<number | null>(null);
  private readonly trouble = signal<Hindrance | null>(null);
  private readonly moved = signal(0);
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  /** Since when the server was out of reach, in milliseconds by the clock of the device; null while it answers. */
  readonly offlineSince = this.offline.asReadonly();
  readonly hindrance = this.trouble.asReadonly();
  /** Milliseconds by which the clock of the device was found to have been set; 0 when it was not. */
  readonly clockMovedMs = this.moved.asReadonly();

  constructor() {
    const back = (): void => void this.send();
    const gone = (): void => this.lose();
    addEventListener('online', back);
    addEventListener('offline', gone);
    if (!navigator.onLine) gone();
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', back);
      removeEventListener('offline', gone);
      clearTimeout(this.timer);
    });
  }

  /** Asks the server for the list anew, and learns by it whether the way is open and the device still in use. */
  async look(): Promise<void> {
    try {
      await this.store.refresh();
      this.find();
      this.trouble.set(null);
    } catch (error) {
      await this.stumble(error, this.store.device()?.id ?? '');
    }
  }

  /** Sends by itself once the moment for taking back is over. */
  soon(): void {
    this.in(patience);
  }

  /** Sends everything that waits, now. Calls at the same time share one pass. */
  async send(): Promise<void> {
    this.running ??= this.sendAll().finally(() => (this.running = null));
    await this.running;
  }

  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    this.trouble.set(null);
    for (const parcel of parcelsOf(this.store.marks())) {
      const stopped = await this.sendOne(parcel).then(
        () => false,
        (error: unknown) => this.stumble(error, parcel[0]?.deviceId ?? ''),
      );
      if (stopped) return;
    }
    this.failures = 0;
    // Said while the parcels were on their way.
    if (this.trouble() === null && this.store.tally().waiting > 0) this.soon();
  }

  private async sendOne(parcel: readonly KeptMark[]): Promise<void> {
    const deviceId = parcel[0]?.deviceId ?? '';
    await this.store.learn(parcel.map((mark) => ({ ...mark, attempted: true })));
    const { deviceAt: sentAt, drift } = this.store.clock.now();
    const marks = parcel.map(
      ({ deviceId: _device, place: _place, attempted: _attempted, answer: _answer, ...mark }) => mark,
    );
    const answer = await this.store.clock.measure(
      () => this.api.send(deviceId, { id: crypto.randomUUID(), sentAt, drift, marks }),
      ({ serverNow }) => serverNow,
    );
    this.find();
    this.moved.set(answer.clockMovedMs);
    await this.store.learn(answered(parcel, answer));
    await this.store.keepDrift();
  }

  /** @returns whether to stop: the way is closed for now, not only for this device. */
  private async stumble(error: unknown, deviceId: string): Promise<boolean> {
    const problem = error instanceof AppProblem ? error : null;
    if (problem?.status === 0) this.lose();
    else this.trouble.set(hindranceOf(problem));
    if (problem?.code === 'kiosk.revoked') await this.store.wipe(deviceId);
    if (problem !== null && !isPassing(problem.status)) return false;
    this.in(retryDelay(this.failures, problem?.retryAfter ?? null));
    this.failures += 1;
    return true;
  }

  /** The moment outlives closing the browser: it is what the reader is told. */
  private lose(): void {
    const since = this.offline() ?? (Number(deviceStorage.read('offlineSince')) || Date.now());
    deviceStorage.write('offlineSince', String(since));
    this.offline.set(since);
  }

  private find(): void {
    deviceStorage.write('offlineSince', null);
    this.offline.set(null);
  }

  private in(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), delay);
  }
}

function answered(parcel: readonly KeptMark[], { answers }: ParcelAnswer): readonly KeptMark[] {
  const byId = new Map(answers.map(({ id, outcome, code }) => [id, { outcome, code }]));
  return parcel.map((mark) => ({ ...mark, attempted: true, answer: byId.get(mark.id) ?? null }));
}

function hindranceOf(problem: AppProblem | null): Hindrance {
  const title = problem?.title ?? null;
  if (problem?.code === 'kiosk.revoked') return { kind: 'revoked', title };
  if (problem?.status === 401) return { kind: 'signedOut', title };
  return { kind: problem?.status === 404 || problem?.status === 403 ? 'foreign' : 'refused', title };
}
