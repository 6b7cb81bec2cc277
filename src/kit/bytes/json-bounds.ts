/** Nesting above this is refused (docs/assessment-file.md, «What is refused»). */
const MAX_DEPTH = 32;

/** Texts with more values than this are refused unread: two characters may take some hundred bytes of memory. */
export const MAX_VALUES = 500_000;

/** What counts of JSON's signs. */
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, OPEN_GROUP, CLOSE_LIST, CLOSE_GROUP] = [0x5b, 0x7b, 0x5d, 0x7d];

/**
 * Takes the text of a JSON file; says what of it is beyond the bounds, or null, without reading it: more values than
 * MAX_VALUES, lists and groups counted too, or lists and groups within each other more than 32 times. Of a short text
 * nothing is said: reading it costs little.
 */
export function boundOf(text: string): 'tooManyValues' | 'tooDeep' | null {
  // Each value takes two characters or more.
  if (text.length <= 2 * MAX_VALUES) return null;
  let [values, depth, isWithinText, hasJustOpened] = [1, 0, false, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (isWithinText) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) isWithinText = false;
      continue;
    }
    // Blanks of any kind.
    if (sign <= 0x20) continue;
    if (sign === CLOSE_LIST || sign === CLOSE_GROUP) depth -= 1;
    // Something stands in the list or group, and behind each comma something more.
    else if (hasJustOpened || sign === COMMA) values += 1;
    hasJustOpened = sign === OPEN_LIST || sign === OPEN_GROUP;
    if (hasJustOpened) depth += 1;
    isWithinText = sign === QUOTE;
    if (depth > MAX_DEPTH) return 'tooDeep';
    if (values > MAX_VALUES) return 'tooManyValues';
  }
  return null;
}

/** True where a text is more bytes than so many in UTF-8. Nothing is copied for it: a text may be of any length. */
export function isLonger(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  // No sign takes more than three bytes for each of its halves.
  if (text.length * 3 <= bytes) return false;
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign >= 0x80) length += 1;
    // Two halves of one sign take four bytes together.
    if (sign >= 0x800 && (sign & 0xf800) !== 0xd800) length += 1;
  }
  return length > bytes;
}

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
