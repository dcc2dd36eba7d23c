import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { Clock, Database, Live } from '../platform/index.js';
import { loadKnownSession, type KnownSession } from './opening.queries.js';

const REMEMBER_MS = 5_000;
const REMEMBER_AT_MOST = 2_000;

/** Sessions with their openings as read a moment ago. Changed ones are dropped by notification; a lost one costs five seconds. */
@Injectable()
export class KnownSessions implements OnModuleDestroy {
  private readonly recent = new Map<string, { found: Promise<KnownSession | null>; until: number }>();
  private changes: Subscription | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** The session, or null when there is none of this id. A crowd that asks at once shares one reading. */
  find(sessionId: string): Promise<KnownSession | null> {
    this.changes ??= this.live.on('check-in').subscribe((changed) => { this.forget(changed); });
    const now = this.clock.now().getTime();
    const known = this.recent.get(sessionId);
    if (known && known.until > now) return known.found;
    if (this.recent.size >= REMEMBER_AT_MOST) this.recent.clear();
    const found = loadKnownSession(this.db, sessionId);
    this.recent.set(sessionId, { found, until: now + REMEMBER_MS });
    found.catch(() => { this.forget(sessionId); });
    return found;
  }

  forget(sessionId: string): void {
    this.recent.delete(sessionId);
  }

  onModuleDestroy(): void {
    this.changes?.unsubscribe();
  }
}
