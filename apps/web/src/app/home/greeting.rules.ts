/** Which greeting the hour asks for, as Indonesians part the day. */
export type Greeting = 'morning' | 'noon' | 'afternoon' | 'evening';

/** @param hour 0 to 23 */
export function greetingAt(hour: number): Greeting {
  if (hour >= 4 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 15) return 'noon';
  return hour >= 15 && hour < 18 ? 'afternoon' : 'evening';
}
