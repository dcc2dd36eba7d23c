import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { admissionRouteLabels } from '@jenjang/shared/admission';
import { wordAuthor } from '@jenjang/shared/delegation';
import { type EnrolmentState, enrolmentStateLabels, enrolmentStates } from '@jenjang/shared/enrolment';
import { type NominationRow, type OpenCohort, wordWindow } from '@jenjang/shared/nomination';
import { localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { DeputyNote } from '../delegation';
import { enrolmentStateLooks } from '../enrolment';
import { loaded, loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Day, DayRange, Figure } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Pager } from '../ui/pager';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import { NominationApi } from './nomination-api';

/** Where people may be sent, with the seats left, and the letters sent so far. */
@Component({
  selector: 'j-nominations-page',
  imports: [
    Banner,
    Card,
    Day,
    DayRange,
    DeputyNote,
    EmptyState,
    Figure,
    Icon,
    MatButton,
    PageHeader,
    Pager,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './nominations-page.html',
  styleUrl: './nominations-page.css',
})
export class NominationsPage {
  private readonly api = inject(NominationApi);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly table = new UrlTableState([], {});
  protected readonly cohortsResource = this.api.open();
  protected readonly lettersResource = this.api.letters(() => this.table.query());
  protected readonly cohorts = loaded(this.cohortsResource);
  protected readonly letters = loadedPage(this.lettersResource);
  protected readonly routes = admissionRouteLabels;
  protected readonly problem = computed(() => this.cohorts.problem() ?? this.letters.problem());

  protected deadline(cohort: OpenCohort): string {
    return wordWindow(cohort.window, cohort, this.locale());
  }

  protected author({ authorName, onBehalfOfName }: NominationRow): string {
    return wordAuthor(authorName, onBehalfOfName, this.locale());
  }

  protected sentOn({ submittedAt, zone }: NominationRow): string {
    return localDate(submittedAt, zone);
  }

  /** How many stand where, in the order in which people move. */
  protected standings({ states }: NominationRow) {
    return enrolmentStates.flatMap((state: EnrolmentState) => {
      const count = states[state] ?? 0;
      const words = `${String(count)} ${enrolmentStateLabels[state][this.locale()].toLowerCase()}`;
      return count === 0 ? [] : [{ state, words, ...enrolmentStateLooks[state] }];
    });
  }

  protected reload(): void {
    this.cohortsResource.reload();
    this.lettersResource.reload();
  }
}
