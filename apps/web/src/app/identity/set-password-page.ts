import { Component, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { Entrance } from './entrance';
import { IdentityApi } from './identity-api';
import { Reveal } from './reveal';

/** Sets a password through a link that works once: an invitation or a reset. */
@Component({
  selector: 'j-set-password-page',
  imports: [
    Banner,
    Entrance,
    ErrorSummary,
    Field,
    FieldControl,
    MatButton,
    ReactiveFormsModule,
    Reveal,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './set-password-page.html',
  styleUrl: './form-page.css',
})
export class SetPasswordPage {
  /** From the URL. */
  readonly token = input.required<string>();

  private readonly api = inject(IdentityApi);
  private readonly link = loaded(this.api.link(this.token));
  protected readonly facts = this.link.value;
  protected readonly problem = this.link.problem;
  protected readonly form = new FormGroup({ password: new FormControl('', { nonNullable: true }) });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/identity').then((m) => m.SetPasswordRequest),
  );
  protected readonly isSet = signal(false);

  protected async save(): Promise<void> {
    this.isSet.set(await this.submission.submit((request) => this.api.useLink(this.token(), request)));
  }
}
