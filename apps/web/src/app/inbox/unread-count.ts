import { Service, signal } from '@angular/core';
import type { Unread } from '@jenjang/shared/inbox';

/**
 * How many messages are unread, told live. A browser opens few streams to one place, so only the tab in sight holds one:
 * the others would keep each other from loading anything.
 */
@Service()
export class UnreadCount {
  private readonly told = signal(0);
  private source: EventSource | null = null;
  readonly count = this.told.asReadonly();

  /** Listens while the page is in sight, until the returned function is called. */
  follow(): () => void {
    const turn = (): void => (document.visibilityState === 'visible' ? this.open() : this.close());
    document.addEventListener('visibilitychange', turn);
    turn();
    return () => {
      document.removeEventListener('visibilitychange', turn);
      this.close();
    };
  }

  private open(): void {
    if (this.source !== null) return;
    const source = new EventSource('/api/v1/me/inbox/events');
    source.onmessage = ({ data }: MessageEvent<string>) => this.told.set((JSON.parse(data) as Unread).unread);
    this.source = source;
  }

  private close(): void {
    this.source?.close();
    this.source = null;
  }
}
