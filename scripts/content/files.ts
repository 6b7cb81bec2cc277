// The editors' files, each read once: what stands in them, the line of each key, and what could not be read at all.
import { globSync, readFileSync } from 'node:fs';
import { keyName, told, type Problem } from './problem.ts';
import { readYamlSource } from './yaml-source.ts';

/** The text of every content file by its path from the project's root. */
export type ContentTexts = ReadonlyMap<string, string>;

/** Takes a file's text; gives it with the line ends of this project and without the mark that some editors put first. */
export function asWritten(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/** Reads the content of the working copy. */
export function readContentTexts(): Map<string, string> {
  return new Map(
    globSync('src/content/**/*.{mdx,yaml}')
      .sort()
      .map((file) => [file, asWritten(readFileSync(file, 'utf8'))]),
  );
}

/** One record of the content: the frontmatter of a page, or an entry of a list. */
export interface ContentRecord {
  readonly file: string;
  readonly value: unknown;
  /** The MDX below the frontmatter, and the line of the file on which it begins. */
  readonly body: string;
  readonly bodyLine: number;
  /** Takes a path within the record; gives the line of the file. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  /** Takes a path within the record; gives how an editor reads it, with the entry of the list that it stands in. */
  readonly keyOf: (path: readonly PropertyKey[]) => string;
}

const FRONTMATTER = /^---\n([\s\S]*?)\n---(?:\n|$)/;

/** Takes a page; gives its record, or what keeps it from being read. */
export function readPage(file: string, text: string): { records: ContentRecord[]; problems: Problem[] } {
  const match = FRONTMATTER.exec(text);
  if (!match) {
    const write = 'la cabecera entre dos líneas ---, la primera en la línea 1, y debajo el texto.';
    return { records: [], problems: [{ file, line: 1, key: '', found: told(text.split('\n')[0]), write }] };
  }
  const source = readYamlSource(match[1] ?? '', file, 1);
  if (source.problems.length > 0) return { records: [], problems: [...source.problems] };
  const bodyLine = match[0].split('\n').length;
  const body = text.slice(match[0].length);
  return {
    records: [{ file, value: source.value, body, bodyLine, lineOf: source.lineOf, keyOf: keyName }],
    problems: [],
  };
}

/** Takes a page that has no frontmatter, as the circular; gives its record. */
export function readText(file: string, text: string): { records: ContentRecord[]; problems: Problem[] } {
  return { records: [{ file, value: {}, body: text, bodyLine: 1, lineOf: () => 1, keyOf: keyName }], problems: [] };
}

/** Takes a list; gives the record of each entry, or what keeps it from being read. */
export function readList(file: string, text: string): { records: ContentRecord[]; problems: Problem[] } {
  const source = readYamlSource(text, file);
  if (source.problems.length > 0) return { records: [], problems: [...source.problems] };
  if (!Array.isArray(source.value)) {
    const write = 'una lista: cada entrada comienza con un guion en la primera columna.';
    return { records: [], problems: [{ file, line: 1, key: '', found: told(text.split('\n')[0]), write }] };
  }
  const records = source.value.map((value: unknown, index): ContentRecord => {
    const { id, sigla, dato, ancla } = (typeof value === 'object' && value !== null ? value : {}) as Record<
      string,
      unknown
    >;
    const name = [id, sigla, ancla, dato].find((each) => typeof each === 'string') ?? `entrada ${index + 1}`;
    return {
      file,
      value,
      body: '',
      bodyLine: 1,
      lineOf: (path) => source.lineOf([index, ...path]),
      keyOf: (path) => `${keyName(path)} (de ${String(name)})`,
    };
  });
  return { records, problems: [] };
}

/** Takes a single YAML record, as `sector.yaml`; gives it, or what keeps it from being read. */
export function readSingle(file: string, text: string): { records: ContentRecord[]; problems: Problem[] } {
  const source = readYamlSource(text, file);
  if (source.problems.length > 0) return { records: [], problems: [...source.problems] };
  return {
    records: [{ file, value: source.value, body: '', bodyLine: 1, lineOf: source.lineOf, keyOf: keyName }],
    problems: [],
  };
}
