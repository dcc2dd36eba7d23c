import type { AttendanceMark, MarkRefusal, SheetRow } from '@jenjang/shared/attendance';
import type { Tone } from '../ui/tone.types';

/** What the marker wants and the server has not confirmed. */
export interface WantedMark {
  readonly mark: AttendanceMark;
  readonly lessonHours?: number;
  readonly reason?: string;
}

/**
 * `waiting` to be sent, `saving` on the way, `failed` when the server was not reached, `conflict` when somebody else
 * said something else first, `refused` with the reason.
 */
export type LineState = 'still' | 'waiting' | 'saving' | 'saved' | 'failed' | 'conflict' | 'refused';

/** A participant on the sheet as the marker sees them. */
export interface SheetLine extends SheetRow {
  readonly wanted: WantedMark | null;
  readonly state: LineState;
  readonly refusal: MarkRefusal | null;
}

/** In the order of the paper form: the letter that stands for each mark and the key that sets it. */
export const markLetters: Readonly<Record<AttendanceMark, string>> = {
  present: 'H',
  late: 'T',
  permitted: 'I',
  sick: 'S',
  on_duty: 'D',
  absent: 'A',
};

export const markTones: Readonly<Record<AttendanceMark, Tone>> = {
  present: 'ok',
  late: 'warn',
  permitted: 'info',
  sick: 'past',
  on_duty: 'info',
  absent: 'bad',
};

/** A sheet line before anything was touched. */
export function lineOf(row: SheetRow): SheetLine {
  return { ...row, wanted: null, state: 'still', refusal: null };
}

/** The mark of a key, or null when it stands for none. */
export function markOfKey(key: string): AttendanceMark | null {
  const letter = key.toUpperCase();
  const found = Object.entries(markLetters).find(([, known]) => known === letter);
  return found === undefined ? null : (found[0] as AttendanceMark);
}

/** What the line shows: what the marker wants before what is in force. */
export function shownMark({ wanted, current }: SheetLine): AttendanceMark | null {
  return wanted?.mark ?? current?.mark ?? null;
}

export type Tally = Readonly<Record<AttendanceMark | 'unmarked', number>>;

/** How many are shown as what. */
export function tallyOf(lines: readonly SheetLine[]): Tally {
  const tally = { present: 0, late: 0, permitted: 0, sick: 0, on_duty: 0, absent: 0, unmarked: 0 };
  for (const line of lines) tally[shownMark(line) ?? 'unmarked'] += 1;
  return tally;
}

/** Whether a line answers to the words looked for: name, NIP or unit. */
export function answersTo({ name, nip, unitName }: SheetLine, words: string): boolean {
  const asked = words.trim().toLowerCase();
  return (
    asked === '' ||
    name.toLowerCase().includes(asked) ||
    (unitName ?? '').toLowerCase().includes(asked) ||
    (nip ?? '').startsWith(asked.replace(/\s/g, ''))
  );
}
