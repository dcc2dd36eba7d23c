import { Component, type Type, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import {
  dutyStatusLabels,
  employmentKindLabels,
  genderLabels,
  nameWithTitles,
  nipToVerifyLabel,
  nipWarningLabels,
  positionKindLabels,
  rankPrinted,
  type PersonDetail,
} from '@jenjang/shared/person';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { RecordHistory } from '../audit';
import { LeaveSection } from '../nomination';
import { deviceZone } from '../platform/device-zone';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Day, LessonHours, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { type Meta, PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { PersonApi } from './person-api';
import { accountLooks, certificateLooks } from './person.looks';

/** One person: who they are, where they worked and work, what they learnt. */
@Component({
  selector: 'j-person-page',
  imports: [
    Banner,
    Card,
    Day,
    EmptyState,
    Icon,
    LeaveSection,
    LessonHours,
    MatButton,
    NipPipe,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './person-page.html',
  styleUrl: './person-page.css',
})
export class PersonPage {
  /** From the address. */
  readonly personId = input.required<string>();

  private readonly dialog = inject(MatDialog);
  private readonly history = inject(RecordHistory);
  protected readonly store = inject(SignInStore);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly resource = inject(PersonApi).person(() => this.personId());
  protected readonly person = loaded(this.resource);
  protected readonly labels = {
    kind: employmentKindLabels,
    position: positionKindLabels,
    duty: dutyStatusLabels,
    gender: genderLabels,
    warning: nipWarningLabels,
    toVerify: nipToVerifyLabel,
  };
  protected readonly accountLooks = accountLooks;
  protected readonly certificateLooks = certificateLooks;
  protected readonly rank = rankPrinted;
  protected readonly name = computed(() => {
    const person = this.person.value();
    return person === null ? '' : nameWithTitles(person);
  });
  protected readonly current = computed(
    () => this.person.value()?.employments.find(({ validTo }) => validTo === null) ?? null,
  );
  protected readonly meta = computed<readonly Meta[]>(() => {
    const current = this.current();
    return current === null
      ? []
      : [
          {
            icon: 'briefcase',
            text: current.positionName || positionKindLabels[current.positionKind][this.locale()],
          },
          { icon: 'building', text: current.unitName },
        ];
  });
  protected readonly mayChange = computed(
    () => this.person.value()?.allowedOperations.includes('change') === true,
  );

  protected async edit(person: PersonDetail): Promise<void> {
    await this.openDialog((await import('./edit-person-dialog')).EditPersonDialog, person);
  }

  protected async employ(person: PersonDetail): Promise<void> {
    await this.openDialog((await import('./employment-dialog')).EmploymentDialog, person);
  }

  protected showHistory(person: PersonDetail): void {
    this.history.show({ kind: 'person', id: person.id, name: this.name(), zone: deviceZone() });
  }

  private async openDialog(dialog: Type<unknown>, data: PersonDetail): Promise<void> {
    const opened = this.dialog.open<unknown, PersonDetail, boolean>(dialog, {
      data,
      width: '720px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.resource.reload();
  }
}
