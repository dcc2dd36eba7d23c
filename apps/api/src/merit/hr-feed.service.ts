import { Injectable } from '@nestjs/common';
import type { HrEventPage, HrEventQuery } from '@jenjang/shared';
import { Database, HttpProblem, type Actor } from '../platform/index.js';
import { loadEvents } from './manifest.queries.js';

/** The change feed: ordered by commit, without gaps, to be read again from any cursor. */
@Injectable()
export class HrFeedService {
  constructor(private readonly db: Database) {}

  async page(actor: Actor, { cursor, limit }: HrEventQuery): Promise<HrEventPage> {
    const after = cursor === undefined || cursor === '' ? 0 : Number(cursor);
    if (!Number.isSafeInteger(after) || after < 0) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'cursor', code: 'merit.cursor', value: cursor }]);
    const events = await loadEvents(this.db, actor, after, limit + 1);
    const page = events.slice(0, limit);
    return { events: page, next: String(page.at(-1)?.position ?? after), more: events.length > limit };
  }
}
