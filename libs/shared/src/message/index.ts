export {
  messageChannels, messageEvents, messageStates,
  type Announcement, type MessageChannel, type MessageDetail, type MessageEvent, type MessageRow, type MessageState, type MessageTry, type Placeholder, type PlaceholderKind, type Reminders, type TemplateText,
} from './message.types.js';
export { escapeHtml, exampleWords, faultsOf, fillText, htmlOf, namesIn, placeholdersOf, wordFacts, type Facts, type FilledText, type TemplateFaults } from './text.rules.js';
export { templateInForce, type TemplateInForce, type TemplateKey, type TemplateOrigin } from './template.rules.js';
export type { TemplatePreview, TemplateRow, TemplateSheet, TemplateVersion, TemplateVersionRow, TemplateView } from './template.types.js';
export { shippedText } from './shipped.labels.js';
export {
  afterTry, gatewayOutcome, internationalNumber, isSecret, mailOutcome, nextTryAfter, pageOf, planMessages, welcomeMark, welcomes, wholeLink,
  type AfterTry, type ChannelsOn, type Outcome, type PlannedMessage, type ReaderWays,
} from './message.rules.js';
export { readershipKinds, type Readership, type ReadershipChoices, type ReadershipKind, type ClassMessagePreview, type ClassMessageRow } from './class-message.types.js';
export {
  ReadershipRequest, ClassMessageDraft, ClassMessageRequest, MessageQuery, PreviewTemplateRequest, ReceiptRequest, RemindersRequest, ResetTemplateRequest, SaveTemplateRequest, MessageTemplateQuery,
} from './message.dto.js';
export { classMessagePlaceholders } from './placeholder.types.js';
