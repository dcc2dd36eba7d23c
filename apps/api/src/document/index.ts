export { cardPayload, readCard } from './card.js';
