import { Injectable } from '@nestjs/common';
import { nextForParticipant, sessionsOfDay, withClashes, type AgendaSession, type GraduationStanding, type HomeCohort, type ParticipantHome } from '@jenjang/shared';
import { StandingService } from '../graduation/index.js';
import { Clock, Database, type Actor } from '../platform/index.js';
import { loadCohortFacts, loadSessions, type CohortFacts } from './agenda.queries.js';

const DAY_MS = 86_400_000;
/** How far the schedule looks back. */
const SCHEDULE_DAYS = 366;

/** What is on for the caller as a participant. Whoever takes part in nothing has an empty agenda. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly standings: StandingService,
  ) {}

  async home(actor: Actor): Promise<ParticipantHome> {
    const now = this.clock.now();
    const sessions = await this.sessions(actor, 2, now);
    const facts = actor.personId === null ? [] : await loadCohortFacts(this.db, actor.personId);
    const cohorts = homeCohorts(await this.standings.allOwn(actor), facts);
    return { now: now.toISOString(), next: nextForParticipant(sessions, cohorts, now.getTime()), today: sessionsOfDay(sessions, now.getTime()), cohorts };
  }

  /** Sessions of a year back and everything to come, in order. */
  async schedule(actor: Actor): Promise<readonly AgendaSession[]> {
    return this.sessions(actor, SCHEDULE_DAYS, this.clock.now());
  }

  private async sessions({ personId }: Actor, days: number, now: Date): Promise<readonly AgendaSession[]> {
    return personId === null ? [] : withClashes(await loadSessions(this.db, personId, new Date(now.getTime() - days * DAY_MS), now));
  }
}

function homeCohorts(standings: readonly GraduationStanding[], facts: readonly CohortFacts[]): HomeCohort[] {
  const factsOf = new Map(facts.map((fact) => [fact.enrolmentId, fact]));
  return standings.flatMap(({ enrolmentId, cohortId, cohortName, programmeName, zone, attendance, verdict, decisions }) => {
    const fact = factsOf.get(enrolmentId);
    return fact ? [{ ...fact, cohortId, cohortName, programmeName, zone, attendance, verdict, decided: decisions[0]?.outcome ?? null }] : [];
  });
}
