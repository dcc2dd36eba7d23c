import { Injectable } from '@nestjs/common';
import { internationalNumber, type InboxQuery, type InboxRow, type MessagePreference, type MessagePreferenceRequest, type Page, type Unread } from '@jenjang/shared';
import { defer, distinctUntilChanged, filter, from, interval, map, merge, switchMap, takeUntil, timer, type Observable } from 'rxjs';
import { loadReader, Mailer, ringBells, WhatsappGateway } from '../delivery/index.js';
import { Clock, Database, HttpProblem, Live, Missing, pageOf, rowsOf, type Actor } from '../platform/index.js';
import { inboxList, loadPreference, markRead, savePreference, unreadOf } from './inbox.queries.js';

const LOOK_AGAIN_MS = 60_000;
/** A sign-in may have ended meanwhile: browsers ask again when the stream ends. */
const LONGEST_MS = 900_000;

/** Messages inside the program: read, counted, watched. */
@Injectable()
export class InboxService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly live: Live,
    private readonly mailer: Mailer,
    private readonly whatsapp: WhatsappGateway,
  ) {}

  list(actor: Actor, query: InboxQuery): Promise<Page<InboxRow>> {
    return pageOf<InboxRow>(this.db, query, inboxList(actor, query));
  }

  unread(actor: Actor): Promise<Unread> {
    return unreadOf(this.db, actor);
  }

  /** The number of unread messages, now and each time it changes. Looks again now and then, so a lost notification only delays. */
  watch(actor: Actor): Observable<{ data: Unread }> {
    const rings = this.live.on('inbox').pipe(filter((accountId) => accountId === actor.accountId));
    return merge(from([0]), rings, interval(LOOK_AGAIN_MS)).pipe(
      switchMap(() => defer(() => this.unread(actor))),
      distinctUntilChanged((a, b) => a.unread === b.unread),
      map((data) => ({ data })),
      takeUntil(timer(LONGEST_MS)),
    );
  }

  async read(actor: Actor, id: string): Promise<void> {
    const found = await this.mark(actor, id);
    if (found === 0) throw new Missing('message', id);
  }

  async readAll(actor: Actor): Promise<void> {
    await this.mark(actor, null);
  }

  async preference(actor: Actor): Promise<MessagePreference> {
    const stored = await loadPreference(this.db, actor.accountId);
    const [reader] = await this.db.transaction(actor, (tx) => loadReader(tx, { accountId: actor.accountId }, { cohortId: null, agencyId: null }));
    return { ...(stored ?? { email: true, whatsapp: false, whatsappNumber: null }), address: reader?.email ?? null, has: { email: this.mailer.ready, whatsapp: this.whatsapp.ready } };
  }

  /** Stores the wish. WhatsApp needs a number: it is the one to which the reader agrees. */
  async prefer(actor: Actor, { email, whatsapp, whatsappNumber = '' }: MessagePreferenceRequest): Promise<MessagePreference> {
    const number = internationalNumber(whatsappNumber);
    if (whatsappNumber.trim() !== '' && number === null) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'whatsappNumber', code: 'message.numberUnknown', value: whatsappNumber }]);
    if (whatsapp && number === null) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'whatsappNumber', code: 'message.preferenceConsentNamesNumber' }]);
    await this.db.transaction(actor, (tx) => savePreference(tx, actor.accountId, { email, whatsapp, number }));
    return this.preference(actor);
  }

  private async mark(actor: Actor, id: string | null): Promise<number> {
    return this.db.transaction(actor, async (tx) => {
      const count = await markRead(tx, actor, id, this.clock.now());
      if (count > 0 && actor.accountId !== null) await ringBells(tx, [actor.accountId]);
      if (count > 0 || id === null) return count;
      // Read before, perhaps on another device: that is no mistake.
      return (await rowsOf(tx, `select from message m where id = $3 and channel = 'inbox' and (m.account_id = $1 or m.person_id = $2)`, [actor.accountId, actor.personId, id])).length;
    });
  }
}
