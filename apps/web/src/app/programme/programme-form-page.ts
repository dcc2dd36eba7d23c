import { Component, computed, effect, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { diklatKinds } from '@jenjang/shared/merit';
import {
  type Audience,
  type DiklatForm,
  type Programme,
  type ProgrammeRequest,
  audienceLabels,
  audiences,
  diklatFormLabels,
  diklatForms,
} from '@jenjang/shared/programme';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsOf } from '../platform/words';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { SignInStore } from '../platform/sign-in-store';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { PageHeader } from '../ui/page-header';
import { ProgrammeApi } from './programme-api';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/** Makes a programme, or changes what it says of itself. */
@Component({
  selector: 'j-programme-form-page',
  imports: [
    Banner,
    Card,
    ErrorSummary,
    Field,
    FieldControl,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './programme-form-page.html',
  styles: `
    .narrow {
      width: min(760px, 100%);
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
      gap: var(--s4) var(--s5);
    }
    j-error-summary:empty {
      display: none;
    }
    .wide {
      grid-column: 1 / -1;
    }
  `,
})
export class ProgrammeFormPage {
  /** From the URL; absent for a new programme. */
  readonly programmeId = input<string>();

  private readonly api = inject(ProgrammeApi);
  private readonly router = inject(Router);
  private readonly words = wordsOf('programme');
  private readonly store = inject(SignInStore);
  protected readonly locale = inject(LocaleService).locale;
  protected readonly academies = loaded(this.api.academies());
  protected readonly resource = this.api.programme(this.programmeId);
  protected readonly stored = loaded(this.resource);
  protected readonly kinds = diklatKinds;
  protected readonly audiences = audiences;
  protected readonly audienceLabels = audienceLabels;
  protected readonly forms = diklatForms;
  protected readonly formLabels = diklatFormLabels;

  /** Where the reader may make programmes: agencies, and the whole country for national roles. */
  protected readonly owners = computed(() => {
    const grants = this.store.me()?.grants ?? [];
    const national = grants.some(({ scope }) => scope.kind === 'national');
    const agencies = grants.filter(({ scope }) => scope.kind === 'agency' && scope.agencyId !== null);
    return [
      ...agencies.map(({ scope, agencyName }) => ({ id: scope.agencyId ?? '', name: agencyName ?? '' })),
      ...(national ? [{ id: '', name: this.words('programme.owner.national') }] : []),
    ];
  });
  protected readonly form = new FormGroup({
    agencyId: text(),
    academyId: text(),
    code: text(),
    name: text(),
    description: text(),
    ownerName: text(),
    diklatKind: new FormControl(3, { nonNullable: true }),
    diklatForm: new FormControl<DiklatForm>('klasikal', { nonNullable: true }),
    audience: new FormControl<Audience>('asn', { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission<ProgrammeRequest>(this.form, async () => {
    const { ProgrammeRequest } = await import('@jenjang/shared/programme');
    return ProgrammeRequest;
  });
  protected readonly labels = computed(() =>
    Object.fromEntries(
      Object.keys(this.form.controls).map((name) => [name, this.words(`programme.field.${name}`)]),
    ),
  );
  protected readonly heading = computed(() =>
    this.words(this.programmeId() === undefined ? 'programme.form.newTitle' : 'programme.form.editTitle'),
  );
  protected readonly crumbs = computed(() => {
    const one = this.stored.value();
    return [
      { label: this.words('programme.list.title'), link: '/program' },
      ...(one ? [{ label: one.name, link: ['/program', one.id] }] : []),
    ];
  });

  constructor() {
    this.form.controls.agencyId.setValue(this.owners()[0]?.id ?? '');
    effect(() => {
      const one = this.stored.value();
      if (one) this.fill(one);
    });
  }

  /** Takes what somebody else saved meanwhile. */
  protected startOver(): void {
    this.resource.reload();
  }

  protected async save(): Promise<void> {
    const stored = this.stored.value();
    await this.submission.submit(async ({ agencyId, ...request }) => {
      const saved = stored
        ? await this.api.change(stored.id, { ...request, version: stored.version })
        : await this.api.create({ ...request, ...(agencyId ? { agencyId } : {}) });
      await this.router.navigate(['/program', saved.id]);
    });
  }

  private fill(one: Programme): void {
    this.form.patchValue({ ...one, agencyId: one.agencyId ?? '' });
    this.form.controls.agencyId.disable();
  }
}
