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
import { type MovableSession, type WantedMove, movedBy, shiftFrom } from '@jenjang/shared/calendar';
import { daysBetween, isIsoDate, zoneAbbreviation } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';

export interface MoveDialogData {
  readonly session: MovableSession;
  /** All of the cohort, as they are stored. */
  readonly sessions: readonly MovableSession[];
  /** First and last day of the cohort. */
  readonly from: string;
  readonly to: string;
}

/** Asks where a session should go, or by how many days everything from it on. Closes with the moves that are wanted. */
@Component({
  selector: 'j-move-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TranslocoPipe],
  template: `<h2 mat-dialog-title>{{ 'calendar.moveTitle' | transloco: { title: session.title } }}</h2>
    <mat-dialog-content>
      <form novalidate id="move" (submit)="save($event)">
        <label for="move-day">{{ 'calendar.day' | transloco }}</label>
        <input
          #day
          id="move-day"
          class="control"
          type="date"
          [min]="data.from"
          [max]="data.to"
          [value]="date()"
          (input)="date.set(day.value)"
        />
        <label for="move-time">{{ 'calendar.time' | transloco: { zone: zone } }}</label>
        <input
          #time
          id="move-time"
          class="control"
          type="time"
          step="300"
          [disabled]="isAll()"
          [value]="clock()"
          (input)="clock.set(time.value)"
        />
        <label class="check"
          ><input #all type="checkbox" [checked]="isAll()" (change)="isAll.set(all.checked)" /><span>{{
            'calendar.moveAll' | transloco: { count: following(), days: days() }
          }}</span></label
        >
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton [mat-dialog-close]="null">{{ 'calendar.cancel' | transloco }}</button>
      <button
        matButton="filled"
        type="submit"
        form="move"
        disabledInteractive
        [disabled]="moves().length === 0"
      >
        {{ 'calendar.preview' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styleUrl: '../ui/dialog.css',
})
export class MoveDialog {
  protected readonly data = inject<MoveDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<MoveDialog, readonly WantedMove[]>>(MatDialogRef);
  protected readonly session = this.data.session;
  protected readonly zone = zoneAbbreviation(this.session.zone);
  private readonly now = movedBy(this.session, 0, 0).startsAt;
  protected readonly date = signal(this.now.slice(0, 10));
  protected readonly clock = signal(this.now.slice(11));
  protected readonly isAll = signal(false);
  protected readonly days = computed(() =>
    isIsoDate(this.date()) ? daysBetween(this.now.slice(0, 10), this.date()) : 0,
  );
  /** How many would move with it. */
  protected readonly following = computed(() => this.shifted(1).length);
  protected readonly moves = computed<readonly WantedMove[]>(() => {
    if (!isIsoDate(this.date())) return [];
    if (this.isAll()) return this.days() === 0 ? [] : this.shifted(this.days());
    const startsAt = `${this.date()}T${this.clock()}`;
    if (!/T\d\d:\d\d$/.test(startsAt) || startsAt === this.now) return [];
    return [{ sessionId: this.session.sessionId, version: this.session.version, startsAt }];
  });

  private shifted(days: number): readonly WantedMove[] {
    return shiftFrom(this.data.sessions, this.session.sessionId, days);
  }

  protected save(event: Event): void {
    event.preventDefault();
    if (this.moves().length > 0) this.dialog.close(this.moves());
  }
}
