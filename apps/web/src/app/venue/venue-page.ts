import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { type VenueView, mapLink } from '@jenjang/shared/venue';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { loadedPage } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { wordsOf } from '../platform/words';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { DataTable } from '../ui/data-table';
import { Cell, RowActions } from '../ui/data-table-slots';
import { Figure, ZoneName } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { SearchField } from '../ui/search-field';
import { StateChip } from '../ui/state-chip';
import type { TableColumn } from '../ui/table.types';
import { UrlTableState } from '../ui/table-state';
import { VenueApi } from './venue-api';
import type { VenueDialogData } from './venue-dialog';

/** Places with their rooms, as the organisers of an agency keep them. */
@Component({
  selector: 'j-venue-page',
  imports: [
    Card,
    Cell,
    DataTable,
    Figure,
    Icon,
    MatButton,
    PageHeader,
    RowActions,
    SearchField,
    StateChip,
    TranslocoPipe,
    ZoneName,
  ],
  templateUrl: './venue-page.html',
})
export class VenuePage {
  private readonly api = inject(VenueApi);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly store = inject(SignInStore);
  private readonly words = wordsOf('venue');
  protected readonly table = new UrlTableState([], { sort: 'name' });
  protected readonly resource = this.api.venues(this.table.query);
  protected readonly list = loadedPage(this.resource);
  protected readonly mayAdd = computed(() => this.store.may('cohort.manage'));
  protected readonly columns = computed<readonly TableColumn<VenueView>[]>(() => [
    { key: 'name', heading: this.words('venue.field.name'), sortable: true },
    { key: 'city', heading: this.words('venue.field.city'), sortable: true },
    { key: 'rooms', heading: this.words('venue.field.rooms') },
    { key: 'radiusM', heading: this.words('venue.field.radiusM') },
  ]);

  protected readonly keyOf = ({ id }: VenueView): string => id;
  protected readonly nameOf = ({ name }: VenueView): string => name;

  protected mapOf(venue: VenueView): string | null {
    return mapLink({ ...venue, room: null });
  }

  protected roomsOf({ rooms }: VenueView): string {
    return rooms.map(({ name, capacity }) => (capacity === null ? name : `${name} (${capacity})`)).join(', ');
  }

  protected async edit(venue: VenueView | null): Promise<void> {
    const { VenueDialog } = await import('./venue-dialog');
    const opened = this.dialog.open<unknown, VenueDialogData, boolean>(VenueDialog, {
      data: { venue },
      width: '720px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.resource.reload();
  }

  protected async remove({ id, name }: VenueView): Promise<void> {
    const confirmed = await this.confirm.ask({
      heading: this.words('venue.removeHeading', { name }),
      action: this.words('venue.remove'),
      danger: true,
    });
    if (confirmed === null) return;
    await this.api.remove(id).catch((error: unknown) => this.notices.show(this.problems.of(error), 'bad'));
    this.resource.reload();
  }
}
