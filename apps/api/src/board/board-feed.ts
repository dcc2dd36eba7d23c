import type { BoardMark } from '@jenjang/shared';
import { auditTime, interval, merge, Observable, share, type Subscriber } from 'rxjs';

/** A crowd at the door is told to the boards so often, not at each mark. */
const GATHER_MS = 150;
/** Looked at anew so often, so that a lost notification only delays, and readers know that the line lives. */
const LOOK_AGAIN_MS = 10_000;

/** The marks of one session, read once for all its boards in this process whenever somebody was marked. */
export class BoardFeed {
  /** Every reading in full. A newcomer makes one. */
  readonly readings: Observable<readonly BoardMark[]>;
  private reader: Subscriber<readonly BoardMark[]> | null = null;
  private busy = false;
  private dirty = false;

  constructor(
    private readonly read: () => Promise<readonly BoardMark[]>,
    news: Observable<unknown>,
  ) {
    const shared = new Observable<readonly BoardMark[]>((reader) => {
      this.reader = reader;
      // At the end of the while that a signal opens, so that what is committed meanwhile is read too.
      return merge(news.pipe(auditTime(GATHER_MS)), interval(LOOK_AGAIN_MS)).subscribe(() => { void this.look(); });
    }).pipe(share());
    this.readings = new Observable((reader) => {
      const reading = shared.subscribe(reader);
      void this.look();
      return reading;
    });
  }

  /** Reads now; what is asked for during a reading is read once more after it. */
  private async look(): Promise<void> {
    this.dirty = true;
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.dirty) {
        this.dirty = false;
        this.reader?.next(await this.read());
      }
    } catch (error) {
      this.reader?.error(error);
    } finally {
      this.busy = false;
    }
  }
}
