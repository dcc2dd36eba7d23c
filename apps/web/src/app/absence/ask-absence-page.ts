import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  type AbsenceChoice,
  type AbsenceKind,
  absenceKindLabels,
  absenceKinds,
  wordAbsenceEffect,
} from '@jenjang/shared/absence';
import type { KeptFile } from '@jenjang/shared/file';
import { localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { wordsOf } from '../platform/words';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { FileDrop } from '../ui/file-drop';
import { Clock, Day, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { AbsenceApi } from './absence-api';
import { smallerPhoto } from './photo';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/** Asking to be away: which sessions, why, with a letter; says what it means before it is sent. */
@Component({
  selector: 'j-ask-absence-page',
  imports: [
    Banner,
    Card,
    Clock,
    Day,
    EmptyState,
    ErrorSummary,
    Field,
    FieldControl,
    FileDrop,
    Icon,
    LessonHours,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    StateChip,
    TranslocoPipe,
  ],
  templateUrl: './ask-absence-page.html',
  styleUrl: './ask-absence-page.css',
})
export class AskAbsencePage {
  /** From the address: the session that the reader came from. */
  readonly sesi = input<string>();

  private readonly api = inject(AbsenceApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('absence');
  protected readonly locale = inject(LocaleService).locale;
  protected readonly kinds = absenceKinds;
  protected readonly kindLabels = absenceKindLabels;
  protected readonly choices = loaded(this.api.choices());
  protected readonly cohort = linkedSignal<readonly AbsenceChoice[] | null, AbsenceChoice | null>({
    source: this.choices.value,
    computation: (all) =>
      all?.find(({ sessions }) => sessions.some(({ sessionId }) => sessionId === this.sesi())) ??
      all?.[0] ??
      null,
  });
  protected readonly chosen = linkedSignal<AbsenceChoice | null, ReadonlySet<string>>({
    source: this.cohort,
    computation: (cohort) =>
      new Set(
        cohort?.sessions
          .filter(({ sessionId, asked }) => sessionId === this.sesi() && !asked)
          .map(({ sessionId }) => sessionId) ?? [],
      ),
  });
  protected readonly letter = signal<KeptFile | null>(null);
  protected readonly letterProblem = signal<string | null>(null);
  protected readonly sending = signal(false);

  protected readonly form = new FormGroup({
    cohortId: text(),
    sessionIds: new FormControl<string[]>([], { nonNullable: true }),
    kind: new FormControl<AbsenceKind>('permitted', { nonNullable: true }),
    reason: text(),
    letterFileId: new FormControl<string | null>(null),
  });
  protected readonly submission = new FormSubmission(this.form, () =>
    import('@jenjang/shared/absence').then((m) => m.AskAbsenceRequest),
  );
  private readonly kind = toSignal(this.form.controls.kind.valueChanges, {
    initialValue: this.form.controls.kind.value,
  });
  private readonly effect = resource({
    params: () => {
      const cohortId = this.cohort()?.cohortId;
      return cohortId === undefined || this.chosen().size === 0
        ? undefined
        : { cohortId, sessionIds: [...this.chosen()], kind: this.kind() };
    },
    loader: ({ params }) => this.api.preview(params),
  });
  protected readonly effectWords = computed(() =>
    this.effect.hasValue() ? wordAbsenceEffect(this.effect.value(), this.locale()) : null,
  );
  protected readonly labels = computed(() =>
    Object.fromEntries(
      ['sessionIds', 'kind', 'reason', 'letterFileId'].map((field) => [
        field,
        this.words(`absence.field.${field}`),
      ]),
    ),
  );

  protected choose(cohortId: string): void {
    this.cohort.set(this.choices.value()?.find((each) => each.cohortId === cohortId) ?? null);
  }

  protected toggle(sessionId: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(sessionId)) chosen.add(sessionId);
    this.chosen.set(chosen);
  }

  protected dayOf({ startsAt, zone }: AbsenceChoice['sessions'][number]): string {
    return localDate(startsAt, zone);
  }

  protected async attach(file: File): Promise<void> {
    this.sending.set(true);
    this.letterProblem.set(null);
    try {
      this.letter.set(await this.api.sendLetter(await smallerPhoto(file)));
    } catch (error) {
      this.letterProblem.set(this.problems.of(error));
    }
    this.sending.set(false);
  }

  protected async send(): Promise<void> {
    this.form.patchValue({
      cohortId: this.cohort()?.cohortId ?? '',
      sessionIds: [...this.chosen()],
      letterFileId: this.letter()?.id ?? null,
    });
    const sent = await this.submission.submit((request) => this.api.ask(request));
    if (!sent) return;
    this.notices.show(this.words('absence.ask.sent'), 'ok');
    await this.router.navigate(['/izin']);
  }
}
