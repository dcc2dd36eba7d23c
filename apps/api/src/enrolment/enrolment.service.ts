import { Injectable } from '@nestjs/common';
import { mayEditCohort, Refusal, takesSeat, type AssignClassRequest, type EnrolRequest, type IntakeReport, type MoveEnrolmentRequest } from '@jenjang/shared';
import { lockCohort, type LockedCohort } from '../cohort/index.js';
import { answerOnce, Database, HttpProblem, Missing, type Actor, type Transaction } from '../platform/index.js';
import { cohortOfEnrolment, lockEnrolment, type LockedEnrolment } from './enrolment.queries.js';
import { enrolPeople } from './intake.js';
import { lockClassSeats } from './move.queries.js';
import { EnrolmentMoves } from './moves.js';

/** Taking people into cohorts, placing them in classes, and moving them through their states. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly db: Database,
    private readonly moves: EnrolmentMoves,
  ) {}

  enrol(actor: Actor, cohortId: string, { personIds, classId, mode, whenFull }: EnrolRequest, key: string | undefined): Promise<IntakeReport> {
    const rows = personIds.map((personId) => ({ personId, classId: classId ?? null }));
    return answerOnce(this.db, actor, { key, request: ['enrol', cohortId, rows, mode, whenFull] }, (tx) => enrolPeople(tx, actor, cohortId, rows, { mode, whenFull }));
  }

  async assignClass(actor: Actor, id: string, { classId }: AssignClassRequest): Promise<void> {
    await this.onEnrolment(actor, id, async (tx, _cohort, enrolment) => {
      if (classId === enrolment.classId) return;
      const free = await lockClassSeats(tx, enrolment.cohortId);
      if (classId !== null && free[classId] === undefined) throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'classId', code: 'class.unknown', value: classId }]);
      if (classId !== null && takesSeat(enrolment.state) && (free[classId] ?? 0) < 1) throw new Refusal('enrolment.classFull', { classId });
      await tx.query(`update enrolment set class_id = $2 where id = $1`, [id, classId]);
    });
  }

  async move(actor: Actor, id: string, { state, code, reason, replaces }: MoveEnrolmentRequest): Promise<void> {
    await this.onEnrolment(actor, id, async (tx, cohort) => {
      const [outcome] = await this.moves.move(tx, actor, cohort, [{ enrolmentId: id, to: state, code: code ?? null, reason: reason ?? null, replaces: replaces ?? null }]);
      if (outcome?.code === 'enrolment.reasonMissing') throw new HttpProblem(400, 'input.invalid', {}, [{ path: 'reason', code: outcome.code }]);
      if (outcome?.code) throw new Refusal(outcome.code, { ...outcome.facts, ...(outcome.code === 'enrolment.full' ? { capacity: cohort.capacity } : {}) });
    }, reason);
  }

  private async onEnrolment(actor: Actor, id: string, work: (tx: Transaction, cohort: LockedCohort, enrolment: LockedEnrolment) => Promise<void>, reason?: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const cohortId = await cohortOfEnrolment(tx, id);
      if (!cohortId) throw new Missing('enrolment', id);
      const cohort = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
      if (!mayEditCohort(cohort.state)) throw new Refusal('cohort.over', { state: cohort.state });
      const enrolment = await lockEnrolment(tx, id);
      if (!enrolment) throw new Missing('enrolment', id);
      await work(tx, cohort, enrolment);
    }, reason);
  }
}
