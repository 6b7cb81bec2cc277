import { isExact, namesFor, standsAs } from './exactness.ts';
import { likely, type Likeness } from './likeness.ts';
import { readQuery, type Query } from './query.ts';
import { scoreOf } from './ranking.ts';
import type { SearchRecord } from './record.ts';
import { lookFor, weightOf, type SeenRecord, type WordIndex } from './word-index.ts';

export interface Hit {
  readonly record: SearchRecord;
  readonly score: number;
  /** The words of the query that truly stand in the record. */
  readonly stems: ReadonlySet<string>;
  /** The declared name that led to it, where its text does not say what was typed. */
  readonly name: string | null;
}

export interface Found {
  /** Records that truly have what the query says, the best first. */
  readonly exact: readonly Hit[];
  /** Records that have a part of it, or something like it. Never among the exact ones. */
  readonly near: readonly Hit[];
}

export interface Narrowing {
  readonly kind?: string;
  readonly phase?: string;
}

/** What a record must have of the query, by what its words tell, to be near it. */
const NEAR_SHARE = 0.36;
/** What a declared name stands for, of a query that says more. */
const NAMED_SHARE = 0.6;
const NEAR_AT_MOST = 6;
/** With this many that are exact nobody needs what is only near. */
const ENOUGH = 3;

/** What a number tells without the word that it belongs to: «ley 22» is not near whatever has a 22. */
const STRAY_NUMBER = 0.5;

/** How much of the query a record has, from 0 to 1, what is only like it for less. */
function shareOf(
  index: WordIndex,
  { terms, chains }: Query,
  record: SeenRecord,
  likenesses: readonly (readonly Likeness[])[],
): number {
  const weights = terms.map((term) => weightOf(index, term));
  const stray = new Set(
    chains.flatMap(([first, last]) =>
      standsAs(record, terms.slice(first, last + 1)) ? [] : terms.map((_, at) => at).slice(first + 1, last + 1),
    ),
  );
  const had = weights.map((weight, at) => {
    const shares = (likenesses[at] ?? []).filter(({ stem }) => record.places.has(stem)).map(({ share }) => share);
    return weight * Math.max(0, ...shares) * (stray.has(at) ? STRAY_NUMBER : 1);
  });
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return sum(had) / (sum(weights) || 1);
}

const byScore = (a: Hit, b: Hit): number => b.score - a.score;

const stemsOf = ({ terms }: Query, { places }: SeenRecord): ReadonlySet<string> =>
  new Set(terms.filter((term) => places.has(term)));

function exactHits(index: WordIndex, query: Query, records: readonly SeenRecord[]): Hit[] {
  const themselves = query.terms.map((stem) => [{ stem, share: 1 }]);
  const hits = records.flatMap((each): Hit[] => {
    const names = namesFor(each, query);
    if (!isExact(each, query, names)) return [];
    const stems = stemsOf(query, each);
    const isSaid = query.terms.every((term) => stems.has(term));
    const named = names.find(({ thing }) => thing.paths.includes(each.record.path)) ?? names[0];
    const score = scoreOf(index, each, query, names, themselves);
    return [{ record: each.record, score, stems, name: isSaid ? null : (named?.thing.name ?? null) }];
  });
  return hits.sort(byScore);
}

function nearHits(
  index: WordIndex,
  query: Query,
  records: readonly SeenRecord[],
  likenesses: readonly (readonly Likeness[])[],
): Hit[] {
  const hits = records.flatMap((each): Hit[] => {
    const names = namesFor(each, query);
    const share = shareOf(index, query, each, likenesses);
    const isNamed = names.some(({ thing }) => thing.paths.includes(each.record.path));
    if (share < NEAR_SHARE && !isNamed) return [];
    const score = scoreOf(index, each, query, names, likenesses) * Math.max(share, isNamed ? NAMED_SHARE : 0);
    return [{ record: each.record, score, stems: stemsOf(query, each), name: null }];
  });
  return hits.sort(byScore).slice(0, NEAR_AT_MOST);
}

/** Searches: what is exact, and apart from it what is near. */
export function search(index: WordIndex, text: string, { kind = '', phase = '' }: Narrowing = {}): Found {
  const query = readQuery(text, index);
  if (query.terms.length === 0) return { exact: [], near: [] };
  const searched = index.records.filter(
    ({ record }) => (kind === '' || record.kind === kind) && (phase === '' || record.phase === phase),
  );
  const said = query.names.flatMap(({ thing }) => thing.said.flat());
  const seen = lookFor(index, searched, [...query.terms, ...said]);
  const exact = exactHits(index, query, seen);
  if (exact.length >= ENOUGH) return { exact, near: [] };
  const isFound = new Set(exact.map(({ record }) => record));
  const likenesses = query.terms.map((term) => likely(index, term));
  const stems = likenesses.flat().map(({ stem }) => stem);
  const others = searched.filter(({ record }) => !isFound.has(record));
  const near = nearHits(index, query, lookFor(index, others, [...query.terms, ...said, ...stems]), likenesses);
  return { exact, near };
}
