import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import {
  type Clash,
  type MovableSession,
  type ReplanView,
  type WantedMove,
  clashChips,
  movedBy,
  wordClash,
} from '@jenjang/shared/calendar';
import type { CohortDetail, SessionView } from '@jenjang/shared/cohort';
import { addDays, formatDate, isoInstant, localDate, zoneAbbreviation } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { CohortStore } from '../cohort';
import { loaded, reloader } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { DayRange, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { CalendarApi } from './calendar-api';
import { DayList } from './day-list';
import type { MoveDialogData } from './move-dialog';
import type { ReplanDialogData } from './replan-dialog';
import { WeekBoard } from './week-board';
import { daysOf, mondayOf, placed, weekOf } from './week.rules';

/** The weeks of a cohort: what clashes, and sessions moved by mouse or keyboard, first on paper, then in one go. */
@Component({
  selector: 'j-calendar-page',
  imports: [Banner, Card, DayList, DayRange, Dock, Icon, MatButton, Moment, TranslocoPipe, WeekBoard],
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.css',
})
export class CalendarPage {
  /** From the URL: a day of the week that is shown, and how. */
  readonly pekan = input('');
  readonly tampilan = input('');

  protected readonly store = inject(CohortStore);
  private readonly api = inject(CalendarApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly words = wordsOf('calendar');
  protected readonly locale = inject(LocaleService).locale;
  private readonly openedAt = Date.now();
  private readonly resource = this.api.calendar(this.store.id);
  private readonly reload = reloader(this.resource);
  protected readonly calendar = loaded(this.resource);
  protected readonly chips = clashChips;

  /** Moves that are wanted and not saved, by session. */
  protected readonly pending = linkedSignal<string, ReadonlyMap<string, WantedMove>>({
    source: this.store.id,
    computation: () => new Map(),
  });
  protected readonly isUndoing = signal(false);
  protected readonly sessions = computed(() => placed(this.store.cohort()?.sessions ?? [], this.pending()));
  protected readonly monday = computed(() => mondayOf(this.pekan() || this.firstDay()));
  protected readonly week = computed(() => {
    const cohort = this.store.cohort();
    return cohort === null ? null : weekOf(this.sessions(), this.monday(), cohort.zone);
  });
  protected readonly days = computed(() => daysOf(this.sessions()));
  protected readonly zone = computed(() => zoneAbbreviation(this.store.cohort()?.zone ?? 'Asia/Makassar'));
  protected readonly isList = computed(() => this.tampilan() === 'daftar');
  protected readonly clashes = computed(() => this.calendar.value()?.clashes ?? []);
  protected readonly lastReplan = computed(() => {
    const last = this.calendar.value()?.lastReplan ?? null;
    return last?.undoUntil ? last : null;
  });
  protected readonly mayMove = computed(() => this.store.may('plan'));

  /** The week of today while the cohort runs, else the first one with a session. */
  private firstDay(): string {
    const cohort = this.store.cohort();
    if (cohort === null) return localDate(isoInstant(this.openedAt), 'Asia/Makassar');
    const today = localDate(isoInstant(this.openedAt), cohort.zone);
    if (today >= mondayOf(cohort.startsOn) && today <= cohort.endsOn) return today;
    const [first] = cohort.sessions;
    return first === undefined ? cohort.startsOn : localDate(first.startsAt, cohort.zone);
  }

  protected word(clash: Clash): string {
    return wordClash(clash, this.locale());
  }

  protected async showWeek(days: number): Promise<void> {
    await this.show({ pekan: days === 0 ? null : addDays(this.monday(), days) });
  }

  protected async show(queryParams: Readonly<Record<string, string | null>>): Promise<void> {
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** Leads to the session of a clash: to its week, or in the list. */
  protected async seek({ sessionId }: Clash): Promise<void> {
    const session = this.sessions().find(({ id }) => id === sessionId);
    if (session === undefined) return;
    await this.show({ pekan: localDate(session.startsAt, session.zone) });
    document.getElementById(`session-${sessionId}`)?.focus();
  }

  /** Moves a session on paper and says where it would lie. */
  protected nudge(session: SessionView, days: number, minutes: number): void {
    const now = this.sessions().find(({ id }) => id === session.id) ?? session;
    const move = movedBy(movable(now), days, minutes);
    this.want([move]);
    const day = formatDate(move.startsAt.slice(0, 10), this.locale(), 'weekday');
    void this.announcer.announce(
      this.words('calendar.moved', {
        title: session.title,
        day,
        time: move.startsAt.slice(11).replace(':', '.'),
      }),
    );
  }

  private want(moves: readonly WantedMove[]): void {
    const stored = new Map(
      (this.store.cohort()?.sessions ?? []).map((session) => [
        session.id,
        movedBy(movable(session), 0, 0).startsAt,
      ]),
    );
    const next = new Map(this.pending());
    for (const move of moves) {
      if (stored.get(move.sessionId) === move.startsAt) next.delete(move.sessionId);
      else next.set(move.sessionId, move);
    }
    this.pending.set(next);
  }

  protected forget(sessionId: string): void {
    this.pending.update((pending) => new Map([...pending].filter(([id]) => id !== sessionId)));
  }

  protected drop(): void {
    this.pending.set(new Map());
  }

  /** Asks for a day and time, for one session or all from it on. */
  protected async askMove(cohort: CohortDetail, session: SessionView): Promise<void> {
    const { MoveDialog } = await import('./move-dialog');
    const data: MoveDialogData = {
      session: movable(this.sessions().find(({ id }) => id === session.id) ?? session),
      sessions: cohort.sessions.map(movable),
      from: cohort.startsOn,
      to: cohort.endsOn,
    };
    const opened = this.dialog.open<unknown, MoveDialogData, readonly WantedMove[]>(MoveDialog, {
      data,
      width: '480px',
      maxWidth: 'calc(100vw - 32px)',
    });
    const moves = await firstValueFrom(opened.afterClosed());
    if (!moves) return;
    this.want(moves);
    await this.preview(cohort);
  }

  protected async preview(cohort: CohortDetail): Promise<void> {
    const moves = [...this.pending().values()];
    if (moves.length === 0) return;
    const { ReplanDialog } = await import('./replan-dialog');
    const opened = this.dialog.open<unknown, ReplanDialogData, ReplanView>(ReplanDialog, {
      data: { cohortId: cohort.id, zone: cohort.zone, moves },
      width: '720px',
      maxWidth: 'calc(100vw - 32px)',
    });
    const made = await firstValueFrom(opened.afterClosed());
    if (!made) return;
    this.refresh();
    this.notices.show(this.words('calendar.done', { count: made.sessions, told: made.told }), 'ok', {
      label: this.words('calendar.undo'),
      run: () => void this.undo(made),
    });
  }

  protected async undo(made: ReplanView): Promise<void> {
    if (this.isUndoing()) return;
    this.isUndoing.set(true);
    try {
      const back = await this.api.undo(this.store.id(), made.id);
      this.notices.show(this.words('calendar.undone', { count: back.sessions, told: back.told }), 'ok');
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    } finally {
      this.isUndoing.set(false);
      this.refresh();
    }
  }

  private refresh(): void {
    this.drop();
    this.store.reload();
    this.reload();
  }
}

/** What the rules of moving want to know of a session. Marks are the server's to count; a marked one cannot be moved. */
function movable(session: SessionView): MovableSession {
  return { ...session, sessionId: session.id, marks: session.marked };
}
