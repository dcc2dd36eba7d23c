import { formatDate, formatTime, instantMs, isIsoDate, localDate } from '../platform/dates.rules.js';
import type { Locale, Zone } from '../platform/locale.types.js';
import type { MessageEvent, Placeholder, TemplateText } from './message.types.js';
import { codeWords, cohortPlaceholders, factPlaceholders, ownPlaceholders } from './placeholder.types.js';

/** The only thing that a template can do: a name in braces. */
const braced = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** Names that a template of the event may use. */
export function placeholdersOf(event: MessageEvent): readonly Placeholder[] {
  return [...ownPlaceholders, ...(event === 'account.reset' ? [] : cohortPlaceholders), ...factPlaceholders[event]];
}

/** Names in braces, each once, in order. */
export function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(braced)].map(([, name = '']) => name))];
}

/** What keeps a template from being saved. */
export interface TemplateFaults {
  /** Names that the event does not know. */
  readonly unknown: readonly string[];
  /** A brace that belongs to no name. */
  readonly strayBrace: boolean;
}

/** Looks at a template before it is saved; null when it can be filled. */
export function faultsOf(text: TemplateText, known: readonly string[]): TemplateFaults | null {
  const whole = `${text.subject}\n${text.body}`;
  const unknown = namesIn(whole).filter((name) => !known.includes(name));
  const strayBrace = /[{}]/.test(whole.replace(braced, ''));
  return unknown.length > 0 || strayBrace ? { unknown, strayBrace } : null;
}

/** A template with its names filled in, or the names for which there is no value. */
export type FilledText = { readonly filled: TemplateText } | { readonly missing: readonly string[] };

/** Fills a template in one pass: braces inside a value stay what they are. The subject stays on one line. */
export function fillText(text: TemplateText, values: Readonly<Record<string, string>>): FilledText {
  const missing = namesIn(`${text.subject}\n${text.body}`).filter((name) => !isGiven(values, name));
  if (missing.length > 0) return { missing };
  const fill = (part: string): string => part.replace(braced, (_match, name: string) => values[name] ?? '');
  return { filled: { subject: fill(text.subject).replace(/\s+/g, ' ').trim().slice(0, 300), body: fill(text.body).slice(0, 20_000) } };
}

function isGiven(values: Readonly<Record<string, string>>, name: string): boolean {
  return Object.hasOwn(values, name) && (values[name] ?? '').trim() !== '';
}

export type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The facts of an event in the words of its reader: dates and codes written out, what may be unknown said so. Unknown necessary facts are left out. */
export function wordFacts(event: MessageEvent, facts: Facts, locale: Locale, zone: Zone): Readonly<Record<string, string>> {
  const words = placeholdersOf(event).flatMap((placeholder): (readonly [string, string])[] => {
    const value = Object.hasOwn(facts, placeholder.name) ? facts[placeholder.name] : null;
    const given = value === null || value === undefined || value === '' ? '' : wordOf(placeholder, value, locale, zone);
    const word = given.trim() === '' ? placeholder.nothing?.[locale] : given;
    return word === undefined ? [] : [[placeholder.name, word]];
  });
  return Object.fromEntries(words);
}

function wordOf({ name, kind }: Placeholder, value: string | number | boolean, locale: Locale, zone: Zone): string {
  const text = String(value);
  if (kind === 'code') return codeWords[name]?.[text]?.[locale] ?? text;
  if ((kind === 'date' || kind === 'instant') && isIsoDate(text)) return formatDate(text, locale, 'weekday');
  if (kind !== 'instant' || Number.isNaN(instantMs(text))) return text;
  return `${formatDate(localDate(text, zone), locale, 'weekday')} ${locale === 'en' ? 'at' : 'pukul'} ${formatTime(text, zone)}`;
}

/** An example for every name of the event, for previews without a reader. */
export function exampleWords(event: MessageEvent, locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(placeholdersOf(event).map(({ name, example }) => [name, example[locale]]));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML: nothing of it can become markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

/** Paragraphs, line breaks and web addresses of a plain text as HTML, for mail. */
export function htmlOf(text: string): string {
  return text.trim().split(/\n{2,}/).map((paragraph) => `<p style="margin:0 0 16px">${lines(paragraph)}</p>`).join('\n');
}

function lines(paragraph: string): string {
  return paragraph.split(/(https?:\/\/[^\s<>"'{}]+)/).map((part, n) => (n % 2 === 1 ? anchor(part) : escapeHtml(part).replaceAll('\n', '<br>\n'))).join('');
}

function anchor(address: string): string {
  const safe = escapeHtml(address);
  return `<a href="${safe}" style="color:#0b4f9e">${safe}</a>`;
}
