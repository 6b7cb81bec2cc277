import { isKnown, type WordIndex } from './word-index.ts';
import { isNumber } from './words.ts';

/** A word of the site that may be meant, and how sure that is (1: it is the very word). */
export interface Likeness {
  readonly stem: string;
  readonly share: number;
}

const COMPLETION = 0.8;
const MISTYPED = 0.7;
const FAMILY = 0.5;

/** How many letters must be typed, left out, changed or swapped to make one word of the other, as far as it matters. */
function lettersApart(a: string, b: string, atMost: number): number {
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * The words of the site that a word may stand for: itself; what it begins; what it is mistyped for, where the site does
 * not know it; its family (publicar, publicación). A number is only ever itself.
 */
export function likely(index: WordIndex, stem: string): Likeness[] {
  const isWord = isKnown(index, stem);
  const found: Likeness[] = isWord ? [{ stem, share: 1 }] : [];
  if (isNumber(stem) || stem.length < 3) return found;
  const mistakes = isWord || stem.length < 4 ? 0 : stem.length < 8 ? 1 : 2;
  for (const other of index.vocabulary) {
    // Nobody mistypes the first letter often enough to compare every word with every other.
    if (other[0] !== stem[0] || other === stem) continue;
    const shared = sharedStart(stem, other);
    if (!isWord && shared === stem.length) found.push({ stem: other, share: COMPLETION });
    else if (mistakes > 0 && lettersApart(stem, other, mistakes) <= mistakes)
      found.push({ stem: other, share: MISTYPED });
    else if (shared >= 5 && shared >= 0.6 * stem.length && shared >= 0.5 * other.length)
      found.push({ stem: other, share: FAMILY });
  }
  return found;
}
