import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type LockReason, activityStateLabels, wordLock } from '@jenjang/shared/learning';
import { activityKindLabels } from '@jenjang/shared/programme';
import { TranslocoPipe } from '@jsverse/transloco';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Bar } from '../ui/bar';
import { Card } from '../ui/card';
import { Figure, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { LearningApi } from './learning-api';
import { activityKindIcons, activityStateLooks } from './learning.looks';
import { wordsOf } from '../platform/words';

/** The modules of one cohort in their order: what is done, what is open, and what a locked one waits for. */
@Component({
  selector: 'j-module-list-page',
  imports: [
    Banner,
    Bar,
    Card,
    Figure,
    Icon,
    LessonHours,
    MatButton,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './module-list-page.html',
  styleUrl: './module-list-page.css',
})
export class ModuleListPage {
  /** From the URL. */
  readonly enrolmentId = input.required<string>();

  private readonly words = wordsOf('learning');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly resource = inject(LearningApi).tree(this.enrolmentId);
  protected readonly tree = loaded(this.resource);
  protected readonly looks = activityStateLooks;
  protected readonly states = activityStateLabels;
  protected readonly icons = activityKindIcons;
  protected readonly kinds = activityKindLabels;
  protected readonly crumbs = computed(() => {
    return [{ label: this.words('learning.title'), link: '/belajar' }];
  });

  protected reason(lock: LockReason): string {
    return wordLock(lock, this.locale());
  }
}
