import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AgendaSession } from '@jenjang/shared/agenda';
import { TranslocoPipe, provideTranslocoScope } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { AgendaApi } from './agenda-api';
import { CohortProgress } from './cohort-progress';
import { SessionCard } from './session-card';

/** What a participant sees first: the one next thing to do, then how far each cohort is. */
@Component({
  selector: 'j-participant-home',
  imports: [
    Banner,
    Card,
    CohortProgress,
    EmptyState,
    Icon,
    MatButton,
    RouterLink,
    SessionCard,
    TranslocoPipe,
  ],
  providers: [provideTranslocoScope('agenda')],
  templateUrl: './participant-home.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(360px, 100%), 1fr));
      gap: var(--s4);
      align-items: start;
    }
    h2 {
      margin: var(--s2) 0 var(--s3);
      font-size: var(--t-xl);
    }
    .over {
      margin: 0;
      font-size: var(--t-s);
      font-weight: 600;
      color: var(--muted);
    }
    p {
      margin: 0 0 var(--s4);
    }
    .main {
      margin-top: 20px;
    }
    .wide {
      grid-column: 1 / -1;
    }
  `,
})
export class ParticipantHome {
  protected readonly resource = inject(AgendaApi).home();
  private readonly found = loaded(this.resource);
  protected readonly home = this.found.value;
  protected readonly problem = this.found.problem;
  /** Other sessions of today; two at the same time are both shown. */
  protected readonly others = computed<readonly AgendaSession[]>(() => {
    const home = this.home();
    if (home === null) return [];
    const { next } = home;
    const shown = next.kind === 'session' ? next.session.sessionId : null;
    return home.today.filter(({ sessionId }) => sessionId !== shown);
  });
}
