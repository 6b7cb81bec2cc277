/** What becomes of a record that two tabs changed. */
export interface JoinedRecord {
  readonly record: unknown;
  /** True where both changed one key in different ways: then mine stands, and the other has to be kept elsewhere. */
  readonly isClash: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Takes a record as this tab last saw it (undefined where there was none), as it is to be now, and as another tab has
 * stored it meanwhile; gives what both wanted, key by key. Null or undefined is a record that was taken away.
 */
export function joinRecords(seen: unknown, mine: unknown, stored: unknown): JoinedRecord {
  if (same(seen, stored) || same(mine, stored)) return { record: mine, isClash: false };
  // What another tab has changed is not taken away either.
  if (same(seen, mine) || (mine ?? null) === null) return { record: stored, isClash: false };
  const [before, own, other] = [fieldsOf(seen), fieldsOf(mine), fieldsOf(stored)];
  const joined = new Map<string, unknown>();
  let isClash = false;
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const [was, here, there] = [before.get(key), own.get(key), other.get(key)];
    const hasMine = !same(was, here);
    if (hasMine && !same(was, there) && !same(here, there)) isClash = true;
    const value = hasMine ? here : there;
    if (value !== undefined) joined.set(key, value);
  }
  return { record: Object.fromEntries(joined), isClash };
}

function fieldsOf(record: unknown): Map<string, unknown> {
  return new Map(typeof record === 'object' && record !== null ? Object.entries(record) : []);
}
