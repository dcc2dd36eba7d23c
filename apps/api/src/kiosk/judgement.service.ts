import { Injectable } from '@nestjs/common';
import { lessonHoursOf, participantKey, Refusal, type DeviceQuestionRow, type DeviceSourceRow, type DeviceWalkInRow, type JudgeMarkRequest } from '@jenjang/shared';
import { Database, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { holdMark, insertJudgement, loadCohortPlace, loadQuestions, loadSessionPlace, loadSources, loadWalkIns, type MarkToJudge } from './judgement.queries.js';
import { insertMarks, loadParticipants } from './parcel.queries.js';

const mostQuestions = 500;

/** What the program could not settle by itself, before a person. */
@Injectable()
export class JudgementService {
  constructor(private readonly db: Database) {}

  async questions(actor: Actor, cohortId: string): Promise<DeviceQuestionRow[]> {
    await this.requireCohort(actor, cohortId);
    return loadQuestions(this.db, cohortId, mostQuestions);
  }

  async walkIns(actor: Actor, cohortId: string): Promise<DeviceWalkInRow[]> {
    await this.requireCohort(actor, cohortId);
    return loadWalkIns(this.db, cohortId, mostQuestions);
  }

  async sources(actor: Actor, sessionId: string): Promise<DeviceSourceRow[]> {
    const place = await loadSessionPlace(this.db, sessionId);
    if (!place) throw new Missing('session', sessionId);
    requireAccess(actor, 'attendance.read', place, { kind: 'session', id: sessionId });
    return loadSources(this.db, sessionId);
  }

  /** Takes the word of the device, as a mark of the person who decides, or leaves what holds. Either way with a reason, once. */
  async judge(actor: Actor, id: string, { verdict, reason }: JudgeMarkRequest): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const mark = await holdMark(tx, id);
      if (!mark) throw new Missing('device_mark', id);
      requireAccess(actor, 'attendance.mark', mark, { kind: 'device_mark', id });
      if (mark.judged) throw new Refusal('kiosk.judgedAlready');
      if (mark.outcome !== 'conflicting' && mark.outcome !== 'correction') throw new Refusal('kiosk.nothingToJudge');
      const attendanceMarkId = verdict === 'taken' ? await take(tx, actor, mark, reason.trim()) : null;
      await insertJudgement(tx, { deviceMarkId: id, verdict, reason: reason.trim(), attendanceMarkId }, actor.accountId);
    });
  }

  private async requireCohort(actor: Actor, cohortId: string): Promise<void> {
    const place = await loadCohortPlace(this.db, cohortId);
    if (!place) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'attendance.read', place, { kind: 'cohort', id: cohortId });
  }
}

/** Writes what the device said as the judge's own mark. @returns its id; null when it holds already. */
async function take(tx: Transaction, actor: Actor, word: MarkToJudge, reason: string): Promise<string | null> {
  const { cohortId, sessionId, enrolmentId, lessonHours } = word;
  if (word.sessionState === 'cancelled') throw new Refusal('kiosk.sessionCancelled');
  const key = participantKey(sessionId, enrolmentId);
  const participant = (await loadParticipants(tx, [word])).get(key);
  if (enrolmentId === null || participant?.belongs !== true) throw new Refusal('kiosk.notParticipant');
  const mark = word.mark ?? 'absent';
  if (participant.current?.mark === mark) return null;
  const supersedes = participant.current?.id ?? null;
  const written = await insertMarks(tx, [{ cohortId, sessionId, enrolmentId, mark, lessonHours: lessonHoursOf(mark, lessonHours), source: 'sheet', reason, supersedes }], actor.accountId);
  const id = written.get(key);
  if (!id) throw new Refusal('conflict.stale');
  return id;
}
