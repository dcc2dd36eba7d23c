import { Inject, Injectable } from '@nestjs/common';
import { Refusal, type CardCheckInRequest, type CheckInAnswer, type CheckInRequest } from '@jenjang/shared';
import { readCard } from '../document/index.js';
import { CONFIG, Database, Missing, requireAccess, type Actor, type Config } from '../platform/index.js';
import { CheckInService } from './checkin.service.js';
import { enrolmentOfNip, nameOfCard } from './checkin.queries.js';
import { CodeExaminer } from './code-examiner.js';
import { KnownSessions } from './known-sessions.js';

/** Who arrives, how, and whether what they hold is genuine; then they are checked in. */
@Injectable()
export class ArrivalService {
  constructor(
    private readonly db: Database,
    private readonly sessions: KnownSessions,
    private readonly checkIns: CheckInService,
    private readonly codes: CodeExaminer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A participant checks themselves in or out. */
  async own(actor: Actor, request: CheckInRequest): Promise<CheckInAnswer> {
    const known = await this.sessions.find(request.sessionId);
    if (!known || actor.personId === null) throw new Missing('session', request.sessionId);
    const code = await this.codes.examine(actor.personId, known, request);
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
}
