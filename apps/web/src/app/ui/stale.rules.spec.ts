import { differences, storedVersion } from './stale.rules';

describe('a stale form', () => {
  const details = {
    stored: { name: 'Satu', capacity: 30, version: 4, venueName: '' },
    given: { name: 'Dua', capacity: 30, version: 3, venueName: '' },
  };

  it('shows only what differs, without the version', () => {
    expect(differences(details)).toEqual([{ field: 'name', stored: 'Satu', given: 'Dua' }]);
    expect(storedVersion(details)).toBe(4);
  });

  it('is not read out of other details', () => {
    expect(differences({ limit: 3 })).toEqual([]);
    expect(storedVersion({ stored: null })).toBeNull();
  });
});
