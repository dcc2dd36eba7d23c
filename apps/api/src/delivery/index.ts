export { Attachments, type AnnouncedFacts, type AttachmentMaker } from './attachments.js';
export { compose, nameOf, wordsFor, type Addressed } from './composing.js';
export { DeliveryModule } from './delivery.module.js';
export { DeliveryWorker } from './delivery.worker.js';
export { ExpansionService } from './expansion.service.js';
export { Mailer, type Mail, type MailAttachment } from './mailer.js';
export { ringBells } from './message.queries.js';
export { loadNewestTemplates, loadReader, type AnnouncedReader } from './reader.queries.js';
export { WhatsappGateway } from './whatsapp.js';
