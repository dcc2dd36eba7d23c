import { Inject, Injectable } from '@nestjs/common';
import { parseCode, Refusal, type CardCheckInRequest, type CheckInAnswer, type CheckInRequest, type CodeFinding, type CodeText } from '@jenjang/shared';
import { readCard } from '../document/index.js';
import { Clock, CONFIG, Database, Missing, RateLimit, requireAccess, type Actor, type Config, type Limit } from '../platform/index.js';
import { CheckInService } from './checkin.service.js';
import { enrolmentOfNip, nameOfCard } from './checkin.queries.js';
import { findDigits, findToken } from './code.js';
import { KnownSessions } from './known-sessions.js';
import { loadOpenSessions, type KnownSession } from './opening.queries.js';

/** Two of a million digits count at a time: so few attempts leave guessing one chance in sixteen thousand an hour. */
const guessesAtSession: Limit = { name: 'check-in-session', points: 8, seconds: 300 };
const guessesInAll: Limit = { name: 'check-in', points: 30, seconds: 3600 };

/** Who arrives, how, and whether what they hold is genuine; then they are checked in. */
@Injectable()
export class ArrivalService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sessions: KnownSessions,
    private readonly checkIns: CheckInService,
    private readonly limit: RateLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A participant checks themselves in or out. */
  async own(actor: Actor, request: CheckInRequest): Promise<CheckInAnswer> {
    const known = await this.sessions.find(request.sessionId);
    if (!known || actor.personId === null) throw new Missing('session', request.sessionId);
    const code = await this.examine(actor.personId, known, request);
    return this.checkIns.record({
      known, sessionId: request.sessionId, personId: actor.personId, enrolmentId: null, clientId: request.clientId, way: request.code === undefined ? 'self' : 'code', code,
      position: request.position ?? null, device: request.device, recordedBy: actor.accountId,
    });
  }

  /** Staff scan a card at the door, or type an NIP where the card is missing. */
  async card(actor: Actor, sessionId: string, { text, clientId }: CardCheckInRequest): Promise<CheckInAnswer> {
    const known = await this.sessions.find(sessionId);
    if (!known) throw new Missing('session', sessionId);
    requireAccess(actor, 'attendance.mark', known, { kind: 'session', id: sessionId });
    const enrolmentId = await this.enrolmentOf(sessionId, text);
    if (enrolmentId === null) throw new Refusal('checkIn.unknownCard');
    try {
      return await this.checkIns.record({ known, sessionId, personId: null, enrolmentId, clientId, way: 'card', code: { is: 'none' }, position: null, device: null, recordedBy: actor.accountId });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'checkIn.notParticipant') throw error;
      const name = await nameOfCard(this.db, known.agencyId, enrolmentId);
      throw name === null ? new Refusal('checkIn.unknownCard') : new Refusal('checkIn.cardOfOther', { name });
    }
  }

  private async enrolmentOf(sessionId: string, text: string): Promise<string | null> {
    const nip = text.replace(/\s/g, '');
    return /^\d{18}$/.test(nip) ? enrolmentOfNip(this.db, sessionId, nip) : readCard(this.config.secretKey, text);
  }

  /** What the code is. Typed digits are counted before they are looked at, whatever is wrong with a seal after. */
  private async examine(personId: string, known: KnownSession, request: CheckInRequest): Promise<CodeFinding> {
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
