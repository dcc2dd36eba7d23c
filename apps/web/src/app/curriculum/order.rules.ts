/** The list with one item moved by some places; it stays as it is where the item would leave it. */
export function moved<Item>(list: readonly Item[], index: number, by: number): readonly Item[] {
  const target = index + by;
  const item = list[index];
  if (item === undefined || target < 0 || target >= list.length) return list;
  const rest = list.filter((_, place) => place !== index);
  return [...rest.slice(0, target), item, ...rest.slice(target)];
}
