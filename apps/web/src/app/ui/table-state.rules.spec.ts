import { describe, expect, it } from '@jest/globals';
import { apiQuery, readTableState, tableParams } from './table-state.rules';

const names = ['unit', 'state'];

function read(query: string, initial = {}) {
  const params = new URLSearchParams(query);
  return readTableState((name) => params.get(name), names, initial);
}

describe('the state of a list in the URL', () => {
  it.each([
    ['', { q: '', sort: '', page: 1, size: 50, filters: { unit: '', state: '' } }],
    [
      'q=senja&sort=-name&page=3&size=25&unit=7',
      { q: 'senja', sort: '-name', page: 3, size: 25, filters: { unit: '7', state: '' } },
    ],
    ['page=-1&size=abc', { q: '', sort: '', page: 1, size: 50, filters: { unit: '', state: '' } }],
    ['page=1.5', { q: '', sort: '', page: 1, size: 50, filters: { unit: '', state: '' } }],
  ])('reads "%s"', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it('takes what the list begins with where the URL is silent', () => {
    const initial = { sort: 'name', size: 25, filters: { state: 'active' } };
    expect(read('', initial)).toMatchObject({
      sort: 'name',
      size: 25,
      filters: { unit: '', state: 'active' },
    });
    expect(read('state=', initial).filters['state']).toBe('');
  });

  it.each(['', 'q=senja&page=3', 'sort=-name&unit=7', 'state=', 'size=50'])(
    'survives being written: "%s"',
    (query) => {
      const initial = { sort: 'name', size: 25, filters: { state: 'active' } };
      const state = read(query, initial);
      const written = Object.entries(tableParams(state, initial)).flatMap(([name, value]) =>
        value === null ? [] : [[name, String(value)]],
      );
      expect(read(new URLSearchParams(written).toString(), initial)).toEqual(state);
    },
  );

  it('asks the API for what is not empty', () => {
    expect(apiQuery(read('q=senja&unit=7'))).toEqual({ q: 'senja', unit: '7', page: '1', size: '50' });
  });
});
