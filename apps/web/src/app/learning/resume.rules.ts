const stepSeconds = 10;

/** Whether a video has moved far enough from the saved second to be saved again. */
export function savesEvery(savedSecond: number, second: number): boolean {
  return Math.abs(second - savedSecond) >= stepSeconds;
}

/** What one sees of a page: heights in pixels. */
export interface Scrolled {
  readonly top: number;
  readonly height: number;
  readonly window: number;
}

/** Share of the page above the window's upper edge, 0 to 1 with three decimals. A page that fits is not scrolled. */
export function shareOf({ top, height, window }: Scrolled): number {
  const room = height - window;
  return room <= 0 ? 0 : Math.round(Math.min(1, Math.max(0, top / room)) * 1000) / 1000;
}

/** Where to scroll so that the share is above again, in pixels. */
export function topOf(share: number, { height, window }: Pick<Scrolled, 'height' | 'window'>): number {
  return Math.round(Math.max(0, height - window) * share);
}
