/**
 * The selection after the row at `to` is toggled. From another row on, the whole range takes the new state of `to`.
 */
export function rangeSelected(
  selected: ReadonlySet<string>,
  keys: readonly string[],
  from: number,
  to: number,
): ReadonlySet<string> {
  const key = keys[to];
  if (key === undefined) return selected;
  const range = keys.slice(Math.min(from, to), Math.max(from, to) + 1);
  const isToBeSelected = !selected.has(key);
  const next = new Set(selected);
  for (const each of range) {
    if (isToBeSelected) next.add(each);
    else next.delete(each);
  }
  return next;
}
