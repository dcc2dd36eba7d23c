import { Injectable } from '@nestjs/common';
import {
  classMessagePlaceholders, covers, faultsOf, fillText, Refusal,
  type Announcement, type ClassMessageDraft, type ClassMessagePreview, type ClassMessageRequest, type ClassMessageRow, type FilledText, type ReadershipChoices, type TemplateText,
} from '@jenjang/shared';
import { Clock, Database, mayAt, Missing, OutOfReach, scopesOf, type Actor, type Transaction } from '../platform/index.js';
import { announce } from './announce.js';
import { cancelClassMessage, insertClassMessage, loadChoices, loadClassMessage, loadClassMessages, loadReadership, type ClassReader } from './class-message.queries.js';
import { placeOfCohort, type CohortPlace } from './log.queries.js';
import { TestMail } from './test-mail.js';

const BLOCKED_SHOWN = 500;
const LONGEST_AHEAD_MS = 366 * 86_400_000;
const knownNames = classMessagePlaceholders.map(({ name }) => name);

interface Reading {
  readonly reader: ClassReader;
  readonly text: FilledText;
}

/** Messages that people write to a cohort, a class, a unit, or those who were absent. */
@Injectable()
export class ClassMessageService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mail: TestMail,
  ) {}

  /** What was written; facilitators see their own. */
  async list(actor: Actor, cohortId: string): Promise<readonly ClassMessageRow[]> {
    const place = await this.requirePlace(actor, cohortId);
    return loadClassMessages(this.db, cohortId, mayAt(actor, 'message.manage', place) ? null : (actor.accountId ?? ''));
  }

  async choices(actor: Actor, cohortId: string): Promise<ReadershipChoices> {
    await this.requirePlace(actor, cohortId);
    return loadChoices(this.db, cohortId);
  }

  async preview(actor: Actor, cohortId: string, draft: ClassMessageDraft): Promise<ClassMessagePreview> {
    await this.requirePlace(actor, cohortId);
    return this.db.transaction(actor, async (tx) => previewOf(draft, await this.read(tx, cohortId, draft)));
  }

  /** Sends the message to its writer, as its first reader would get it. */
  async test(actor: Actor, cohortId: string, draft: ClassMessageDraft): Promise<void> {
    const { sample } = await this.preview(actor, cohortId, draft);
    if (!sample) throw new Refusal('classMessage.nobody');
    await this.mail.send(actor, { cohortId, agencyId: null }, sample);
  }

  /** Announces the message to each reader. Refused when a name has no value for somebody, or when the readers are not those of the preview. */
  async send(actor: Actor, cohortId: string, request: ClassMessageRequest): Promise<{ id: string; readers: number }> {
    await this.requirePlace(actor, cohortId);
    const sendAfter = request.sendAfter ? new Date(request.sendAfter) : this.clock.now();
    if (sendAfter.getTime() > this.clock.now().getTime() + LONGEST_AHEAD_MS) throw new Refusal('classMessage.tooFar', {}, [{ path: 'sendAfter', code: 'classMessage.tooFar' }]);
    return this.db.transaction(actor, async (tx) => {
      const readings = await this.read(tx, cohortId, request);
      requireSendable(request, readings);
      const id = await insertClassMessage(tx, actor, cohortId, request, sendAfter, readings.length, (made) =>
        announce(tx, readings.flatMap((reading) => announcementOf(made, cohortId, sendAfter, reading))));
      return { id, readers: readings.length };
    });
  }

  /** Takes back what has not gone out. */
  async cancel(actor: Actor, id: string): Promise<void> {
    const found = await loadClassMessage(this.db, id);
    if (!found) throw new Missing('class_message', id);
    const place = await this.requirePlace(actor, found.cohortId);
    if (!mayAt(actor, 'message.manage', place) && found.writtenBy !== actor.accountId) throw new Refusal('classMessage.notOwn');
    const cancelled = await this.db.transaction(actor, (tx) => cancelClassMessage(tx, id, this.clock.now()));
    if (!cancelled) throw new Refusal('classMessage.alreadyGone');
  }

  private async read(tx: Transaction, cohortId: string, { readership, subject, body }: ClassMessageDraft): Promise<readonly Reading[]> {
    const readers = await loadReadership(tx, cohortId, readership);
    return readers.map((reader) => ({ reader, text: fillText({ subject, body }, reader.words) }));
  }

  private async requirePlace(actor: Actor, cohortId: string): Promise<CohortPlace> {
    const place = await placeOfCohort(this.db, cohortId);
    if (!place) throw new Missing('cohort', cohortId);
    const teaches = scopesOf(actor, 'attendance.mark').some((scope) => scope.kind === 'cohort' && covers(scope, place));
    if (!teaches && !mayAt(actor, 'message.manage', place)) throw new OutOfReach('message.manage', 'cohort', cohortId);
    return place;
  }
}

function previewOf(text: TemplateText, readings: readonly Reading[]): ClassMessagePreview {
  const { unknown, strayBrace } = faultsOf(text, knownNames) ?? { unknown: [], strayBrace: false };
  const first = readings.find((reading) => 'filled' in reading.text);
  return {
    readers: readings.length, withoutAddress: readings.filter(({ reader }) => !reader.hasAddress).length, unknown, strayBrace,
    sample: first && 'filled' in first.text ? { name: first.reader.name, ...first.text.filled } : null,
    blocked: blockedOf(readings).slice(0, BLOCKED_SHOWN),
  };
}

function blockedOf(readings: readonly Reading[]): readonly { name: string; missing: readonly string[] }[] {
  return readings.flatMap(({ reader, text }) => {
    const missing = 'missing' in text ? text.missing.filter((name) => knownNames.includes(name)) : [];
    return missing.length > 0 ? [{ name: reader.name, missing }] : [];
  });
}

function requireSendable({ subject, body, readers }: ClassMessageRequest, readings: readonly Reading[]): void {
  const faults = faultsOf({ subject, body }, knownNames);
  if (faults) throw new Refusal(faults.unknown.length > 0 ? 'template.placeholderUnknown' : 'template.strayBrace', { names: faults.unknown.join(', ') });
  if (readings.length === 0) throw new Refusal('classMessage.nobody');
  const blocked = blockedOf(readings);
  if (blocked.length > 0) throw new Refusal('classMessage.valueMissing', { people: blocked.slice(0, 5).map(({ name }) => name).join(', '), count: blocked.length, blocked: blocked.slice(0, BLOCKED_SHOWN) });
  if (readings.length !== readers) throw new Refusal('classMessage.readersChanged', { seen: readers, now: readings.length });
}

function announcementOf(id: string, cohortId: string, sendAfter: Date, { reader, text }: Reading): Announcement[] {
  if (!('filled' in text)) return [];
  const { subject, body } = text.filled;
  return [{ event: 'class.message', personId: reader.personId, cohortId, facts: { subject, text: body }, key: `class.message:${id}:${reader.personId}`, sendAfter: sendAfter.toISOString() }];
}
