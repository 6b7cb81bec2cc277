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
    const field = joinField(before.get(key), own.get(key), other.get(key));
    isClash ||= field.isClash;
    if (field.record !== undefined) joined.set(key, field.record);
  }
  return { record: Object.fromEntries(joined), isClash };
}

/** One key of a record: a group between braces and a list of ids are joined in their turn, anything else is one thing. */
function joinField(was: unknown, here: unknown, there: unknown): JoinedRecord {
  if (same(was, here)) return { record: there, isClash: false };
  if (same(was, there) || same(here, there)) return { record: here, isClash: false };
  const list = joinIds(was ?? [], here, there);
  if (list !== null) return { record: list, isClash: false };
  return isGroup(here) && isGroup(there) ? joinRecords(was, here, there) : { record: here, isClash: true };
}

/** The ids that either added, without those that either took away; null where that is no list of ids, or none is left. */
function joinIds(was: unknown, here: unknown, there: unknown): readonly string[] | null {
  if (!isIds(was) || !isIds(here) || !isIds(there)) return null;
  const kept = there.filter((id) => here.includes(id) || !was.includes(id));
  const added = here.filter((id) => !was.includes(id) && !there.includes(id));
  // A list that may not be empty would be a damaged one.
  return kept.length + added.length === 0 ? null : [...kept, ...added];
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/**
 * Takes a record as this tab last saw it, as it wrote it, and as another tab had stored it meanwhile; gives what the
 * other one wrote where both wrote: undefined where it had left a field blank. This alone is missing from what was joined.
 */
export function clashingFields(seen: unknown, mine: unknown, stored: unknown): Readonly<Record<string, unknown>> {
  const [before, own, other] = [fieldsOf(seen), fieldsOf(mine), fieldsOf(stored)];
  const clashing = [...new Set([...before.keys(), ...own.keys(), ...other.keys()])].flatMap((key) => {
    const [was, here, there] = [before.get(key), own.get(key), other.get(key)];
    const field = joinField(was, here, there);
    if (!field.isClash) return [];
    const isWhole = !isGroup(here) || !isGroup(there);
    return [[key, isWhole ? there : clashingFields(was, here, there)] as const];
  });
  return Object.fromEntries(clashing);
}

/**
 * Takes a record and fields as `clashingFields` gives them; gives the record with these fields and no others in the place
 * of its own: what stands beside them, within a group too, stays. Undefined takes a field away.
 */
export function withFieldsOf(record: unknown, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result = fieldsOf(record);
  for (const [key, value] of Object.entries(fields)) {
    const own = result.get(key);
    if (value === undefined) result.delete(key);
    else result.set(key, isGroup(value) && isGroup(own) ? withFieldsOf(own, value as Record<string, unknown>) : value);
  }
  return Object.fromEntries(result);
}

/** Takes a record and fields of it; gives what it holds in these fields now: the way back from `withFieldsOf`. */
export function fieldsAsIn(
  record: unknown,
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const now = fieldsOf(record);
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      const own = now.get(key);
      return [key, isGroup(value) && isGroup(own) ? fieldsAsIn(own, value as Record<string, unknown>) : own];
    }),
  );
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(record: unknown): Map<string, unknown> {
  return new Map(typeof record === 'object' && record !== null ? Object.entries(record) : []);
}
