import { computed, signal } from '@angular/core';
import type { CheckInAnswer, CheckInRequest, PositionRequest } from '@jenjang/shared/checkin';
import { AppProblem } from '../platform/problem';

/** What an attempt needs of the world. */
export interface AttemptWorld {
  readonly send: (request: CheckInRequest) => Promise<CheckInAnswer>;
  /** Where the device is; null when it does not say, or nobody asks. */
  readonly position: () => Promise<PositionRequest | null>;
  /** Milliseconds, of whatever clock: only differences are used. */
  readonly now: () => number;
  readonly device: string;
  readonly newId: () => string;
  /** Keeps what waits over a reload of the page; null forgets it. */
  readonly keep: (text: string | null) => void;
  readonly kept: () => string | null;
}

type State = 'idle' | 'sending' | 'waiting' | 'done' | 'refused';

/** A code that was scanned and is on its way. */
interface Scanned {
  readonly code: string | null;
  readonly clientId: string;
  readonly scannedAt: number;
}

/** Longer than any window stays open: what is older was forgotten. */
const oldestMs = 12 * 3_600_000;

/**
 * One check-in on its way to the server. What the network keeps back is sent again, with how long ago it was scanned;
 * sending twice is the same as sending once.
 */
export class Attempt {
  readonly state = signal<State>('idle');
  readonly answer = signal<CheckInAnswer | null>(null);
  readonly problem = signal<unknown>(null);
  readonly busy = computed(() => this.state() === 'sending' || this.state() === 'waiting');
  private scanned: Scanned | null = null;

  constructor(
    private readonly sessionId: string,
    private readonly world: AttemptWorld,
  ) {
    this.scanned = this.restored();
    if (this.scanned !== null) this.state.set('waiting');
  }

  /** Checks in with what was scanned or typed, or with a mere tap. */
  async begin(code: string | null): Promise<void> {
    if (this.state() === 'sending') return;
    this.scanned = { code, clientId: this.world.newId(), scannedAt: this.world.now() };
    this.world.keep(JSON.stringify(this.scanned));
    await this.send();
  }

  /** Sends again what waits; nothing happens when nothing does. */
  async retry(): Promise<void> {
    if (this.state() === 'waiting') await this.send();
  }

  reset(): void {
    this.settle('idle');
  }

  private async send(): Promise<void> {
    if (this.scanned === null) return;
    const { code, clientId, scannedAt } = this.scanned;
    const wasWaiting = this.state() === 'waiting';
    this.state.set('sending');
    const position = await this.world.position();
    const seconds = Math.max(0, Math.round((this.world.now() - scannedAt) / 1000));
    try {
      const answer = await this.world.send({
        sessionId: this.sessionId,
        device: this.world.device,
        clientId,
        ...(code === null ? {} : { code }),
        ...(position === null ? {} : { position }),
        ...(wasWaiting ? { scannedAgo: seconds } : {}),
      });
      this.answer.set(answer);
      this.settle('done');
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.problem.set(error);
    if (error instanceof AppProblem && error.status >= 400 && error.status < 500) this.settle('refused');
    else this.state.set('waiting');
  }

  private settle(state: State): void {
    this.scanned = null;
    this.world.keep(null);
    this.state.set(state);
  }

  private restored(): Scanned | null {
    try {
      const kept = JSON.parse(this.world.kept() ?? 'null') as Scanned | null;
      return kept !== null && this.world.now() - kept.scannedAt < oldestMs ? kept : null;
    } catch {
      return null;
    }
  }
}
