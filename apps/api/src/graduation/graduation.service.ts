import { Injectable } from '@nestjs/common';
import {
  decideGraduation, groupOf, verdictOf,
  type DryRun, type DryRunChange, type DryRunQuery, type GraduationCriteria, type GraduationGroup, type GraduationList, type GraduationQuery, type GraduationRow, type ParticipantFacts,
  type StoredDecision, type Verdict,
} from '@jenjang/shared';
import { wordsAsked } from '../attendance/index.js';
import { Clock, Database, mayAt, Missing, requireAccess, type Actor } from '../platform/index.js';
import { evaluate, type Evaluated } from './evaluation.js';
import { loadCohorts, loadReadableIds, type CohortToDecide, type ParticipantToDecide } from './graduation.queries.js';

/** The graduation of a whole cohort, as it stands and as other criteria would have it. Writes nothing. */
@Injectable()
export class GraduationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** One page of participants; everyone is evaluated, so that the counts are true. */
  async list(actor: Actor, cohortId: string, { q, group, page, size }: GraduationQuery): Promise<GraduationList> {
    const cohort = await this.cohort(cohortId);
    const ids = await loadReadableIds(this.db, actor, cohortId, wordsAsked(q));
    if (ids.length === 0) requireAccess(actor, 'graduation.read', cohort, { kind: 'cohort', id: cohortId });
    const now = this.clock.now();
    const counts: Record<GraduationGroup, number> = { undecided: 0, changed: 0, graduated: 0, attended: 0, failed: 0 };
    const rows: GraduationRow[] = [];
    let total = 0;
    for await (const chunk of evaluate(this.db, cohort, ids, now.getTime())) {
      for (const evaluated of chunk) {
        const standsIn = groupOf(evaluated.participant.stored, evaluated.changed);
        counts[standsIn] += 1;
        if (group !== undefined && group !== standsIn) continue;
        if (total >= (page - 1) * size && rows.length < size) rows.push(rowOf(evaluated));
        total += 1;
      }
    }
    return { ...this.head(actor, cohort), evaluatedAt: now.toISOString(), counts, rows, total, page, size };
  }

  /** Who would be treated otherwise by another attendance threshold. */
  async dryRun(actor: Actor, cohortId: string, { minAttendancePercent }: DryRunQuery): Promise<DryRun> {
    const cohort = await this.cohort(cohortId);
    requireAccess(actor, 'graduation.decide', cohort, { kind: 'cohort', id: cohortId });
    const criteria: GraduationCriteria = { ...cohort.criteria, minAttendancePercent };
    const before = noVerdicts();
    const after = noVerdicts();
    const changes: DryRunChange[] = [];
    for await (const chunk of evaluate(this.db, cohort, await loadReadableIds(this.db, actor, cohortId, null), this.clock.now().getTime())) {
      for (const { participant, inputs, live } of chunk) {
        const decision = decideGraduation(inputs, criteria);
        const [was, is] = [verdictOf(live), verdictOf(decision)];
        before[was] += 1;
        after[is] += 1;
        const attendancePercent = decision.results.find(({ criterion }) => criterion === 'attendance')?.value ?? null;
        if (was !== is) changes.push({ ...factsOf(participant), before: was, after: is, attendancePercent });
      }
    }
    return { minAttendancePercent: cohort.criteria.minAttendancePercent, before, after, changes };
  }

  private head(actor: Actor, cohort: CohortToDecide): Pick<GraduationList, 'cohortId' | 'cohortName' | 'zone' | 'curriculumNumber' | 'criteria' | 'mayDecide'> {
    const { id, name, zone, curriculumNumber, criteria, agencyId } = cohort;
    return { cohortId: id, cohortName: name, zone, curriculumNumber, criteria, mayDecide: mayAt(actor, 'graduation.decide', { agencyId, cohortId: id }) };
  }

  private async cohort(cohortId: string): Promise<CohortToDecide & { readonly cohortId: string }> {
    const [cohort] = await loadCohorts(this.db, [cohortId]);
    if (!cohort) throw new Missing('cohort', cohortId);
    return { ...cohort, cohortId };
  }
}

function rowOf({ participant, live, changed }: Evaluated): GraduationRow {
  return { ...factsOf(participant), live, verdict: verdictOf(live), stored: storedOf(participant), changedSince: changed };
}

function factsOf({ enrolmentId, personId, name, nip, unitName, eselon, className }: ParticipantToDecide): ParticipantFacts {
  return { enrolmentId, personId, name, nip, unitName, eselon, className };
}

function storedOf({ stored }: ParticipantToDecide): StoredDecision | null {
  if (stored === null) return null;
  const { inputs: _inputs, ...decision } = stored;
  return decision;
}

function noVerdicts(): Record<Verdict, number> {
  return { open: 0, graduated: 0, attended: 0, failed: 0 };
}
