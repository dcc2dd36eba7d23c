import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { certificateStateLabels } from '@jenjang/shared/certificate';
import type { MeritRecord } from '@jenjang/shared/merit';
import { formatNumber } from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { certificateLooks } from '../certificate';
import { LocaleService } from '../platform/locale';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { Bar } from '../ui/bar';
import { Day, Figure, LessonHours, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import { MeritApi } from './merit-api';
import { yearlyTarget } from './merit.rules';

/** Whom the panel is about, and how to narrow the list to them. */
export interface PersonPanelData {
  readonly record: MeritRecord;
  readonly narrow: () => void;
}

/** One person at the right edge: JP per year against the yearly target, and the certificates they come from. */
@Component({
  selector: 'j-person-panel',
  imports: [
    Banner,
    Bar,
    Day,
    Figure,
    Icon,
    LessonHours,
    MatButton,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    NipPipe,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './person-panel.html',
  styleUrl: './person-panel.css',
})
export class PersonPanel {
  private readonly api = inject(MeritApi);
  private readonly dialog = inject<MatDialogRef<PersonPanel>>(MatDialogRef);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(LocaleService).locale;
  private readonly data = inject<PersonPanelData>(MAT_DIALOG_DATA);
  protected readonly person = this.data.record;
  private readonly hours = loaded(this.api.lessonHours(this.person.personId));
  private readonly records = loaded(
    this.api.records(() => ({ personId: this.person.personId, sort: '-issued', page: '1', size: '100' })),
  );
  protected readonly looks = certificateLooks;
  protected readonly problem = computed(() => this.hours.problem() ?? this.records.problem());
  /** The law names a yearly target for PNS only. */
  protected readonly target = this.person.employmentKind === 'PNS' ? yearlyTarget : null;
  protected readonly years = computed(() => {
    const years = this.hours.value() ?? [];
    const most = Math.max(yearlyTarget * 1.5, ...years.map(({ lessonHours }) => lessonHours));
    return years.map((year) => ({
      ...year,
      most,
      isBelow: this.target !== null && year.lessonHours < this.target,
      label: this.transloco.translate('merit.person.bar', {
        year: year.year,
        lessonHours: formatNumber(year.lessonHours, this.locale()),
        target: yearlyTarget,
      }),
    }));
  });
  protected readonly isLoaded = computed(() => this.hours.value() !== null);
  protected readonly certificates = computed(() => this.records.value()?.rows ?? []);

  protected stateWord(state: MeritRecord['state']): string {
    return certificateStateLabels[state][this.locale()];
  }

  protected narrow(): void {
    this.dialog.close();
    this.data.narrow();
  }
}
