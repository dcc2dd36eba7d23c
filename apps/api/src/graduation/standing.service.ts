import { Injectable } from '@nestjs/common';
import { attendanceSummary, verdictOf, type GraduationStanding, type ParticipantRecord, type StandingSession } from '@jenjang/shared';
import { placeOfEnrolment } from '../attendance/index.js';
import { Clock, Database, mayAt, Missing, requireAccess, type Actor } from '../platform/index.js';
import { evaluate, type Evaluated } from './evaluation.js';
import { loadCohorts, loadDecisions, loadOwnEnrolments, loadSessionFacts, type CohortToDecide } from './graduation.queries.js';

/** One participant's standing. Whoever may read it reads the same. */
@Injectable()
export class StandingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async ofEnrolment(actor: Actor, enrolmentId: string): Promise<GraduationStanding> {
    const place = await placeOfEnrolment(this.db, enrolmentId);
    if (!place) throw new Missing('enrolment', enrolmentId);
    const isOwnStaff = place.employerId !== null && mayAt(actor, 'graduation.read', { agencyId: place.employerId });
    if (!isOwnStaff) requireAccess(actor, 'graduation.read', place, { kind: 'enrolment', id: enrolmentId });
    return this.standing(enrolmentId, place.cohortId);
  }

  /** The caller's own standing in one cohort. */
  async own(actor: Actor, enrolmentId: string): Promise<GraduationStanding> {
    const [found] = actor.personId === null ? [] : await loadOwnEnrolments(this.db, actor.personId, enrolmentId);
    if (!found) throw new Missing('enrolment', enrolmentId);
    return this.standing(found.enrolmentId, found.cohortId);
  }

  /** The caller's own standing in every cohort, newest first. */
  async allOwn(actor: Actor): Promise<GraduationStanding[]> {
    if (actor.personId === null) return [];
    const found = await loadOwnEnrolments(this.db, actor.personId, null);
    return Promise.all(found.map(({ enrolmentId, cohortId }) => this.standing(enrolmentId, cohortId)));
  }

  private async standing(enrolmentId: string, cohortId: string): Promise<GraduationStanding> {
    const now = this.clock.now();
    const [cohort] = await loadCohorts(this.db, [cohortId]);
    if (!cohort) throw new Missing('cohort', cohortId);
    const { value } = await evaluate(this.db, cohort, [enrolmentId], now.getTime()).next() as IteratorResult<Evaluated[], undefined>;
    const evaluated = value?.[0];
    if (!evaluated) throw new Missing('enrolment', enrolmentId);
    return { ...headOf(cohort), enrolmentId, evaluatedAt: now.toISOString(), ...standingOf(evaluated, cohort), decisions: await loadDecisions(this.db, enrolmentId), sessions: await this.sessions(cohortId, evaluated.inputs) };
  }

  private async sessions(cohortId: string, { sessions }: ParticipantRecord): Promise<StandingSession[]> {
    const facts = new Map((await loadSessionFacts(this.db, cohortId)).map((session) => [session.sessionId, session]));
    return sessions.flatMap((record) => {
      const session = facts.get(record.sessionId);
      return session ? [{ ...session, ...record }] : [];
    });
  }
}

function headOf({ id, name, programmeName, zone }: CohortToDecide): Pick<GraduationStanding, 'cohortId' | 'cohortName' | 'programmeName' | 'zone'> {
  return { cohortId: id, cohortName: name, programmeName, zone };
}

function standingOf({ inputs, live, changed }: Evaluated, { criteria }: CohortToDecide): Pick<GraduationStanding, 'attendance' | 'live' | 'verdict' | 'changedSince'> {
  return { attendance: attendanceSummary(inputs.sessions, criteria.excusedLeavesDenominator), live, verdict: verdictOf(live), changedSince: changed };
}
