import {
  Component,
  DestroyRef,
  DOCUMENT,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type AttendanceMark,
  attendanceMarkLabels,
  attendanceMarks,
  unmarkedLabel,
} from '@jenjang/shared/attendance';
import {
  formatDate,
  isoInstant,
  localDate,
  localTime,
  zoneAbbreviation,
  zoneOffsetMinutes,
} from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { Dock } from '../ui/dock';
import { EmptyState } from '../ui/empty-state';
import { NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { type Meta, PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { AttendanceApi } from './attendance-api';
import { CloseSession } from './close-session';
import { MarkDetails } from './mark-details';
import { type SheetLine, answersTo, markLetters, markOfKey, markTones, shownMark } from './marking.rules';
import { SheetState } from './sheet-state';

const retryEvery = 10_000;

/** The marking sheet of one session: by keyboard at the desk, by thumb at the door. */
@Component({
  selector: 'j-marking-page',
  imports: [
    Banner,
    Card,
    Dock,
    EmptyState,
    Icon,
    MatButton,
    NipPipe,
    PageHeader,
    RouterLink,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './marking-page.html',
  styleUrls: ['./marking-page.css', './marking-page-phone.css'],
})
export class MarkingPage {
  readonly cohortId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(AttendanceApi);
  private readonly words = inject(ProblemText);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly confirm = inject(Confirm);
  private readonly details = inject(MarkDetails);
  private readonly closing = inject(CloseSession);
  protected readonly locale = inject(LocaleService).locale;

  protected readonly sheet = this.api.sheet(this.sessionId);
  private readonly found = loaded(this.sheet);
  protected readonly loaded = this.found.value;
  protected readonly problem = this.found.problem;
  protected readonly state = new SheetState(
    (marks) => this.api.save(this.sessionId(), marks),
    () => Date.now(),
  );
  protected readonly q = signal('');
  protected readonly filter = signal<AttendanceMark | 'unmarked' | null>(null);
  /** Whom the filter caught when it was set: a line does not jump away while it is marked. */
  private readonly caught = signal<ReadonlySet<string> | null>(null);
  protected readonly shown = computed(() =>
    this.state
      .lines()
      .filter((line) => answersTo(line, this.q()) && (this.caught()?.has(line.enrolmentId) ?? true)),
  );
  protected readonly current = linkedSignal({
    source: () => [this.q(), this.caught()],
    computation: () => 0,
  });
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected readonly marks = attendanceMarks.map((mark) => ({
    mark,
    letter: markLetters[mark],
    tone: markTones[mark],
  }));
  protected readonly shownMark = shownMark;
  protected readonly unmarkedHere = computed(() => this.shown().filter((line) => shownMark(line) === null));
  protected readonly inRoom = computed(() => this.state.tally().present + this.state.tally().late);
  protected readonly mayMark = computed(
    () => this.loaded()?.mayMark === true && this.loaded()?.dayHasCome === true,
  );
  protected readonly isClosed = computed(() => this.loaded()?.session.state === 'closed');
  protected readonly meta = computed(() => this.factsOf());
  protected readonly savedText = computed(() => {
    const at = this.state.savedAt();
    const session = this.loaded()?.session;
    if (at === null || session === undefined) return null;
    return isoInstant(at + zoneOffsetMinutes(session.zone) * 60_000)
      .slice(11, 19)
      .replaceAll(':', '.');
  });

  constructor() {
    effect(() => {
      const rows = this.loaded()?.rows ?? [];
      untracked(() => this.state.load(rows));
    });
    const window = inject(DOCUMENT).defaultView;
    const retry = (): void => (this.state.failed() > 0 ? this.state.retry() : undefined);
    const warn = (event: Event): void => (this.state.unsaved() > 0 ? event.preventDefault() : undefined);
    const timer = setInterval(retry, retryEvery);
    window?.addEventListener('online', retry);
    window?.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      window?.removeEventListener('online', retry);
      window?.removeEventListener('beforeunload', warn);
    });
  }

  protected label(mark: AttendanceMark | null): string {
    return (mark === null ? unmarkedLabel : attendanceMarkLabels[mark])[this.locale()];
  }

  /** When and how the mark in force was set: `Lembar 08.41`. */
  protected recorded({ current }: SheetLine): string {
    const zone = this.loaded()?.session.zone;
    if (current === null || zone === undefined) return '–';
    return `${this.transloco.translate(`attendance.source.${current.source}`)} ${localTime(current.markedAt, zone)}`;
  }

  protected filterBy(mark: AttendanceMark | 'unmarked'): void {
    const isOff = this.filter() === mark;
    this.filter.set(isOff ? null : mark);
    const caught = this.state.lines().filter((line) => (shownMark(line) ?? 'unmarked') === mark);
    this.caught.set(isOff ? null : new Set(caught.map(({ enrolmentId }) => enrolmentId)));
  }

  protected async mark(line: SheetLine, mark: AttendanceMark): Promise<void> {
    if (!this.mayMark() || shownMark(line) === mark) return;
    const reason = this.isClosed() ? await this.reasonFor(line) : undefined;
    if (reason !== null) this.state.mark(line.enrolmentId, { mark, reason });
  }

  protected markRest(): void {
    this.state.markAll(
      this.unmarkedHere().map(({ enrolmentId }) => enrolmentId),
      'present',
    );
  }

  /** Note and JP of a mark. */
  protected async detail(line: SheetLine): Promise<void> {
    const mark = shownMark(line);
    const session = this.loaded()?.session;
    if (!this.mayMark() || mark === null || session === undefined) return;
    const said = await this.details.ask({
      name: line.name,
      mark,
      sessionLessonHours: session.lessonHours,
      current: line.current,
      needsReason: this.isClosed(),
    });
    if (said !== null) this.state.mark(line.enrolmentId, { mark, ...said });
  }

  protected press(event: KeyboardEvent, index: number): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') this.undo();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (!this.moveWithin(event) && !this.act(event.key, index)) return;
    event.preventDefault();
  }

  /** Left and right move between the marks of a line without setting any. */
  private moveWithin({ key, target }: KeyboardEvent): boolean {
    const button = target as HTMLElement;
    if (button.getAttribute('role') !== 'radio' || (key !== 'ArrowLeft' && key !== 'ArrowRight'))
      return false;
    const next = key === 'ArrowLeft' ? button.previousElementSibling : button.nextElementSibling;
    (next as HTMLElement | null)?.focus();
    return true;
  }

  private act(key: string, index: number): boolean {
    const line = this.shown()[index];
    const mark = markOfKey(key);
    if (line === undefined) return false;
    if (mark !== null) void this.mark(line, mark).then(() => this.moveTo(index + 1));
    else if (key.toLowerCase() === 'c') void this.detail(line);
    else if (key === 'ArrowDown') this.moveTo(index + 1);
    else if (key === 'ArrowUp') this.moveTo(index - 1);
    else return false;
    return true;
  }

  protected undo(): void {
    const undone = this.state.undo();
    if (undone === null) return;
    if (!undone.undone) this.notices.show(this.transloco.translate('attendance.undoFirst'));
    this.moveTo(this.shown().findIndex(({ enrolmentId }) => enrolmentId === undone.enrolmentId));
  }

  protected async close(): Promise<void> {
    const session = this.loaded()?.session;
    if (session !== undefined && (await this.closing.ask(session.id, this.state.tally().unmarked)))
      this.sheet.reload();
  }

  protected async reopen(): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.transloco.translate('attendance.reopen.heading'),
      text: this.transloco.translate('attendance.reopen.text'),
      action: this.transloco.translate('attendance.reopen.action'),
      reasonLabel: this.transloco.translate('attendance.reopen.reason'),
    });
    if (asked === null) return;
    try {
      await this.api.reopen(this.sessionId(), asked.reason);
      this.sheet.reload();
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
    }
  }

  private moveTo(index: number): void {
    const to = Math.min(this.shown().length - 1, Math.max(0, index));
    this.current.set(to);
    this.list()?.nativeElement.querySelectorAll<HTMLElement>('[data-line]')[to]?.focus();
  }

  private async reasonFor(line: SheetLine): Promise<string | null> {
    const asked = await this.confirm.ask({
      heading: this.transloco.translate('attendance.correction.heading', { name: line.name }),
      text: this.transloco.translate('attendance.correction.text'),
      action: this.transloco.translate('attendance.correction.action'),
      reasonLabel: this.transloco.translate('attendance.correction.reason'),
    });
    return asked?.reason ?? null;
  }

  private factsOf(): readonly Meta[] {
    const session = this.loaded()?.session;
    if (session === undefined) return [];
    const { startsAt, endsAt, zone, venue, lessonHours, className } = session;
    const day = formatDate(localDate(startsAt, zone), this.locale(), 'weekday');
    const venueFact: Meta[] = venue === '' ? [] : [{ icon: 'pin', text: venue }];
    const classFact: Meta[] = className === null ? [] : [{ icon: 'users', text: className }];
    return [
      {
        icon: 'calendar',
        strong: `${day}, ${localTime(startsAt, zone)}–${localTime(endsAt, zone)} ${zoneAbbreviation(zone)}`,
      },
      ...venueFact,
      ...classFact,
      { icon: 'clock', text: `${String(lessonHours).replace('.', ',')} JP` },
    ];
  }
}
