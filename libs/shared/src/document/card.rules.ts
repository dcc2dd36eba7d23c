/** What a participant's card says, as read from its QR code. */
export interface CardText {
  readonly enrolmentId: string;
  /** Seal over the id; only the server can tell a true one. */
  readonly seal: string;
}

const pattern = /^JENJANG:P:([0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}):([0-9A-F]{16})$/;

/** The text in the QR code of a card: capitals and digits, which QR stores in fewer and larger squares. */
export function cardText({ enrolmentId, seal }: CardText): string {
  return `JENJANG:P:${enrolmentId}:${seal}`.toUpperCase();
}

/**
 * Takes a scanned text apart, also without a network: a prepared device finds the id in its list, the server checks the
 * seal when the marks arrive. Null for anything that is no card.
 */
export function parseCard(text: string): CardText | null {
  const [, id, seal] = pattern.exec(text.trim().toUpperCase()) ?? [];
  return id && seal ? { enrolmentId: id.toLowerCase(), seal } : null;
}
