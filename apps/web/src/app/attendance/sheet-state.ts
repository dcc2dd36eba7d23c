import { computed, signal } from '@angular/core';
import type { AttendanceMark, MarkAnswer, MarkInForce, MarkWish, SheetRow } from '@jenjang/shared/attendance';
import { type SheetLine, type WantedMark, lineOf, shownMark, tallyOf } from './marking.rules';

/** Marks that go to the server in one call. */
const atOnce = 200;

interface Undoable {
  readonly enrolmentId: string;
  readonly before: MarkInForce | null;
}

/**
 * The marks of one sheet, shown at once and saved behind. One call is on its way at a time; what is marked meanwhile
 * goes with the next, so that a mark always names the one it corrects.
 */
export class SheetState {
  private readonly all = signal<readonly SheetLine[]>([]);
  private readonly savedAtMs = signal<number | null>(null);
  private undoable: readonly Undoable[] = [];
  private isSending = false;

  readonly lines = this.all.asReadonly();
  readonly tally = computed(() => tallyOf(this.all()));
  /** When the server last confirmed; null before. */
  readonly savedAt = this.savedAtMs.asReadonly();
  readonly unsaved = computed(
    () => this.all().filter(({ state }) => ['waiting', 'saving', 'failed'].includes(state)).length,
  );
  readonly failed = computed(() => this.all().filter(({ state }) => state === 'failed').length);
  readonly conflicts = computed(() => this.all().filter(({ state }) => state === 'conflict').length);

  constructor(
    private readonly send: (wishes: readonly MarkWish[]) => Promise<readonly MarkAnswer[]>,
    private readonly now: () => number,
  ) {}

  /** Takes the rows as the server has them. What is not saved yet stays wanted. */
  load(rows: readonly SheetRow[]): void {
    const known = new Map(this.all().map((line) => [line.enrolmentId, line]));
    this.all.set(
      rows.map((row) => {
        const line = known.get(row.enrolmentId);
        return line === undefined || line.wanted === null ? lineOf(row) : { ...line, ...row };
      }),
    );
  }

  /** Marks one participant; the same mark again changes nothing. */
  mark(enrolmentId: string, wanted: WantedMark): void {
    const line = this.all().find((found) => found.enrolmentId === enrolmentId);
    const isNothingNew = shownMark(line ?? lineless) === wanted.mark && line?.state !== 'conflict';
    if (
      line === undefined ||
      (isNothingNew && wanted.reason === undefined && wanted.lessonHours === undefined)
    )
      return;
    this.undoable = [...this.undoable, { enrolmentId, before: line.current }];
    this.change(enrolmentId, { wanted, state: 'waiting', refusal: null });
    void this.flush();
  }

  markAll(enrolmentIds: readonly string[], mark: AttendanceMark): void {
    for (const enrolmentId of enrolmentIds) this.mark(enrolmentId, { mark });
  }

  /** Gives in to what somebody else said, or to a refusal. */
  yield(enrolmentId: string): void {
    this.change(enrolmentId, { wanted: null, state: 'still', refusal: null });
  }

  /** Says one's own again, now having seen what somebody else said. */
  insist(enrolmentId: string): void {
    const line = this.all().find((found) => found.enrolmentId === enrolmentId);
    if (line?.wanted) this.change(enrolmentId, { state: 'waiting' });
    void this.flush();
  }

  /** Tries again whatever did not reach the server. */
  retry(): void {
    this.all.update((lines) =>
      lines.map((line) => (line.state === 'failed' ? { ...line, state: 'waiting' } : line)),
    );
    void this.flush();
  }

  /**
   * Goes back to what held before the last mark, by a mark of its own.
   * @returns whose it was, or null when there is nothing to undo; `undone` is false for a first mark, which stays.
   */
  undo(): { readonly enrolmentId: string; readonly undone: boolean } | null {
    const last = this.undoable.at(-1);
    if (last === undefined) return null;
    this.undoable = this.undoable.slice(0, -1);
    const { enrolmentId, before } = last;
    if (before === null) return { enrolmentId, undone: false };
    const { mark, lessonHours, reason } = before;
    this.change(enrolmentId, {
      wanted: { mark, lessonHours, reason: reason ?? '' },
      state: 'waiting',
      refusal: null,
    });
    void this.flush();
    return { enrolmentId, undone: true };
  }

  private async flush(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    // Several marks in one turn of the clock go together.
    await Promise.resolve();
    for (let sent = this.waiting(); sent.length > 0; sent = this.waiting()) await this.sendLines(sent);
    this.isSending = false;
  }

  private waiting(): readonly SheetLine[] {
    return this.all()
      .filter(({ state }) => state === 'waiting')
      .slice(0, atOnce);
  }

  private async sendLines(lines: readonly SheetLine[]): Promise<void> {
    const sent = new Map(lines.map((line) => [line.enrolmentId, line.wanted]));
    this.settle(sent, () => ({ state: 'saving' }));
    try {
      const answers = new Map(
        (await this.send(lines.map(wishOf))).map((answer) => [answer.enrolmentId, answer]),
      );
      this.savedAtMs.set(this.now());
      this.all.update((all) =>
        all.map((line) => answered(line, answers.get(line.enrolmentId), sent.get(line.enrolmentId))),
      );
    } catch {
      this.settle(sent, () => ({ state: 'failed' }));
    }
  }

  /** Changes the lines that were sent, unless they were marked anew since. */
  private settle(sent: ReadonlyMap<string, WantedMark | null>, to: () => Partial<SheetLine>): void {
    this.all.update((all) =>
      all.map((line) =>
        sent.has(line.enrolmentId) && sent.get(line.enrolmentId) === line.wanted
          ? { ...line, ...to() }
          : line,
      ),
    );
  }

  private change(enrolmentId: string, to: Partial<SheetLine>): void {
    this.all.update((all) =>
      all.map((line) => (line.enrolmentId === enrolmentId ? { ...line, ...to } : line)),
    );
  }
}

const lineless: SheetLine = lineOf({
  enrolmentId: '',
  personId: '',
  name: '',
  nip: null,
  unitName: null,
  eselon: null,
  className: null,
  current: null,
});

function wishOf({ enrolmentId, wanted, current }: SheetLine): MarkWish {
  return {
    enrolmentId,
    mark: wanted?.mark ?? 'absent',
    lessonHours: wanted?.lessonHours,
    reason: wanted?.reason,
    supersedes: current?.id ?? null,
  };
}

/** A line after its answer. Marked anew meanwhile, it goes again, now against what is in force. */
function answered(
  line: SheetLine,
  answer: MarkAnswer | undefined,
  sent: WantedMark | null | undefined,
): SheetLine {
  if (answer === undefined) return line;
  const { current, outcome, code } = answer;
  if (line.wanted !== sent) return { ...line, current };
  if (outcome === 'saved' || outcome === 'unchanged')
    return { ...line, current, wanted: null, state: 'saved' };
  return { ...line, current, state: outcome, refusal: code };
}
