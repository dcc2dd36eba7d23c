import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { type HolidayRow, holidayKindLabels } from '@jenjang/shared/calendar';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Day } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { CalendarApi } from './calendar-api';
import type { HolidayDialogData } from './holiday-dialog';

/** Holidays of a year, where each comes from, and those of one's own agency to edit. */
@Component({
  selector: 'j-holiday-page',
  imports: [Banner, Card, Day, EmptyState, Icon, MatButton, PageHeader, StateChip, TranslocoPipe],
  template: `<j-page-header [heading]="'calendar.holiday.title' | transloco">
      <span headerActions class="row">
        @if (mayAdd()) {
          <button matButton="filled" class="sm" (click)="edit(null)">
            <j-icon name="plus" [size]="16" />{{ 'calendar.holiday.add' | transloco }}
          </button>
        }
      </span>
    </j-page-header>
    <div class="row">
      <button
        type="button"
        class="icon-button"
        [attr.aria-label]="'calendar.holiday.previous' | transloco"
        (click)="year.set(year() - 1)"
      >
        <j-icon class="flipped" name="right" />
      </button>
      <h2 aria-live="polite">{{ year() }}</h2>
      <button
        type="button"
        class="icon-button"
        [attr.aria-label]="'calendar.holiday.next' | transloco"
        (click)="year.set(year() + 1)"
      >
        <j-icon name="right" />
      </button>
    </div>
    @if (found.problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    }
    @if (unverified() > 0) {
      <j-banner tone="warn">{{
        'calendar.holiday.unverifiedCount' | transloco: { count: unverified() }
      }}</j-banner>
    }
    <j-card [flush]="true">
      <ul>
        @for (row of found.value() ?? []; track row.id) {
          <li>
            <span class="date">{{ row.fallsOn | day: 'weekday' }}</span>
            <span
              ><b>{{ row.name }}</b
              ><span class="sub">{{ row.source }}</span></span
            >
            <span class="row wrap">
              <j-chip [tone]="row.kind === 'national' ? 'info' : 'neutral'"
                >{{ kinds[row.kind][locale()] }}{{ row.agencyName ? ' · ' + row.agencyName : '' }}</j-chip
              >
              @if (!row.verified) {
                <j-chip tone="warn" icon="alert">{{ 'calendar.holiday.unverified' | transloco }}</j-chip>
              }
              @if (row.editable) {
                <button matButton="outlined" class="sm" (click)="edit(row)">
                  {{ 'calendar.holiday.edit' | transloco }}<span class="vh"> {{ row.name }}</span>
                </button>
                <button
                  type="button"
                  class="icon-button"
                  [attr.aria-label]="'calendar.holiday.remove' | transloco: { name: row.name }"
                  (click)="remove(row)"
                >
                  <j-icon name="trash" />
                </button>
              }
            </span>
          </li>
        } @empty {
          <li><j-empty-state icon="calendar" [heading]="'calendar.holiday.none' | transloco" /></li>
        }
      </ul>
    </j-card>`,
  styles: `
    .flipped {
      transform: rotate(180deg);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 220px minmax(0, 1fr) auto;
      gap: var(--s1) var(--s4);
      align-items: center;
      padding: var(--s3) var(--s4);
      border-top: 1px solid var(--line);
    }
    li:first-child {
      border-top: 0;
    }
    li j-empty-state {
      grid-column: 1 / -1;
    }
    @media (max-width: 800px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class HolidayPage {
  private readonly api = inject(CalendarApi);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly store = inject(SignInStore);
  private readonly words = wordsOf('calendar');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly kinds = holidayKindLabels;
  protected readonly year = signal(new Date().getFullYear());
  private readonly resource = this.api.holidays(this.year);
  protected readonly found = loaded(this.resource);
  protected readonly unverified = computed(
    () => (this.found.value() ?? []).filter(({ verified }) => !verified).length,
  );
  protected readonly mayAdd = computed(() => this.store.may('cohort.manage'));

  protected async edit(row: HolidayRow | null): Promise<void> {
    const { HolidayDialog } = await import('./holiday-dialog');
    const opened = this.dialog.open<unknown, HolidayDialogData, boolean>(HolidayDialog, {
      data: { row, year: this.year() },
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.resource.reload();
  }

  protected async remove({ id, name }: HolidayRow): Promise<void> {
    const confirmed = await this.confirm.ask({
      heading: this.words('calendar.holiday.removeHeading', { name }),
      action: this.words('calendar.holiday.removeAction'),
      danger: true,
    });
    if (confirmed === null) return;
    await this.api
      .removeHoliday(id)
      .catch((error: unknown) => this.notices.show(this.problems.of(error), 'bad'));
    this.resource.reload();
  }
}
