import type { Zone } from '../platform/locale.types.js';
import type { AgencyKind, UnitKind } from './unit.types.js';

/** An agency in the list. */
export interface AgencyRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly regionCode: string | null;
  readonly regionName: string | null;
  readonly zone: Zone;
  /** Units in force today. */
  readonly units: number;
  /** People whose record the agency keeps. */
  readonly people: number;
}

/** An agency with its settings and what the caller may do. */
export interface AgencyDetail extends AgencyRow {
  readonly minutesPerLessonHour: number;
  readonly siasnInstansiId: string | null;
  readonly version: number;
  readonly allowedOperations: readonly AgencyOperation[];
}

export const agencyOperations = ['change', 'manageUnits'] as const;
export type AgencyOperation = (typeof agencyOperations)[number];

/** A node of the tree as of a date. Parents come before their children. */
export interface UnitNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly regionCode: string | null;
  /** ISO dates; `activeTo` is the first day on which the unit is no more. */
  readonly activeFrom: string;
  readonly activeTo: string | null;
  /** Ids from the root to this unit, `/a/b/c/`. */
  readonly path: string;
  /** People who work in this very unit on the date. */
  readonly people: number;
  /** The same with all units below. */
  readonly peopleBelow: number;
  readonly version: number;
}

/** What a move would do, told before it is done. */
export interface MoveEffects {
  readonly unitId: string;
  readonly parentId: string;
  /** Why the move is refused; null when it may be done. */
  readonly refusal: UnitRefusalCode | null;
  /** Names from the root down, before and after. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Units that move along, the unit itself included. */
  readonly units: number;
  readonly people: number;
  /** People who would belong to another OPD (unit right below the root). */
  readonly peopleChangingOpd: number;
  /** Role grants whose reach would change: those of units that gain or lose this subtree. */
  readonly grants: number;
}

export const unitRefusalCodes = ['unit.rootStays', 'unit.underItself', 'unit.parentUnknown', 'unit.parentClosed', 'unit.sameParent'] as const;
export type UnitRefusalCode = (typeof unitRefusalCodes)[number];

/** A region by its official code. */
export interface Region {
  readonly code: string;
  readonly name: string;
}
