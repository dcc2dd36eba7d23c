import { Refusal, type RosterKind } from '@jenjang/shared';
import { Missing, requireAccess, type Actor, type Database } from '../platform/index.js';

/** What an import is of, and where it lies. */
export interface RosterPlace {
  readonly kind: RosterKind;
  readonly agencyId: string;
  readonly cohortId: string | null;
}

/** Lets the call go on when the actor may write all that such an import writes. @throws OutOfReach, Missing, or Refusal about the cohort */
export async function requireRosterAccess(db: Database, actor: Actor, { kind, agencyId, cohortId }: RosterPlace, subject: { kind: string; id: string }): Promise<void> {
  requireAccess(actor, kind === 'units' ? 'agency.manage' : 'person.manage', { agencyId }, subject);
  if (kind !== 'participants') return;
  if (cohortId === null) throw new Refusal('roster.cohortMissing', {}, [{ path: 'cohortId', code: 'roster.cohortMissing' }]);
  const [cohort] = await db.read<{ agencyId: string }>(`select agency_id as "agencyId" from cohort where id = $1`, [cohortId]);
  if (!cohort) throw new Missing('cohort', cohortId);
  requireAccess(actor, 'enrolment.manage', { agencyId: cohort.agencyId, cohortId }, { kind: 'cohort', id: cohortId });
  if (cohort.agencyId !== agencyId) throw new Refusal('roster.cohortElsewhere', {}, [{ path: 'cohortId', code: 'roster.cohortElsewhere' }]);
}
