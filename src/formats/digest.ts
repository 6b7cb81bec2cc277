import canonicalize from 'canonicalize';
import { sha256 } from './sha256.ts';

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A key as `toWellFormed()` gives it; where another key has that name already, with one more U+FFFD, so that none is lost. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key.toWellFormed();
  while (taken.has(free)) free += '\uFFFD';
  return free;
}

/** The keys of an object, each with its well-formed name: those that are well formed keep theirs. */
function wellFormedKeys(group: object): Map<string, string> {
  const keys = Object.keys(group);
  const names = new Map(keys.filter((key) => key.isWellFormed()).map((key) => [key, key]));
  if (names.size === keys.length) return names;
  const taken = new Set(names.keys());
  for (const key of keys.filter((each) => !each.isWellFormed()).sort()) {
    const name = freeKey(key, taken);
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

/** One value without its children: a lone surrogate becomes U+FFFD, a number that JSON cannot write becomes null. */
function wellFormedLeaf(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

/** A copy of plain data that RFC 8785 can write. Walks with a list of its own, so that no depth exhausts the stack. */
function wellFormed(value: unknown): unknown {
  if (!isGroup(value)) return wellFormedLeaf(value);
  const emptyOf = (group: object): object => (Array.isArray(group) ? [] : {});
  const root = emptyOf(value);
  const open: [source: object, copy: object][] = [[value, root]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [source, copy] = pair;
    for (const [key, name] of wellFormedKeys(source)) {
      const child = (source as Record<string, unknown>)[key];
      const childCopy = isGroup(child) ? emptyOf(child) : wellFormedLeaf(child);
      if (isGroup(child)) open.push([child, childCopy as object]);
      // Defined and not assigned: `__proto__` is an ordinary key.
      Object.defineProperty(copy, name, { value: childCopy, enumerable: true, writable: true, configurable: true });
    }
  }
  return root;
}

/** A file without its closing; what is no object is given as it is. */
function withoutClosing(file: unknown): unknown {
  if (!isGroup(file) || Array.isArray(file)) return file;
  const { cierre: _, ...rest } = file as Record<string, unknown>;
  return rest;
}

/**
 * Takes a file as plain data; gives its canonical form: RFC 8785 (JCS) of the file without its top-level `cierre`.
 * RFC 8785 has no form for a lone surrogate: it is replaced by U+FFFD, as `toWellFormed()` does, in texts and in keys
 * (spec/assessment-file, «Rules»).
 */
export function canonicalForm(file: unknown): string {
  return canonicalize(wellFormed(withoutClosing(file))) ?? 'null';
}

/** Takes a file as plain data; gives the digest of its canonical form. */
export function digestOf(file: unknown): Promise<string> {
  return digestOfText(canonicalForm(file));
}

/**
 * Takes a text; gives the SHA-256 of it in UTF-8: 64 lower-case hexadecimal digits. The browser computes it where it can;
 * on a page that came by plain http, as an intranet may serve it, it gives no `crypto.subtle`, and our own computes the
 * same.
 */
export async function digestOfText(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  // The type says that it is always there; without https it is not.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
