import type { SearchRecord, SearchSource } from './record.ts';
import { eachWord, isConnector, isNumber, isStopWord, stemOf, wordsIn } from './words.ts';

/** The other names of a thing, as words to compare. */
export interface IndexedThing {
  readonly name: string;
  readonly stems: readonly string[];
  readonly paths: readonly string[];
  readonly said: readonly (readonly string[])[];
}

/** What a word of a record stands in. */
export const zones = { title: 0, context: 1, heading: 2, text: 3, aside: 4 } as const;

/** One record as a row of words: title, context, then the sections. A gap parts what does not belong together. */
export interface IndexedRecord {
  readonly record: SearchRecord;
  /** Numbers of the vocabulary; 0 in a gap. */
  readonly row: Uint32Array;
  readonly zones: Uint8Array;
  /** Below it stand the words of the title; between it and `contextEnd` those of the page's heading. */
  readonly titleEnd: number;
  readonly contextEnd: number;
  /** How many words of the title say something. */
  readonly titleLength: number;
  /** The words by their number. */
  readonly vocabulary: readonly string[];
}

export interface WordIndex {
  readonly records: readonly IndexedRecord[];
  readonly things: readonly IndexedThing[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly vocabulary: readonly string[];
  /** In how many records each word of the vocabulary stands. */
  readonly spread: readonly number[];
  readonly medianLength: number;
}

/** Empty places between what does not belong together. */
const BETWEEN_SENTENCES = 8;
const BETWEEN_SECTIONS = 40;

const SENTENCE_END = /([.?!])\s+(?=[¿¡«A-ZÁÉÍÓÚÑ])/g;

/** The words of a name that say something. */
export function meaningful(text: string): string[] {
  const all = wordsIn(text).map(({ stem }) => stem);
  const said = all.filter((stem) => isNumber(stem) || !isStopWord(stem));
  return said.length > 0 ? said : all;
}

/** The words of a declared name as it must be typed: «no aplica» is not «aplica». */
const nameWords = (name: string): string[] => wordsIn(name).flatMap(({ stem }) => (isConnector(stem) ? [] : [stem]));

/** Takes what the build wrote; gives what searches are answered from. */
export function indexWords({ records, things }: SearchSource): WordIndex {
  const vocabulary = [''];
  const numbers = new Map<string, number>();
  /** The number of each word as it is written. */
  const seen = new Map<string, number>();
  const spread = [0];
  const lastRecord = [-1];

  const numberOf = (word: string): number => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const stem = stemOf(word);
    let number = numbers.get(stem);
    if (number === undefined) {
      number = vocabulary.push(stem) - 1;
      numbers.set(stem, number);
      spread.push(0);
      lastRecord.push(-1);
    }
    seen.set(word, number);
    return number;
  };

  const indexRecord = (record: SearchRecord, at: number): IndexedRecord => {
    const row: number[] = [];
    const zoneOf: number[] = [];
    const add = (text: string, zone: number): void =>
      eachWord(text, (start, end) => {
        const number = numberOf(text.slice(start, end));
        if (lastRecord[number] !== at) {
          lastRecord[number] = at;
          spread[number] = (spread[number] ?? 0) + 1;
        }
        row.push(number);
        zoneOf.push(zone);
      });
    const gap = (length: number): void => {
      for (let blank = 0; blank < length; blank += 1) {
        row.push(0);
        zoneOf.push(zones.text);
      }
    };
    add(record.title, zones.title);
    const titleEnd = row.length;
    add(record.context, zones.context);
    const contextEnd = row.length;
    for (const { heading, text, isAside } of record.sections) {
      gap(BETWEEN_SECTIONS);
      add(heading, isAside ? zones.aside : zones.heading);
      for (const sentence of text.replace(SENTENCE_END, '$1\n').split('\n')) {
        gap(BETWEEN_SENTENCES);
        add(sentence, isAside ? zones.aside : zones.text);
      }
    }
    const titleLength = meaningful(record.title).length;
    const packed = { row: Uint32Array.from(row), zones: Uint8Array.from(zoneOf) };
    return { record, ...packed, titleEnd, contextEnd, titleLength, vocabulary };
  };

  const indexed = records.map(indexRecord);
  const lengths = indexed.map(({ row }) => row.length).sort((a, b) => a - b);
  return {
    records: indexed,
    things: things.flatMap(({ names, paths, said }) =>
      names.map((name) => ({ name, stems: nameWords(name), paths, said: said.map(meaningful) })),
    ),
    numbers,
    vocabulary,
    spread,
    medianLength: lengths[Math.floor(lengths.length / 2)] ?? 1,
  };
}

export const isKnown = (index: WordIndex, stem: string): boolean => index.numbers.has(stem);

/** How much a word tells: the fewer records have it, the more. */
export function weightOf(index: WordIndex, stem: string): number {
  const number = index.numbers.get(stem);
  return Math.log(1 + index.records.length / (0.5 + (number === undefined ? 0 : (index.spread[number] ?? 0))));
}

/** A record as one search sees it: with the places of the words that are looked for, and of no others. */
export interface SeenRecord extends IndexedRecord {
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** The word at a place of a record; empty in a gap and beyond its end. */
export const stemAt = ({ row, vocabulary }: IndexedRecord, at: number): string => vocabulary[row[at] ?? 0] ?? '';

/** Looks for words in every record. */
export function lookFor(index: WordIndex, records: readonly IndexedRecord[], stems: Iterable<string>): SeenRecord[] {
  const wanted = new Uint8Array(index.vocabulary.length);
  for (const stem of stems) wanted[index.numbers.get(stem) ?? 0] = 1;
  wanted[0] = 0;
  return records.map((record) => {
    const places = new Map<string, number[]>();
    // Every word of the site goes by here in each search: no callback for each.
    for (let at = 0; at < record.row.length; at += 1) {
      const number = record.row[at] ?? 0;
      if (wanted[number] !== 1) continue;
      const stem = index.vocabulary[number] ?? '';
      const known = places.get(stem);
      if (known) known.push(at);
      else places.set(stem, [at]);
    }
    return { ...record, places };
  });
}
