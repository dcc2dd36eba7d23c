import type { QuotaCell } from '../admission/admission.types.js';
import { isReserve, type QuotaPlace } from '../admission/quota.rules.js';
import { promotesBySelf } from './waiting.rules.js';

/** From where a replacement takes the seat: the one that was left, the reserve, or one that is open to all: of the reserve, or without a matrix. */
export const replacementRules = ['keepsCell', 'reserve', 'open'] as const;
export type ReplacementRule = (typeof replacementRules)[number];

export const replacementCodes = ['waiting.replacementOtherCell', 'waiting.reserveClaimed'] as const;
export type ReplacementCode = (typeof replacementCodes)[number];

/** All that decides about a replacement, as it stands before anybody moves. */
export interface ReplacementFacts {
  /** ISO date in the zone of the cohort. */
  readonly today: string;
  readonly cutOffOn: string | null;
  /** Cells of the cohort; empty without a matrix. */
  readonly cells: readonly QuotaCell[];
  /** The cell that the one who leaves draws from. */
  readonly leavingCellId: string | null;
  /** Seats that nobody holds, in a cohort without a matrix. */
  readonly freeSeats: number;
  /** People on the waiting list who could take a seat of the reserve now: theirs is the first claim. */
  readonly claims: number;
  /** An organiser who gives a reason may pass over those claims. */
  readonly overrides: boolean;
}

export interface ReplacementDecision {
  readonly rule: ReplacementRule;
  /** The cell to draw from. Null in a cohort without a matrix, and for a reserve that is yet to be made. */
  readonly cellId: string | null;
  /** Why not. */
  readonly code: ReplacementCode | null;
}

/**
 * Until the cut-off a replacement takes over the seat that was left and the unit keeps it. After it
 * the seat goes to the general reserve, and a replacement draws from there once nobody on the waiting list is before.
 */
export function decideReplacement(facts: ReplacementFacts, coming: QuotaPlace): ReplacementDecision {
  const { cells, leavingCellId } = facts;
  const left = cells.find(({ id }) => id === leavingCellId) ?? null;
  if (promotesBySelf(facts.cutOffOn, facts.today)) {
    if (left === null || isReserve(left)) return { rule: 'open', cellId: left?.id ?? null, code: null };
    return { rule: 'keepsCell', cellId: left.id, code: mayKeep(left, coming) ? null : 'waiting.replacementOtherCell' };
  }
  const reserve = cells.find(isReserve);
  const free = cells.length === 0 ? facts.freeSeats : (reserve?.seats ?? 0) - (reserve?.taken ?? 0);
  const claimed = free + 1 <= facts.claims && !facts.overrides;
  return { rule: 'reserve', cellId: reserve?.id ?? null, code: claimed ? 'waiting.reserveClaimed' : null };
}

/** A unit's seat stays with the unit, whatever the echelon; a band's seat stays with the band. */
function mayKeep({ unitPath, band }: QuotaCell, coming: QuotaPlace): boolean {
  return unitPath === null ? band === null || band === coming.band : coming.unitPath.startsWith(unitPath);
}
