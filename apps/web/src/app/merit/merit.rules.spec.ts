import { describe, expect, it } from '@jest/globals';
import { fileSize, filterOf, namedValue } from './merit.rules';

describe('filterOf', () => {
  it('keeps what narrows and leaves out what is empty', () => {
    const filters = { unitId: 'u1', programmeId: '', band: 'II', from: '2024-01-01', to: '' };
    expect(filterOf({ q: '', filters })).toEqual({ unitId: 'u1', band: 'II', from: '2024-01-01' });
  });

  it('searches by the words typed', () => {
    expect(filterOf({ q: 'savana', filters: {} })).toEqual({ q: 'savana' });
  });
});

describe('namedValue', () => {
  it('gives the name behind an id', () => {
    expect(namedValue('unitId', { unit: 'Dinas Kesehatan' })).toBe('Dinas Kesehatan');
  });

  it('never shows the id while the name is on its way', () => {
    expect(namedValue('unitId', {})).toBe('…');
  });

  it('leaves values that are no ids to their own words', () => {
    expect(namedValue('band', { unit: 'Dinas Kesehatan' })).toBeNull();
  });
});

describe('fileSize', () => {
  it.each([
    [0, 0, 'B'],
    [999, 999, 'B'],
    [1_000, 1, 'KB'],
    [12_345, 12.3, 'KB'],
    [1_000_000, 1, 'MB'],
    [25_460_000, 25.5, 'MB'],
  ])('reads %d bytes', (bytes, value, unit) => {
    expect(fileSize(bytes)).toEqual({ value, unit });
  });
});
