import { createHmac, timingSafeEqual } from 'node:crypto';
import { cardText, parseCard } from '@jenjang/shared';

/** Half of what SHA-256 gives in hex: too much to be guessed at a door, short enough for large squares. */
const SEAL_LENGTH = 16;

/** The text for the QR code of a participant's card. `secretKey` is the installation's, of `Config`. */
export function cardPayload(secretKey: string, enrolmentId: string): string {
  return cardText({ enrolmentId, seal: sealOf(secretKey, enrolmentId) });
}

/** The enrolment that a scanned card names; null when the text is no card or nobody here made it. */
export function readCard(secretKey: string, text: string): string | null {
  const card = parseCard(text);
  if (!card) return null;
  return timingSafeEqual(Buffer.from(card.seal), Buffer.from(sealOf(secretKey, card.enrolmentId))) ? card.enrolmentId : null;
}

/** The words before the id keep seals of cards apart from everything else that is made with the key. */
function sealOf(secretKey: string, enrolmentId: string): string {
  return createHmac('sha256', secretKey).update(`participant card ${enrolmentId.toLowerCase()}`).digest('hex').slice(0, SEAL_LENGTH).toUpperCase();
}
