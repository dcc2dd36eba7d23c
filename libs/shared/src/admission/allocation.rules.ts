/** An allocation as somebody wants it, with what it stands among. */
export interface AllocationFacts {
  readonly seats: number;
  readonly ceiling: boolean;
  /** Seats that are held already out of what it covers. */
  readonly taken: number;
  /** Seats of the narrowest allocation that covers this one; null when there is none. */
  readonly whole: number | null;
}

/** Why an allocation cannot be as wanted; null when it can. A target may lie below what is taken, a ceiling never. */
export function decideAllocation({ seats, ceiling, taken, whole }: AllocationFacts): { readonly code: 'allocation.belowTaken' | 'allocation.aboveWhole'; readonly facts: Readonly<Record<string, number>> } | null {
  if (ceiling && seats < taken) return { code: 'allocation.belowTaken', facts: { seats, taken } };
  if (whole !== null && seats > whole) return { code: 'allocation.aboveWhole', facts: { seats, whole } };
  return null;
}
