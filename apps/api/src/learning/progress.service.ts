import { Injectable } from '@nestjs/common';
import type { CohortProgressRow, Page, PageQuery, ProgressHeading } from '@jenjang/shared';
import { Database, Missing, requireAccess, type Actor } from '../platform/index.js';
import { loadCohortPlace, loadCohortProgress, loadHeadings } from './progress.queries.js';

/** Progress of a cohort: modules as columns, participants as rows. */
export interface CohortProgress extends Page<CohortProgressRow> {
  readonly headings: readonly ProgressHeading[];
}

/** How far the participants of a cohort are, for those who run it. */
@Injectable()
export class ProgressService {
  constructor(private readonly db: Database) {}

  async ofCohort(actor: Actor, cohortId: string, query: PageQuery): Promise<CohortProgress> {
    const place = await loadCohortPlace(this.db, cohortId);
    if (!place) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'enrolment.read', place, { kind: 'cohort', id: cohortId });
    const [headings, page] = await Promise.all([loadHeadings(this.db, cohortId), loadCohortProgress(this.db, cohortId, query)]);
    return { headings, ...page };
  }
}
