import { fillText, nameWithTitles, pageOf, shippedText, templateInForce, welcomeMark, welcomes, wholeLink, wordFacts, type FilledText, type MessageChannel, type MessageEvent, type TemplateText, type TemplateVersion } from '@jenjang/shared';
import type { AnnouncedReader } from './reader.queries.js';

/** A reader and what the event says. */
export type Addressed = Omit<AnnouncedReader, 'announcementId'>;

/** The words that fill the placeholders for this reader. */
export function wordsFor(reader: Addressed, publicUrl: string): Readonly<Record<string, string>> {
  const { event, facts, cohort, programme, agency, locale } = reader;
  const zone = facts['zone'] === 'Asia/Jakarta' || facts['zone'] === 'Asia/Makassar' || facts['zone'] === 'Asia/Jayapura' ? facts['zone'] : reader.zone;
  const place = Object.fromEntries(Object.entries({ cohort, programme, agency }).filter(([, word]) => word !== null));
  return wordFacts(event, { ...facts, ...place, name: nameOf(reader), link: linkOf(event, reader, publicUrl) }, locale, zone);
}

/** The text that holds for the reader in a channel. */
export function templateFor({ event, agencyId, locale }: Pick<Addressed, 'event' | 'agencyId' | 'locale'>, channel: MessageChannel, newest: readonly TemplateVersion[]): TemplateText {
  return templateInForce({ event, channel, locale }, agencyId, newest, shippedText(event, channel, locale)).text;
}

/** A message in the words of its reader, or the placeholders for which there is no value. */
export function compose(reader: Addressed, channel: MessageChannel, newest: readonly TemplateVersion[], publicUrl: string): FilledText {
  return fillText(templateFor(reader, channel, newest), wordsFor(reader, publicUrl));
}

/** A reader without an account is led to making one wherever a message goes outside the program, and from there to what it is about. */
export function welcomed(reader: AnnouncedReader, channel: MessageChannel): AnnouncedReader {
  const { accountId, personId, cohortId, event, facts } = reader;
  if (channel === 'inbox' || accountId !== null || personId === null || cohortId === null || !welcomes(event)) return reader;
  const next = facts['link'];
  const link = typeof next === 'string' && next.startsWith('/') ? `${welcomeMark}?next=${encodeURIComponent(next)}` : welcomeMark;
  return { ...reader, facts: { ...facts, link } };
}

/** Where the message leads. */
export function linkOf(event: MessageEvent, { facts, cohortId }: Pick<Addressed, 'facts' | 'cohortId'>, publicUrl: string): string {
  const given = facts['link'];
  return wholeLink(typeof given === 'string' && given !== '' ? given : pageOf(event, cohortId), publicUrl);
}

/** The reader's name with titles. */
export function nameOf({ frontTitle, fullName, backTitle }: Pick<Addressed, 'frontTitle' | 'fullName' | 'backTitle'>): string {
  return nameWithTitles({ frontTitle, fullName, backTitle });
}
