import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { parseCode } from '@jenjang/shared/checkin';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Clock } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { CheckInApi } from './checkin-api';
import { CodeScanner } from './code-scanner';

/** One's sessions that take check-ins now or soon; a scanned code opens the right one. */
@Component({
  selector: 'j-own-check-ins-page',
  imports: [
    Banner,
    Card,
    Clock,
    CodeScanner,
    EmptyState,
    Icon,
    MatButton,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './own-check-ins-page.html',
})
export class OwnCheckInsPage {
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly resource = inject(CheckInApi).own();
  private readonly found = loaded(this.resource);
  protected readonly problem = this.found.problem;
  protected readonly sessions = this.found.value;
  protected readonly anyOpen = computed(
    () => this.sessions()?.some(({ state }) => state === 'open' || state === 'out') ?? false,
  );

  protected async follow(text: string): Promise<void> {
    const code = parseCode(text);
    if (code?.kind !== 'token' || code.sessionId === null) {
      this.notices.show(this.transloco.translate('checkin.own.notACode'), 'bad');
      return;
    }
    await this.router.navigate(['/hadir', code.sessionId], {
      queryParams: { k: new URL(text.trim()).searchParams.get('k') },
    });
  }
}
