import { Injectable } from '@nestjs/common';
import { dayOf, isoInstant, localDate, type CohortDay } from '@jenjang/shared';
import { Clock, Database, Missing, requireAccess, type Actor } from '../platform/index.js';
import { loadAroundDay, loadDayCohort, loadDaySessions } from './day.queries.js';

/** The running day of a cohort on one page. */
@Injectable()
export class DayService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async day(actor: Actor, cohortId: string, asked: string | undefined): Promise<CohortDay> {
    const cohort = await loadDayCohort(this.db, cohortId);
    if (!cohort) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'attendance.read', { agencyId: cohort.agencyId, cohortId }, { kind: 'cohort', id: cohortId });
    const now = this.clock.now().getTime();
    const date = asked ?? localDate(now, cohort.zone);
    const [sessions, around] = await Promise.all([loadDaySessions(this.db, cohortId, date), loadAroundDay(this.db, cohortId, date)]);
    return { date, zone: cohort.zone, now: isoInstant(now), sessions: dayOf(sessions, now), ...around };
  }
}
