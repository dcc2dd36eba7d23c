import { describe, expect, it } from '@jest/globals';
import { groupTabs, tabGroups, tabPlace } from './tab-groups.rules';

const tabs = (...keys: readonly string[]) => keys.map((key) => ({ key }));

describe('groupTabs', () => {
  it('keeps the order of the work and leaves out groups without a tab', () => {
    const groups = groupTabs(tabs('participants', 'selection', 'graduation'));
    expect(groups.map(({ key, tabs: own }) => [key, own.map((tab) => tab.key)])).toEqual([
      ['people', ['participants', 'selection']],
      ['graduation', ['graduation']],
    ]);
  });

  it('loses no tab, also one that nobody grouped', () => {
    expect(groupTabs(tabs('overview', 'unheard')).map(({ key }) => key)).toEqual(['overview', 'unheard']);
  });

  it('has every tab in one group only', () => {
    const all = tabGroups.flatMap((group) => group.tabs);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('tabPlace', () => {
  it('puts what no group names last', () => {
    expect(tabPlace('unheard')).toBeGreaterThan(tabPlace('history'));
  });
});
