import type { OwnCard } from '@jenjang/shared/document';
import { cardsKey, deviceStorage } from '../platform/device-storage';

/** The reader's own cards on this device, for use without a network. Signing out or in forgets them. */
export const keptCards = {
  /** Null when none were kept. */
  read(): readonly OwnCard[] | null {
    try {
      const cards = JSON.parse(deviceStorage.read(cardsKey) ?? 'null') as unknown;
      return Array.isArray(cards) && cards.length > 0 ? (cards as OwnCard[]) : null;
    } catch {
      return null;
    }
  },
  write(cards: readonly OwnCard[]): void {
    deviceStorage.write(cardsKey, cards.length > 0 ? JSON.stringify(cards) : null);
  },
};
