import { Injectable } from '@nestjs/common';
import { parseCode, Refusal, type CheckInRequest, type CodeFinding, type CodeText } from '@jenjang/shared';
import { Clock, Database, RateLimit, type Limit } from '../platform/index.js';
import { findDigits, findToken } from './code.js';
import { KnownSessions } from './known-sessions.js';
import { loadOpenSessions, type KnownSession } from './opening.queries.js';

/** Two of a million digits count at a time: so few attempts leave guessing one chance in sixteen thousand an hour. */
const guessesAtSession: Limit = { name: 'check-in-session', points: 8, seconds: 300 };
const guessesInAll: Limit = { name: 'check-in', points: 30, seconds: 3600 };

/** Whether a code is genuine, of which session, and that nobody finds one by trying. */
@Injectable()
export class CodeExaminer {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sessions: KnownSessions,
    private readonly limit: RateLimit,
  ) {}

  /** What the code is. Typed digits are counted before they are looked at, whatever is wrong with a seal after. */
  async examine(personId: string, known: KnownSession, request: CheckInRequest): Promise<CodeFinding> {
    if (request.code === undefined) return { is: 'none' };
    const code = parseCode(request.code);
    if (!code) throw new Refusal('checkIn.unreadable');
    if (code.kind === 'digits') await this.countGuess(personId, known.sessionId);
    const finding = await this.find(known, code, request.scannedAgo ?? null);
    if (finding.is !== 'wrong') return finding;
    if (code.kind === 'token') await this.countGuess(personId, known.sessionId);
    return this.findElsewhere(known, code);
  }

  private async find(known: KnownSession, code: CodeText, scannedAgo: number | null): Promise<CodeFinding> {
    if (code.kind === 'token' && code.sessionId !== null && code.sessionId !== known.sessionId) {
      const other = await this.sessions.find(code.sessionId);
      return other && this.compare(other, code, null).is !== 'wrong' ? { is: 'ofOther', session: nameOf(other) } : { is: 'wrong' };
    }
    return this.compare(known, code, scannedAgo);
  }

  /** Digits of another session that is open at the same agency name that session. */
  private async findElsewhere(known: KnownSession, code: CodeText): Promise<CodeFinding> {
    const others = await loadOpenSessions(this.db, known.agencyId, this.clock.now());
    const other = others.find((one) => one.sessionId !== known.sessionId && this.compare(one, code, null).is === 'current');
    return other ? { is: 'ofOther', session: nameOf(other) } : { is: 'wrong' };
  }

  private compare(known: KnownSession, code: CodeText, scannedAgo: number | null): CodeFinding {
    // Without an opening there is no code, and the rule says that before it asks for one.
    if (!known.opening) return { is: 'wrong' };
    const { source } = known.opening;
    const now = this.clock.now().getTime();
    return code.kind === 'digits' ? findDigits(source, code.digits, now) : findToken(source, code, now, scannedAgo);
  }

  private async countGuess(personId: string, sessionId: string): Promise<void> {
    await this.limit.count(guessesAtSession, `${personId}:${sessionId}`);
    await this.limit.count(guessesInAll, personId);
  }
}

function nameOf({ title, className }: KnownSession): string {
  return className === null ? title : `${title} (${className})`;
}
