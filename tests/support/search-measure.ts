import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { SearchSource } from '../../src/guide/domain/search/record.ts';
import { search } from '../../src/guide/domain/search/search.ts';
import { indexWords, type WordIndex } from '../../src/guide/domain/search/word-index.ts';
import type { SearchQuestion } from './search-questions.ts';

/** What became of one question. */
export interface Answered {
  readonly query: string;
  /** Addresses in the order of the page: the exact ones, then what is near. */
  readonly paths: readonly string[];
  readonly exact: number;
  readonly isFirst: boolean;
  readonly isAmongThree: boolean;
}

/** What the browser fetches, as the build under a folder wrote it. */
function readSource(folder: string): SearchSource {
  return JSON.parse(gunzipSync(readFileSync(`${folder}/busqueda/textos.bin`)).toString('utf8')) as SearchSource;
}

export const readIndex = (folder: string): WordIndex => indexWords(readSource(folder));

const isOn = (path: string, page: string): boolean => path === page || path.startsWith(`${page}#`);

/** Asks everything, as the page does. What the site does not treat is right where nothing is exact. */
export function ask(index: WordIndex, questions: readonly SearchQuestion[]): Answered[] {
  return questions.map(({ query, expect, isAbsent = false }) => {
    const { exact, near } = search(index, query);
    const paths = [...exact, ...near].map(({ record }) => record.path);
    const isRight = (path: string | undefined): boolean =>
      path !== undefined && expect.some((page) => isOn(path, page));
    return {
      query,
      paths,
      exact: exact.length,
      isFirst: isAbsent ? exact.length === 0 : isRight(paths[0]),
      isAmongThree: isAbsent ? exact.length === 0 : paths.slice(0, 3).some(isRight),
    };
  });
}
