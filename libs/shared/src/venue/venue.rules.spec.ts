import { describe, expect, it } from '@jest/globals';
import type { SessionPlace } from './venue.types.js';
import { mapLink, placeLine } from './venue.rules.js';

const hotel: SessionPlace = { name: 'Hotel Mahakam', room: 'Ballroom', address: 'Jl. Tepian 1', city: 'Samarinda', latitude: -0.5, longitude: 117.15 };

describe('a place', () => {
  it.each<[string, SessionPlace | null, string, string]>([
    ['room first, city last', hotel, '', 'Ballroom, Hotel Mahakam, Jl. Tepian 1, Samarinda'],
    ['words of the session after the building', { ...hotel, room: null, address: '' }, 'Lantai 3', 'Hotel Mahakam, Lantai 3, Samarinda'],
    ['nothing twice', { ...hotel, room: null, address: '' }, 'Hotel Mahakam', 'Hotel Mahakam, Samarinda'],
    ['only words', null, ' Aula ', 'Aula'],
  ])('in a line: %s', (_, place, words, expected) => {
    expect(placeLine(place, words)).toBe(expected);
  });

  it.each<[string, SessionPlace | null, string | null]>([
    ['its point', hotel, 'https://www.openstreetmap.org/?mlat=-0.5&mlon=117.15#map=17/-0.5/117.15'],
    ['a point on the equator', { ...hotel, latitude: 0 }, 'https://www.openstreetmap.org/?mlat=0&mlon=117.15#map=17/0/117.15'],
    ['its words', { ...hotel, latitude: null, longitude: null }, 'https://www.openstreetmap.org/search?query=Hotel%20Mahakam%2C%20Jl.%20Tepian%201%2C%20Samarinda'],
    ['nothing', null, null],
  ])('on the map: %s', (_, place, expected) => {
    expect(mapLink(place)).toBe(expected);
  });
});
