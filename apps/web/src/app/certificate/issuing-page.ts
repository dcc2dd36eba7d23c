import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type CertificateState,
  type IssuanceRow,
  certificateStateLabels,
  issuanceRefusalLabels,
} from '@jenjang/shared/certificate';
import type { JobView } from '@jenjang/shared/job';
import { TranslocoPipe } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { LocaleService } from '../platform/locale';
import { loaded, reloader } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell, RowActions } from '../ui/data-table-slots';
import { Dock } from '../ui/dock';
import { Day, Figure, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { JobProgress } from '../ui/job-progress';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import { CertificateApi } from './certificate-api';
import { certificateLooks } from './certificate.looks';
import { IssuingDesk } from './issuing-desk';
import { candidatesFor, chosenOf, countGroups, groupOf, issuingGroups, openReasons } from './issuing.rules';
import { PaperPreview } from './paper-preview';

/** The certificates of a cohort: who has one, who may have one, who may not and why; and issuing them. */
@Component({
  selector: 'j-issuing-page',
  imports: [
    Banner,
    Card,
    Cell,
    DataTable,
    Day,
    Dock,
    Figure,
    Icon,
    JobProgress,
    MatButton,
    NipPipe,
    PaperPreview,
    RouterLink,
    RowActions,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  providers: [IssuingDesk],
  templateUrl: './issuing-page.html',
  styleUrl: './issuing-page.css',
})
export class IssuingPage {
  private readonly locale = inject(LocaleService).locale;
  protected readonly store = inject(CohortStore);
  protected readonly desk = inject(IssuingDesk);
  protected readonly table = new UrlTableState(['group']);
  protected readonly candidates = inject(CertificateApi).candidates(this.store.id);
  protected readonly list = loaded(this.candidates);
  private readonly renew = reloader(this.candidates);

  protected readonly groups = ['', ...issuingGroups] as const;
  protected readonly looks = certificateLooks;
  protected readonly rows = computed(() => this.list.value() ?? []);
  protected readonly counts = computed(() => ({ ...countGroups(this.rows()), '': this.rows().length }));
  protected readonly group = computed(() => this.table.state().filters['group'] ?? '');
  protected readonly shown = computed(() =>
    candidatesFor(this.rows(), { ...this.table.state(), group: this.group() }),
  );
  protected readonly nobody: ReadonlySet<string> = new Set();
  protected readonly selected = signal(this.nobody);
  protected readonly chosen = computed(() => chosenOf(this.rows(), this.selected()));
  /** Whether anybody may get one now. */
  protected readonly hasOpen = computed(() => this.counts().ready + this.counts().again > 0);
  private readonly opened = signal<string | null>(null);
  /** The certificate whose paper is shown beside the list: the one chosen, else the first on the page. */
  protected readonly preview = computed(() => {
    const held = this.shown().rows.filter(({ certificate }) => certificate !== null);
    return held.find(({ enrolmentId }) => enrolmentId === this.opened()) ?? held[0] ?? null;
  });

  /** Results of jobs are told as they are; figures among them are numbers. */
  protected readonly asNumber = Number;
  protected readonly groupOf = groupOf;
  protected readonly keyOf = (row: IssuanceRow): string => row.enrolmentId;
  protected readonly nameOf = (row: IssuanceRow): string => row.holderName;

  /** Why there is none, each reason a sentence. */
  protected reasons(row: IssuanceRow): readonly string[] {
    return openReasons(row).map((reason) => issuanceRefusalLabels[reason][this.locale()]);
  }

  protected stateWord(state: CertificateState): string {
    return certificateStateLabels[state][this.locale()];
  }

  protected open({ enrolmentId, certificate }: IssuanceRow): void {
    if (certificate !== null) this.opened.set(enrolmentId);
  }

  protected async issue(): Promise<void> {
    const chosen = this.chosen();
    const others = this.rows().length - chosen.length - this.counts().issued;
    const isStarted = await this.desk.issue(
      chosen.map(({ enrolmentId }) => enrolmentId),
      others,
    );
    if (isStarted) this.selected.set(new Set());
    else if (this.desk.problem() !== null) this.candidates.reload();
  }

  protected finish(job: JobView): void {
    this.desk.finish(job);
    this.renew();
    this.store.reload();
  }
}
