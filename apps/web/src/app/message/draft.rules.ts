import type { Readership, ReadershipKind } from '@jenjang/shared/message';
import { type Zone, instantAt } from '@jenjang/shared/platform';

/** The readership as it is sent: only the target that the kind needs. Null while none is chosen. */
export function readershipOf(kind: ReadershipKind, target: string): Readership | null {
  if (kind === 'cohort') return { kind };
  if (target === '') return null;
  if (kind === 'class') return { kind, classId: target };
  return kind === 'unit' ? { kind, unitId: target } : { kind, sessionId: target };
}

/** The instant of a local date and time as the browser's field writes them (`2026-11-03T07:00`); empty when there is none. */
export function instantOf(local: string, zone: Zone): string {
  return instantAt(local.slice(0, 10), local.slice(11, 16), zone);
}

/** The text with a placeholder put in at the place of the cursor, and where the cursor stands then. */
export function withPlaceholder(
  text: string,
  name: string,
  [start, end]: readonly [number, number],
): { readonly text: string; readonly cursor: number } {
  const word = `{${name}}`;
  return { text: `${text.slice(0, start)}${word}${text.slice(end)}`, cursor: start + word.length };
}
