import { Injectable } from '@nestjs/common';
import {
  type AdmissionDefaults, type AdmissionDefaultsRequest, type AdmissionDefaultsView, type AdmissionRequest, type AdmissionView, type EligibilityCount, type EligibilityRule, type FieldProblem,
} from '@jenjang/shared';
import { lockCohort, requireEditable, requireVersion } from '../cohort/index.js';
import { Database, HttpProblem, mayAt, Missing, requireAccess, type Actor } from '../platform/index.js';
import { countEligible, loadAdmission, loadDefaults, loadNames, lockAdmission, lockDefaults, saveAdmission, saveDefaults, type ProgrammeDefaults, type StoredAdmission } from './admission.queries.js';

/** How participants come into cohorts, and what programmes give them to begin with. */
@Injectable()
export class AdmissionService {
  constructor(private readonly db: Database) {}

  async read(actor: Actor, cohortId: string): Promise<AdmissionView> {
    const stored = await this.find(actor, cohortId, 'enrolment.read');
    return { ...stored, names: await loadNames(this.db, stored.eligibility), mayManage: mayAt(actor, 'enrolment.manage', placeOf(stored)) };
  }

  /** @throws Refusal conflict.stale when somebody else saved first; HttpProblem 400 beside the field that cannot be. */
  async save(actor: Actor, cohortId: string, { version, ...change }: AdmissionRequest): Promise<AdmissionView> {
    await this.db.transaction(actor, async (tx) => {
      const cohort = await lockCohort(tx, actor, cohortId, 'enrolment.manage');
      requireEditable(cohort);
      const stored = await lockAdmission(tx, cohortId);
      requireVersion(version, stored, change);
      requireSound([...rulesProblems(change, stored.programmeId), ...dateProblems(change)]);
      // A new day of return begins anew; the same day keeps what was done.
      const quotaReturnedAt = change.quotaReturnsOn === stored.quotaReturnsOn ? stored.quotaReturnedAt : null;
      await saveAdmission(tx, cohortId, { ...change, quotaReturnedAt });
    });
    return this.read(actor, cohortId);
  }

  /** How many people of the agency a rule would let in, before it is saved. */
  async count(actor: Actor, cohortId: string, rule: EligibilityRule): Promise<EligibilityCount> {
    const { startsOn } = await this.find(actor, cohortId, 'enrolment.manage');
    return countEligible(this.db, { id: cohortId, startsOn }, rule);
  }

  async readDefaults(actor: Actor, programmeId: string): Promise<AdmissionDefaultsView> {
    const stored = await loadDefaults(this.db, programmeId);
    if (!stored) throw new Missing('programme', programmeId);
    // A national template is there for every agency.
    if (stored.agencyId !== null) requireAccess(actor, 'programme.read', { agencyId: stored.agencyId }, { kind: 'programme', id: programmeId });
    const defaults = defaultsOf(stored);
    return { ...defaults, version: stored.version, names: await loadNames(this.db, defaults.eligibility), mayManage: mayAt(actor, 'programme.manage', { agencyId: stored.agencyId }) };
  }

  /** Changes what new cohorts of a programme begin with; those that exist keep theirs. */
  async saveDefaults(actor: Actor, programmeId: string, { version, ...change }: AdmissionDefaultsRequest): Promise<AdmissionDefaultsView> {
    await this.db.transaction(actor, async (tx) => {
      const stored = await lockDefaults(tx, programmeId);
      if (!stored) throw new Missing('programme', programmeId);
      requireAccess(actor, 'programme.manage', { agencyId: stored.agencyId }, { kind: 'programme', id: programmeId });
      requireVersion(version, stored, change);
      requireSound(rulesProblems(change, programmeId));
      await saveDefaults(tx, programmeId, change);
    });
    return this.readDefaults(actor, programmeId);
  }

  private async find(actor: Actor, cohortId: string, permission: 'enrolment.read' | 'enrolment.manage'): Promise<StoredAdmission> {
    const stored = await loadAdmission(this.db, cohortId);
    if (!stored) throw new Missing('cohort', cohortId);
    requireAccess(actor, permission, placeOf(stored), { kind: 'cohort', id: cohortId });
    return stored;
  }
}

function placeOf({ agencyId, cohortId }: StoredAdmission): { agencyId: string; cohortId: string } {
  return { agencyId, cohortId };
}

function defaultsOf({ admission }: ProgrammeDefaults): AdmissionDefaults {
  return { route: 'none', steps: [], passingScore: 70, eligibility: {}, offerHours: 24, ...admission };
}

function rulesProblems({ route, steps, eligibility }: Pick<AdmissionDefaults, 'route' | 'steps' | 'eligibility'>, programmeId: string): readonly FieldProblem[] {
  return [
    ...(route === 'none' && steps.length > 0 ? [{ path: 'steps', code: 'admission.stepsWithoutDecision' }] : []),
    ...(eligibility.prerequisiteProgrammeIds?.includes(programmeId) ? [{ path: 'eligibility.prerequisiteProgrammeIds', code: 'admission.prerequisiteSelf' }] : []),
  ];
}

function dateProblems({ opensOn, closesOn }: Pick<AdmissionRequest, 'opensOn' | 'closesOn'>): readonly FieldProblem[] {
  return opensOn !== null && closesOn !== null && closesOn < opensOn ? [{ path: 'closesOn', code: 'admission.datesInOrder', value: closesOn }] : [];
}

function requireSound(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new HttpProblem(400, 'input.invalid', {}, [...problems]);
}
