import { Component, computed, effect, inject, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe, TranslocoService, provideTranslocoScope } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { InboxApi } from './inbox-api';

/** How one wants to be told outside the program. WhatsApp only after one agreed, and to the number one gave. */
@Component({
  selector: 'j-preference-card',
  imports: [Banner, Card, ErrorSummary, Field, FieldControl, MatButton, ReactiveFormsModule, TranslocoPipe],
  providers: [provideTranslocoScope('inbox')],
  template: `<j-card
    [heading]="'inbox.preference.heading' | transloco"
    [note]="'inbox.preference.note' | transloco"
  >
    @if (problem(); as words) {
      <j-banner tone="bad">{{ words }}</j-banner>
    }
    @if (preference(); as preference) {
      <form novalidate class="stack tight" [formGroup]="form" (ngSubmit)="save()">
        <j-error-summary
          [errors]="submission.errors()"
          [labels]="{ whatsappNumber: 'inbox.preference.number' | transloco }"
        />
        <label class="check"
          ><input type="checkbox" formControlName="email" /><span
            >{{ 'inbox.preference.email' | transloco }}
            <span class="sub">{{
              preference.address ?? ('inbox.preference.noAddress' | transloco)
            }}</span></span
          ></label
        >
        @if (preference.has.whatsapp || preference.whatsapp) {
          <label class="check"
            ><input type="checkbox" formControlName="whatsapp" /><span
              >{{ 'inbox.preference.whatsapp' | transloco }}
              <span class="sub">{{ 'inbox.preference.whatsappNote' | transloco }}</span></span
            ></label
          >
          <j-field
            [label]="'inbox.preference.number' | transloco"
            [hint]="'inbox.preference.numberHint' | transloco"
            [optional]="true"
          >
            <input jControl type="tel" autocomplete="tel" maxlength="30" formControlName="whatsappNumber" />
          </j-field>
        }
        <p>
          <button matButton="filled" type="submit" disabledInteractive [disabled]="submission.busy()">
            {{ 'inbox.preference.save' | transloco }}
          </button>
        </p>
      </form>
    }
  </j-card>`,
  styles: `
    .check {
      display: flex;
      align-items: center;
      gap: var(--s3);
      min-height: 44px;
    }

    p {
      margin: 0;
    }
  `,
})
export class PreferenceCard {
  private readonly api = inject(InboxApi);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly resource = this.api.preference();
  private readonly state = loaded(this.resource);
  protected readonly problem = this.state.problem;
  protected readonly preference = computed(() => this.state.value());
  protected readonly form = new FormGroup({
    email: new FormControl(true, { nonNullable: true }),
    whatsapp: new FormControl(false, { nonNullable: true }),
    whatsappNumber: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/inbox').then((m) => m.MessagePreferenceRequest),
  );

  constructor() {
    effect(() => {
      const stored = this.preference();
      if (stored === null) return;
      const { email, whatsapp, whatsappNumber } = stored;
      untracked(() => this.form.setValue({ email, whatsapp, whatsappNumber: whatsappNumber ?? '' }));
    });
  }

  protected async save(): Promise<void> {
    const isSaved = await this.submission.submit(async (request) =>
      this.resource.set(await this.api.prefer(request)),
    );
    if (isSaved) this.notices.show(this.transloco.translate('inbox.preference.saved'), 'ok');
  }
}
