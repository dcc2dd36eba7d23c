import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type MoveLine, enrolmentStateLabels, moveReasonLabels } from '@jenjang/shared/enrolment';
import type { Zone } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Moment } from '../ui/format-pipes';
import { StateChip } from '../ui/state-chip';
import { EnrolmentApi } from './enrolment-api';
import { enrolmentStateLooks } from './enrolment.looks';

/** Whose moves are shown, with times of the cohort's zone. */
export interface MovesOf {
  readonly enrolmentId: string;
  readonly name: string;
  readonly zone: Zone;
}

/** Every move of a participant, newest first: from where, why, by whom and for whom. */
@Component({
  selector: 'j-moves-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Moment,
    StateChip,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ 'enrolment.history.heading' | transloco: { name: data.name } }}</h2>
    <mat-dialog-content>
      @if (moves.problem(); as words) {
        <p class="muted">{{ words }}</p>
      }
      <ol>
        @for (move of moves.value() ?? []; track move.id) {
          <li>
            <j-chip [tone]="looks[move.to].tone" [icon]="looks[move.to].icon">{{
              labels[move.to][locale()]
            }}</j-chip>
            <span class="sub"
              >{{ move.at | moment: data.zone }} · {{ authorKey(move) | transloco: { name: move.by } }}
              @if (move.onBehalfOf) {
                , {{ 'enrolment.history.behalf' | transloco: { name: move.onBehalfOf } }}
              }
            </span>
            @if (whyOf(move); as why) {
              <span>{{ why }}</span>
            }
          </li>
        }
      </ol>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton [mat-dialog-close]="null">{{ 'enrolment.close' | transloco }}</button>
    </mat-dialog-actions>`,
  styles:
    'ol { display: grid; gap: var(--s4); margin: 0; padding: 0; list-style: none; } li { display: grid; gap: var(--s1); justify-items: start; }',
})
export class MovesDialog {
  protected readonly data = inject<MovesOf>(MAT_DIALOG_DATA);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly moves = loaded(inject(EnrolmentApi).moves(() => this.data.enrolmentId));
  protected readonly labels = enrolmentStateLabels;
  protected readonly looks = enrolmentStateLooks;

  protected authorKey({ by }: MoveLine): string {
    return by === null ? 'enrolment.history.system' : 'enrolment.history.by';
  }

  protected whyOf({ code, reason }: MoveLine): string {
    return [code === null ? null : moveReasonLabels[code][this.locale()], reason]
      .filter((part) => part !== null)
      .join(': ');
  }
}
