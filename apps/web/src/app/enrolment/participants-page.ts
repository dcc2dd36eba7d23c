import { Component, type Signal, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { wordCell } from '@jenjang/shared/admission';
import type { CohortDetail } from '@jenjang/shared/cohort';
import {
  type EnrolmentState,
  type HandState,
  type ParticipantRow,
  enrolmentStateLabels,
  enrolmentStates,
  moveReasonLabels,
  movesByHand,
  nextEnrolmentStates,
  takesSeat,
} from '@jenjang/shared/enrolment';
import { employmentKindLabels, nameWithTitles } from '@jenjang/shared/person';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, translateObjectSignal } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { CohortStore } from '../cohort';
import { loadedPage } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell, RowActions } from '../ui/data-table-slots';
import { Figure, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { FilterTag, TableColumn } from '../ui/table.types';
import { openReplacing } from '../waiting';
import { EnrolmentApi } from './enrolment-api';
import { enrolmentStateLooks } from './enrolment.looks';
import { ParticipantActs } from './participant-acts';

type Quota = NonNullable<ParticipantRow['quota']>;

/** The participants of a cohort: who they are, their class and standing. */
@Component({
  selector: 'j-participants-page',
  imports: [
    Card,
    Cell,
    DataTable,
    Figure,
    Icon,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    NipPipe,
    RowActions,
    SearchField,
    StateChip,
    RouterLink,
    TranslocoPipe,
  ],
  providers: [ParticipantActs],
  templateUrl: './participants-page.html',
  styleUrl: './participants-page.css',
})
export class ParticipantsPage {
  protected readonly store = inject(CohortStore);
  protected readonly acts = inject(ParticipantActs);
  private readonly dialog = inject(MatDialog);
  private readonly signIn = inject(SignInStore);
  private readonly words: Signal<Readonly<Record<string, string>>> = translateObjectSignal('column');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly table = new UrlTableState(['state', 'classId'], { sort: 'name' });
  private readonly resource = inject(EnrolmentApi).participants(this.store.id, this.table.query);
  protected readonly participants = loadedPage(this.resource);
  protected readonly isLoading = this.resource.isLoading;
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly looks = enrolmentStateLooks;
  protected readonly labels = enrolmentStateLabels;
  protected readonly kindLabels = employmentKindLabels;
  protected readonly states = enrolmentStates;
  protected readonly keyOf = (row: ParticipantRow): string => row.id;
  protected readonly nameOf = (row: ParticipantRow): string => nameWithTitles(row);

  protected readonly columns = computed<readonly TableColumn<ParticipantRow>[]>(() => {
    const classes = this.store.cohort()?.classes.length ?? 0;
    return [
      { key: 'name', heading: this.words()['name'] ?? '', sortable: true },
      { key: 'unit', heading: this.words()['unit'] ?? '', sortable: true },
      { key: 'position', heading: this.words()['position'] ?? '' },
      ...(classes > 0 ? [{ key: 'class', heading: this.words()['class'] ?? '', width: '120px' }] : []),
      { key: 'hours', heading: this.words()['hours'] ?? '', numeric: true, width: '90px' },
      { key: 'state', heading: this.words()['state'] ?? '', sortable: true, width: '170px' },
    ];
  });
  protected readonly tags = computed<readonly FilterTag[]>(() => {
    const { state, classId } = this.table.state().filters;
    const cohortClass = this.store.cohort()?.classes.find(({ id }) => id === classId);
    return [
      ...(state
        ? [
            {
              key: 'state',
              label: this.words()['state'] ?? '',
              value: enrolmentStateLabels[state as EnrolmentState][this.locale()],
            },
          ]
        : []),
      ...(cohortClass
        ? [{ key: 'classId', label: this.words()['class'] ?? '', value: cohortClass.name }]
        : []),
    ];
  });

  /** Whoever sent people may take them out again and send others. */
  protected readonly sends = computed(() => this.signIn.may('nomination.submit'));
  protected readonly holdsSeat = takesSeat;

  protected async replace(row: ParticipantRow): Promise<void> {
    if (await openReplacing(this.dialog, { enrolmentId: row.id, name: nameWithTitles(row) })) this.reload();
  }

  protected async add(cohort: CohortDetail): Promise<void> {
    const { AddParticipantsDialog } = await import('./add-participants-dialog');
    const opened = this.dialog.open<unknown, CohortDetail, boolean>(AddParticipantsDialog, {
      data: cohort,
      width: '760px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.reload();
  }

  /** Where a seat comes from, as `Dinkes · Eselon III`. */
  protected cellOf(quota: Quota): string {
    return wordCell(quota, this.locale());
  }

  protected isReserve({ unitName, band }: Quota): boolean {
    return unitName === null && band === null;
  }

  /** Moves that are made here; a seat is offered from the waiting list, where the offer gets its end. */
  protected nextOf(state: EnrolmentState): readonly HandState[] {
    return nextEnrolmentStates[state].filter(movesByHand);
  }

  protected whyOf({ stateCode, stateReason }: ParticipantRow): string {
    const code = stateCode === null ? null : moveReasonLabels[stateCode][this.locale()];
    return [code, stateReason].filter((part) => part !== null).join(': ');
  }

  protected async showMoves(row: ParticipantRow, { zone }: CohortDetail): Promise<void> {
    const { MovesDialog } = await import('./moves-dialog');
    this.dialog.open(MovesDialog, {
      data: { enrolmentId: row.id, name: nameWithTitles(row), zone },
      width: '520px',
      maxWidth: 'calc(100vw - 32px)',
    });
  }

  protected async invite(row: ParticipantRow): Promise<void> {
    await this.acts.invite(row);
  }

  protected async move(row: ParticipantRow, state: HandState): Promise<void> {
    if (await this.acts.move(row, state, () => this.reload())) this.reload();
  }

  protected async assign(row: ParticipantRow, classId: string | null): Promise<void> {
    if (await this.acts.assign(row, classId, () => this.reload())) this.reload();
  }

  protected reload(): void {
    this.resource.reload();
    this.store.reload();
  }
}
