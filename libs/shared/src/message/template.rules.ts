import type { Locale } from '../platform/locale.types.js';
import type { MessageChannel, MessageEvent, TemplateText } from './message.types.js';
import type { TemplateVersion } from './template.types.js';

/** Where a template holds, and for what. */
export interface TemplateKey {
  readonly event: MessageEvent;
  readonly channel: MessageChannel;
  readonly locale: Locale;
}

export type TemplateOrigin = 'agency' | 'national' | 'shipped';

/** A text with where it comes from. */
export interface TemplateInForce {
  readonly text: TemplateText;
  readonly origin: TemplateOrigin;
  /** Version in its own row of versions; 0 for the shipped text. */
  readonly number: number;
}

/** The text that holds: the agency's newest, else the national newest, else the one that was shipped. A version without text gives way to the next. */
export function templateInForce(key: TemplateKey, agencyId: string | null, newest: readonly TemplateVersion[], shipped: TemplateText): TemplateInForce {
  const own = agencyId === null ? null : newestOf(key, agencyId, newest);
  if (own?.text) return { text: own.text, origin: 'agency', number: own.number };
  const national = newestOf(key, null, newest);
  if (national?.text) return { text: national.text, origin: 'national', number: national.number };
  return { text: shipped, origin: 'shipped', number: 0 };
}

function newestOf(key: TemplateKey, agencyId: string | null, versions: readonly TemplateVersion[]): TemplateVersion | null {
  const matching = versions.filter((version) => version.agencyId === agencyId && version.event === key.event && version.channel === key.channel && version.locale === key.locale);
  return matching.reduce<TemplateVersion | null>((best, version) => (best === null || version.number > best.number ? version : best), null);
}
