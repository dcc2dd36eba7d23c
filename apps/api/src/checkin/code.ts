import { createHmac, timingSafeEqual } from 'node:crypto';
import { codeUrl, digitsOf, stepAt, stepCounts, stepStart, stepWasShown, tokenText, type CodeFinding, type ShownCode } from '@jenjang/shared';

/** What a rotating code is made of. */
export interface CodeSource {
  readonly sessionId: string;
  /** 32 random bytes of the opening. */
  readonly secret: Buffer;
  readonly stepSeconds: number;
  /** Codes that were worked out before, by step: a crowd asks for the same two. */
  readonly codes: Map<number, Code>;
}

/** Steps back in which six digits are still known as old ones: what a slow hand may have read. */
const REMEMBERED_STEPS = 45;

/** Steps of which a source keeps the code. */
const REMEMBERED_CODES = 100;

interface Code {
  readonly digits: string;
  readonly mac: string;
}

function codeOf(source: CodeSource, step: number): Code {
  const known = source.codes.get(step);
  if (known) return known;
  const made = makeCode(source, step);
  if (source.codes.size < REMEMBERED_CODES) source.codes.set(step, made);
  return made;
}

/** Digits and seal come from different bytes, so that neither tells the other. */
function makeCode({ secret, sessionId }: CodeSource, step: number): Code {
  const bytes = createHmac('sha256', secret).update(`${sessionId} ${String(step)}`).digest();
  return { digits: digitsOf(bytes.readUInt32BE(0)), mac: bytes.subarray(16, 28).toString('base64url') };
}

/** The code to show at an instant. */
export function shownCode(source: CodeSource, publicUrl: string, now: number): ShownCode {
  const step = stepAt(now, source.stepSeconds);
  const { digits, mac } = codeOf(source, step);
  const stepMs = source.stepSeconds * 1000;
  return { digits, url: codeUrl(publicUrl, source.sessionId, tokenText(step, mac)), changesInMs: stepStart(step + 1, source.stepSeconds) - now, stepMs, marginMs: stepMs };
}

/** What six digits are at an instant. */
export function findDigits(source: CodeSource, digits: string, now: number): CodeFinding {
  const step = stepAt(now, source.stepSeconds);
  for (let back = 0; back <= REMEMBERED_STEPS; back += 1) {
    if (codeOf(source, step - back).digits === digits) return stepCounts(step - back, now, source.stepSeconds) ? { is: 'current', step: step - back } : { is: 'stale' };
  }
  return { is: 'wrong' };
}

/** What a scanned token is at an instant; `scannedAgo` in seconds when the device could not send it at once. */
export function findToken(source: CodeSource, { step, mac }: { step: number; mac: string }, now: number, scannedAgo: number | null): CodeFinding {
  const genuine = Buffer.from(codeOf(source, step).mac);
  if (mac.length !== genuine.length || !timingSafeEqual(genuine, Buffer.from(mac))) return { is: 'wrong' };
  if (stepCounts(step, now, source.stepSeconds)) return { is: 'current', step };
  return scannedAgo !== null && stepWasShown(step, now, scannedAgo, source.stepSeconds) ? { is: 'kept', step } : { is: 'stale' };
}
