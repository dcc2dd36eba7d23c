import { Injectable } from '@nestjs/common';
import { instantAt, localDate, Refusal, type CancelSessionRequest, type ChangeSessionRequest, type FieldProblem, type SessionRequest } from '@jenjang/shared';
import { followGrants } from '../account/index.js';
import { lockCohort, requireEditable, requireVersion, type LockedCohort } from '../cohort/index.js';
import { Database, HttpProblem, Missing, type Actor, type Transaction } from '../platform/index.js';
import { announceSessions } from './session.announce.js';
import { Session } from './session.entity.js';
import { cohortOfSession, loadSessionGround, lockSession, replaceFacilitators, type LockedSession } from './session.queries.js';

/** Sessions of a cohort: planned in local times of their zone, kept as instants. */
@Injectable()
export class SessionService {
  constructor(private readonly db: Database) {}

  async add(actor: Actor, cohortId: string, request: SessionRequest): Promise<{ id: string }> {
    return this.db.transaction(actor, async (tx) => {
      const cohort = await lockCohort(tx, actor, cohortId);
      requireEditable(cohort);
      const planned = await plannedSession(tx, actor, cohort, request);
      const { id } = await tx.save(tx.create(Session, { ...planned, cohortId, state: 'planned' }));
      await replaceFacilitators(tx, id, request.facilitatorIds);
      await followGrants(tx, actor, cohortId, 'facilitator');
      return { id };
    });
  }

  async change(actor: Actor, id: string, request: ChangeSessionRequest): Promise<void> {
    await this.onSession(actor, id, async (tx, cohort, session) => {
      requireVersion(request.version, session, request);
      if (session.state !== 'planned') throw new Refusal('session.notPlanned', { state: session.state });
      if (request.lessonHours < session.mostMarkedLessonHours) {
        throw new Refusal('session.lessonHoursBelowMarks', {}, [{ path: 'lessonHours', code: 'session.lessonHoursBelowMarks', value: request.lessonHours }]);
      }
      const planned = await plannedSession(tx, actor, cohort, request);
      await tx.update(Session, { id }, planned);
      await replaceFacilitators(tx, id, request.facilitatorIds);
      await followGrants(tx, actor, cohort.id, 'facilitator');
      if (isElsewhere(session, planned)) await announceSessions(tx, 'session.changed', cohort.id, [id]);
    });
  }

  /** Takes a session out of the plan, only while nobody was marked in it. Those who may have noted it are told. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.onSession(actor, id, async (tx, cohort, session) => {
      if (session.marks > 0) throw new Refusal('session.hasMarks', { title: session.title, marks: session.marks });
      await announceSessions(tx, 'session.cancelled', cohort.id, [id]);
      await tx.delete(Session, { id });
      await followGrants(tx, actor, cohort.id, 'facilitator');
    });
  }

  /** Keeps the session and its marks, but it binds nobody any more. */
  async cancel(actor: Actor, id: string, { version, reason }: CancelSessionRequest): Promise<void> {
    await this.onSession(actor, id, async (tx, cohort, session) => {
      requireVersion(version, session, { version, reason });
      if (session.state !== 'planned') throw new Refusal('session.notPlanned', { state: session.state });
      await announceSessions(tx, 'session.cancelled', cohort.id, [id], reason);
      await tx.update(Session, { id }, { state: 'cancelled' });
      await followGrants(tx, actor, cohort.id, 'facilitator');
    }, reason);
  }

  private async onSession(actor: Actor, id: string, work: (tx: Transaction, cohort: LockedCohort, session: LockedSession) => Promise<void>, reason?: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const cohortId = await cohortOfSession(tx, id);
      if (!cohortId) throw new Missing('session', id);
      const cohort = await lockCohort(tx, actor, cohortId);
      requireEditable(cohort);
      const session = await lockSession(tx, id);
      if (!session) throw new Missing('session', id);
      await work(tx, cohort, session);
    }, reason);
  }
}

type PlannedSession = Pick<Session, 'phaseId' | 'classId' | 'moduleId' | 'title' | 'startsAt' | 'endsAt' | 'zone' | 'venue' | 'venueId' | 'roomId' | 'meetingUrl' | 'lessonHours' | 'mandatory'>;

/** Whether people would come at the wrong time or to the wrong place if nobody told them. */
function isElsewhere(stored: LockedSession, planned: PlannedSession): boolean {
  return stored.startsAt.getTime() !== planned.startsAt.getTime() || stored.endsAt.getTime() !== planned.endsAt.getTime()
    || (['venue', 'venueId', 'roomId', 'meetingUrl', 'classId'] as const).some((field) => stored[field] !== planned[field]);
}

/** The session to store. @throws HttpProblem 400 beside the fields that do not fit the cohort. */
async function plannedSession(tx: Transaction, actor: Actor, cohort: LockedCohort, request: SessionRequest): Promise<PlannedSession> {
  const problems = [...timeProblems(request, cohort), ...(await referenceProblems(tx, actor, cohort, request))];
  if (problems.length > 0) throw new HttpProblem(400, 'input.invalid', {}, problems);
  const { phaseId, classId, moduleId, title, zone, venue, venueId, roomId, meetingUrl, lessonHours, mandatory } = request;
  const [startsAt, endsAt] = [new Date(instantOf(request.startsAt, request)), new Date(instantOf(request.endsAt, request))];
  return { phaseId, classId, moduleId, title, zone, venue, venueId, roomId, meetingUrl, lessonHours, mandatory, startsAt, endsAt };
}

function timeProblems(request: SessionRequest, cohort: LockedCohort): readonly FieldProblem[] {
  const [from, to] = [Date.parse(instantOf(request.startsAt, request)), Date.parse(instantOf(request.endsAt, request))];
  if (to <= from) return [{ path: 'endsAt', code: 'session.endsBeforeStart', value: request.endsAt }];
  if (request.startsAt.slice(0, 10) < cohort.startsOn) return [{ path: 'startsAt', code: 'session.outsideCohort', value: request.startsAt }];
  // A session until midnight still belongs to the day that ends.
  const lastDay = localDate(to - 1, request.zone);
  return lastDay > cohort.endsOn ? [{ path: 'endsAt', code: 'session.outsideCohort', value: request.endsAt }] : [];
}

async function referenceProblems(tx: Transaction, actor: Actor, cohort: LockedCohort, request: SessionRequest): Promise<readonly FieldProblem[]> {
  const ground = await loadSessionGround(tx, actor, cohort.id, request);
  const stranger = request.facilitatorIds.findIndex((id) => !ground.knownFacilitators.includes(id));
  return [
    ...(ground.phaseKnown ? [] : [{ path: 'phaseId', code: 'phase.unknown' }]),
    ...(ground.classKnown ? [] : [{ path: 'classId', code: 'class.unknown' }]),
    ...(ground.moduleKnown ? [] : [{ path: 'moduleId', code: 'session.moduleUnknown' }]),
    ...(ground.venueKnown ? [] : [{ path: 'venueId', code: 'venue.unknown' }]),
    ...(ground.roomKnown ? [] : [{ path: 'roomId', code: 'room.unknown' }]),
    ...(stranger < 0 ? [] : [{ path: `facilitatorIds.${String(stranger)}`, code: 'session.facilitatorUnknown' }]),
  ];
}

function instantOf(local: string, { zone }: SessionRequest): string {
  return instantAt(local.slice(0, 10), local.slice(11), zone);
}
