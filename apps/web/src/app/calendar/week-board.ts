import { CdkDrag, type CdkDragEnd } from '@angular/cdk/drag-drop';
import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import {
  type Clash,
  type HolidayMark,
  clashChips,
  holidayKindLabels,
  stepMinutes,
} from '@jenjang/shared/calendar';
import type { SessionView } from '@jenjang/shared/cohort';
import { formatDate, localTime, zoneAbbreviation } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { Icon } from '../ui/icon';
import type { Block, Week } from './week.rules';

/** Steps of the arrow keys: days and minutes. */
const keys: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -stepMinutes],
  ArrowDown: [0, stepMinutes],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
/** Height of an hour, as in the style sheet. */
const hourPixels = 48;

/** A week as a grid of days and hours. Sessions are dragged, or moved by the arrow keys while they have the focus. */
@Component({
  selector: 'j-week-board',
  imports: [CdkDrag, Icon, TranslocoPipe],
  templateUrl: './week-board.html',
  styleUrl: './week-board.css',
})
export class WeekBoard {
  readonly week = input.required<Week>();
  readonly clashes = input<readonly Clash[]>([]);
  readonly holidays = input<readonly HolidayMark[]>([]);
  readonly movable = input(false);

  readonly nudged = output<{ session: SessionView; days: number; minutes: number }>();
  readonly opened = output<SessionView>();
  readonly forgotten = output<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly locale = inject(LocaleService).locale;
  private isDropping = false;
  protected readonly hourPixels = hourPixels;
  protected readonly hours = computed(() => {
    const { fromHour, toHour } = this.week();
    return Array.from({ length: toHour - fromHour }, (_, index) => fromHour + index);
  });
  protected readonly days = computed(() =>
    this.week().days.map((date, index) => ({
      date,
      weekday: formatDate(date, this.locale(), 'weekday').split(',', 1)[0] ?? '',
      day: formatDate(date, this.locale(), 'short').replace(/ \d{4}$/, ''),
      isWeekend: index > 4,
      holidays: this.holidays().filter(({ fallsOn }) => fallsOn === date),
      blocks: this.week().blocks.filter(({ day }) => day === index),
    })),
  );
  private readonly bySession = computed(() => {
    const found = new Map<string, Clash[]>();
    for (const clash of this.clashes())
      for (const id of [clash.sessionId, clash.otherId ?? ''])
        found.set(id, [...(found.get(id) ?? []), clash]);
    return found;
  });

  protected isMovable({ session }: Block): boolean {
    return this.movable() && session.state === 'planned' && session.marked === 0;
  }

  protected topOf({ from }: Block): number {
    return ((from - this.week().fromHour * 60) / 60) * hourPixels;
  }

  protected heightOf({ from, to }: Block): number {
    return Math.max(((to - from) / 60) * hourPixels, 24);
  }

  protected timeOf({ session: { startsAt, endsAt, zone } }: Block): string {
    return `${localTime(startsAt, zone)}–${localTime(endsAt, zone)} ${zoneAbbreviation(zone)}`;
  }

  /** Words of what clashes with a session, each once, as they were stored; a wanted move is checked in its preview. */
  protected clashWords({ session }: Block): readonly string[] {
    if (session.isPending) return [];
    const codes = new Set(
      (this.bySession().get(session.id) ?? []).map(({ code }) => clashChips[code][this.locale()]),
    );
    return [...codes];
  }

  protected kindOf({ kind }: HolidayMark): string {
    return holidayKindLabels[kind][this.locale()];
  }

  protected press(event: KeyboardEvent, block: Block): void {
    const step = keys[event.key];
    if (event.key === 'Escape' && block.session.isPending) {
      this.forgotten.emit(block.session.id);
    } else if (
      step === undefined ||
      !this.isMovable(block) ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    ) {
      return;
    } else {
      this.nudged.emit({ session: block.session, days: step[0], minutes: step[1] });
      this.keepFocus(block.session.id);
    }
    event.preventDefault();
  }

  /** Drawn at another day a session is another element: the focus goes with it. */
  private keepFocus(sessionId: string): void {
    requestAnimationFrame(() => document.getElementById(`session-${sessionId}`)?.focus());
  }

  protected open({ session }: Block): void {
    if (this.movable() && !this.isDropping) this.opened.emit(session);
  }

  /** Lets a session lie where it was dropped, to the nearest day and quarter of an hour. */
  protected dropped({ source, distance }: CdkDragEnd, block: Block): void {
    source.reset();
    // The browser takes the end of a drag for a click too.
    this.isDropping = true;
    setTimeout(() => (this.isDropping = false));
    const column = this.host.nativeElement.querySelector('.column')?.clientWidth ?? 1;
    const minutes = Math.round((distance.y / hourPixels) * (60 / stepMinutes)) * stepMinutes;
    const days = Math.round(distance.x / column);
    if (days !== 0 || minutes !== 0) this.nudged.emit({ session: block.session, days, minutes });
  }
}
