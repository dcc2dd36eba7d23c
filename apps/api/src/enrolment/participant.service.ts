import { Injectable } from '@nestjs/common';
import type { CandidateQuery, CandidateRow, MoveLine, Page, ParticipantQuery, ParticipantRow } from '@jenjang/shared';
import { Database, Missing, requireAccess, type Actor } from '../platform/index.js';
import { loadCandidates, loadMoves, loadParticipants } from './participant.queries.js';

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

  /** What happened to a participant, and why. */
  async history(actor: Actor, enrolmentId: string): Promise<MoveLine[]> {
    const [enrolment] = await this.db.read<{ cohortId: string }>(`select cohort_id as "cohortId" from enrolment where id = $1`, [enrolmentId]);
    if (!enrolment) throw new Missing('enrolment', enrolmentId);
    await this.requireCohort(actor, enrolment.cohortId, 'enrolment.read');
    return loadMoves(this.db, enrolmentId);
  }

  private async requireCohort(actor: Actor, id: string, permission: 'enrolment.read' | 'enrolment.manage'): Promise<void> {
    const [cohort] = await this.db.read<{ agencyId: string }>(`select agency_id as "agencyId" from cohort where id = $1`, [id]);
    if (!cohort) throw new Missing('cohort', id);
    requireAccess(actor, permission, { agencyId: cohort.agencyId, cohortId: id }, { kind: 'cohort', id });
  }
}
