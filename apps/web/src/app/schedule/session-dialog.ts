import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import {
  type ChangeSessionRequest,
  type CohortDetail,
  type SessionView,
  suggestLessonHours,
} from '@jenjang/shared/cohort';
import { nameWithTitles } from '@jenjang/shared/person';
import { type Zone, zones } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { CohortApi, cohortWords } from '../cohort';
import { FormSubmission } from '../platform/form';
import { loadedPage } from '../platform/loaded';
import { Confirm } from '../ui/confirm-dialog';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { LessonHours, ZoneName } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { StaleNotice } from '../ui/stale-notice';
import { SearchField } from '../ui/search-field';
import { VenueApi } from '../venue';
import { localInput, minutesBetween } from './session-times.rules';

export interface SessionDialogData {
  readonly cohort: CohortDetail;
  /** Null for a new one. */
  readonly session: SessionView | null;
}

const text = (value: string): FormControl<string> => new FormControl(value, { nonNullable: true });

/** Plans a session: what, when, where, by whom, for how many JP. Closes with true when something was saved. */
@Component({
  selector: 'j-session-dialog',
  imports: [
    ErrorSummary,
    Field,
    FieldControl,
    Icon,
    LessonHours,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    SearchField,
    StaleNotice,
    TranslocoPipe,
    ZoneName,
  ],
  templateUrl: './session-dialog.html',
  styleUrl: '../ui/dialog.css',
})
export class SessionDialog {
  private readonly data = inject<SessionDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<SessionDialog, boolean>>(MatDialogRef);
  private readonly api = inject(CohortApi);
  private readonly confirm = inject(Confirm);
  private readonly words = cohortWords();
  protected readonly cohort = this.data.cohort;
  protected readonly session = this.data.session;
  protected readonly zones = zones;

  protected readonly form = new FormGroup({
    version: new FormControl(this.session?.version ?? 1, { nonNullable: true }),
    title: text(this.session?.title ?? ''),
    moduleId: text(this.session?.moduleId ?? ''),
    phaseId: text(this.session?.phaseId ?? this.cohort.phases[0]?.id ?? ''),
    classId: text(this.session?.classId ?? ''),
    startsAt: text(
      this.session ? localInput(this.session.startsAt, this.session.zone) : `${this.cohort.startsOn}T08:00`,
    ),
    endsAt: text(
      this.session ? localInput(this.session.endsAt, this.session.zone) : `${this.cohort.startsOn}T11:00`,
    ),
    zone: new FormControl<Zone>(this.session?.zone ?? this.cohort.zone, { nonNullable: true }),
    venue: text(this.session?.venue ?? this.cohort.venueName),
    venueId: text(this.session?.venueId ?? ''),
    roomId: text(this.session?.roomId ?? ''),
    meetingUrl: text(this.session?.meetingUrl ?? ''),
    lessonHours: new FormControl<number | null>(this.session?.lessonHours ?? null),
    mandatory: new FormControl(this.session?.mandatory ?? true, { nonNullable: true }),
    facilitatorIds: new FormControl<readonly string[]>(
      this.session?.facilitators.map(({ personId }) => personId) ?? [],
      { nonNullable: true },
    ),
  });
  protected readonly submission = new FormSubmission<ChangeSessionRequest>(this.form, () =>
    import('@jenjang/shared/cohort').then((m) => m.ChangeSessionRequest),
  );
  private readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  /** JP that fit into the time given; the organiser decides. */
  protected readonly suggestion = computed(() => {
    const { startsAt = '', endsAt = '' } = this.values();
    return suggestLessonHours(minutesBetween(startsAt, endsAt), this.cohort.agency.minutesPerLessonHour);
  });
  private readonly offered = loadedPage(inject(VenueApi).offered(this.cohort.agency.id));
  /** Places of the agency; the one that the session has stays, also when it is no longer offered. */
  protected readonly venues = computed(() => {
    const rows = this.offered.rows().map(({ id, name, rooms }) => ({ id, name, rooms }));
    const [own, place] = [this.session?.venueId ?? null, this.session?.place ?? null];
    if (own === null || place === null || rows.some(({ id }) => id === own)) return rows;
    const room = { id: this.session?.roomId ?? '', name: place.room ?? '', capacity: null };
    return [...rows, { id: own, name: place.name, rooms: room.id === '' ? [] : [room] }];
  });
  protected readonly rooms = computed(
    () => this.venues().find(({ id }) => id === this.values().venueId)?.rooms ?? [],
  );
  protected readonly facilitators = signal(this.session?.facilitators ?? []);
  protected readonly sought = signal('');
  protected readonly found = signal<readonly { personId: string; name: string; unit: string }[]>([]);
  protected readonly labels = computed(() =>
    Object.fromEntries(Object.keys(this.form.controls).map((name) => [name, this.words(`field.${name}`)])),
  );

  /** A module brings its title and JP, unless one has written others. */
  protected takeModule(): void {
    const module = this.cohort.curriculum.modules.find(({ id }) => id === this.form.controls.moduleId.value);
    if (module === undefined) return;
    if (this.form.controls.title.pristine) this.form.controls.title.setValue(module.title);
    if (this.form.controls.lessonHours.pristine && module.lessonHours > 0)
      this.form.controls.lessonHours.setValue(module.lessonHours);
  }

  /** A room belongs to its place: another place, another room. */
  protected leaveRoom(): void {
    this.form.controls.roomId.setValue('');
  }

  protected takeSuggestion(): void {
    this.form.controls.lessonHours.setValue(this.suggestion());
  }

  protected async search(words: string): Promise<void> {
    this.sought.set(words);
    const rows = words === '' ? [] : await this.api.people(this.cohort.id, words);
    const taken = new Set(this.facilitators().map(({ personId }) => personId));
    this.found.set(
      rows
        .filter(({ personId }) => !taken.has(personId))
        .map((row) => ({
          personId: row.personId,
          name: nameWithTitles(row),
          unit: row.unitName ?? row.agencyName,
        })),
    );
  }

  protected add({ personId, name }: { personId: string; name: string }): void {
    this.setFacilitators([...this.facilitators(), { personId, name }]);
    this.sought.set('');
    this.found.set([]);
  }

  protected drop(personId: string): void {
    this.setFacilitators(this.facilitators().filter((person) => person.personId !== personId));
  }

  protected async save(): Promise<void> {
    const isSaved = await this.submission.submit(({ version, ...request }) =>
      this.session === null
        ? this.api.addSession(this.cohort.id, request)
        : this.api.changeSession(this.session.id, { ...request, version }),
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

  /** Deletes a session that nobody was marked in; cancels one that has marks, with a reason. */
  protected async remove(session: SessionView): Promise<void> {
    const kind = session.marked > 0 ? 'cancel' : 'delete';
    const word = (key: string): string => this.words(`session.${kind}.${key}`, { title: session.title });
    const confirmed = await this.confirm.ask({
      heading: word('heading'),
      text: word('text'),
      action: word('action'),
      danger: true,
      ...(kind === 'cancel' ? { reasonLabel: this.words('reason') } : {}),
    });
    if (confirmed === null) return;
    if (kind === 'cancel')
      await this.api.cancelSession(session.id, { version: session.version, reason: confirmed.reason });
    else await this.api.removeSession(session.id);
    this.dialog.close(true);
  }

  private setFacilitators(people: readonly { personId: string; name: string }[]): void {
    this.facilitators.set(people);
    this.form.controls.facilitatorIds.setValue(people.map(({ personId }) => personId));
  }
}
