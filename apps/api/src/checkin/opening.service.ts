import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  instantMs, isoInstant, openingState, Refusal,
  type ExtendCheckInRequest, type OpenCheckInRequest, type OpeningSettings, type OpeningView, type OwnOpening, type ScreenView,
} from '@jenjang/shared';
import { Clock, CONFIG, Database, mayAt, Missing, requireAccess, type Actor, type Config, type Transaction } from '../platform/index.js';
import { shownCode } from './code.js';
import { KnownSessions } from './known-sessions.js';
import { holdKnownSession, loadKnownSession, loadOwnOpenings, saveOpening, type KnownSession, type OpeningToSave, type OwnOpeningRow } from './opening.queries.js';

const MINUTE_MS = 60_000;

/** Opening the check-in of a session, and the code that the projector shows. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sessions: KnownSessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async view(actor: Actor, sessionId: string): Promise<OpeningView> {
    const known = await loadKnownSession(this.db, sessionId);
    if (!known) throw new Missing('session', sessionId);
    requireAccess(actor, 'attendance.read', known, { kind: 'session', id: sessionId });
    const [flags] = await this.db.read<{ open: number }>(
      `select count(*)::int as open from attendance_flag f join check_in i on i.id = f.check_in_id where i.session_id = $1 and not exists (select from attendance_flag_verdict v where v.flag_id = f.id)`, [sessionId]);
    return this.viewOf(actor, known, flags?.open ?? 0);
  }

  /** Opens the check-in, or changes how it is open. What is not said follows from the session, or stays. */
  async open(actor: Actor, sessionId: string, request: OpenCheckInRequest): Promise<OpeningView> {
    return this.change(actor, sessionId, (known) => {
      if (known.opening && request.version !== undefined && request.version !== known.opening.version) {
        throw new Refusal('conflict.stale', { stored: known.opening.version, given: request.version });
      }
      return settingsOf(known, request, this.now());
    });
  }

  async close(actor: Actor, sessionId: string): Promise<OpeningView> {
    return this.change(actor, sessionId, ({ opening }) => {
      if (!opening) throw new Refusal('checkIn.noOpening');
      return closedAt(opening, this.now());
    });
  }

  /** Keeps the window open for longer, counted from now when it is over already. */
  async extend(actor: Actor, sessionId: string, { minutes }: ExtendCheckInRequest): Promise<OpeningView> {
    return this.change(actor, sessionId, ({ opening }) => {
      if (!opening) throw new Refusal('checkIn.noOpening');
      const until = (end: number): number => Math.max(end, this.now()) + minutes * MINUTE_MS;
      const { out } = opening;
      if (out && this.now() >= out.opensAt) return { ...opening, out: { ...out, closesAt: until(out.closesAt) } };
      const closesAt = until(opening.closesAt);
      return { ...opening, closesAt, out: out && { opensAt: Math.max(out.opensAt, closesAt), closesAt: Math.max(out.closesAt, closesAt + minutes * MINUTE_MS) } };
    });
  }

  /** What the projector shows at this moment. The next code is never told before its time. */
  async screen(actor: Actor, sessionId: string): Promise<ScreenView> {
    const known = await this.sessions.find(sessionId);
    if (!known) throw new Missing('session', sessionId);
    requireAccess(actor, 'attendance.mark', known, { kind: 'session', id: sessionId });
    const { opening } = known;
    const now = this.now();
    const state = openingState(opening, now);
    const end = opening?.out && (state === 'between' || state === 'out' || state === 'over') ? opening.out.closesAt : opening?.closesAt;
    return {
      state, now: isoInstant(now), opensAt: opening ? isoInstant(state === 'between' ? (opening.out?.opensAt ?? now) : opening.opensAt) : null, closesAt: end === undefined ? null : isoInstant(end),
      code: opening && (state === 'open' || state === 'out') ? shownCode(opening.source, this.config.publicUrl, now) : null,
    };
  }

  /** The caller's own sessions whose check-in is open or will be soon. */
  async own(actor: Actor): Promise<OwnOpening[]> {
    if (actor.personId === null) return [];
    return (await loadOwnOpenings(this.db, actor.personId, this.clock.now())).map((row) => ownView(row, this.now()));
  }

  private async change(actor: Actor, sessionId: string, decide: (known: KnownSession) => OpeningToSave): Promise<OpeningView> {
    await this.db.transaction(actor, async (tx) => {
      const known = await this.hold(tx, actor, sessionId);
      const opening = decide(known);
      if (!isInOrder(opening)) throw new Refusal('checkIn.timesInOrder');
      if (opening.geofence && opening.point === null) throw new Refusal('checkIn.noPlace', {}, [{ path: 'geofence', code: 'checkIn.noPlace' }]);
      await saveOpening(tx, sessionId, actor.accountId, randomBytes(32), opening);
    });
    this.sessions.forget(sessionId);
    return this.view(actor, sessionId);
  }

  private async hold(tx: Transaction, actor: Actor, sessionId: string): Promise<KnownSession> {
    const known = await holdKnownSession(tx, sessionId);
    if (!known) throw new Missing('session', sessionId);
    requireAccess(actor, 'attendance.mark', known, { kind: 'session', id: sessionId });
    if (known.session.state === 'cancelled') throw new Refusal('attendance.sessionCancelled');
    if (known.session.state === 'closed') throw new Refusal('checkIn.sessionClosed');
    return known;
  }

  private viewOf(actor: Actor, known: KnownSession, openFlags: number): OpeningView {
    const { sessionId, title, venue, cohortId, cohortName, session, opening, venuePlace } = known;
    return {
      sessionId, title, venue, cohortId, cohortName, zone: session.zone, sessionState: session.state, startsAt: isoInstant(session.startsAt), endsAt: isoInstant(session.endsAt),
      opening: opening && settingsView(opening), state: openingState(opening, this.now()), venuePlace, openFlags, mayMark: mayAt(actor, 'attendance.mark', known), now: isoInstant(this.now()),
    };
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

/** From now, late a quarter of an hour after the start, until the end of the session: what one press of a button means. */
function settingsOf({ session, opening, venuePlace }: KnownSession, request: OpenCheckInRequest, now: number): OpeningToSave {
  const given = (text: string | undefined): number | undefined => (text === undefined ? undefined : instantMs(text));
  const out = request.outOpensAt !== undefined && request.outClosesAt !== undefined ? { opensAt: instantMs(request.outOpensAt), closesAt: instantMs(request.outClosesAt) } : (opening?.out ?? null);
  const opensAt = given(request.opensAt) ?? Math.min(opening?.opensAt ?? now, now);
  const usualEnd = Math.max(out?.opensAt ?? session.endsAt, opensAt + 30 * MINUTE_MS);
  const closesAt = given(request.closesAt) ?? (opening && opening.closesAt > now ? opening.closesAt : usualEnd);
  const lateAfter = given(request.lateAfter) ?? Math.min(Math.max(opening?.lateAfter ?? session.startsAt + 15 * MINUTE_MS, opensAt), closesAt);
  const { latitude, longitude, radius } = request;
  const point = latitude !== undefined && longitude !== undefined && radius !== undefined ? { latitude, longitude, radius } : (opening?.point ?? venuePlace);
  return { opensAt, lateAfter, closesAt, out, ways: request.ways ?? opening?.ways ?? ['code', 'card', 'kiosk'], geofence: request.geofence ?? opening?.geofence ?? venuePlace !== null, point };
}

/** Closing ends the window that is open, and takes back one that has not begun. */
function closedAt(opening: OpeningToSave, now: number): OpeningToSave {
  const { out } = opening;
  if (out && now > opening.closesAt) return { ...opening, out: now <= out.opensAt ? null : { ...out, closesAt: Math.min(out.closesAt, now) } };
  const opensAt = Math.min(opening.opensAt, now - 1);
  const closesAt = Math.min(opening.closesAt, now - 1 < opensAt + 1 ? opensAt + 1 : now - 1);
  return { ...opening, opensAt, closesAt, lateAfter: Math.max(opensAt, Math.min(opening.lateAfter, closesAt)) };
}

function isInOrder({ opensAt, lateAfter, closesAt, out }: OpeningToSave): boolean {
  return opensAt < closesAt && opensAt <= lateAfter && lateAfter <= closesAt && (out === null || (out.opensAt >= closesAt && out.closesAt > out.opensAt));
}

function settingsView({ opensAt, lateAfter, closesAt, out, ways, geofence, point, openedBy, version }: NonNullable<KnownSession['opening']>): OpeningSettings {
  return {
    opensAt: isoInstant(opensAt), lateAfter: isoInstant(lateAfter), closesAt: isoInstant(closesAt), outOpensAt: out && isoInstant(out.opensAt), outClosesAt: out && isoInstant(out.closesAt),
    ways, geofence, circle: point, openedBy, version,
  };
}

function ownView({ lateAfter, ...row }: OwnOpeningRow, now: number): OwnOpening {
  const { opensAt, closesAt, outOpensAt, outClosesAt, ways } = row;
  const out = outOpensAt !== null && outClosesAt !== null ? { opensAt: instantMs(outOpensAt), closesAt: instantMs(outClosesAt) } : null;
  const opening = { opensAt: instantMs(opensAt), lateAfter: instantMs(lateAfter), closesAt: instantMs(closesAt), out, stepSeconds: 20, ways, circle: null };
  return { ...row, state: openingState(opening, now) };
}
