import { Component, computed, inject, signal } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type PersonRow, nameWithTitles } from '@jenjang/shared/person';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { Moment, NipPipe } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { SearchField } from '../ui/search-field';
import { AccountApi, type OneTimeLink } from './account-api';
import { GrantForm, fieldLabelKey, newGrant, requireTargets } from './grant-form';
import { ShownOnce } from './shown-once';

/** A new account, of a person on record or of somebody else; ends with the link that is shown once. */
@Component({
  selector: 'j-create-account-dialog',
  imports: [
    Banner,
    ErrorSummary,
    Field,
    FieldControl,
    GrantForm,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Moment,
    NipPipe,
    ReactiveFormsModule,
    SearchField,
    ShownOnce,
    TranslocoPipe,
  ],
  templateUrl: './create-account-dialog.html',
  styleUrl: './create-account-dialog.css',
})
export class CreateAccountDialog {
  private readonly api = inject(AccountApi);
  private readonly transloco = inject(TranslocoService);
  protected readonly zone = deviceZone();
  protected readonly words = signal('');
  private readonly people = loaded(this.api.people(this.words));
  protected readonly found = computed(() => this.people.value()?.rows ?? []);
  protected readonly searchProblem = this.people.problem;
  protected readonly person = signal<PersonRow | null>(null);
  protected readonly invitation = signal<OneTimeLink | null>(null);
  protected readonly form = new FormGroup({
    personId: new FormControl('', { nonNullable: true }),
    displayName: new FormControl('', { nonNullable: true }),
    login: new FormControl('', { nonNullable: true }),
    grants: new FormArray([newGrant()]),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/identity').then((m) => m.CreateAccountRequest),
  );
  /** Labels of the fields that were found wrong, told with their messages. */
  protected readonly labels = computed(() =>
    Object.fromEntries(
      this.submission.errors().map(({ path }) => [path, this.transloco.translate(fieldLabelKey(path))]),
    ),
  );
  protected readonly nameWithTitles = nameWithTitles;

  /** Takes name and login from the record, so that nothing is typed twice. */
  protected choose(person: PersonRow): void {
    this.person.set(person);
    this.words.set('');
    const login = person.nip ?? this.form.controls.login.value;
    this.form.patchValue({ personId: person.id, displayName: nameWithTitles(person), login });
  }

  protected forget(): void {
    this.person.set(null);
    this.form.patchValue({ personId: '' });
  }

  protected addGrant(): void {
    this.form.controls.grants.push(newGrant());
  }

  protected removeGrant(index: number): void {
    this.form.controls.grants.removeAt(index);
  }

  protected async create(): Promise<void> {
    const message: string = this.transloco.translate('account.grant.missing');
    await this.submission.submit(async (request) => {
      requireTargets(request.grants, (index) => `grants.${index}.`, message);
      this.invitation.set(await this.api.create(request));
    });
  }
}
