import type { SessionPlace } from './venue.types.js';

/** Room, building, address and city in one line; words of the session itself where no venue was chosen. */
export function placeLine(place: SessionPlace | null, words: string): string {
  if (place === null) return words.trim();
  const parts = [place.room, place.name, words.trim(), place.address, place.city].filter((part) => part !== null && part !== '');
  return [...new Set(parts)].join(', ');
}

/** Address of a map with a mark at the point; a search for the words without one; null without either. */
export function mapLink(place: SessionPlace | null): string | null {
  if (place === null) return null;
  const { latitude, longitude, name, address, city } = place;
  if (latitude !== null && longitude !== null) return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  const words = [name, address, city].filter((part) => part !== '').join(', ');
  return words === '' ? null : `https://www.openstreetmap.org/search?query=${encodeURIComponent(words)}`;
}
