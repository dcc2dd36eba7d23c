import { Inject, Injectable } from '@nestjs/common';
import {
  exampleWords, faultsOf, fillText, isSecret, locales, messageChannels, messageEvents, placeholdersOf, Refusal, shippedText, templateInForce,
  type FieldProblem, type MessageEvent, type PreviewTemplateRequest, type ResetTemplateRequest, type SaveTemplateRequest, type TemplateFaults, type TemplateKey, type TemplatePreview, type TemplateRow, type TemplateSheet, type TemplateText, type TemplateVersion, type TemplateView,
} from '@jenjang/shared';
import { loadNewestTemplates, loadReader, wordsFor } from '../delivery/index.js';
import { CONFIG, Database, Missing, requireAccess, type Actor, type Config, type Transaction } from '../platform/index.js';
import { placeOfCohort } from './log.queries.js';
import { insertVersion, loadChanges, loadLastFacts, loadVersions, type StoredVersion } from './template.queries.js';
import { TestMail } from './test-mail.js';

/** Whose templates are meant. */
interface Whose {
  readonly agencyId?: string;
}

/** Templates with their versions: seen, written, tried, and put back to what was shipped. */
@Injectable()
export class TemplateService {
  constructor(
    private readonly db: Database,
    private readonly mail: TestMail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(actor: Actor, { agencyId }: Whose): Promise<readonly TemplateRow[]> {
    requireOwner(actor, agencyId);
    const changes = await loadChanges(this.db, agencyId ?? null);
    return eventsOf(agencyId).map((event) => changes.get(event) ?? { event, own: 0, changedAt: null });
  }

  async sheet(actor: Actor, name: string, { agencyId }: Whose): Promise<TemplateSheet> {
    requireOwner(actor, agencyId);
    const event = eventOf(name, agencyId);
    return this.db.transaction(actor, async (tx) => {
      const newest = await loadNewestTemplates(tx, [event], agencyId ? [agencyId] : []);
      const versions = await loadVersions(tx, event, agencyId ?? null);
      const keys = messageChannels.flatMap((channel) => locales.map((locale) => ({ event, channel, locale })));
      return { event, placeholders: placeholdersOf(event), texts: keys.map((key) => viewOf(key, agencyId ?? null, newest, versions)) };
    });
  }

  /** Stores a new version. Refused when a placeholder is unknown, or when somebody else was quicker. */
  save(actor: Actor, key: Readonly<Record<string, string>>, { agencyId, number, subject, body }: SaveTemplateRequest): Promise<{ number: number }> {
    requireOwner(actor, agencyId);
    const known = keyOf(key, agencyId);
    const faults = faultsOf({ subject, body }, namesOf(known.event));
    if (faults) throw new Refusal(faults.unknown.length > 0 ? 'template.placeholderUnknown' : 'template.strayBrace', { names: faults.unknown.join(', ') }, problemsOf({ subject, body }, known.event));
    return this.db.transaction(actor, (tx) => this.append(tx, actor, known, { agencyId: agencyId ?? null, number, text: { subject, body } }));
  }

  /** Back to the text that holds above: a version without text. */
  reset(actor: Actor, key: Readonly<Record<string, string>>, { agencyId, number }: ResetTemplateRequest): Promise<{ number: number }> {
    requireOwner(actor, agencyId);
    return this.db.transaction(actor, (tx) => this.append(tx, actor, keyOf(key, agencyId), { agencyId: agencyId ?? null, number, text: null }));
  }

  /** The text filled with the last facts of the cohort, or with examples. */
  async preview(actor: Actor, request: PreviewTemplateRequest): Promise<TemplatePreview> {
    requireOwner(actor, request.agencyId);
    if (request.cohortId) await this.requireCohort(actor, request.cohortId);
    const { event, locale, subject, body } = request;
    const faults: TemplateFaults = faultsOf({ subject, body }, namesOf(event)) ?? { unknown: [], strayBrace: false };
    const words = await this.db.transaction(actor, (tx) => this.wordsOf(tx, actor, request));
    const text = fillText({ subject, body }, words);
    const missing = 'missing' in text ? text.missing.filter((name) => !faults.unknown.includes(name)) : [];
    const shown = 'filled' in text ? text.filled : { subject, body };
    return { locale, ...shown, missing, ...faults };
  }

  /** Sends the text as previewed to its writer. */
  async test(actor: Actor, request: PreviewTemplateRequest): Promise<void> {
    const { subject, body, missing, unknown, strayBrace } = await this.preview(actor, request);
    if (unknown.length > 0 || strayBrace) throw new Refusal(unknown.length > 0 ? 'template.placeholderUnknown' : 'template.strayBrace', { names: unknown.join(', ') });
    if (missing.length > 0) throw new Refusal('classMessage.valueMissing', { people: missing.join(', ') });
    await this.mail.send(actor, { cohortId: request.cohortId ?? null, agencyId: request.agencyId ?? null }, { subject, body });
  }

  private async append(tx: Transaction, actor: Actor, key: TemplateKey, version: { agencyId: string | null; number: number; text: TemplateText | null }): Promise<{ number: number }> {
    const stored = (await loadVersions(tx, key.event, version.agencyId)).filter((row) => row.channel === key.channel && row.locale === key.locale);
    const newest = stored[0]?.number ?? 0;
    if (newest !== version.number) throw new Refusal('conflict.stale', { stored: { number: newest, ...stored[0]?.text }, given: { number: version.number, ...version.text } });
    if (version.text === null && !stored[0]?.text) throw new Refusal('template.nothingToReset');
    await insertVersion(tx, actor, { ...key, ...version, number: newest + 1 });
    return { number: newest + 1 };
  }

  private async wordsOf(tx: Transaction, actor: Actor, { event, locale, cohortId, agencyId }: PreviewTemplateRequest): Promise<Readonly<Record<string, string>>> {
    if (!cohortId) return exampleWords(event, locale);
    const facts = isSecret(event) ? null : await loadLastFacts(tx, event, cohortId);
    const [reader] = await loadReader(tx, { accountId: actor.accountId }, { cohortId, agencyId: agencyId ?? null });
    return { ...exampleWords(event, locale), ...(reader ? wordsFor({ ...reader, event, facts: facts ?? {}, locale }, this.config.publicUrl) : {}) };
  }

  private async requireCohort(actor: Actor, cohortId: string): Promise<void> {
    const place = await placeOfCohort(this.db, cohortId);
    if (!place) throw new Missing('cohort', cohortId);
    requireAccess(actor, 'message.manage', place, { kind: 'cohort', id: cohortId });
  }
}

/** An agency's templates belong to those who manage messages there, the national ones to those who do so nationally. */
function requireOwner(actor: Actor, agencyId: string | undefined): void {
  requireAccess(actor, 'message.manage', { agencyId: agencyId ?? null }, { kind: 'message_template', id: agencyId ?? 'national' });
}

/** Mails about accounts are written nationally only: an account belongs to no agency. */
const eventsOf = (agencyId: string | undefined): readonly MessageEvent[] => messageEvents.filter((event) => agencyId === undefined || event !== 'account.reset');
const namesOf = (event: MessageEvent): readonly string[] => placeholdersOf(event).map(({ name }) => name);

function eventOf(name: string, agencyId: string | undefined): MessageEvent {
  const event = eventsOf(agencyId).find((known) => known === name);
  if (!event) throw new Missing('message_template', name);
  return event;
}

function keyOf({ event = '', channel, locale }: Readonly<Record<string, string>>, agencyId: string | undefined): TemplateKey {
  const found = { channel: messageChannels.find((known) => known === channel), locale: locales.find((known) => known === locale) };
  if (!found.channel || !found.locale) throw new Missing('message_template', `${event}/${channel ?? ''}/${locale ?? ''}`);
  return { event: eventOf(event, agencyId), channel: found.channel, locale: found.locale };
}

function problemsOf(text: TemplateText, event: MessageEvent): readonly FieldProblem[] {
  return (['subject', 'body'] as const).flatMap((path) => {
    const faults = faultsOf({ subject: '', body: text[path] }, namesOf(event));
    return faults ? [{ path, code: faults.unknown.length > 0 ? 'template.placeholderUnknown' : 'template.strayBrace', value: faults.unknown.join(', ') }] : [];
  });
}

function viewOf(key: TemplateKey, agencyId: string | null, newest: readonly TemplateVersion[], versions: readonly StoredVersion[]): TemplateView {
  const { text, origin } = templateInForce(key, agencyId, newest, shippedText(key.event, key.channel, key.locale));
  const own = versions.filter((version) => version.channel === key.channel && version.locale === key.locale);
  return { channel: key.channel, locale: key.locale, text, origin, number: own[0]?.number ?? 0, versions: own.map(({ number, text: said, by, at }) => ({ number, text: said, by, at })) };
}
