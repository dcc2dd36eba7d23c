/** What taking so many people would do to the seats. */
export interface SeatEffect {
  readonly accepted: number;
  /** For whom no seat is left. */
  readonly without: number;
  readonly left: number;
}

/** The effect of taking `wanted` people while `free` seats are left, and `freeInClass` in their class when they get one. */
export function seatEffect(wanted: number, free: number, freeInClass: number | null): SeatEffect {
  const accepted = Math.max(0, Math.min(wanted, free, freeInClass ?? wanted));
  return { accepted, without: wanted - accepted, left: Math.max(0, free) - accepted };
}
