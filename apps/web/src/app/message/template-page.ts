import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  type MessageChannel,
  type MessageEvent,
  type PreviewTemplateRequest,
  type TemplateText,
  messageChannels,
} from '@jenjang/shared/message';
import { type Locale, locales } from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { deviceZone } from '../platform/device-zone';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { ProblemText } from '../platform/problem-text';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { Moment } from '../ui/format-pipes';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { MessageApi } from './message-api';
import { eventKey, eventOf } from './message.looks';
import { PlaceholderChips } from './placeholder-chips';
import { TemplateLook } from './template-look';
import { templateOwner } from './template-owner';

const pauseMs = 500;

/** The texts of one event: written per way and language, seen at once in both, tried on oneself, put back. */
@Component({
  selector: 'j-template-page',
  imports: [
    Banner,
    Card,
    MatButton,
    Moment,
    PageHeader,
    PlaceholderChips,
    StateChip,
    TemplateLook,
    TranslocoPipe,
  ],
  templateUrl: './template-page.html',
  styleUrl: './template-page.css',
})
export class TemplatePage {
  /** From the URL. */
  readonly event = input.required<string, string>({ transform: eventOf });

  private readonly api = inject(MessageApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly words = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  protected readonly owner = templateOwner();
  protected readonly zone = deviceZone();
  protected readonly channels = messageChannels;
  protected readonly locales = locales;
  protected readonly channel = signal<MessageChannel>('email');
  protected readonly locale = signal<Locale>('id');
  protected readonly eventKey = eventKey;
  private readonly resource = this.api.sheet(this.event, this.owner.agencyId);
  private readonly state = loaded(this.resource);
  protected readonly problem = this.state.problem;
  protected readonly placeholders = computed(() =>
    (this.state.value()?.placeholders ?? []).map(({ name }) => name),
  );
  protected readonly stored = computed(() => this.textOf(this.locale()));
  /** As written here, for each language of the way in sight; the stored text until something is typed. */
  protected readonly drafts = linkedSignal<Readonly<Partial<Record<Locale, TemplateText>>>>(() => {
    this.channel();
    this.state.value();
    return {};
  });
  protected readonly draft = computed(
    () => this.drafts()[this.locale()] ?? this.stored()?.text ?? { subject: '', body: '' },
  );
  protected readonly isChanged = computed(() => {
    const [draft, text] = [this.draft(), this.stored()?.text];
    return text !== undefined && (draft.subject !== text.subject || draft.body !== text.body);
  });
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);
  /** The cohort whose facts fill the look; empty for examples. */
  protected readonly cohortId = signal('');
  private readonly cohortList = loaded(this.api.cohorts());
  protected readonly cohorts = computed(() => this.cohortList.value()?.rows ?? []);
  /** What is shown of each language after a pause in typing. */
  protected readonly looks = signal<readonly PreviewTemplateRequest[]>([]);

  constructor() {
    effect((onCleanup) => {
      const requests = locales.flatMap((locale) => this.requestOf(locale));
      const timer = setTimeout(() => this.looks.set(requests), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected write(part: Partial<TemplateText>): void {
    this.refusal.set(null);
    this.drafts.update((drafts) => ({ ...drafts, [this.locale()]: { ...this.draft(), ...part } }));
  }

  protected async save(): Promise<void> {
    const { subject, body } = this.draft();
    const isSaved = await this.attempt(() =>
      this.api.saveText(this.key(), this.owner.agencyId() ?? '', this.stored()?.number ?? 0, {
        subject,
        body,
      }),
    );
    if (isSaved) this.notices.show(this.transloco.translate('message.template.saved'), 'ok');
  }

  protected async reset(): Promise<void> {
    const isMeant = await this.confirm.ask({
      heading: this.transloco.translate('message.template.resetHeading'),
      text: this.transloco.translate('message.template.resetText'),
      action: this.transloco.translate('message.template.reset'),
    });
    if (isMeant === null) return;
    const isReset = await this.attempt(() =>
      this.api.resetText(this.key(), this.owner.agencyId() ?? '', this.stored()?.number ?? 0),
    );
    if (isReset) this.notices.show(this.transloco.translate('message.template.wasReset'), 'ok');
  }

  protected async test(): Promise<void> {
    const [request] = this.requestOf(this.locale());
    if (request === undefined) return;
    const isSent = await this.attempt(() => this.api.testText(request), false);
    if (isSent) this.notices.show(this.transloco.translate('message.compose.tested'), 'ok');
  }

  private key() {
    return { event: this.event(), channel: this.channel(), locale: this.locale() };
  }

  private textOf(locale: Locale) {
    return this.state
      .value()
      ?.texts.find((each) => each.channel === this.channel() && each.locale === locale);
  }

  private requestOf(locale: Locale): readonly PreviewTemplateRequest[] {
    const text = this.drafts()[locale] ?? this.textOf(locale)?.text;
    if (text === undefined) return [];
    const [agencyId, cohortId] = [this.owner.agencyId() ?? '', this.cohortId()];
    const whose = { ...(agencyId === '' ? {} : { agencyId }), ...(cohortId === '' ? {} : { cohortId }) };
    const of = { event: this.event() as MessageEvent, channel: this.channel(), locale };
    return [{ ...of, ...text, ...whose }];
  }

  private async attempt(work: () => Promise<unknown>, reloads = true): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await work();
      if (reloads) this.resource.reload();
      return true;
    } catch (error) {
      this.refusal.set(this.words.of(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
