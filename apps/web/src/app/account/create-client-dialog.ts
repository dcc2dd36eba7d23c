import { Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type ClientScope, clientScopes } from '@jenjang/shared/identity';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { AccountApi, type ClientSecret } from './account-api';
import { PlaceApi } from './place-api';
import { ShownOnce } from './shown-once';

/** A new machine client; ends with its secret, which is shown once. */
@Component({
  selector: 'j-create-client-dialog',
  imports: [
    Banner,
    ErrorSummary,
    Field,
    FieldControl,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    ShownOnce,
    TranslocoPipe,
  ],
  templateUrl: './create-client-dialog.html',
  styleUrl: './create-account-dialog.css',
})
export class CreateClientDialog {
  private readonly api = inject(AccountApi);
  private readonly agencyList = loaded(inject(PlaceApi).agencies());
  private readonly signIn = inject(SignInStore);
  protected readonly agencies = computed(() => this.agencyList.value()?.rows ?? []);
  protected readonly agencyProblem = this.agencyList.problem;
  protected readonly isNational = computed(() =>
    (this.signIn.me()?.grants ?? []).some(({ role, scope }) => role === 'admin' && scope.kind === 'national'),
  );
  protected readonly scopes = Object.keys(clientScopes) as readonly ClientScope[];
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true }),
    agencyId: new FormControl('', { nonNullable: true }),
    scopes: new FormControl<ClientScope[]>(['hr.read'], { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/identity').then((m) => m.CreateClientRequest),
  );
  protected readonly secret = signal<ClientSecret | null>(null);

  protected has(scope: ClientScope): boolean {
    return this.form.controls.scopes.value.includes(scope);
  }

  protected toggle(scope: ClientScope): void {
    const { scopes } = this.form.controls;
    scopes.setValue(
      this.has(scope) ? scopes.value.filter((each) => each !== scope) : [...scopes.value, scope],
    );
  }

  protected async create(): Promise<void> {
    await this.submission.submit(async (request) => this.secret.set(await this.api.createClient(request)));
  }
}
