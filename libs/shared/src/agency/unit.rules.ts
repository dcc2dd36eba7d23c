import type { UnitRefusalCode } from './agency.types.js';

/** What deciding on the tree needs of a unit. */
export interface UnitPlace {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: string;
  /** ISO date; null while it is open. */
  readonly activeTo: string | null;
}

/** Why a unit cannot go below a parent, or null when it can. A parent of null is one that is not in the agency. */
export function refuseMove(unit: UnitPlace, parent: UnitPlace | null, today: string): UnitRefusalCode | null {
  if (unit.parentId === null) return 'unit.rootStays';
  if (parent === null) return 'unit.parentUnknown';
  if (parent.path.startsWith(unit.path)) return 'unit.underItself';
  if (parent.id === unit.parentId) return 'unit.sameParent';
  return isOpen(parent, today) ? null : 'unit.parentClosed';
}

/** Whether the unit is in force on the day. */
export function isOpen({ activeTo }: { readonly activeTo: string | null }, day: string): boolean {
  return activeTo === null || activeTo > day;
}

/** What stands in the way of closing a unit. */
export interface ClosingFacts {
  readonly isRoot: boolean;
  /** People who would still work in it or below it on the day. */
  readonly people: number;
  /** Units below that would still be open. */
  readonly units: number;
}

export interface ClosingRefusal {
  readonly code: 'unit.rootStays' | 'unit.hasPeople' | 'unit.hasUnits';
  readonly count: number;
}

/** Why a unit cannot be closed, or null when it can: nobody may be left in a unit that is no more. */
export function refuseClosing({ isRoot, people, units }: ClosingFacts): ClosingRefusal | null {
  if (isRoot) return { code: 'unit.rootStays', count: 0 };
  if (people > 0) return { code: 'unit.hasPeople', count: people };
  return units > 0 ? { code: 'unit.hasUnits', count: units } : null;
}

/** Ids on the path, from the root down. */
export function idsOnPath(path: string): readonly string[] {
  return path.split('/').filter(Boolean);
}

/** A unit of a tree with how deep it lies and whether anything is below it. */
export interface TreeItem<Unit> {
  readonly unit: Unit;
  /** 0 for the topmost units given. */
  readonly depth: number;
  readonly children: number;
}

/**
 * Units in the order in which a tree is read: each followed by those below it, siblings by name. A unit whose parent is
 * not among those given stands at the top, so that part of a tree can be shown.
 */
export function treeOrder<Unit extends { readonly id: string; readonly parentId: string | null; readonly name: string }>(units: readonly Unit[]): readonly TreeItem<Unit>[] {
  const known = new Set(units.map(({ id }) => id));
  const below = new Map<string | null, Unit[]>();
  for (const unit of [...units].sort(byName)) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const walk = (parent: string | null, depth: number): readonly TreeItem<Unit>[] =>
    (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth, children: below.get(unit.id)?.length ?? 0 }, ...walk(unit.id, depth + 1)]);
  return walk(null, 0);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, 'id', { numeric: true });
}
