import { Component, type Signal, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { type MessageRow, messageChannels, messageStates } from '@jenjang/shared/message';
import { TranslocoPipe, TranslocoService, translateObjectSignal } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { CohortStore } from '../cohort';
import { deviceZone } from '../platform/device-zone';
import { loadedPage, reloader } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { ReminderCard } from '../reminder';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';
import { Cell, RowActions } from '../ui/data-table-slots';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import { UrlTableState } from '../ui/table-state';
import type { FilterTag } from '../ui/table.types';
import { MessageApi } from './message-api';
import { channelIcons, codeKey, eventKey, stateLooks } from './message.looks';

type Words = Readonly<Record<string, string>>;

/** What became of every message of a cohort, and sending once more. */
@Component({
  selector: 'j-message-log-page',
  imports: [
    Card,
    Cell,
    DataTable,
    Icon,
    MatButton,
    Moment,
    ReminderCard,
    RowActions,
    SearchField,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './log-page.html',
  styleUrl: './log-page.css',
})
export class LogPage {
  private readonly api = inject(MessageApi);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  protected readonly cohort = inject(CohortStore);
  protected readonly zone = computed(() => this.cohort.cohort()?.zone ?? deviceZone());
  protected readonly table = new UrlTableState(['state', 'channel', 'trouble']);
  protected readonly messages = this.api.log(this.cohort.id, this.table.query);
  protected readonly list = loadedPage(this.messages);
  protected readonly reload = reloader(this.messages);
  protected readonly states = messageStates;
  protected readonly channels = messageChannels;
  protected readonly looks = stateLooks;
  protected readonly icons = channelIcons;
  protected readonly codeKey = codeKey;
  protected readonly eventKey = eventKey;
  protected readonly repeating = signal<string | null>(null);
  protected readonly filters = computed(() => this.table.state().filters);
  private readonly stateWords: Signal<Words> = translateObjectSignal('state');
  private readonly channelWords: Signal<Words> = translateObjectSignal('channel');
  private readonly columnWords: Signal<Words> = translateObjectSignal('column');
  protected readonly tags = computed<readonly FilterTag[]>(() => {
    const { state = '', channel = '', trouble = '' } = this.filters();
    return [
      { key: 'state', label: this.columnWords()['state'] ?? '', value: this.stateWords()[state] ?? '' },
      {
        key: 'channel',
        label: this.columnWords()['channel'] ?? '',
        value: this.channelWords()[channel] ?? '',
      },
      { key: 'trouble', label: '', value: trouble === '' ? '' : (this.columnWords()['trouble'] ?? '') },
    ].filter(({ value }) => value !== '');
  });

  protected readonly keyOf = (row: MessageRow): string => row.id;
  protected readonly nameOf = (row: MessageRow): string => `${row.name}, ${row.subject}`;

  protected async open(row: MessageRow): Promise<void> {
    const { MessageDialog } = await import('./message-dialog');
    const opened = this.dialog.open<unknown, { id: string; zone: string }>(MessageDialog, {
      data: { id: row.id, zone: this.zone() },
      width: '640px',
      maxWidth: 'calc(100vw - 32px)',
    });
    await firstValueFrom(opened.afterClosed());
  }

  protected async repeat(row: MessageRow): Promise<void> {
    this.repeating.set(row.id);
    try {
      await this.api.repeat(row.id);
      this.notices.show(this.transloco.translate('message.repeated', { name: row.name }), 'ok');
      this.reload();
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
    } finally {
      this.repeating.set(null);
    }
  }
}
