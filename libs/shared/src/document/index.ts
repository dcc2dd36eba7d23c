export { cardText, parseCard, type CardText } from './card.rules.js';
