import { Injectable } from '@nestjs/common';
import { changedMarks, type BoardMark, type BoardNews, type BoardView } from '@jenjang/shared';
import { defer, finalize, map, scan, type Observable } from 'rxjs';
import { Clock, Database, Live, mayAt, Missing, requireAccess, type Actor } from '../platform/index.js';
import { BoardFeed } from './board-feed.js';
import { loadBoardMarks, loadBoardPeople, loadSessionOfBoard, type SessionOfBoard } from './board.queries.js';

/** What a board was told, and what it is told next. */
interface Told {
  readonly known: ReadonlyMap<string, BoardMark>;
  readonly news: readonly BoardMark[];
}

/** Who is in and who is missing, and every change of it. */
@Injectable()
export class BoardService {
  private readonly feeds = new Map<string, { readonly feed: BoardFeed; boards: number }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  async view(actor: Actor, sessionId: string): Promise<BoardView> {
    const { agencyId, ...session } = await this.session(actor, sessionId);
    const withPhone = mayAt(actor, 'attendance.mark', { agencyId, cohortId: session.cohortId });
    return { ...session, people: await loadBoardPeople(this.db, sessionId, withPhone), now: this.now() };
  }

  /** First the marks as they are, then what changes. Empty news tell that the line lives. */
  async watch(actor: Actor, sessionId: string): Promise<Observable<{ data: BoardNews }>> {
    await this.session(actor, sessionId);
    const nothing: Told = { known: new Map(), news: [] };
    return this.readings(sessionId).pipe(
      scan(({ known }, marks) => ({ known: new Map(marks.map((mark) => [mark.enrolmentId, mark])), news: changedMarks(known, marks) }), nothing),
      map(({ news }) => ({ data: { marks: news, now: this.now() } })),
    );
  }

  /** The feed of a session lives while a board looks at it. */
  private readings(sessionId: string): Observable<readonly BoardMark[]> {
    return defer(() => {
      const held = this.feeds.get(sessionId) ?? { feed: new BoardFeed(() => loadBoardMarks(this.db, sessionId), this.live.on(`board:${sessionId}`)), boards: 0 };
      held.boards += 1;
      this.feeds.set(sessionId, held);
      return held.feed.readings.pipe(finalize(() => {
        held.boards -= 1;
        if (held.boards === 0) this.feeds.delete(sessionId);
      }));
    });
  }

  private async session(actor: Actor, sessionId: string): Promise<SessionOfBoard> {
    const session = await loadSessionOfBoard(this.db, sessionId);
    if (!session) throw new Missing('session', sessionId);
    requireAccess(actor, 'attendance.read', session, { kind: 'session', id: sessionId });
    return session;
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
