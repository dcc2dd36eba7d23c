import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { diklatKindOf } from '@jenjang/shared/merit';
import { audienceLabels, curriculumStateLabels, diklatFormLabels } from '@jenjang/shared/programme';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsOf } from '../platform/words';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Figure, LessonHours, Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { deviceZone } from '../platform/device-zone';
import { ProgrammeApi } from './programme-api';
import { curriculumStateLooks } from './programme.looks';

/** One programme: what it says of itself, and the versions of what it teaches. */
@Component({
  selector: 'j-programme-page',
  imports: [
    Banner,
    Card,
    EmptyState,
    Figure,
    Icon,
    LessonHours,
    MatButton,
    Moment,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './programme-page.html',
  styleUrl: './programme-page.css',
})
export class ProgrammePage {
  /** From the URL. */
  readonly programmeId = input.required<string>();

  private readonly api = inject(ProgrammeApi);
  private readonly router = inject(Router);
  private readonly words = wordsOf('programme');
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly store = inject(SignInStore);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly resource = this.api.programme(this.programmeId);
  protected readonly programme = loaded(this.resource);
  protected readonly looks = curriculumStateLooks;
  protected readonly states = curriculumStateLabels;
  protected readonly audiences = audienceLabels;
  protected readonly forms = diklatFormLabels;
  protected readonly zone = deviceZone();

  protected readonly crumbs = computed(() => {
    return [{ label: this.words('programme.list.title'), link: '/program' }];
  });
  protected readonly kind = computed(() => diklatKindOf(this.programme.value()?.diklatKind ?? 0)?.name ?? '');
  protected readonly may = computed(() => new Set(this.programme.value()?.allowedOperations));
  /** Agencies for which the reader may make a programme of their own. */
  private readonly agencies = computed(() =>
    (this.store.me()?.grants ?? []).filter(({ scope }) => scope.kind === 'agency' && scope.agencyId !== null),
  );
  protected readonly mayAdopt = computed(
    () => this.may().has('adopt') && this.programme.value()?.agencyId === null && this.agencies().length > 0,
  );

  protected async draft(): Promise<void> {
    const programmeId = this.programmeId();
    await this.attempt(async () => {
      const { id } = await this.api.draft(programmeId);
      await this.router.navigate(['/program', programmeId, 'kurikulum', id]);
    });
  }

  protected async adopt(): Promise<void> {
    const [agency] = this.agencies();
    const agencyId = agency?.scope.agencyId;
    if (!agencyId) return;
    const asked = await this.confirm.ask({
      heading: this.words('programme.adopt.heading'),
      text: this.words('programme.adopt.text', { agency: agency.agencyName ?? '' }),
      action: this.words('programme.adopt.action'),
    });
    if (asked === null) return;
    await this.attempt(async () => {
      const { id } = await this.api.adopt({ templateId: this.programmeId(), agencyId });
      await this.router.navigate(['/program', id]);
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    }
  }
}
