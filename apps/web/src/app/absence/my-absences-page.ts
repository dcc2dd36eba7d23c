import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AbsenceRequestView } from '@jenjang/shared/absence';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { AbsenceApi } from './absence-api';
import { RequestCard } from './request-card';

/** "Izin saya": what one asked for and what became of it. */
@Component({
  selector: 'j-my-absences-page',
  imports: [Banner, Card, EmptyState, Icon, MatButton, PageHeader, RequestCard, RouterLink, TranslocoPipe],
  template: `<j-page-header
      [heading]="'absence.title' | transloco"
      [crumbs]="[{ label: ('absence.back' | transloco), link: '/jadwal' }]"
    >
      <a headerActions matButton="filled" class="sm" routerLink="baru"
        ><j-icon name="plus" [size]="16" />{{ 'absence.ask.open' | transloco }}</a
      >
    </j-page-header>
    <div class="stack narrow">
      @if (found.problem(); as words) {
        <j-banner tone="bad" [heading]="'ui.table.notLoaded' | transloco">
          {{ words }}
          <button matButton="outlined" class="sm" bannerAction (click)="resource.reload()">
            {{ 'ui.table.retry' | transloco }}
          </button>
        </j-banner>
      } @else if (found.value() === null) {
        <p class="muted" role="status">{{ 'absence.loading' | transloco }}</p>
      } @else {
        @for (request of found.value(); track request.id) {
          <j-card [heading]="request.cohortName">
            <j-request-card [request]="request" />
            @if (request.state === 'open') {
              <p>
                <button matButton="outlined" class="sm" (click)="withdraw(request)">
                  {{ 'absence.withdraw.action' | transloco }}
                </button>
              </p>
            }
          </j-card>
        } @empty {
          <j-card>
            <j-empty-state
              icon="calendar"
              [heading]="'absence.none' | transloco"
              [text]="'absence.noneText' | transloco"
            />
          </j-card>
        }
      }
    </div>`,
  styles: `
    .narrow {
      width: min(640px, 100%);
      margin-inline: auto;
    }
  `,
})
export class MyAbsencesPage {
  private readonly api = inject(AbsenceApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('absence');
  protected readonly resource = this.api.own();
  protected readonly found = loaded(this.resource);

  protected async withdraw({ id }: AbsenceRequestView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: this.words('absence.withdraw.heading'),
      text: this.words('absence.withdraw.text'),
      action: this.words('absence.withdraw.action'),
    });
    if (answer === null) return;
    try {
      await this.api.withdraw(id);
      this.notices.show(this.words('absence.withdraw.done'), 'ok');
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    }
    this.resource.reload();
  }
}
