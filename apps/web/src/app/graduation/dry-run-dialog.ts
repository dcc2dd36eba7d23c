import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type Verdict, wordOutcome } from '@jenjang/shared/graduation';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { NipPipe, Percent } from '../ui/format-pipes';
import { StateChip } from '../ui/state-chip';
import { GraduationApi } from './graduation-api';
import { verdictLooks } from './graduation.looks';

const verdicts: readonly Verdict[] = ['graduated', 'attended', 'open', 'failed'];

/** Tries another attendance threshold: who would change, by name. Nothing is stored. */
@Component({
  selector: 'j-dry-run-dialog',
  imports: [
    Banner,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    NipPipe,
    Percent,
    StateChip,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ 'graduation.dryRun.heading' | transloco }}</h2>
    <mat-dialog-content>
      <p class="muted">{{ 'graduation.dryRun.text' | transloco }}</p>
      <label for="dry-run"
        >{{ 'graduation.dryRun.threshold' | transloco }}
        <output for="dry-run">{{ percent() | percent }}</output></label
      >
      <input
        #slider
        id="dry-run"
        type="range"
        min="0"
        max="100"
        step="1"
        [value]="percent()"
        (input)="percent.set(+slider.value)"
        (change)="asked.set(+slider.value)"
      />
      <p class="sub">{{ 'graduation.dryRun.now' | transloco: { percent: (data.percent | percent) } }}</p>
      @if (problem(); as text) {
        <j-banner tone="bad">{{ text }}</j-banner>
      }
      @if (run(); as run) {
        <table>
          <caption class="vh">
            {{
              'graduation.dryRun.heading' | transloco
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col"></th>
              <th scope="col">{{ 'graduation.dryRun.before' | transloco }}</th>
              <th scope="col">{{ 'graduation.dryRun.after' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (verdict of shown(); track verdict) {
              <tr>
                <th scope="row">{{ word(verdict) }}</th>
                <td>{{ run.before[verdict] }}</td>
                <td [class.moved]="run.before[verdict] !== run.after[verdict]">{{ run.after[verdict] }}</td>
              </tr>
            }
          </tbody>
        </table>
        <p role="status">
          <b>{{ 'graduation.dryRun.changes' | transloco: { count: run.changes.length } }}</b>
        </p>
        <ul>
          @for (change of run.changes; track change.enrolmentId) {
            <li>
              <span
                ><b>{{ change.name }}</b
                ><span class="sub"
                  >{{ change.nip | nip }} · {{ change.attendancePercent | percent }}</span
                ></span
              >
              <span class="move"
                ><j-chip [tone]="looks[change.before].tone">{{ word(change.before) }}</j-chip> →
                <j-chip [preview]="true" [tone]="looks[change.after].tone">{{
                  word(change.after)
                }}</j-chip></span
              >
            </li>
          }
        </ul>
      }
    </mat-dialog-content>
    <mat-dialog-actions
      ><button matButton="filled" [mat-dialog-close]="null">
        {{ 'graduation.dryRun.close' | transloco }}
      </button></mat-dialog-actions
    >`,
  styles: `
    label {
      display: flex;
      justify-content: space-between;
      font-weight: 600;
      color: var(--ink);
    }
    input {
      width: 100%;
      height: 44px;
      accent-color: var(--primary);
    }
    table {
      width: 100%;
      margin-top: var(--s3);
      border-collapse: collapse;
      font-size: var(--t-s);
    }
    th,
    td {
      padding: 8px 0;
      border-bottom: 1px solid var(--line);
      text-align: right;
    }
    th:first-child {
      text-align: left;
      font-weight: 400;
    }
    .moved {
      font-weight: 700;
      color: var(--ink);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: var(--t-s);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: var(--s2);
      padding: var(--s2) 0;
      border-top: 1px solid var(--line);
    }
    .move {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
    mat-dialog-actions {
      justify-content: flex-end;
      padding: var(--s2) var(--s5) var(--s5);
    }
  `,
})
export class DryRunDialog {
  protected readonly data = inject<{ readonly cohortId: string; readonly percent: number | null }>(
    MAT_DIALOG_DATA,
  );
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  /** As the slider stands, and as it was left: asked for once it rests. */
  protected readonly percent = signal(this.data.percent ?? 80);
  protected readonly asked = signal(this.data.percent ?? 80);
  private readonly found = loaded(inject(GraduationApi).dryRun(() => this.data.cohortId, this.asked));
  protected readonly run = this.found.value;
  protected readonly problem = this.found.problem;
  protected readonly looks = verdictLooks;
  protected readonly shown = computed(() =>
    verdicts.filter((verdict) => (this.run()?.before[verdict] ?? 0) + (this.run()?.after[verdict] ?? 0) > 0),
  );

  protected word(verdict: Verdict): string {
    return verdict === 'open'
      ? this.transloco.translate('graduation.open')
      : wordOutcome(verdict, this.locale());
  }
}
