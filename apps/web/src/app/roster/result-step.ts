import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { RosterView } from '@jenjang/shared/roster';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { AppProblem } from '../platform/problem';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { Figure, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { RosterApi } from './roster-api';

/** The last step: what was written, what was not, and the way back within a day. */
@Component({
  selector: 'j-result-step',
  imports: [Banner, Card, Figure, Icon, MatButton, Moment, RouterLink, TranslocoPipe],
  template: `@if (problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    }
    @if (run().state === 'undone') {
      <j-banner tone="info" [heading]="'roster.undone' | transloco">{{
        'roster.undoneText' | transloco
      }}</j-banner>
    } @else if (run().counts; as counts) {
      <j-card
        [lead]="true"
        [heading]="'roster.done' | transloco: { count: (counts.new + counts.updated | figure) }"
      >
        <ul>
          <li><j-icon name="check" />{{ 'roster.doneNew' | transloco: { count: (counts.new | figure) } }}</li>
          <li>
            <j-icon name="check" />{{
              'roster.doneUpdated' | transloco: { count: (counts.updated | figure) }
            }}
          </li>
          @if (counts.unchanged > 0) {
            <li>
              <j-icon name="minus" />{{
                'roster.doneUnchanged' | transloco: { count: (counts.unchanged | figure) }
              }}
            </li>
          }
          @if (counts.rejected > 0) {
            <li class="bad">
              <j-icon name="alert" />{{
                'roster.doneRejected' | transloco: { count: (counts.rejected | figure) }
              }}
            </li>
          }
        </ul>
        @if (counts.rejected > 0) {
          <p>{{ 'roster.rejectedText' | transloco }}</p>
          <p class="row wrap">
            <a matButton="outlined" [href]="'/api/v1/imports/' + run().id + '/rejected.xlsx'" download
              ><j-icon name="download" />{{ 'roster.getXlsx' | transloco }}</a
            >
            <a matButton [href]="'/api/v1/imports/' + run().id + '/rejected.csv'" download>{{
              'roster.getCsv' | transloco
            }}</a>
          </p>
        }
      </j-card>
      @if (run().undoUntil; as until) {
        <j-card [heading]="'roster.undo' | transloco">
          <p class="small">{{ 'roster.undoText' | transloco: { until: (until | moment: zone) } }}</p>
          <button
            matButton="outlined"
            class="danger"
            disabledInteractive
            [disabled]="isBusy()"
            (click)="undo()"
          >
            <j-icon name="undo" />{{ 'roster.undoAct' | transloco }}
          </button>
        </j-card>
      }
    }
    <p class="row wrap">
      <a matButton="filled" [routerLink]="back()">{{ 'roster.see.' + run().kind | transloco }}</a>
      <button matButton (click)="again.emit()">{{ 'roster.again' | transloco }}</button>
    </p>`,
  styles: `
    :host {
      display: contents;
    }
    ul {
      display: grid;
      gap: var(--s2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--s2);
    }
    li j-icon {
      color: var(--ok);
    }
    .bad j-icon {
      color: var(--bad);
    }
    p {
      margin: var(--s3) 0;
    }
  `,
})
export class ResultStep {
  readonly run = input.required<RosterView>();
  /** Where the records are. */
  readonly back = input.required<string>();
  readonly undone = output<RosterView>();
  readonly again = output();

  private readonly api = inject(RosterApi);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly problemText = inject(ProblemText);
  protected readonly zone = deviceZone();
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);

  /** Takes everything back; when some rows have changed since, asks whether to take back the rest. */
  protected async undo(mode: 'all' | 'unchanged' = 'all'): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.undone.emit(await this.api.undo(this.run().id, mode));
    } catch (error) {
      if (
        error instanceof AppProblem &&
        error.code === 'roster.changedSince' &&
        (await this.agreesToRest(error))
      )
        await this.undo('unchanged');
      else this.problem.set(this.problemText.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private async agreesToRest(error: AppProblem): Promise<boolean> {
    const words = (key: string): string => this.transloco.translate(`roster.${key}`);
    const answer = await this.confirm.ask({
      heading: words('restHeading'),
      text: this.problemText.of(error),
      action: words('restAct'),
      danger: true,
    });
    return answer !== null;
  }
}
