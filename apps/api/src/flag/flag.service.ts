import { Injectable } from '@nestjs/common';
import { Refusal, type FlagNoteRequest, type FlagRow, type FlagVerdictRequest } from '@jenjang/shared';
import { Database, Missing, requireAccess, type Actor } from '../platform/index.js';
import { holdFlag, isOwnCheckIn, loadFlags, markAbsent, placeOfSession, saveNote, saveVerdict } from './flag.queries.js';

/** What looked odd about check-ins, and what people decided about it. */
@Injectable()
export class FlagService {
  constructor(private readonly db: Database) {}

  async list(actor: Actor, sessionId: string): Promise<FlagRow[]> {
    const place = await placeOfSession(this.db, sessionId);
    if (!place) throw new Missing('session', sessionId);
    requireAccess(actor, 'attendance.mark', place, { kind: 'session', id: sessionId });
    return loadFlags(this.db, sessionId);
  }

  /** Judges a flag once. Rejecting it takes a reason and marks the participant absent, unless a person marked them already. */
  async judge(actor: Actor, flagId: string, { verdict, reason = '' }: FlagVerdictRequest): Promise<void> {
    const words = reason.trim();
    await this.db.transaction(actor, async (tx) => {
      const flag = await holdFlag(tx, flagId);
      if (!flag) throw new Missing('attendance_flag', flagId);
      requireAccess(actor, 'attendance.mark', flag, { kind: 'attendance_flag', id: flagId });
      if (flag.judged) throw new Refusal('checkIn.judged');
      if (verdict === 'rejected' && words.length < 3) throw new Refusal('checkIn.reasonNeeded', {}, [{ path: 'reason', code: 'checkIn.reasonNeeded' }]);
      await saveVerdict(tx, flagId, { verdict, reason: words }, actor.accountId);
      if (verdict === 'rejected' && flag.machineMarkId !== null) await markAbsent(tx, flag, words, actor.accountId);
    }, words === '' ? undefined : words);
  }

  /** What the participant says about their own check-in. */
  async explain(actor: Actor, checkInId: string, { note }: FlagNoteRequest): Promise<void> {
    if (actor.personId === null || !(await isOwnCheckIn(this.db, checkInId, actor.personId))) throw new Missing('check_in', checkInId);
    await this.db.transaction(actor, (tx) => saveNote(tx, checkInId, note.trim()));
  }
}
