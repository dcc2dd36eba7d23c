import { conflictsOf, emptiedOf, versionStored } from './stale.rules';

describe('a form that somebody else saved before', () => {
  it('tells the fields on which both differ', () => {
    const details = {
      stored: { version: 3, name: 'A', phone: null, zone: 'x' },
      given: { version: 2, name: 'B', phone: '1', zone: 'x', other: 'y' },
    };
    expect(conflictsOf(details)).toEqual([
      { field: 'name', stored: 'A', given: 'B' },
      { field: 'phone', stored: '', given: '1' },
    ]);
    expect(versionStored(details)).toBe(3);
  });

  it('says nothing of other details', () => {
    expect([conflictsOf({}), versionStored({}), versionStored({ stored: null })]).toEqual([[], null, null]);
  });
});

it('sends null for what was emptied only', () => {
  expect(
    emptiedOf(
      { phone: '1', email: 'a@b', birthPlace: null },
      { phone: '', email: 'a@b', birthPlace: '', fullName: '' },
    ),
  ).toEqual({ phone: null });
});
