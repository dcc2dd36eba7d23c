import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type ClassMessageDraft,
  type ClassMessageRow,
  type ReadershipKind,
  classMessagePlaceholders,
  readershipKinds,
} from '@jenjang/shared/message';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { CohortStore } from '../cohort';
import { deviceZone } from '../platform/device-zone';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Figure, Moment, ZoneName } from '../ui/format-pipes';
import { StateChip } from '../ui/state-chip';
import { instantOf, readershipOf } from './draft.rules';
import { MessageApi } from './message-api';
import { PlaceholderChips } from './placeholder-chips';

const pauseMs = 500;

/** Writing to the people of a cohort: whom, what, a look at it, a test to oneself, now or later; and what was written before. */
@Component({
  selector: 'j-class-message-page',
  imports: [
    Banner,
    Card,
    EmptyState,
    Figure,
    MatButton,
    Moment,
    PlaceholderChips,
    StateChip,
    TranslocoPipe,
    ZoneName,
  ],
  templateUrl: './class-message-page.html',
  styleUrl: './class-message-page.css',
})
export class ClassMessagePage {
  private readonly api = inject(MessageApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  protected readonly cohort = inject(CohortStore);
  protected readonly zone = computed(() => this.cohort.cohort()?.zone ?? deviceZone());
  protected readonly shownBlocked = 8;
  protected readonly kinds = readershipKinds;
  protected readonly names = classMessagePlaceholders.map(({ name }) => name);

  protected readonly kind = signal<ReadershipKind>('cohort');
  protected readonly target = linkedSignal<ReadershipKind, string>({
    source: this.kind,
    computation: () => '',
  });
  protected readonly subject = signal('');
  protected readonly body = signal('');
  /** Local date and time of the place; empty for at once. */
  protected readonly sendAt = signal('');
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  private readonly draft = computed<ClassMessageDraft | null>(() => {
    const readership = readershipOf(this.kind(), this.target());
    const [subject, body] = [this.subject().trim(), this.body().trim()];
    return readership === null || subject.length < 3 || body.length < 3
      ? null
      : { readership, subject, body };
  });
  /** The draft after a pause in typing. */
  private readonly seen = signal<ClassMessageDraft | null>(null);
  private readonly lookedUp = this.api.preview(this.cohort.id, this.seen);
  private readonly look = loaded(this.lookedUp);
  protected readonly preview = computed(() => (this.seen() === null ? null : this.look.value()));
  protected readonly previewProblem = this.look.problem;
  protected readonly isReady = computed(() => {
    const sample = this.preview()?.sample ?? null;
    const isCurrent = this.draft() !== null && this.draft() === this.seen() && !this.lookedUp.isLoading();
    return isCurrent && sample !== null && !this.hasFaults();
  });
  protected readonly hasFaults = computed(() => {
    const preview = this.preview();
    return (
      preview !== null && (preview.unknown.length > 0 || preview.strayBrace || preview.blocked.length > 0)
    );
  });

  private readonly chosen = this.api.choices(this.cohort.id);
  private readonly choices = loaded(this.chosen);
  protected readonly choicesProblem = this.choices.problem;
  /** What can be chosen for the kind, by id. */
  protected readonly targets = computed(() => {
    const { classes = [], units = [], sessions = [] } = this.choices.value() ?? {};
    const absent = sessions.map(({ id, title, absent: count }) => ({
      id,
      name: `${title} (${String(count)})`,
    }));
    return { cohort: [], class: classes, unit: units, absent }[this.kind()];
  });
  private readonly sentBefore = this.api.written(this.cohort.id);
  protected readonly written = loaded(this.sentBefore);

  constructor() {
    effect((onCleanup) => {
      const draft = this.draft();
      const timer = setTimeout(() => this.seen.set(draft), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async test(): Promise<void> {
    const draft = this.draft();
    if (draft === null) return;
    const isSent = await this.attempt(() => this.api.testMessage(this.cohort.id(), draft));
    if (isSent) this.notices.show(this.transloco.translate('message.compose.tested'), 'ok');
  }

  protected async send(): Promise<void> {
    const [draft, readers] = [this.draft(), this.preview()?.readers ?? 0];
    const sendAfter = instantOf(this.sendAt(), this.zone());
    if (draft === null || !(await this.isMeant(draft.subject, readers, sendAfter))) return;
    const { readership, subject, body } = draft;
    const request = { readership, subject, body, readers, ...(sendAfter === '' ? {} : { sendAfter }) };
    const isSent = await this.attempt(() => this.api.send(this.cohort.id(), request));
    if (!isSent) return;
    const words = sendAfter === '' ? 'message.compose.sent' : 'message.compose.scheduled';
    this.notices.show(this.transloco.translate(words, { count: readers }), 'ok');
    this.subject.set('');
    this.body.set('');
    this.sendAt.set('');
    this.sentBefore.reload();
  }

  protected async cancel(row: ClassMessageRow): Promise<void> {
    const isCancelled = await this.attempt(() => this.api.cancel(row.id));
    if (isCancelled) this.sentBefore.reload();
  }

  protected mayCancel(row: ClassMessageRow): boolean {
    return row.cancelledAt === null && row.told === 0 && Date.parse(row.sendAfter) > Date.now();
  }

  private async isMeant(subject: string, count: number, sendAfter: string): Promise<boolean> {
    const action = sendAfter === '' ? 'message.compose.sendNow' : 'message.compose.schedule';
    const answer = await this.confirm.ask({
      heading: this.transloco.translate('message.compose.confirm', { count }),
      text: subject,
      action: this.transloco.translate(action),
    });
    return answer !== null;
  }

  private async attempt(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      this.refusal.set(this.words.of(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
