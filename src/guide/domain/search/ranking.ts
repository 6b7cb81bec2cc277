import type { Query, SaidName } from './query.ts';
import type { Likeness } from './likeness.ts';
import { weightOf, zones, type SeenRecord, type WordIndex } from './word-index.ts';

const TITLE = 6;
const CONTEXT = 1;
const HEADING = 1.5;
const BODY = 3;
const NAMED = 9;

/** What a word counts where it stands, by zone: a title counts by itself, and what stands aside for a fifth. */
const COUNTED: readonly number[] = [0, 0, 1, 1, 0.2];

/** What a kind of record is worth beside the others: pages about the site name everything and explain little. */
const KINDS: Readonly<Record<string, number>> = { Sitio: 0.6, Fase: 0.8, Norma: 0.9 };

/** True where a number of the query is no word of the title: «artículo 8» is not what INF-08 is called. */
function isStray(record: SeenRecord, { terms, chains }: Query, at: number): boolean {
  const chain = chains.find(([first, last]) => first < at && at <= last);
  if (!chain) return false;
  const before = record.places.get(terms[at - 1] ?? '')?.[0] ?? Infinity;
  return before >= record.titleEnd;
}

/** How much of its subject a record makes of one word. */
function wordScore(index: WordIndex, record: SeenRecord, stem: string, isTitled: boolean): number {
  const places = record.places.get(stem);
  const first = places?.[0];
  if (!places || first === undefined) return 0;
  const count = places.reduce((sum, at) => sum + (COUNTED[record.zones[at] ?? zones.text] ?? 0), 0);
  // Often is more than once, but not twice as much; in a long page it is less.
  const body = count / (count + 0.8 + 0.8 * (record.row.length / index.medianLength));
  const above = !isTitled ? 0 : first < record.titleEnd ? TITLE : first < record.contextEnd ? CONTEXT : 0;
  return above + (places.some((at) => record.zones[at] === zones.heading) ? HEADING : 0) + BODY * body;
}

/** How much of the title the query says: «trámite» is all of «Trámite» and a part of «Ficha de cada trámite». */
function titleShare(record: SeenRecord, terms: readonly string[]): number {
  const said = new Set(terms.filter((term) => (record.places.get(term)?.[0] ?? Infinity) < record.titleEnd));
  return said.size === 0 ? 0 : (said.size / terms.length) * (said.size / Math.max(said.size, record.titleLength));
}

/** How many neighbours of the query are neighbours in the record, from 0 to 1. */
function orderShare(record: SeenRecord, terms: readonly string[]): number {
  if (terms.length < 2) return 0;
  const pairs = terms.slice(1).filter((term, at) => {
    const places = record.places.get(term) ?? [];
    const befores = new Set(record.places.get(terms[at] ?? '') ?? []);
    return places.some((place) => befores.has(place - 1) || befores.has(place - 2) || befores.has(place - 3));
  });
  return pairs.length / (terms.length - 1);
}

function nameScore(record: SeenRecord, { thing, first, last }: SaidName, terms: readonly string[]): number {
  const rank = thing.paths.indexOf(record.record.path);
  const share = (last - first + 1) / terms.length;
  return rank === -1 ? (NAMED / 4) * share : NAMED * share * Math.max(0.4, 1 - 0.12 * rank);
}

/** How well a record answers a query: each word (or what it may stand for), the title, the order, the declared names. */
export function scoreOf(
  index: WordIndex,
  record: SeenRecord,
  query: Query,
  names: readonly SaidName[],
  likenesses: readonly (readonly Likeness[])[],
): number {
  const weights = query.terms.map((term) => weightOf(index, term));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const words = query.terms.map((_, at) => {
    const isTitled = !isStray(record, query, at);
    const best = (likenesses[at] ?? []).map(({ stem, share }) => share * wordScore(index, record, stem, isTitled));
    return ((weights[at] ?? 0) / total) * Math.max(0, ...best);
  });
  const meant = query.terms.map(
    (term, at) => likenesses[at]?.find(({ stem }) => record.places.has(stem))?.stem ?? term,
  );
  const said = words.reduce((a, b) => a + b, 0) + 5 * titleShare(record, meant) + 2 * orderShare(record, meant);
  // A declared name is the editors' word for it: the kind does not take from that.
  return (
    said * (KINDS[record.record.kind] ?? 1) + Math.max(0, ...names.map((name) => nameScore(record, name, query.terms)))
  );
}
