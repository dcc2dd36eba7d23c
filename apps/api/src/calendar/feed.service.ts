import { Inject, Injectable } from '@nestjs/common';
import type { CalendarFeedView, NewCalendarFeed, TaughtSession } from '@jenjang/shared';
import { newToken, tokenHash } from '../identity/index.js';
import { Clock, CONFIG, Database, HttpProblem, RateLimit, type Actor, type Config } from '../platform/index.js';
import { findFeed, insertFeed, loadEntries, loadFeed, loadTaught, noteReading, revokeFeed } from './feed.queries.js';
import { feedOf } from './ical.js';

const DAY_MS = 86_400_000;
/** What a feed holds: a quarter back, a good year ahead. */
const DAYS_BACK = 90;
const DAYS_AHEAD = 400;
/** How far one's list of taught sessions looks back. */
const TAUGHT_DAYS = 366;
/** Programs ask every few minutes at most; whoever guesses asks more often. */
const perAddress = { name: 'calendar', points: 120, seconds: 60 };

/** Calendar feeds: a secret address each, that programs read without signing in. */
@Injectable()
export class FeedService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The feed as iCalendar. @throws HttpProblem 404 for a token that is unknown or revoked, 429. */
  async read(token: string, address: string): Promise<string> {
    await this.limits.count(perAddress, address);
    const owner = await findFeed(this.db, tokenHash(token));
    if (!owner) throw new HttpProblem(404, 'notFound');
    const now = this.clock.now();
    const entries = await loadEntries(this.db, owner, later(now, -DAYS_BACK), later(now, DAYS_AHEAD));
    await noteReading(this.db, owner.feedId, now);
    return feedOf(entries, { name: owner.displayName, locale: owner.locale, publicUrl: this.config.publicUrl });
  }

  async own(actor: Actor): Promise<{ feed: CalendarFeedView | null }> {
    return { feed: await loadFeed(this.db, accountOf(actor)) };
  }

  /** A new address, told this once; the one before ends. */
  async renew(actor: Actor): Promise<NewCalendarFeed> {
    const [accountId, token, now] = [accountOf(actor), newToken(), this.clock.now()];
    await this.db.transaction(actor, async (tx) => {
      await revokeFeed(tx, accountId, now);
      await insertFeed(tx, accountId, tokenHash(token), now);
    });
    return { url: `${this.config.publicUrl}/calendar/${token}.ics`, createdAt: now.toISOString(), lastReadAt: null };
  }

  async revoke(actor: Actor): Promise<{ feed: null }> {
    await this.db.transaction(actor, (tx) => revokeFeed(tx, accountOf(actor), this.clock.now()));
    return { feed: null };
  }

  /** Sessions that the caller teaches: of a year back and everything to come. */
  async taught({ personId }: Actor): Promise<readonly TaughtSession[]> {
    return personId === null ? [] : loadTaught(this.db, personId, later(this.clock.now(), -TAUGHT_DAYS));
  }
}

/** @throws HttpProblem 403 for machines: they have no calendar. */
function accountOf({ accountId }: Actor): string {
  if (accountId === null) throw new HttpProblem(403, 'forbidden');
  return accountId;
}

function later(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}
