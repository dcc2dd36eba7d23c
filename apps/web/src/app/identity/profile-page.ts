import { Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { SignInRow } from '@jenjang/shared/identity';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { SignInStore } from '../platform/sign-in-store';
import { PreferenceCard } from '../inbox';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { deviceOf } from './device.rules';
import { IdentityApi } from './identity-api';

/** One's own account: roles held, password, and the devices one is signed in on. */
@Component({
  selector: 'j-profile-page',
  imports: [
    Banner,
    Card,
    ErrorSummary,
    Field,
    FieldControl,
    Icon,
    MatButton,
    Moment,
    PageHeader,
    PreferenceCard,
    ReactiveFormsModule,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.css',
})
export class ProfilePage {
  private readonly api = inject(IdentityApi);
  private readonly words = inject(ProblemText);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(SignInStore);
  protected readonly zone = deviceZone();
  protected readonly signIns = this.api.devices();
  private readonly loadedSignIns = loaded(this.signIns);
  protected readonly devicesProblem = this.loadedSignIns.problem;
  protected readonly devices = computed(() =>
    (this.loadedSignIns.value() ?? []).map((row) => ({ ...row, ...deviceOf(row.userAgent) })),
  );
  protected readonly form = new FormGroup({
    current: new FormControl('', { nonNullable: true }),
    password: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/identity').then((m) => m.ChangePasswordRequest),
  );
  protected readonly ending = signal<string | null>(null);

  protected async changePassword(): Promise<void> {
    const isChanged = await this.submission.submit((request) => this.api.changePassword(request));
    if (!isChanged) return;
    this.form.reset();
    this.notices.show(this.transloco.translate('identity.profile.passwordChanged'), 'ok');
    this.signIns.reload();
  }

  protected async end(row: SignInRow): Promise<void> {
    this.ending.set(row.id);
    try {
      await this.api.endSignIn(row.id);
      this.signIns.reload();
    } catch (error) {
      this.notices.show(this.words.of(error), 'bad');
    } finally {
      this.ending.set(null);
    }
  }
}
