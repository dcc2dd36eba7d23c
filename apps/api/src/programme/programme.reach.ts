import type { ProgrammeOperation } from '@jenjang/shared';
import { holds, mayAt, scopeCondition, scopesOf, type Actor } from '../platform/index.js';

/**
 * SQL condition that keeps the programmes `p` that the actor may read: national templates, those of agencies within
 * reach, and those that a cohort within reach takes. Its values are pushed onto `values`.
 */
export function readableProgrammes(actor: Actor, values: unknown[]): string {
  if (!holds(actor, 'programme.read')) return 'false';
  const own = scopeCondition(actor, 'programme.read', { agency: 'p.agency_id' }, values);
  const taken = scopeCondition(actor, 'programme.read', { agency: 'taker.agency_id', cohort: 'taker.id' }, values);
  return `(p.agency_id is null or ${own} or exists (
    select from cohort taker join curriculum taught on taught.id = taker.curriculum_id where taught.programme_id = p.id and ${taken}))`;
}

/** What the actor may do with a programme. */
export function programmeOperationsOf(actor: Actor, programme: { agencyId: string | null; drafts: number; published: number }): readonly ProgrammeOperation[] {
  const manages = mayAt(actor, 'programme.manage', { agencyId: programme.agencyId });
  const adopts = programme.published > 0 && scopesOf(actor, 'programme.manage').some(({ kind }) => kind === 'agency' || kind === 'national');
  return [...(manages ? ['edit' as const] : []), ...(manages && programme.drafts === 0 ? ['draft' as const] : []), ...(adopts ? ['adopt' as const] : [])];
}

/** What the actor may do with a curriculum. */
export function curriculumOperationsOf(actor: Actor, curriculum: { agencyId: string | null; state: string }): readonly ProgrammeOperation[] {
  const place = { agencyId: curriculum.agencyId };
  const manages = mayAt(actor, 'programme.manage', place);
  const draft = curriculum.state === 'draft';
  return [
    ...(manages && draft ? ['edit' as const, 'publish' as const] : []),
    ...(draft && mayAt(actor, 'learning.manage', place) ? ['editContent' as const] : []),
    ...(manages && curriculum.state === 'published' ? ['retire' as const] : []),
  ];
}
