import { isWellFormed, toWellFormed } from './well-formed.ts';

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A key made well formed; where another key has that name already, with one more U+FFFD, so that none is lost. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = toWellFormed(key);
  while (taken.has(free)) free += '\uFFFD';
  return free;
}

/** The keys of an object, each with its well-formed name: those that are well formed keep theirs. */
function wellFormedKeys(group: object): Map<string, string> {
  const keys = Object.keys(group);
  const names = new Map(keys.filter(isWellFormed).map((key) => [key, key]));
  if (names.size === keys.length) return names;
  const taken = new Set(names.keys());
  for (const key of keys.filter((each) => !isWellFormed(each)).sort()) {
    const name = freeKey(key, taken);
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

/** One value without its children; undefined where JSON has no form for it. JSON writes NaN and ±Infinity as null. */
function leafText(value: unknown): string | undefined {
  return JSON.stringify(typeof value === 'string' ? toWellFormed(value) : value);
}

/** What stands between the brackets of a list or an object: each member with what is written before it. */
function membersOf(group: object): (readonly [before: string, value: unknown])[] {
  if (Array.isArray(group)) return Array.from(group, (value: unknown, index) => [index === 0 ? '' : ',', value]);
  return [...wellFormedKeys(group)]
    .map(([key, name]) => [name, (group as Record<string, unknown>)[key]] as const)
    .filter(([, value]) => isGroup(value) || leafText(value) !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value], index) => [`${index === 0 ? '' : ','}${JSON.stringify(name)}:`, value]);
}

/**
 * Takes plain data, as JSON holds it; gives it as RFC 8785 (JCS) writes it: keys sorted by their UTF-16 units, no space.
 * RFC 8785 has no form for a lone surrogate: it is replaced by U+FFFD, in texts and in keys. Walks with a list of its
 * own, so that no depth exhausts the stack. Not left to the package `canonicalize`, which asks for newer browsers than
 * the oldest of the rule; it is what the tests hold this against.
 */
export function canonicalJson(value: unknown): string {
  if (!isGroup(value)) return leafText(value) ?? 'null';
  const written: string[] = [];
  const open: { readonly text?: string; readonly group?: object }[] = [{ group: value }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.text !== undefined) written.push(next.text);
    if (next.group === undefined) continue;
    const [first, last] = Array.isArray(next.group) ? ['[', ']'] : ['{', '}'];
    written.push(first);
    open.push({ text: last });
    for (const [before, member] of membersOf(next.group).reverse()) {
      open.push(isGroup(member) ? { text: before, group: member } : { text: before + (leafText(member) ?? 'null') });
    }
  }
  return written.join('');
}
