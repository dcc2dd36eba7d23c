import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe, TranslocoService, provideTranslocoScope } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Card } from '../ui/card';
import { ReminderApi } from './reminder-api';

/** Days before the first session and before deadlines on which people of the cohort are reminded. */
@Component({
  selector: 'j-reminder-card',
  imports: [Card, MatButton, TranslocoPipe],
  providers: [provideTranslocoScope('reminder')],
  template: `<j-card [heading]="'reminder.heading' | transloco" [note]="'reminder.note' | transloco">
    @if (reminders()) {
      <fieldset>
        <legend class="vh">{{ 'reminder.heading' | transloco }}</legend>
        @for (day of choices; track day) {
          <label
            ><input type="checkbox" [checked]="days().has(day)" (change)="toggle(day)" />{{
              'reminder.days' | transloco: { count: day }
            }}</label
          >
        }
        <button
          matButton="outlined"
          class="sm"
          disabledInteractive
          [disabled]="!isChanged() || busy()"
          (click)="save()"
        >
          {{ 'reminder.save' | transloco }}
        </button>
      </fieldset>
    }
  </j-card>`,
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2) var(--s5);
      align-items: center;
      margin: 0;
      padding: 0;
      border: 0;
    }

    label {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-height: 44px;
    }
  `,
})
export class ReminderCard {
  private readonly api = inject(ReminderApi);
  private readonly cohort = inject(CohortStore);
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  private readonly resource = this.api.days(this.cohort.id);
  protected readonly reminders = loaded(this.resource).value;
  protected readonly choices = [14, 7, 3, 2, 1] as const;
  protected readonly days = linkedSignal<ReadonlySet<number>>(() => new Set(this.reminders()?.days));
  protected readonly isChanged = computed(
    () => [...this.days()].sort().join() !== [...(this.reminders()?.days ?? [])].sort().join(),
  );
  protected readonly busy = signal(false);

  protected toggle(day: number): void {
    this.days.update(
      (days) => new Set(days.has(day) ? [...days].filter((one) => one !== day) : [...days, day]),
    );
  }

  protected async save(): Promise<void> {
    this.busy.set(true);
    try {
      const version = this.reminders()?.version ?? 0;
      this.resource.set(await this.api.setDays(this.cohort.id(), { version, days: [...this.days()] }));
      this.notices.show(this.transloco.translate('reminder.saved'), 'ok');
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
    } finally {
      this.busy.set(false);
    }
  }
}
