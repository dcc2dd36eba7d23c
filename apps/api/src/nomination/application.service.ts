import { Injectable } from '@nestjs/common';
import { applicationWindow, Refusal, zoneAbbreviation, type Applications, type ApplicationStatus, type ApplyRequest, type CohortToApply } from '@jenjang/shared';
import { holdCohort } from '../cohort/index.js';
import { EnrolmentMoves } from '../enrolment/index.js';
import { answerOnce, Clock, Database, Missing, type Actor } from '../platform/index.js';
import { loadApplications, loadCohortToApply, loadToApply, type StoredToApply } from './application.queries.js';
import { loadShortfalls } from './nominee.queries.js';

/** What a person may apply to, applying, and where they stand in everything they applied or were sent to. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly moves: EnrolmentMoves,
  ) {}

  /** Nothing for accounts of nobody. */
  async read(actor: Actor): Promise<Applications> {
    const { personId } = actor;
    if (personId === null) return { mine: [], open: [] };
    const [mine, found] = await Promise.all([loadApplications(this.db, personId), loadToApply(this.db, personId)]);
    const open: CohortToApply[] = [];
    for (const cohort of found) open.push(await this.judged(actor, personId, cohort));
    return { mine, open };
  }

  /** @throws Refusal when the cohort takes no applications now, or the person may not come: with every demand not met. */
  async apply(actor: Actor, { cohortId }: ApplyRequest, key: string | undefined): Promise<ApplicationStatus> {
    const { personId } = actor;
    if (personId === null) throw new Refusal('nomination.notBySelf');
    const cohort = await loadCohortToApply(this.db, cohortId);
    if (!cohort) throw new Missing('cohort', cohortId);
    const enrolmentId = await answerOnce(this.db, actor, { key, request: ['apply', cohortId] }, async (tx) => {
      demandOpen(cohort, this.clock.now());
      const [outcome] = await this.moves.nominate(tx, actor, await holdCohort(tx, cohortId), [{ personId }], { nominationId: null, state: 'nominated', onBehalfOf: null });
      if (!outcome?.enrolmentId || outcome.outcome === 'refused') throw new Refusal(outcome?.code === 'enrolment.noSuchMove' ? 'enrolment.already' : (outcome?.code ?? 'enrolment.unknown'), outcome?.facts);
      return outcome.enrolmentId;
    });
    const status = (await loadApplications(this.db, personId)).find((row) => row.enrolmentId === enrolmentId);
    if (!status) throw new Missing('enrolment', enrolmentId);
    return status;
  }

  private async judged(actor: Actor, personId: string, { state, route, opensOn, closesOn, ...cohort }: StoredToApply): Promise<CohortToApply> {
    const window = applicationWindow({ state, route, opensOn, closesOn, zone: cohort.zone }, this.clock.now().getTime());
    const shortfalls = (await loadShortfalls(this.db, actor, cohort, [personId])).get(personId) ?? [];
    return { ...cohort, opensOn, closesOn, window, shortfalls };
  }
}

/** @throws Refusal with the days between which one may apply. */
function demandOpen(terms: StoredToApply, now: Date): void {
  const { open, code } = applicationWindow(terms, now.getTime());
  if (open) return;
  const { opensOn, closesOn, zone, state } = terms;
  throw new Refusal(code === 'nomination.applyOnly' ? 'nomination.agencyOnly' : (code ?? 'nomination.notEnrolling'), { opensOn, closesOn, zoneName: zoneAbbreviation(zone), state });
}
