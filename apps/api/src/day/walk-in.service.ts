import { Injectable } from '@nestjs/common';
import { dayHasCome, lateAfterMinutes, localDate, problemWords, Refusal, type WalkInResult, type Zone } from '@jenjang/shared';
import { enrolPeople } from '../enrolment/index.js';
import { Clock, Database, Missing, requireAccess, rowsOf, type Actor, type Transaction } from '../platform/index.js';

interface HeldSession {
  readonly cohortId: string;
  readonly agencyId: string;
  readonly classId: string | null;
  readonly zone: Zone;
  readonly startsMs: number;
  readonly lessonHours: number;
  readonly state: string;
}

/** People who come without being participants: taken in when a seat is left, and marked, in one step or not at all. */
@Injectable()
export class WalkInService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async take(actor: Actor, sessionId: string, personId: string): Promise<WalkInResult> {
    return this.db.transaction(actor, async (tx) => {
      const session = await this.hold(tx, actor, sessionId);
      const known = await findParticipant(tx, session.cohortId, personId);
      if (known && session.classId !== null && known.classId !== session.classId) throw new Refusal('day.notInClass');
      const enrolmentId = known?.id ?? (await enrol(tx, actor, session, personId));
      await this.mark(tx, actor, sessionId, session, enrolmentId);
      return { enrolmentId, enrolled: !known };
    });
  }

  private async hold(tx: Transaction, actor: Actor, sessionId: string): Promise<HeldSession> {
    const [session] = await rowsOf<HeldSession>(tx,
      `select s.cohort_id as "cohortId", c.agency_id as "agencyId", s.class_id as "classId", s.zone, (extract(epoch from s.starts_at) * 1000)::float8 as "startsMs", s.lesson_hours as "lessonHours", s.state
       from session s join cohort c on c.id = s.cohort_id where s.id = $1 for share of s`, [sessionId]);
    if (!session) throw new Missing('session', sessionId);
    requireAccess(actor, 'enrolment.manage', session, { kind: 'session', id: sessionId });
    if (session.state !== 'planned') throw new Refusal(session.state === 'cancelled' ? 'attendance.sessionCancelled' : 'day.sessionClosed');
    if (!dayHasCome({ startsAt: session.startsMs, zone: session.zone }, this.clock.now().getTime())) throw new Refusal('attendance.beforeDay', { date: localDate(session.startsMs, session.zone) });
    return session;
  }

  /** Present, or late; what was said before stays. */
  private async mark(tx: Transaction, actor: Actor, sessionId: string, { cohortId, startsMs, lessonHours }: HeldSession, enrolmentId: string): Promise<void> {
    const mark = this.clock.now().getTime() > startsMs + lateAfterMinutes * 60_000 ? 'late' : 'present';
    await tx.query(
      `insert into attendance_mark (cohort_id, session_id, enrolment_id, mark, lesson_hours, reason, marked_by)
       select $1, $2, $3, $4, $5, 'Datang tanpa terdaftar', $6 where not exists (select from attendance_mark where session_id = $2 and enrolment_id = $3)`,
      [cohortId, sessionId, enrolmentId, mark, lessonHours, actor.accountId]);
  }
}

async function findParticipant(tx: Transaction, cohortId: string, personId: string): Promise<{ id: string; classId: string | null } | null> {
  const [row] = await rowsOf<{ id: string; classId: string | null }>(tx, `select id, class_id as "classId" from enrolment where cohort_id = $1 and person_id = $2 and state = 'accepted'`, [cohortId, personId]);
  return row ?? null;
}

async function enrol(tx: Transaction, actor: Actor, { cohortId, classId }: HeldSession, personId: string): Promise<string> {
  const { rows: [row] } = await enrolPeople(tx, actor, cohortId, [{ personId, classId }], { mode: 'each', whenFull: 'refuse' });
  if (row?.enrolmentId) return row.enrolmentId;
  throw new Refusal('day.notTaken', { code: row?.code ?? '', reason: problemWords(row?.code ?? 'enrolment.personUnknown', {})[actor.locale === 'en' ? 1 : 0] });
}
