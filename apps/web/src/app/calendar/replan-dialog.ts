import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import {
  type Clash,
  type ReplanMove,
  type ReplanPreview,
  type ReplanView,
  type WantedMove,
  entryRoleLabels,
  moveRefusalLabels,
  wordClash,
} from '@jenjang/shared/calendar';
import { type Zone, formatDate, formatTime, localDate, localTime } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Icon } from '../ui/icon';
import { CalendarApi } from './calendar-api';

export interface ReplanDialogData {
  readonly cohortId: string;
  readonly zone: Zone;
  readonly moves: readonly WantedMove[];
}

/** What moving would do: new times, clashes that go and come, who will be told. Closes with what was made. */
@Component({
  selector: 'j-replan-dialog',
  imports: [
    Banner,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoPipe,
  ],
  templateUrl: './replan-dialog.html',
  styleUrl: './replan-dialog.css',
})
export class ReplanDialog {
  private readonly data = inject<ReplanDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ReplanDialog, ReplanView>>(MatDialogRef);
  private readonly api = inject(CalendarApi);
  private readonly problems = inject(ProblemText);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly refusals = moveRefusalLabels;
  protected readonly kinds = entryRoleLabels;
  protected readonly preview = signal<ReplanPreview | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly refused = computed(() =>
    (this.preview()?.moves ?? []).filter((move) => move.refused !== null),
  );
  protected readonly accepted = computed(() =>
    (this.preview()?.moves ?? []).filter((move) => move.refused === null),
  );
  protected readonly told = computed(() => {
    const readers = this.preview()?.readers;
    return readers ? readers.participants + readers.facilitators : 0;
  });
  protected readonly groups = computed(() => {
    const preview = this.preview();
    if (preview === null) return [];
    const { solved, arising, remaining } = preview;
    return [
      { key: 'arising', icon: 'alert' as const, clashes: arising },
      { key: 'remaining', icon: 'alert' as const, clashes: remaining },
      { key: 'solved', icon: 'check' as const, clashes: solved },
    ].filter(({ clashes }) => clashes.length > 0);
  });

  constructor() {
    void this.load(false);
  }

  /** Asks again with the names of those who would be told. */
  protected async load(names: boolean): Promise<void> {
    try {
      this.preview.set(await this.api.preview(this.data.cohortId, this.data.moves, names));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    }
  }

  protected word(clash: Clash): string {
    return wordClash(clash, this.locale());
  }

  /** `Sen 23 Nov, 08.00–11.30 WITA`. */
  protected when(startsAt: string, endsAt: string, zone: Zone): string {
    const date = localDate(startsAt, zone);
    const weekday = formatDate(date, this.locale(), 'weekday').slice(0, 3);
    const day = formatDate(date, this.locale(), 'short').replace(/ \d{4}$/, '');
    return `${weekday} ${day}, ${localTime(startsAt, zone)}–${formatTime(endsAt, zone)}`;
  }

  protected reason({ refused }: ReplanMove): string {
    return refused === null ? '' : this.refusals[refused][this.locale()];
  }

  /** Saves what can move; what cannot was shown and stays. */
  protected async apply(): Promise<void> {
    if (this.busy()) return;
    const ids = new Set(this.accepted().map(({ sessionId }) => sessionId));
    this.busy.set(true);
    try {
      const moves = this.data.moves.filter(({ sessionId }) => ids.has(sessionId));
      this.dialog.close(await this.api.apply(this.data.cohortId, moves));
    } catch (error) {
      this.problem.set(this.problems.of(error));
      this.busy.set(false);
    }
  }
}
