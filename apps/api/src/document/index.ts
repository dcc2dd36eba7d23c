export { cardPayload, readCard } from './card.js';
export { DocumentModule } from './document.module.js';
