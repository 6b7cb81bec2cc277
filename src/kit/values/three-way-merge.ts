/** What becomes of a record that two changed from the same state on: here a person in this tab, there in another. */
export interface Merged {
  readonly record: unknown;
  /** True where both changed one field in different ways: then mine stands, and the other has to be kept elsewhere. */
  readonly isConflict: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Takes a record as this tab last saw it (undefined where there was none), as it is to be now, and as another tab has
 * stored it meanwhile; gives what both wanted, field by field. Null or undefined is a record that was taken away. This is
 * the one rule of conflict: for answers, the plan and the projects.
 */
export function threeWayMerge(seen: unknown, mine: unknown, stored: unknown): Merged {
  // What another tab has changed is not taken away.
  if ((mine ?? null) === null && !same(seen, stored)) return { record: stored, isConflict: false };
  return mergeField(seen, mine, stored);
}

/** One field of a record: a group between braces and a list of ids are merged in their turn, anything else is one thing. */
export function mergeField(was: unknown, here: unknown, there: unknown): Merged {
  if (same(was, there) || same(here, there)) return { record: here, isConflict: false };
  if (same(was, here)) return { record: there, isConflict: false };
  const list = mergeIds(was ?? [], here, there);
  if (list !== null) return { record: list, isConflict: false };
  if (!isGroup(here) || !isGroup(there)) return { record: here, isConflict: true };
  const [before, own, other] = [fieldsOf(was), fieldsOf(here), fieldsOf(there)];
  const merged: [string, unknown][] = [];
  let isConflict = false;
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const field = mergeField(before.get(key), own.get(key), other.get(key));
    isConflict ||= field.isConflict;
    if (field.record !== undefined) merged.push([key, field.record]);
  }
  return { record: Object.fromEntries(merged), isConflict };
}

/** The ids that either added, without those that either took away; null where that is no list of ids, or none is left. */
function mergeIds(was: unknown, here: unknown, there: unknown): readonly string[] | null {
  if (!isIds(was) || !isIds(here) || !isIds(there)) return null;
  const kept = there.filter((id) => here.includes(id) || !was.includes(id));
  const added = here.filter((id) => !was.includes(id) && !there.includes(id));
  // A list that may not be empty would be a damaged one.
  return kept.length + added.length === 0 ? null : [...kept, ...added];
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** True of a value between braces, whose fields are merged one by one. */
export function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a record; none where it is no object. */
export function fieldsOf(record: unknown): Map<string, unknown> {
  return new Map(typeof record === 'object' && record !== null ? Object.entries(record) : []);
}
