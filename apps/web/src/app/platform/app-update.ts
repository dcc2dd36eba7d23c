import { DestroyRef, Service, inject, signal } from '@angular/core';
import { SwUpdate } from '@angular/service-worker';

const hour = 3_600_000;

/**
 * Whether a newer version of the app lies ready on this device. It takes effect when the reader reloads, never by
 * itself: a form that is being filled in stays.
 */
@Service()
export class AppUpdate {
  private readonly worker = inject(SwUpdate);
  private readonly found = signal(false);

  readonly ready = this.found.asReadonly();

  constructor() {
    if (!this.worker.isEnabled) return;
    this.worker.versionUpdates.subscribe(({ type }) => {
      if (type === 'VERSION_READY') this.found.set(true);
    });
    this.worker.unrecoverable.subscribe(() => this.found.set(true));
    // A tab may stay open for days: the worker looks by itself only when a page is loaded.
    const timer = setInterval(() => void this.look(), hour);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** "Later": the next version asks again. */
  dismiss(): void {
    this.found.set(false);
  }

  reload(): void {
    location.reload();
  }

  private async look(): Promise<void> {
    await this.worker.checkForUpdate().catch(() => false);
  }
}
