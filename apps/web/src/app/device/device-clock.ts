import { type ClockAnchor, type ClockReading, driftNow, measureDrift } from '@jenjang/shared/kiosk';

/** The two clocks of a browser. */
export interface Clocks {
  read(): ClockReading;
}

export const browserClocks: Clocks = {
  read: () => ({ deviceAt: Date.now(), ticks: performance.now() }),
};

/** What time it is for the server, as far as this device can tell without asking. */
export class DeviceClock {
  private anchor: ClockAnchor;

  constructor(
    private readonly clocks: Clocks,
    drift: number,
  ) {
    this.anchor = { ...clocks.read(), drift };
  }

  /** The clock of the device and what to add to it. */
  now(): { readonly deviceAt: number; readonly drift: number } {
    const reading = this.clocks.read();
    return { deviceAt: Math.round(reading.deviceAt), drift: driftNow(this.anchor, reading) };
  }

  /** Milliseconds since 1970 as the server would say. */
  serverNow(): number {
    const { deviceAt, drift } = this.now();
    return deviceAt + drift;
  }

  /** Asks and measures: `serverAt` is what the answer says. @returns the answer. */
  async measure<Answer>(
    ask: () => Promise<Answer>,
    serverAt: (answer: Answer) => number | null,
  ): Promise<Answer> {
    const before = this.clocks.read();
    const answer = await ask();
    const after = this.clocks.read();
    const said = serverAt(answer);
    if (said === null) return answer;
    // The way is measured by the clock that nobody sets.
    const askedAt = after.deviceAt - (after.ticks - before.ticks);
    const drift = measureDrift({ askedAt, answeredAt: after.deviceAt, serverAt: said });
    this.anchor = { ...after, drift };
    return answer;
  }

  get drift(): number {
    return this.anchor.drift;
  }
}
