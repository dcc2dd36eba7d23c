/** How long an answer is still awaited, in the largest two units that say enough. */
export interface TimeLeft {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Parts of a span in milliseconds; null when it is over. */
export function timeLeft(span: number): TimeLeft | null {
  if (span <= 0) return null;
  return {
    days: Math.floor(span / day),
    hours: Math.floor((span % day) / hour),
    minutes: Math.floor((span % hour) / minute),
    seconds: Math.floor((span % minute) / second),
  };
}

/** Which sentence tells it: days and hours, hours and minutes, or minutes and seconds at the end. */
export function timeLeftKey({ days, hours }: TimeLeft): 'days' | 'hours' | 'minutes' {
  if (days > 0) return 'days';
  return hours > 0 ? 'hours' : 'minutes';
}
