import { Injectable } from '@nestjs/common';
import { tasksOf, type Desk, type HomeQuery, type RecentCohort, type Role, type RoleHome, type SessionOfToday } from '@jenjang/shared';
import { Clock, Database, type Actor } from '../platform/index.js';
import { loadAdminDesk, loadHeadDesk, loadMeritDesk } from './desk.queries.js';
import { loadCohortsToScore, loadCohortsToTend, loadNextSession, loadOpenSessions, loadRecentCohorts, loadSessionsOfToday } from './teaching.queries.js';

/** What one role brings to the page. */
interface Part {
  readonly desk: Desk;
  readonly sessions: readonly SessionOfToday[];
  readonly cohorts: readonly RecentCohort[];
}

/** What waits for the caller: in each role only what that role reaches, so that a second role never widens the first. */
@Injectable()
export class HomeService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Nothing for a role that the caller does not hold; participants have the agenda. */
  async read(actor: Actor, { role }: HomeQuery): Promise<RoleHome> {
    const now = this.clock.now();
    const held = [...new Set(actor.grants.map((grant) => grant.role))].filter((candidate) => role === undefined || candidate === role);
    const parts = (await Promise.all(held.map((candidate) => this.part(inRole(actor, candidate), candidate, now)))).flat();
    return {
      now: now.toISOString(),
      tasks: tasksOf(parts.map(({ desk }) => desk), now.getTime()),
      sessions: onceBy(parts.flatMap(({ sessions }) => sessions), ({ sessionId }) => sessionId),
      cohorts: onceBy(parts.flatMap(({ cohorts }) => cohorts), ({ id }) => id),
    };
  }

  private async part(actor: Actor, role: Role, now: Date): Promise<readonly Part[]> {
    switch (role) {
      case 'organiser':
      case 'facilitator': return [await this.teaching(actor, role, now)];
      case 'hr_analyst': return [{ desk: await loadMeritDesk(this.db, actor), sessions: [], cohorts: [] }];
      case 'agency_head': return [await this.beside(loadHeadDesk(this.db, actor, now), actor, now)];
      case 'admin': return [await this.beside(loadAdminDesk(this.db, actor), actor, now)];
      case 'participant': return [];
    }
  }

  private async teaching(actor: Actor, role: 'organiser' | 'facilitator', now: Date): Promise<Part> {
    const [open, next, tended, sessions, cohorts] = await Promise.all([
      loadOpenSessions(this.db, actor, role, now),
      role === 'facilitator' ? loadNextSession(this.db, actor, now) : [],
      role === 'facilitator' ? loadCohortsToScore(this.db, actor, now) : loadCohortsToTend(this.db, actor, now),
      loadSessionsOfToday(this.db, actor, role, now),
      loadRecentCohorts(this.db, actor, now),
    ]);
    return { desk: { role, sessions: [...open, ...next], cohorts: tended }, sessions, cohorts };
  }

  private async beside(asked: Promise<Desk>, actor: Actor, now: Date): Promise<Part> {
    const [desk, cohorts] = await Promise.all([asked, loadRecentCohorts(this.db, actor, now)]);
    return { desk, sessions: [], cohorts };
  }
}

/** The caller with the grants of one role only. */
function inRole(actor: Actor, role: Role): Actor {
  return { ...actor, grants: actor.grants.filter((grant) => grant.role === role) };
}

function onceBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
