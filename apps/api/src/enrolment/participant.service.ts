import { Injectable } from '@nestjs/common';
import type { CandidateQuery, CandidateRow, Page, ParticipantQuery, ParticipantRow } from '@jenjang/shared';
import { Database, Missing, requireAccess, type Actor } from '../platform/index.js';
import { loadCandidates, loadParticipants } from './participant.queries.js';

/** Who is in a cohort, and who could be. */
@Injectable()
export class ParticipantService {
  constructor(private readonly db: Database) {}

  async list(actor: Actor, cohortId: string, query: ParticipantQuery): Promise<Page<ParticipantRow>> {
    const page = await loadParticipants(this.db, actor, cohortId, query);
    if (page) return page;
    await this.requireCohort(actor, cohortId, 'enrolment.read');
    throw new Missing('cohort', cohortId);
  }

  async candidates(actor: Actor, cohortId: string, query: CandidateQuery): Promise<Page<CandidateRow>> {
    await this.requireCohort(actor, cohortId, 'enrolment.manage');
    return loadCandidates(this.db, actor, cohortId, query);
  }

  private async requireCohort(actor: Actor, id: string, permission: 'enrolment.read' | 'enrolment.manage'): Promise<void> {
    const [cohort] = await this.db.read<{ agencyId: string }>(`select agency_id as "agencyId" from cohort where id = $1`, [id]);
    if (!cohort) throw new Missing('cohort', id);
    requireAccess(actor, permission, { agencyId: cohort.agencyId, cohortId: id }, { kind: 'cohort', id });
  }
}
