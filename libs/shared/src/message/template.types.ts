import type { Locale } from '../platform/locale.types.js';
import type { MessageChannel, MessageEvent, Placeholder, TemplateText } from './message.types.js';

/** A stored version of a template. Without text: back to what holds above. */
export interface TemplateVersion {
  /** Null for the national default. */
  readonly agencyId: string | null;
  readonly event: MessageEvent;
  readonly channel: MessageChannel;
  readonly locale: Locale;
  readonly number: number;
  readonly text: TemplateText | null;
}

/** A line in the list of templates. */
export interface TemplateRow {
  readonly event: MessageEvent;
  /** Texts of this agency, of three channels in two languages, that differ from the default. */
  readonly own: number;
  readonly changedAt: string | null;
}

/** One text of an event as the editor shows it. */
export interface TemplateView {
  readonly channel: MessageChannel;
  readonly locale: Locale;
  readonly text: TemplateText;
  readonly origin: 'agency' | 'national' | 'shipped';
  /** Number of the newest version of this agency, 0 when it has none; what the next version is built on. */
  readonly number: number;
  readonly versions: readonly TemplateVersionRow[];
}

export interface TemplateVersionRow {
  readonly number: number;
  readonly text: TemplateText | null;
  readonly by: string | null;
  readonly at: string;
}

/** Everything that an editor needs for an event. */
export interface TemplateSheet {
  readonly event: MessageEvent;
  readonly placeholders: readonly Placeholder[];
  readonly texts: readonly TemplateView[];
}

/** A text filled in, or the names without a value. */
export interface TemplatePreview {
  readonly locale: Locale;
  readonly subject: string;
  readonly body: string;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly strayBrace: boolean;
}
