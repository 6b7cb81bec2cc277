import type { Hit } from './search.ts';
import { wordsIn, type Word } from './words.ts';

/** A piece of text as it stands in the page, and whether it is a word of the query. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface Excerpt {
  /** Where on the page it stands; empty for its beginning. */
  readonly anchor: string;
  readonly parts: readonly ExcerptPart[];
}

const LENGTH = 26;
/** Fewer words than this say nothing of a record. */
const LEAST = 5;
/** How many words stand before the first match. */
const BEFORE = 6;

interface Passage {
  readonly anchor: string;
  readonly text: string;
  readonly words: readonly Word[];
  readonly first: number;
  readonly score: number;
}

/** The stretch of a text with the most different words of the query. */
function bestStretch(words: readonly Word[], stems: ReadonlySet<string>): { first: number; score: number } {
  let best = { first: 0, score: 0 };
  words.forEach(({ stem }, at) => {
    if (!stems.has(stem)) return;
    const there = words.slice(at, at + LENGTH - BEFORE).filter((word) => stems.has(word.stem));
    const score = new Set(there.map((word) => word.stem)).size + 0.01 * there.length;
    if (score > best.score) best = { first: Math.max(0, at - BEFORE), score };
  });
  return best;
}

function partsOf({ text, words, first }: Passage, stems: ReadonlySet<string>): ExcerptPart[] {
  const shown = words.slice(first, first + LENGTH);
  const last = shown.at(-1);
  if (!last) return [];
  const parts: ExcerptPart[] = [];
  const add = (piece: string, isMatch: boolean): void => {
    if (piece !== '') parts.push({ text: piece, isMatch });
  };
  let at = first === 0 ? 0 : (shown[0]?.start ?? 0);
  if (first > 0) add('… ', false);
  for (const { stem, start, end } of shown) {
    if (!stems.has(stem)) continue;
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  const isWhole = first + LENGTH >= words.length;
  add(text.slice(at, isWhole ? text.length : last.end), false);
  if (!isWhole) add(' …', false);
  return parts;
}

/** The lines of a section as one text: what ends without a sign gets one. */
const asText = (lines: string): string =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (/[.:;,?!»)]$/.test(line) ? line : `${line}.`))
    .join(' ');

/** The passage of a hit where its words stand best, or its beginning, with those words marked and no others. */
export function excerptOf({ record, stems }: Hit): Excerpt {
  let best: Passage | null = null;
  for (const { anchor, text: lines, isAside } of record.sections) {
    const text = asText(lines);
    const words = wordsIn(text);
    if (words.length < LEAST) continue;
    const { first, score } = bestStretch(words, stems);
    const weighed = score * (isAside ? 0.6 : 1);
    if (!best || weighed > best.score) best = { anchor, text, words, first, score: weighed };
  }
  if (!best) return { anchor: '', parts: [] };
  return { anchor: best.score > 0 ? best.anchor : '', parts: partsOf(best, stems) };
}
