// YAML as editors write it: its value, the line of each key, and what is wrong with it in words of theirs.
import { isMap, isSeq, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { Problem } from './problem.ts';

export interface YamlSource {
  /** Undefined where it could not be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Takes a path of the value; gives the line of its key, or of the nearest thing above it that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** A value that begins with a quote and does not end with it, on one line. */
const OPEN_QUOTE = /^(\s*(?:- )?[\p{L}\w]+: |\s*- )(['"])(.*)$/u;
/** A value without quotes that holds a colon and a blank, which YAML takes for another key. */
const BARE_COLON = /^(\s*(?:- )?[\p{L}\w]+: )([^'"[{|>&*!%@`#\s].*: .*)$/u;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function isOpen(value: string, quote: string): boolean {
  const rest = value.replaceAll(quote === "'" ? "''" : '\\"', '').replace(/\s+#.*$/, '');
  return !rest.trimEnd().endsWith(quote);
}

/** What an editor most likely did, from the lines themselves: the parser often complains further down. */
function likelyCause(lines: readonly string[], upTo: number): { line: number; write: string } | null {
  for (const [index, line] of lines.slice(0, upTo).entries()) {
    if (/^\s*\t/.test(line)) {
      return { line: index + 1, write: 'espacios en lugar del tabulador: dos por cada nivel.' };
    }
    const [, start = '', quote = '', value = ''] = OPEN_QUOTE.exec(line) ?? [];
    if (quote !== '' && isOpen(value, quote)) {
      return { line: index + 1, write: `la comilla que falta al final: ${start.trim()} ${quote}${value}${quote}` };
    }
    if (quote === "'" && /[^']'[^']/.test(value.replaceAll("''", '').replace(/'\s*$/, ''))) {
      return { line: index + 1, write: 'dos comillas sencillas seguidas donde el texto lleva una por dentro.' };
    }
    const [, before = '', text = ''] = BARE_COLON.exec(line) ?? [];
    if (text !== '') {
      return {
        line: index + 1,
        write: `el texto entre comillas, porque lleva dos puntos: ${before.trim()} ${quoted(text)}`,
      };
    }
  }
  return null;
}

const advice: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'espacios en lugar del tabulador: dos por cada nivel.',
  DUPLICATE_KEY: 'la clave una sola vez: borre la repetida.',
  BAD_INDENT: 'la línea con el mismo espacio a la izquierda que las de su grupo.',
  MULTILINE_IMPLICIT_KEY: 'cada línea como «clave: valor», o el texto completo entre comillas en una sola línea.',
  BLOCK_AS_IMPLICIT_KEY: 'el texto entre comillas sencillas, porque lleva dos puntos.',
  MISSING_CHAR: 'el signo que falta: una comilla, un corchete o los dos puntos después de la clave.',
};

function problemOf(error: YAMLError, file: string, lines: readonly string[], lineAt: number, offset: number): Problem {
  const cause = likelyCause(lines, lineAt);
  const line = cause?.line ?? lineAt;
  const text = lines[line - 1] ?? '';
  return {
    file,
    line: line + offset,
    key: /^\s*(?:- )?([\p{L}\w]+):/u.exec(text)?.[1] ?? '',
    found: text.trim() === '' ? 'nada' : `«${text.replaceAll('\t', '⇥').trim().slice(0, 120)}»`,
    write:
      cause?.write ??
      advice[error.code] ??
      'el valor entre comillas sencillas: lleva un signo que YAML entiende de otro modo.',
  };
}

/** The line of a key within the document, from 1: the deepest part of the path that is there. */
function lineIn(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let at = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(part));
      const key = pair?.key as { range?: [number, number, number] } | undefined;
      if (!pair) break;
      at = key?.range?.[0] ?? at;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      at = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? at;
    } else break;
  }
  return counter.linePos(at).line;
}

/**
 * Reads YAML. Takes its text, the file that holds it and how many lines of the file stand before it. Never throws: what
 * cannot be read is a problem.
 */
export function readYamlSource(text: string, file: string, offset = 0): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineOf = (path: readonly PropertyKey[]): number => lineIn(document, counter, path) + offset;
  const [error] = document.errors;
  if (error) {
    const problem = problemOf(error, file, text.split('\n'), counter.linePos(error.pos[0]).line, offset);
    return { value: undefined, problems: [problem], lineOf };
  }
  try {
    return { value: document.toJS() as unknown, problems: [], lineOf };
  } catch (cause) {
    // An asterisk at the beginning of a text is a reference in YAML, here to nothing.
    if (!(cause instanceof ReferenceError)) throw cause;
    const line = text.split('\n').findIndex((each) => /: \*|- \*/.test(each)) + 1;
    const problem = problemOf({ code: 'BAD_ALIAS' } as YAMLError, file, text.split('\n'), Math.max(line, 1), offset);
    return { value: undefined, problems: [problem], lineOf };
  }
}
