/**
 * Takes items and what each belongs to; gives the items by that, groups and items in the order in which they came:
 * `Map.groupBy` of later browsers (docs/decisions/0005).
 */
export function groupedBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
