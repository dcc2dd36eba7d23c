import { Component, computed, inject } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type Zone, zones } from '@jenjang/shared/platform';
import type { ChangeVenueRequest, RoomView, VenueView } from '@jenjang/shared/venue';
import { TranslocoPipe } from '@jsverse/transloco';
import { AgencyApi } from '../agency';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { wordsOf } from '../platform/words';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { ZoneName } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StaleNotice } from '../ui/stale-notice';
import { VenueApi } from './venue-api';

export interface VenueDialogData {
  /** Null for a new one. */
  readonly venue: VenueView | null;
}

type Room = FormGroup<{
  id?: FormControl<string>;
  name: FormControl<string>;
  capacity: FormControl<number | null>;
}>;

const text = (value: string): FormControl<string> => new FormControl(value, { nonNullable: true });
const number = (value: number | null | undefined): FormControl<number | null> =>
  new FormControl<number | null>(value ?? null);

/** A place with its rooms. Closes with true when it was saved. */
@Component({
  selector: 'j-venue-dialog',
  imports: [
    ErrorSummary,
    Field,
    FieldControl,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    StaleNotice,
    TranslocoPipe,
    ZoneName,
  ],
  templateUrl: './venue-dialog.html',
  styleUrl: '../ui/dialog.css',
})
export class VenueDialog {
  private readonly dialog = inject<MatDialogRef<VenueDialog, boolean>>(MatDialogRef);
  private readonly api = inject(VenueApi);
  private readonly words = wordsOf('venue');
  protected readonly venue = inject<VenueDialogData>(MAT_DIALOG_DATA).venue;
  protected readonly zones = zones;
  private readonly reachable = loaded(inject(AgencyApi).agencies());
  protected readonly agencies = computed(() => this.reachable.value()?.rows ?? []);
  protected readonly rooms = new FormArray<Room>((this.venue?.rooms ?? []).map(roomLine));
  protected readonly form = new FormGroup({
    version: new FormControl(this.venue?.version ?? 1, { nonNullable: true }),
    agencyId: text(this.venue?.agencyId ?? ''),
    name: text(this.venue?.name ?? ''),
    address: text(this.venue?.address ?? ''),
    city: text(this.venue?.city ?? ''),
    zone: new FormControl<Zone>(this.venue?.zone ?? 'Asia/Makassar', { nonNullable: true }),
    latitude: number(this.venue?.latitude),
    longitude: number(this.venue?.longitude),
    radiusM: number(this.venue?.radiusM),
    active: new FormControl(this.venue?.active ?? true, { nonNullable: true }),
    rooms: this.rooms,
  });
  protected readonly submission = new FormSubmission<ChangeVenueRequest>(this.form, () =>
    import('@jenjang/shared/venue').then((m) => m.ChangeVenueRequest),
  );
  protected readonly labels = computed(() => ({
    ...Object.fromEntries(
      Object.keys(this.form.controls).map((name) => [name, this.words(`venue.field.${name}`)]),
    ),
    ...Object.fromEntries(
      this.rooms.controls.flatMap((_, index) =>
        ['name', 'capacity'].map((field) => [
          `rooms.${index}.${field}`,
          `${this.words('venue.field.room')} ${index + 1}: ${this.words(`venue.field.${field}`)}`,
        ]),
      ),
    ),
  }));

  protected addRoom(): void {
    this.rooms.push(roomLine(null));
  }

  protected removeRoom(index: number): void {
    this.rooms.removeAt(index);
  }

  protected async save(): Promise<void> {
    const { agencyId } = this.form.controls;
    if (agencyId.value === '') agencyId.setValue(this.agencies()[0]?.id ?? '');
    const isSaved = await this.submission.submit(({ version, ...request }) =>
      this.api.save(this.venue?.id ?? null, this.venue === null ? request : { ...request, version }),
    );
    if (isSaved) this.dialog.close(true);
  }

  protected async saveOver(version: number): Promise<void> {
    this.form.controls.version.setValue(version);
    await this.save();
  }

  protected close(): void {
    this.dialog.close(true);
  }
}

function roomLine(room: RoomView | null): Room {
  return new FormGroup({
    ...(room === null ? {} : { id: text(room.id) }),
    name: text(room?.name ?? ''),
    capacity: number(room?.capacity),
  });
}
