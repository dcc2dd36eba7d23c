import { Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CreatePersonRequest } from '@jenjang/shared/person';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { AgencyChoice } from '../agency';
import { FormSubmission } from '../platform/form';
import { Notices } from '../platform/notices';
import { Card } from '../ui/card';
import { Dock } from '../ui/dock';
import { ErrorSummary } from '../ui/error-summary';
import { PageHeader } from '../ui/page-header';
import { EmploymentForm, employmentGroup } from './employment-form';
import { FactsForm, factControls, fieldNames } from './facts-form';
import { PersonApi } from './person-api';

/** Records somebody: who they are, and where they work unless they come from outside. */
@Component({
  selector: 'j-new-person-page',
  imports: [
    AgencyChoice,
    Card,
    Dock,
    EmploymentForm,
    ErrorSummary,
    FactsForm,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './new-person-page.html',
  styleUrl: './person-form.css',
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class NewPersonPage {
  private readonly api = inject(PersonApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly employment = employmentGroup(null);
  protected readonly labels = fieldNames();
  protected readonly agencyId = signal('');
  protected readonly isEmployed = signal(true);
  protected readonly form = new FormGroup({
    agencyId: new FormControl('', { nonNullable: true }),
    ...factControls(null),
    employment: this.employment,
  });
  protected readonly submission = new FormSubmission<CreatePersonRequest>(this.form, () =>
    import('@jenjang/shared/person').then((m) => m.CreatePersonRequest),
  );
  protected readonly employmentForm = computed(() => (this.isEmployed() ? this.employment : null));

  protected chooseAgency(id: string): void {
    this.agencyId.set(id);
    this.form.patchValue({ agencyId: id });
  }

  /** People from outside belong to no unit; their fields are then no part of the request. */
  protected setEmployed(isEmployed: boolean): void {
    this.isEmployed.set(isEmployed);
    if (isEmployed) this.form.setControl('employment', this.employment);
    else (this.form as FormGroup).removeControl('employment');
  }

  protected async save(): Promise<void> {
    let id = '';
    const saved = await this.submission.submit(async (request) => {
      ({ id } = await this.api.create(request));
    });
    if (!saved) return;
    this.notices.show(
      this.transloco.translate('person.recorded', { name: this.form.getRawValue().fullName }),
      'ok',
    );
    await this.router.navigate(['/pegawai', id]);
  }
}
