import { Injectable } from '@nestjs/common';
import {
  allowedCohortOperations, Refusal, type ChangeCohortRequest, type CohortDetail, type CohortQuery, type CohortRow, type CohortSummary, type CreateCohortRequest,
  type Page, type PublishCheck,
} from '@jenjang/shared';
import { Clock, Database, mayAt, Missing, requireAccess, type Actor, type Transaction } from '../platform/index.js';
import { Cohort } from './cohort.entity.js';
import { requireCapacity, requireEditable, requireOrder, requireVersion } from './cohort.demands.js';
import { countSessions, isCodeTaken, loadCohort, loadCohorts, loadGround, lockCohort, refreshEmployments } from './cohort.queries.js';
import { addFirstParts } from './plan.queries.js';
import { loadPublishProblems } from './publish.queries.js';
import { loadSummary } from './summary.queries.js';

/** Cohorts: finding, reading, making and changing them. */
@Injectable()
export class CohortService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: CohortQuery): Promise<Page<CohortRow>> {
    return loadCohorts(this.db, actor, query);
  }

  /** A cohort with everything that hangs on it and what the caller may do. */
  async read(actor: Actor, id: string): Promise<CohortDetail> {
    const cohort = await loadCohort(this.db, id);
    if (!cohort) throw new Missing('cohort', id);
    const place = { agencyId: cohort.agency.id, cohortId: id };
    requireAccess(actor, 'cohort.read', place, { kind: 'cohort', id });
    const allowedOperations = allowedCohortOperations(cohort.state, {
      manage: mayAt(actor, 'cohort.manage', place), enrol: mayAt(actor, 'enrolment.manage', place), mark: mayAt(actor, 'attendance.mark', place),
      decide: mayAt(actor, 'graduation.decide', place), issue: mayAt(actor, 'certificate.issue', place),
    });
    return { ...cohort, allowedOperations };
  }

  async summarise(actor: Actor, id: string): Promise<CohortSummary> {
    await this.requireReadable(actor, id);
    return loadSummary(this.db, id, this.clock.now());
  }

  async check(actor: Actor, id: string): Promise<PublishCheck> {
    await this.requireReadable(actor, id);
    const problems = await loadPublishProblems(this.db, id);
    return { ready: problems.every((problem) => !problem.blocking), problems };
  }

  /** A new cohort of a published curriculum, with one phase over all its days and its host as first organiser. */
  async create(actor: Actor, request: CreateCohortRequest): Promise<CohortDetail> {
    requireAccess(actor, 'cohort.manage', { agencyId: request.agencyId }, { kind: 'agency', id: request.agencyId });
    requireOrder(request);
    const id = await this.db.transaction(actor, async (tx) => {
      const ground = await loadGround(tx, request.agencyId, request.curriculumId, request.code);
      if (!ground) throw new Missing('agency', request.agencyId);
      if (!ground.usable) throw new Refusal('cohort.curriculumNotPublished', {}, [{ path: 'curriculumId', code: 'cohort.curriculumNotPublished' }]);
      if (ground.codeTaken) throw codeTaken(request.code);
      const cohort = await tx.save(Object.assign(new Cohort(), request, { state: 'planned', signatories: [] }));
      await addFirstParts(tx, cohort, ground, actor.locale);
      return cohort.id;
    });
    return this.read(actor, id);
  }

  /** Changes what the form changed, when nobody else has since it was opened. */
  async change(actor: Actor, id: string, { version, ...changes }: ChangeCohortRequest): Promise<CohortDetail> {
    await this.db.transaction(actor, async (tx) => {
      const stored = await lockCohort(tx, actor, id);
      const wanted = { ...stored, ...definedOf(changes) };
      requireVersion(version, stored, { ...changes, version });
      requireEditable(stored);
      requireOrder(wanted);
      requireCapacity(wanted.capacity, stored.seatsTaken);
      if (await isCodeTaken(tx, stored.agencyId, wanted.code, id)) throw codeTaken(wanted.code);
      if (stored.state !== 'planned') await this.requireSessionsInside(tx, id, wanted);
      if (Object.keys(definedOf(changes)).length > 0) await tx.update(Cohort, { id }, definedOf(changes));
      if (wanted.startsOn !== stored.startsOn) await refreshEmployments(tx, id);
    });
    return this.read(actor, id);
  }

  private async requireSessionsInside(tx: Transaction, id: string, { startsOn, endsOn }: { startsOn: string; endsOn: string }): Promise<void> {
    const { outside } = await countSessions(tx, id, startsOn, endsOn);
    if (outside > 0) throw new Refusal('cohort.sessionsOutside', { count: outside }, [{ path: 'endsOn', code: 'session.outsideCohort' }]);
  }

  private async requireReadable(actor: Actor, id: string): Promise<void> {
    const [cohort] = await this.db.read<{ agencyId: string }>(`select agency_id as "agencyId" from cohort where id = $1`, [id]);
    if (!cohort) throw new Missing('cohort', id);
    requireAccess(actor, 'cohort.read', { agencyId: cohort.agencyId, cohortId: id }, { kind: 'cohort', id });
  }
}

function codeTaken(code: string): Refusal {
  return new Refusal('cohort.codeOnce', { code }, [{ path: 'code', code: 'cohort.codeOnce', value: code }]);
}

/** The fields that were sent; absent ones stay as they are. */
function definedOf<Changes extends object>(changes: Changes): Partial<Changes> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Changes>;
}
