export {
  messageChannels, messageEvents, messageStates,
  type Announcement, type MessageChannel, type MessageEvent, type MessageState, type Placeholder, type PlaceholderKind, type TemplateText,
} from './message.types.js';
export { escapeHtml, exampleWords, faultsOf, fillText, htmlOf, namesIn, placeholdersOf, wordFacts, type Facts, type FilledText, type TemplateFaults } from './text.rules.js';
export { templateInForce, type TemplateInForce, type TemplateKey, type TemplateOrigin } from './template.rules.js';
export type { TemplatePreview, TemplateRow, TemplateSheet, TemplateVersion, TemplateVersionRow, TemplateView } from './template.types.js';
export { shippedText } from './shipped.labels.js';
export {
  afterTry, gatewayOutcome, internationalNumber, isSecret, mailOutcome, nextTryAfter, pageOf, planMessages, wholeLink,
  type AfterTry, type ChannelsOn, type Outcome, type PlannedMessage, type ReaderWays,
} from './message.rules.js';
