import type { UnitNode } from '@jenjang/shared/agency';
import type { Role, ScopeKind } from '@jenjang/shared/identity';

/** The scopes that make sense for a role, widest first. Whether the giver reaches so far is the server's to say. */
export const scopesOfRole: Readonly<Record<Exclude<Role, 'participant'>, readonly ScopeKind[]>> = {
  admin: ['agency', 'national'],
  organiser: ['agency', 'cohort', 'national'],
  facilitator: ['cohort', 'agency'],
  hr_analyst: ['agency', 'unit', 'national'],
  agency_head: ['agency', 'unit'],
};

/** Roles that are given by hand: participants become so by taking part. */
export const grantableRoles = ['organiser', 'facilitator', 'hr_analyst', 'agency_head', 'admin'] as const;
export type GrantableRole = (typeof grantableRoles)[number];

type Targets = Readonly<{ scope: ScopeKind; agencyId?: string; unitId?: string; cohortId?: string }>;

const targetOfScope = { national: null, agency: 'agencyId', unit: 'unitId', cohort: 'cohortId' } as const;

/** The target that the scope of a grant needs and does not have, or null. */
export function missingTarget(grant: Targets): 'agencyId' | 'unitId' | 'cohortId' | null {
  const target = targetOfScope[grant.scope];
  return target !== null && !grant[target] ? target : null;
}

/** A unit right below the root with everything below it: a group of choices. */
export interface UnitGroup {
  readonly id: string;
  readonly name: string;
  readonly below: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
}

/** The tree as groups to choose from. The root stands for the whole agency and is left out; closed units too. */
export function unitGroups(nodes: readonly UnitNode[]): readonly UnitGroup[] {
  const open = nodes.filter(({ activeTo }) => activeTo === null);
  const childrenOf = (id: string | null): readonly UnitNode[] =>
    open.filter(({ parentId }) => parentId === id).sort((a, b) => a.name.localeCompare(b.name, 'id'));
  const descend = (id: string, depth: number): UnitGroup['below'] =>
    childrenOf(id).flatMap((unit) => [
      { id: unit.id, name: unit.name, depth },
      ...descend(unit.id, depth + 1),
    ]);
  return childrenOf(null).flatMap((root) =>
    childrenOf(root.id).map(({ id, name }) => ({ id, name, below: descend(id, 0) })),
  );
}

/** The name of a unit in these groups, or null. */
export function unitName(groups: readonly UnitGroup[], id: string): string | null {
  const all = groups.flatMap((group) => [{ id: group.id, name: group.name }, ...group.below]);
  return all.find((unit) => unit.id === id)?.name ?? null;
}
