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
import { treeOrder } from '@jenjang/shared/agency';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Figure } from '../ui/format-pipes';
import { AgencyApi } from './agency-api';
import type { UnitAsked } from './unit-dialog';

/** Moves a unit below another, after showing what that does. Closes with true when it was moved. */
@Component({
  selector: 'j-move-unit-dialog',
  imports: [
    Banner,
    Figure,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoPipe,
  ],
  template: `<h2 mat-dialog-title>{{ 'agency.moveTitle' | transloco: { name: asked.unit.name } }}</h2>
    <mat-dialog-content>
      <div class="body">
        <div>
          <label for="move-parent"
            ><b>{{ 'agency.newParent' | transloco }}</b></label
          >
          <select #parent id="move-parent" class="control" (change)="parentId.set(parent.value)">
            <option value="">{{ 'agency.choose' | transloco }}</option>
            @for (item of choices(); track item.unit.id) {
              <option [value]="item.unit.id">{{ indent(item.depth) + item.unit.name }}</option>
            }
          </select>
        </div>
        @if (effects.problem() ?? problem(); as words) {
          <j-banner tone="bad">{{ words }}</j-banner>
        } @else if (effects.value(); as told) {
          @if (told.refusal; as code) {
            <j-banner tone="bad">{{ 'agency.refusal.' + code.slice(5) | transloco }}</j-banner>
          } @else {
            <p class="path">
              <span class="muted">{{ told.from.join(' › ') }}</span><br />→ <b>{{ told.to.join(' › ') }}</b>
            </p>
            <ul class="effects">
              <li>{{ 'agency.effect.units' | transloco: { count: (told.units | figure) } }}</li>
              <li>{{ 'agency.effect.people' | transloco: { count: (told.people | figure) } }}</li>
              @if (told.peopleChangingOpd > 0) {
                <li>{{ 'agency.effect.opd' | transloco: { count: (told.peopleChangingOpd | figure) } }}</li>
              }
              @if (told.grants > 0) {
                <li>{{ 'agency.effect.grants' | transloco: { count: (told.grants | figure) } }}</li>
              }
            </ul>
            <p class="muted small">{{ 'agency.effect.past' | transloco }}</p>
          }
        }
      </div>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton [mat-dialog-close]="false">{{ 'agency.cancel' | transloco }}</button>
      <button matButton="filled" disabledInteractive [disabled]="!mayMove()" (click)="move()">
        {{ 'agency.move' | transloco }}
      </button>
    </mat-dialog-actions>`,
  styleUrl: './unit-dialog.css',
})
export class MoveUnitDialog {
  protected readonly asked = inject<UnitAsked>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<MoveUnitDialog, boolean>>(MatDialogRef);
  private readonly api = inject(AgencyApi);
  private readonly words = inject(ProblemText);
  protected readonly parentId = signal('');
  protected readonly effects = loaded(this.api.moveEffects(this.asked.unit.id, this.parentId));
  protected readonly problem = signal<string | null>(null);
  private readonly isBusy = signal(false);
  /** Neither itself nor what is below it. */
  protected readonly choices = computed(() =>
    treeOrder(this.asked.units).filter(({ unit }) => !unit.path.startsWith(this.asked.unit.path)),
  );
  protected readonly mayMove = computed(
    () => !this.isBusy() && this.parentId() !== '' && this.effects.value()?.refusal === null,
  );

  protected indent(depth: number): string {
    return '\u2003'.repeat(depth);
  }

  protected async move(): Promise<void> {
    this.isBusy.set(true);
    try {
      await this.api.change(this.asked.unit.id, {
        version: this.asked.unit.version,
        parentId: this.parentId(),
      });
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
