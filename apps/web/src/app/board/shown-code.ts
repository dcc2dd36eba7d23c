import { computed, signal } from '@angular/core';
import type { ScreenView } from '@jenjang/shared/checkin';

/** What showing a code needs of the world. */
export interface CodeWorld {
  readonly load: () => Promise<ScreenView>;
  /** Milliseconds of a clock that cannot be set, such as that of the page. */
  readonly now: () => number;
}

const lookEveryMs = 4_000;
const retryMs = 1_500;

/**
 * The code on the projector. How long it lasts comes from the server and is counted down by the page, so that a
 * wrong clock of the laptop changes nothing. Without a network the last one stays for its margin, then it is greyed.
 */
export class ShownCodeState {
  readonly screen = signal<ScreenView | null>(null);
  readonly problem = signal<unknown>(null);
  /** Since when the server is not reached; null while it is. */
  readonly lostAt = signal<number | null>(null);
  private readonly heardAt = signal(0);
  private readonly tick = signal(0);
  private wanted = 0;
  private loading = false;

  private readonly age = computed(() => Math.max(0, this.tick() - this.heardAt()));
  /** Milliseconds until the code is followed by the next; 0 when it is over. */
  readonly leftMs = computed(() => Math.max(0, (this.screen()?.code?.changesInMs ?? 0) - this.age()));
  /** Whether a scan of what is shown would still count. */
  readonly counts = computed(() => {
    const code = this.screen()?.code;
    return code !== null && code !== undefined && this.age() < code.changesInMs + code.marginMs;
  });

  constructor(private readonly world: CodeWorld) {}

  /** To be called several times a second. Asks the server when it is time to. */
  async beat(): Promise<void> {
    const now = this.world.now();
    this.tick.set(now);
    if (this.loading || now < this.wanted) return;
    this.loading = true;
    try {
      const screen = await this.world.load();
      this.hear(screen);
    } catch (error) {
      this.problem.set(error);
      this.lostAt.update((since) => since ?? now);
      this.wanted = this.world.now() + retryMs;
    } finally {
      this.loading = false;
    }
  }

  private hear(screen: ScreenView): void {
    const now = this.world.now();
    this.heardAt.set(now);
    this.tick.set(now);
    this.screen.set(screen);
    this.problem.set(null);
    this.lostAt.set(null);
    this.wanted = now + Math.min(lookEveryMs, (screen.code?.changesInMs ?? lookEveryMs) + 30);
  }
}
