import type { CodeText } from './checkin.types.js';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const token = '([0-9a-z]{1,10})\\.([\\w-]{16})';

/** How long before its own end a code is followed by the next: the number of the step at an instant. */
export function stepAt(nowMs: number, stepSeconds: number): number {
  return Math.floor(nowMs / (stepSeconds * 1000));
}

/** The instant at which a step begins. */
export function stepStart(step: number, stepSeconds: number): number {
  return step * stepSeconds * 1000;
}

/** Whether the code of a step counts at an instant: the one that is shown, and the one before it. */
export function stepCounts(step: number, nowMs: number, stepSeconds: number): boolean {
  const now = stepAt(nowMs, stepSeconds);
  return step === now || step === now - 1;
}

/**
 * Whether a code was shown when the device says it scanned it, `agoSeconds` ago by a clock that cannot be set. One
 * step either way is allowed for what the measuring took.
 */
export function stepWasShown(step: number, nowMs: number, agoSeconds: number, stepSeconds: number): boolean {
  const then = stepAt(nowMs - agoSeconds * 1000, stepSeconds);
  return agoSeconds >= 0 && step <= then + 1 && step >= then - 2 && step <= stepAt(nowMs, stepSeconds);
}

/** Six digits out of a number of 32 bits. */
export function digitsOf(value: number): string {
  return String(value % 1_000_000).padStart(6, '0');
}

/** The text of a code: its step, so that an old one is told from a wrong one, and the seal of 16 characters. */
export function tokenText(step: number, mac: string): string {
  return `${step.toString(36)}.${mac}`;
}

/** The address behind the QR, so that the camera of any phone opens the right page. */
export function codeUrl(publicUrl: string, sessionId: string, text: string): string {
  return `${publicUrl}/hadir/${sessionId}?k=${text}`;
}

/** Reads what was scanned or typed: six digits with or without a gap, a token, or the whole address. Null for anything else. */
export function parseCode(text: string): CodeText | null {
  const digits = text.replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(digits)) return { kind: 'digits', digits };
  const address = new RegExp(`/hadir/(${uuid})\\?k=${token}$`, 'i').exec(text.trim());
  if (address) return { kind: 'token', sessionId: (address[1] ?? '').toLowerCase(), step: parseInt(address[2] ?? '', 36), mac: address[3] ?? '' };
  const bare = new RegExp(`^${token}$`).exec(text.trim());
  return bare ? { kind: 'token', sessionId: null, step: parseInt(bare[1] ?? '', 36), mac: bare[2] ?? '' } : null;
}
