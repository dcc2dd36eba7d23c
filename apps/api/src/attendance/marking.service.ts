import { Injectable } from '@nestjs/common';
import {
  dayHasCome, decideMark, localDate, Refusal,
  type AttendanceSheet, type ClosedSession, type CloseSessionRequest, type MarkAnswer, type MarkDecision, type MarkRequest, type MarkWish, type ReopenSessionRequest, type SaveMarksRequest,
} from '@jenjang/shared';
import { Clock, Database, mayAt, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { announceAbsent } from './absent.announce.js';
import {
  countUnmarked, holdSession, insertMarks, loadKnown, loadSession, loadSheetRows, markRestAbsent, saveSessionState, type KnownParticipant, type NewMark, type SessionToMark,
} from './marking.queries.js';

/** The sheet of a session: marking, closing, opening again. */
@Injectable()
export class MarkingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async sheet(actor: Actor, sessionId: string): Promise<AttendanceSheet> {
    const found = await loadSession(this.db, sessionId);
    if (!found) throw new Missing('session', sessionId);
    const { cohortId, cohortName, agencyId, ...session } = found;
    requireAccess(actor, 'attendance.read', { agencyId, cohortId }, { kind: 'session', id: sessionId });
    return {
      session, cohortId, cohortName,
      mayMark: session.state !== 'cancelled' && mayAt(actor, 'attendance.mark', { agencyId, cohortId }),
      dayHasCome: dayHasCome(session, this.now()),
      rows: await loadSheetRows(this.db, found),
    };
  }

  /** Marks many at once; answers for each what became of it. One refusal never stops the others. */
  async save(actor: Actor, sessionId: string, { marks }: SaveMarksRequest): Promise<MarkAnswer[]> {
    return this.db.transaction(actor, async (tx) => {
      const session = await this.hold(tx, actor, sessionId, 'share');
      const enrolmentIds = marks.map(({ enrolmentId }) => enrolmentId);
      const decided = decideAll(marks.map(trimmed), session, await loadKnown(tx, session, enrolmentIds));
      const saved = await insertMarks(tx, session, decided.flatMap(toInsert), actor.accountId);
      const after = await loadKnown(tx, session, enrolmentIds);
      return decided.map(({ wish, decision }) => {
        const participant = after.get(wish.enrolmentId);
        // Whoever was quicker is in force by now: the wish is judged again by what they wrote.
        const lost = decision.outcome === 'saved' && !saved.has(wish.enrolmentId);
        return answer(wish.enrolmentId, lost ? decideOne(wish, session, participant) : decision, participant);
      });
    });
  }

  /** Closes a session. Without a word about those who are not marked it is refused, saying how many there are. */
  async close(actor: Actor, sessionId: string, { unmarked }: CloseSessionRequest): Promise<ClosedSession> {
    return this.db.transaction(actor, async (tx) => {
      const session = await this.hold(tx, actor, sessionId, 'update');
      const count = await countUnmarked(tx, session);
      if (session.state === 'closed') return { markedAbsent: 0, leftUnmarked: count };
      if (count > 0 && !unmarked) throw new Refusal('attendance.unmarkedLeft', { count });
      if (unmarked === 'absent') await markRestAbsent(tx, session, actor.accountId);
      await saveSessionState(tx, sessionId, 'closed');
      await announceAbsent(tx, sessionId);
      return unmarked === 'absent' ? { markedAbsent: count, leftUnmarked: 0 } : { markedAbsent: 0, leftUnmarked: count };
    });
  }

  async reopen(actor: Actor, sessionId: string, { reason }: ReopenSessionRequest): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const session = await this.hold(tx, actor, sessionId, 'update');
      if (session.state !== 'closed') throw new Refusal('attendance.notClosed');
      await saveSessionState(tx, sessionId, 'planned');
    }, reason);
  }

  private async hold(tx: Transaction, actor: Actor, sessionId: string, hold: 'share' | 'update'): Promise<SessionToMark> {
    const session = await holdSession(tx, sessionId, hold);
    if (!session) throw new Missing('session', sessionId);
    requireAccess(actor, 'attendance.mark', session, { kind: 'session', id: sessionId });
    if (session.state === 'cancelled') throw new Refusal('attendance.sessionCancelled');
    if (!dayHasCome(session, this.now())) throw new Refusal('attendance.beforeDay', { date: localDate(session.startsAt, session.zone) });
    return session;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

interface DecidedWish {
  readonly wish: MarkWish;
  readonly decision: MarkDecision;
}

function trimmed({ enrolmentId, mark, lessonHours, supersedes, reason }: MarkRequest): MarkWish {
  return { enrolmentId, mark, lessonHours, supersedes, reason: reason?.trim() };
}

function decideAll(wishes: readonly MarkWish[], session: SessionToMark, known: ReadonlyMap<string, KnownParticipant>): DecidedWish[] {
  const seen = new Set<string>();
  return wishes.map((wish) => {
    if (seen.has(wish.enrolmentId)) return { wish, decision: { outcome: 'refused', code: 'attendance.twiceInRequest' } };
    seen.add(wish.enrolmentId);
    return { wish, decision: decideOne(wish, session, known.get(wish.enrolmentId)) };
  });
}

function decideOne(wish: MarkWish, session: SessionToMark, participant: KnownParticipant | undefined): MarkDecision {
  const { belongs, current } = participant ?? { belongs: false, current: null };
  return decideMark(wish, { sessionLessonHours: session.lessonHours, sessionClosed: session.state === 'closed', belongs, current });
}

function toInsert({ wish, decision }: DecidedWish): NewMark[] {
  if (decision.outcome !== 'saved') return [];
  return [{ enrolmentId: wish.enrolmentId, mark: wish.mark, lessonHours: decision.lessonHours, reason: wish.reason === '' ? null : (wish.reason ?? null), supersedes: wish.supersedes }];
}

function answer(enrolmentId: string, decision: MarkDecision, participant: KnownParticipant | undefined): MarkAnswer {
  return { enrolmentId, outcome: decision.outcome, code: decision.outcome === 'refused' ? decision.code : null, current: participant?.current ?? null };
}
