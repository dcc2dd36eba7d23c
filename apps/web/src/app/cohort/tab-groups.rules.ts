/** Tabs of a cohort in groups, both along the line of work. A phone shows the groups, and below the tabs of one. */
export const tabGroups: readonly { readonly key: string; readonly tabs: readonly string[] }[] = [
  { key: 'overview', tabs: ['overview', 'day'] },
  { key: 'people', tabs: ['participants', 'admission', 'selection', 'waiting'] },
  { key: 'schedule', tabs: ['schedule', 'calendar', 'documents'] },
  { key: 'attendance', tabs: ['attendance', 'flags', 'absences', 'reports', 'devices'] },
  { key: 'learning', tabs: ['learning', 'assessment'] },
  { key: 'graduation', tabs: ['graduation', 'certificates'] },
  { key: 'messages', tabs: ['messages', 'messageLog'] },
  { key: 'history', tabs: ['history'] },
];

/** Where a tab stands in the line of work; what no group names comes last. */
export function tabPlace(tab: string): number {
  const place = tabGroups.flatMap(({ tabs }) => tabs).indexOf(tab);
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

/** A group of which the reader may open these tabs. */
export interface TabGroup<Tab> {
  readonly key: string;
  readonly tabs: readonly Tab[];
}

/** The groups that have a tab to open, each with its tabs. A tab that no group names is a group of its own. */
export function groupTabs<Tab extends { readonly key: string }>(
  tabs: readonly Tab[],
): readonly TabGroup<Tab>[] {
  const named = tabGroups.map((group) => ({
    key: group.key,
    tabs: tabs.filter(({ key }) => group.tabs.includes(key)),
  }));
  const alone = tabs
    .filter(({ key }) => tabPlace(key) === Number.MAX_SAFE_INTEGER)
    .map((tab) => ({ key: tab.key, tabs: [tab] }));
  return [...named, ...alone].filter((group) => group.tabs.length > 0);
}
