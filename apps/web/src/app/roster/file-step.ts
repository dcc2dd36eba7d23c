import { Component, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { AgencyChoice } from '../agency';
import { Card } from '../ui/card';
import { FileDrop } from '../ui/file-drop';
import { Icon } from '../ui/icon';
import type { RosterTarget } from './roster-api';

/** The first step: a file, or the template for one. */
@Component({
  selector: 'j-file-step',
  imports: [AgencyChoice, Card, FileDrop, Icon, MatButton, TranslocoPipe],
  template: `<div class="columns">
    <j-card>
      <div class="stack tight">
        @if (target().cohortId === null) {
          <j-agency-choice [agencyId]="target().agencyId" (chosen)="agencyChosen.emit($event)" />
        }
        @if (busy()) {
          <p role="status" class="reading">
            <b>{{ 'roster.reading' | transloco: { name: name() } }}</b>
          </p>
        } @else if (target().agencyId !== '') {
          <j-file-drop
            [label]="'roster.drop' | transloco"
            [hint]="'roster.dropHint' | transloco"
            accept=".xlsx,.csv,.txt"
            [maxMegabytes]="20"
            (chosen)="take($event)"
          />
        }
        <p class="muted small">{{ 'roster.nothingYet' | transloco }}</p>
      </div>
    </j-card>
    <aside class="stack">
      <j-card [heading]="'roster.template' | transloco">
        <p class="small">{{ 'roster.templateText' | transloco }}</p>
        <a
          matButton="outlined"
          class="block"
          [href]="'/api/v1/imports/template?kind=' + target().kind"
          download
          ><j-icon name="download" />{{ 'roster.templateGet' | transloco }}</a
        >
      </j-card>
      <j-card [heading]="'roster.tips' | transloco">
        <ul class="small">
          @for (tip of tips; track tip) {
            <li>{{ 'roster.tip.' + tip | transloco }}</li>
          }
        </ul>
      </j-card>
    </aside>
  </div>`,
  styles: `
    p {
      margin: 0;
    }
    j-card p + a {
      margin-top: var(--s3);
    }
    ul {
      display: grid;
      gap: var(--s2);
      margin: 0;
      padding-left: var(--s4);
    }
    .reading {
      display: grid;
      place-items: center;
      min-height: 132px;
      border: 1.5px dashed var(--control);
      border-radius: var(--radius-l);
    }
  `,
})
export class FileStep {
  readonly target = input.required<RosterTarget>();
  readonly busy = input(false);
  readonly chosen = output<File>();
  readonly agencyChosen = output<string>();
  readonly left = output();

  protected readonly name = signal('');
  protected readonly tips = ['text', 'any', 'blank'] as const;

  protected take(file: File): void {
    this.name.set(file.name);
    this.chosen.emit(file);
  }
}
