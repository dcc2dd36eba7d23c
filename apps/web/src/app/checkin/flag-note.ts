import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { CheckInApi } from './checkin-api';

/** What the participant has to say about a check-in that somebody will look at. */
@Component({
  selector: 'j-flag-note',
  imports: [Banner, Card, MatButton, TranslocoPipe],
  template: `<j-card [heading]="'checkin.note.heading' | transloco">
    @if (sent()) {
      <p role="status">{{ 'checkin.note.sent' | transloco }}</p>
    } @else {
      <label
        >{{ 'checkin.note.label' | transloco }}
        <textarea class="control" rows="3" maxlength="500" #note></textarea>
      </label>
      @if (problem(); as text) {
        <j-banner tone="bad">{{ text }}</j-banner>
      }
      <button matButton="outlined" (click)="send(note.value)">{{ 'checkin.note.send' | transloco }}</button>
    }
  </j-card>`,
  styles: `
    label {
      display: grid;
      gap: var(--s2);
      margin-bottom: var(--s3);
      font-weight: 600;
    }
  `,
})
export class FlagNote {
  readonly checkInId = input.required<string>();

  private readonly api = inject(CheckInApi);
  private readonly words = inject(ProblemText);
  protected readonly sent = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async send(note: string): Promise<void> {
    try {
      await this.api.explain(this.checkInId(), note);
      this.sent.set(true);
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }
}
