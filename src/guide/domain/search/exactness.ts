import type { Query, SaidName } from './query.ts';
import { stemAt, type SeenRecord } from './word-index.ts';
import { isMonth, isNumber, isStopWord } from './words.ts';

/** How far apart two words may stand that belong together, and how much farther for each one more. */
const TOGETHER = 12;
/** How far what «de» binds: within a sentence. */
const BOUND = 8;

const placesOf = (record: SeenRecord, stem: string): readonly number[] => record.places.get(stem) ?? [];

/** True where the words stand one after the other, whatever says nothing between them. */
export function standsAs(record: SeenRecord, stems: readonly string[]): boolean {
  return placesOf(record, stems[0] ?? '').some((start) => {
    let at = start;
    for (const stem of stems.slice(1)) {
      // A number belongs to its word across other numbers and dates: «artículos 6, 7 y 9», «Ley 962 del 8 de julio de 2005».
      const isPassed = (other: string): boolean =>
        other !== '' && (isStopWord(other) || (isNumber(stem) && (isNumber(other) || isMonth(other))));
      at += 1;
      while (stemAt(record, at) !== stem && isPassed(stemAt(record, at))) at += 1;
      if (stemAt(record, at) !== stem) return false;
    }
    return true;
  });
}

/** The names of the query that lead to a record: declared for it, or said in it in the site's own words. */
export function namesFor(record: SeenRecord, query: Query): SaidName[] {
  return query.names.filter(
    ({ thing }) => thing.paths.includes(record.record.path) || thing.said.some((stems) => standsAs(record, stems)),
  );
}

/** True where one place of each of these lies within a distance of the others. */
function standTogether(lists: readonly (readonly number[])[], distance: number): boolean {
  const all = lists
    .flatMap((places, list) => places.map((place) => ({ place, list })))
    .sort((a, b) => a.place - b.place);
  const seen = new Map<number, number>();
  for (const { place, list } of all) {
    seen.set(list, place);
    if (seen.size === lists.length && place - Math.min(...seen.values()) <= distance) return true;
  }
  return false;
}

/**
 * True where a record truly has everything that the query says: each word in its title, in a name declared for it, or
 * with the others in one passage of it; numbers with the word that they belong to; what «de» binds, together.
 */
export function isExact(record: SeenRecord, query: Query, names: readonly SaidName[]): boolean {
  const { terms, chains, bound } = query;
  const isNamed = (at: number): boolean => names.some(({ first, last }) => first <= at && at <= last);
  const isAbove = (at: number): boolean => (placesOf(record, terms[at] ?? '')[0] ?? Infinity) < record.contextEnd;
  const isFree = (at: number): boolean => isNamed(at) || isAbove(at);
  const every = terms.map((_, at) => at);
  if (!every.every((at) => isNamed(at) || record.places.has(terms[at] ?? ''))) return false;
  for (const [first, last] of chains) {
    const run = every.slice(first, last + 1);
    if (!run.every(isNamed) && !standsAs(record, terms.slice(first, last + 1))) return false;
  }
  for (const at of bound) {
    // «contrato de trabajo» is no «contrato» that is spoken of where «trabajo» stands somewhere.
    if (isFree(at) && isFree(at + 1)) continue;
    if (!standTogether([placesOf(record, terms[at] ?? ''), placesOf(record, terms[at + 1] ?? '')], BOUND)) return false;
  }
  const rest = every.filter((at) => !isFree(at)).map((at) => placesOf(record, terms[at] ?? ''));
  return rest.length < 2 || standTogether(rest, TOGETHER + 6 * (rest.length - 2));
}
