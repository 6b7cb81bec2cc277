import { fieldsOf, isGroup, mergeField } from '../../kit/values/three-way-merge.ts';

/**
 * Takes a record as this tab last saw it, as it wrote it, and as another tab had stored it meanwhile; gives what the
 * other one wrote where both wrote: undefined where it had left a field blank. This alone is missing from what was merged.
 */
export function conflictingFields(seen: unknown, mine: unknown, stored: unknown): Readonly<Record<string, unknown>> {
  const [before, own, other] = [fieldsOf(seen), fieldsOf(mine), fieldsOf(stored)];
  const inConflict = [...new Set([...before.keys(), ...own.keys(), ...other.keys()])].flatMap((key) => {
    const [was, here, there] = [before.get(key), own.get(key), other.get(key)];
    const field = mergeField(was, here, there);
    if (!field.isConflict) return [];
    const isWhole = !isGroup(here) || !isGroup(there);
    return [[key, isWhole ? there : conflictingFields(was, here, there)] as const];
  });
  return Object.fromEntries(inConflict);
}

/**
 * Takes a record and fields as `conflictingFields` gives them; gives the record with these fields and no others in the place
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

/** The names of the fields in which two states of a record differ. */
export function touchedFields(before: unknown, after: unknown): string[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...was.keys(), ...is.keys()]);
  return [...names].filter((name) => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name)));
}
