import type { Locale } from '../platform/locale.types.js';
import { englishTexts } from './english.labels.js';
import { indonesianTexts } from './indonesian.labels.js';
import type { MessageChannel, MessageEvent, TemplateText } from './message.types.js';

/** The text with which the program is shipped, per channel and language. */
export function shippedText(event: MessageEvent, channel: MessageChannel, locale: Locale): TemplateText {
  const { letter, short } = (locale === 'en' ? englishTexts : indonesianTexts)[event];
  return channel === 'inbox' ? { subject: letter.subject, body: short } : letter;
}
