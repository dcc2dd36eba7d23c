/** Where the reader's own cards are kept for use without a network. */
export const cardsKey = 'cards';

/** Choices kept on this device. A browser that forbids storage only forgets them. */
export const deviceStorage = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(`jenjang.${key}`);
    } catch {
      return null;
    }
  },
  write(key: string, value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(`jenjang.${key}`);
      else localStorage.setItem(`jenjang.${key}`, value);
    } catch {
      // Private windows may refuse; the choice then lasts until the page is closed.
    }
  },
};
