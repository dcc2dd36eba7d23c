import { describe, expect, it } from '@jest/globals';
import { changesOf } from './history.rules';

const entry = { id: 1, at: '2026-11-20T02:10:00Z', by: 'Melati Pualam', action: 'changed', reason: null };

describe('changesOf', () => {
  it.each([
    [
      'a changed field',
      { venue: 'Aula' },
      { venue: 'Ballroom' },
      [{ field: 'venue', before: 'Aula', after: 'Ballroom' }],
    ],
    ['a new record', null, { seats: 112 }, [{ field: 'seats', before: null, after: '112' }]],
    ['a removed record', { seats: 112 }, null, [{ field: 'seats', before: '112', after: null }]],
    ['a structure', { s: [1] }, { s: [1, 2] }, [{ field: 's', before: '[1]', after: '[1,2]' }]],
    ['what is equal when written', { note: null }, { note: '' }, []],
  ])('lists %s', (_, before, after, expected) => {
    expect(changesOf({ ...entry, before, after })).toEqual(expected);
  });
});
