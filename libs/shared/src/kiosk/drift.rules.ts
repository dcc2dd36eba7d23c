/** Two clocks of a device read at the same moment. */
export interface ClockReading {
  /** Milliseconds since 1970, by the clock that people can set. */
  readonly deviceAt: number;
  /** Milliseconds by the clock that nobody can set; begins anew with every visit of a page. */
  readonly ticks: number;
}

/** What is known since the last contact, or since the page was opened. */
export interface ClockAnchor extends ClockReading {
  /** Milliseconds to add to the clock of the device. */
  readonly drift: number;
}

/** Less than this is the clock of the device being trimmed, not set. */
const trimmedMs = 1_000;

/** Milliseconds to add to the clock of a device, from one question and answer: the server spoke half-way between them. */
export function measureDrift(contact: { readonly askedAt: number; readonly answeredAt: number; readonly serverAt: number }): number {
  return Math.round(contact.serverAt - (contact.askedAt + contact.answeredAt) / 2);
}

/**
 * The drift now. A clock that was set back meanwhile shows: less time passed on it than in truth. One that ran ahead
 * looks the same as a device that slept, so it is believed; the server sees the difference at the next contact.
 */
export function driftNow(anchor: ClockAnchor, now: ClockReading): number {
  const ahead = now.deviceAt - anchor.deviceAt - (now.ticks - anchor.ticks);
  return Math.round(ahead < -trimmedMs ? anchor.drift - ahead : anchor.drift);
}

/** Milliseconds by which a device was wrong about its own clock when it sent; what the way takes is forgiven. */
export function clockMoved(parcel: { readonly sentAt: number; readonly drift: number }, receivedAt: number): number {
  const off = receivedAt - (parcel.sentAt + parcel.drift);
  return Math.abs(off) > 120_000 ? off : 0;
}
