import type { IndexedThing, WordIndex } from './word-index.ts';
import { isConnector, isMonth, isNumber, isStopWord, stemOf, wordsIn } from './words.ts';

/** A name that the query says, with the words of the query that it takes up. */
export interface SaidName {
  readonly thing: IndexedThing;
  readonly first: number;
  readonly last: number;
}

export interface Query {
  /** The words that say something, in order. */
  readonly terms: readonly string[];
  /** Runs of terms that must stand as they are said: «ley 962 de 2005», «puesto 22». First and last term of each. */
  readonly chains: readonly (readonly [first: number, last: number])[];
  /** Pairs of terms that «de» binds: the first of each. «plan de compras» is one thing, not a plan and some purchases. */
  readonly bound: readonly number[];
  readonly names: readonly SaidName[];
}

/** What may stand between a word and its number, or between two numbers of one name. */
const OF_A_NAME = new Set(['de', 'del', 'la', 'no', 'n', 'número', 'entre'].map(stemOf));
const BINDING = new Set(['de', 'del', 'la', 'las', 'el', 'los', 'lo'].map(stemOf));

/** How lawyers shorten what numbers belong to. */
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ['art', stemOf('artículo')],
  ['dec', stemOf('decreto')],
  ['dto', stemOf('decreto')],
  ['res', stemOf('resolución')],
  ['num', stemOf('numeral')],
  ['circ', stemOf('circular')],
]);

/** A word that was typed, with its place among the terms, or null where it says nothing. */
interface Typed {
  readonly stem: string;
  readonly term: number | null;
}

function namesIn(typed: readonly Typed[], things: readonly IndexedThing[]): SaidName[] {
  const words = typed.filter(({ stem }) => !isConnector(stem));
  return things.flatMap((thing) =>
    words.flatMap((_, first) => {
      const run = words.slice(first, first + thing.stems.length);
      const isSaid = thing.stems.length > 0 && thing.stems.every((stem, at) => stem === run[at]?.stem);
      const terms = run.flatMap(({ term }) => (term === null ? [] : [term]));
      const [begin] = terms;
      return isSaid && begin !== undefined ? [{ thing, first: begin, last: terms.at(-1) ?? begin }] : [];
    }),
  );
}

const YEAR = /^(?:19|20)\d\d$/;
/** What bears a year in its name. Elsewhere a year is a word like any other: «plan 2010», «metas 2009». */
const WITH_YEAR = new Set(
  ['ley', 'decreto', 'circular', 'resolución', 'conpes', 'directiva', 'acuerdo', 'sentencia'].map(stemOf),
);

function isNameOf(before: string, number: string): boolean {
  return !YEAR.test(number) || isNumber(before) || isMonth(before) || WITH_YEAR.has(before);
}

/** Reads what a person typed. */
export function readQuery(text: string, index: WordIndex): Query {
  const stems = wordsIn(text.normalize('NFC')).map(({ stem }) => SHORTENED.get(stem) ?? stem);
  const isAllStops = stems.every((stem) => isStopWord(stem));
  const terms: string[] = [];
  /** What stood between each term and the one before it. */
  const between: string[][] = [];
  const typed: Typed[] = [];
  let skipped: string[] = [];
  for (const stem of stems) {
    if (isStopWord(stem) && !isAllStops) {
      typed.push({ stem, term: null });
      skipped.push(stem);
    } else {
      typed.push({ stem, term: terms.push(stem) - 1 });
      between.push(skipped);
      skipped = [];
    }
  }
  const chains: [number, number][] = [];
  const bound: number[] = [];
  for (let at = 1; at < terms.length; at += 1) {
    const gap = between[at] ?? [];
    const term = terms[at] ?? '';
    const isChained = isNumber(term) && isNameOf(terms[at - 1] ?? '', term);
    if (isChained && gap.every((stem) => OF_A_NAME.has(stem))) {
      const open = chains.at(-1);
      if (open?.[1] === at - 1) open[1] = at;
      else chains.push([at - 1, at]);
    } else if (gap.length > 0 && gap.every((stem) => BINDING.has(stem))) bound.push(at - 1);
  }
  return { terms, chains, bound, names: namesIn(typed, index.things) };
}
