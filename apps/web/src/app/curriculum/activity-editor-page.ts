import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Activity, ActivityRequest } from '@jenjang/shared/programme';
import { TranslocoPipe } from '@jsverse/transloco';
import { FileView, RenderedPage } from '../learning';
import { wordsOf } from '../platform/words';
import { FormSubmission } from '../platform/form';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { Field, FieldControl } from '../ui/field';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { CurriculumApi } from './curriculum-api';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/** One activity: its text beside what participants will see, or its file. Read only once its version is published. */
@Component({
  selector: 'j-activity-editor-page',
  imports: [
    Banner,
    Card,
    ErrorSummary,
    Field,
    FieldControl,
    FileView,
    Icon,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RenderedPage,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './activity-editor-page.html',
  styleUrl: './activity-editor-page.css',
})
export class ActivityEditorPage {
  /** From the URL. */
  readonly programmeId = input.required<string>();
  readonly curriculumId = input.required<string>();
  readonly activityId = input.required<string>();

  private readonly api = inject(CurriculumApi);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemText);
  private readonly words = wordsOf('programme', 'curriculum');
  private readonly curriculum = loaded(this.api.curriculum(this.curriculumId));
  protected readonly resource = this.api.activity(this.activityId);
  protected readonly activity = loaded(this.resource);
  protected readonly mayEdit = computed(
    () => this.curriculum.value()?.allowedOperations.includes('editContent') ?? false,
  );
  /** HTML as participants get it; null until it was asked for. */
  protected readonly html = signal<string | null>(null);
  protected readonly side = signal<'write' | 'read'>('write');
  protected readonly form = new FormGroup({
    kind: new FormControl<Activity['kind']>('page', { nonNullable: true }),
    title: text(),
    body: text(),
    fileId: text(),
    required: new FormControl(true, { nonNullable: true }),
  });
  protected readonly submission = new FormSubmission<ActivityRequest>(this.form, () =>
    import('@jenjang/shared/programme').then((m) => m.ActivityRequest),
  );
  protected readonly back = computed(() => [
    '/program',
    this.programmeId(),
    'kurikulum',
    this.curriculumId(),
  ]);
  protected readonly crumbs = computed(() => {
    const one = this.curriculum.value();
    return [
      { label: this.words('programme.list.title'), link: '/program' },
      ...(one
        ? [
            {
              label: `${one.programmeName}, ${this.words('curriculum.version', { number: one.number })}`,
              link: this.back(),
            },
          ]
        : []),
    ];
  });
  protected readonly labels = computed(() => ({
    title: this.words('curriculum.activity.title'),
    body: this.words('curriculum.activity.body'),
  }));

  constructor() {
    effect(() => {
      const one = this.activity.value();
      if (one) this.fill(one);
    });
  }

  protected async save({ id, version }: Activity): Promise<void> {
    const saved = await this.submission.submit(async (request) => {
      const stored = await this.api.changeActivity(id, Object.assign(request, { version }));
      this.resource.set(stored);
    });
    if (saved) this.notices.show(this.words('curriculum.activity.saved'), 'ok');
  }

  /** Draws the page as participants will see it, from what is typed now. */
  protected async preview(): Promise<void> {
    this.side.set('read');
    try {
      this.html.set(await this.api.preview(this.form.controls.body.value));
    } catch (error) {
      this.notices.show(this.problems.of(error), 'bad');
    }
  }

  private fill(one: Activity): void {
    this.form.reset({ ...one, body: one.body ?? '', fileId: one.file?.id ?? '' });
    if (one.kind === 'page') void this.refresh(one.body ?? '');
  }

  private async refresh(body: string): Promise<void> {
    this.html.set(await this.api.preview(body).catch(() => null));
  }
}
