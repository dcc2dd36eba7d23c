import { describe, expect, it } from '@jest/globals';
import { cardPayload, readCard } from './card.js';

const key = 'kunci untuk pengujian, lebih dari tiga puluh dua aksara';
const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const other = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

describe('a card', () => {
  it('reads back to the enrolment it was made for, whatever the scanner did to its letters', () => {
    expect(readCard(key, cardPayload(key, id))).toBe(id);
    expect(readCard(key, ` ${cardPayload(key, id).toLowerCase()}\n`)).toBe(id);
  });

  it.each([
    ['another enrolment under the seal of the first', cardPayload(key, id).replace(id.toUpperCase(), other.toUpperCase())],
    ['a seal of another installation', cardPayload(`${key}!`, id)],
    ['an invented seal', `JENJANG:P:${id}:0000000000000000`],
    ['no seal', `JENJANG:P:${id}`],
    ['no card', 'Halo'],
  ])('is not %s', (_, text) => {
    expect(readCard(key, text)).toBeNull();
  });
});
