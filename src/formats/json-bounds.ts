/** Nesting above this is refused (spec/assessment-file, «Rules»). */
const MAX_DEPTH = 32;

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * True where objects and lists lie inside each other more than 32 times; the outermost counts as one. Walks level by
 * level, without recursion, so that no depth can exhaust the stack.
 */
export function isTooDeep(value: unknown): boolean {
  let level = [value].filter(isGroup);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    const next: object[] = [];
    for (const group of level) {
      for (const child of Array.isArray(group) ? group : Object.values(group)) if (isGroup(child)) next.push(child);
    }
    level = next;
  }
  return false;
}

/**
 * The path of a number that no reader of JSON can hold (`1e999` becomes infinite, and would be written back as `null`),
 * or null where there is none. Takes data that is not too deep.
 */
export function pathOfOverflow(value: unknown): string | null {
  const path = keysToOverflow(value);
  return path && path.join('.');
}

function keysToOverflow(value: unknown): string[] | null {
  if (!isGroup(value)) return value === Infinity || value === -Infinity ? [] : null;
  // A list is walked by its index: the keys of a list of millions would not fit beside it.
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const rest = keysToOverflow(value[index]);
      if (rest) return [String(index), ...rest];
    }
    return null;
  }
  for (const key of Object.keys(value)) {
    const rest = keysToOverflow((value as Record<string, unknown>)[key]);
    if (rest) return [key, ...rest];
  }
  return null;
}
