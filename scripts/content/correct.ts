// Finds in the editors' files what a proposed correction says is wrong, and puts what it should say in its place.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, visit, type Scalar } from 'yaml';
import type { Correction, CorrectionSubject } from '../../src/guide/domain/correction.ts';
import type { ContentTexts } from './files.ts';
import { keyName } from './problem.ts';

/** A place of a file where the words stand. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** `quePide`, or the heading of the guidance under which it stands. */
  readonly key: string;
  /** The text of the file with the correction made, or null where it has to be made by hand. */
  readonly corrected: string | null;
}

/** Which file holds a thing, and its entry in it where the file is a list. */
interface Target {
  readonly file: string;
  /** The key and the value that tell the entry; null for a page. */
  readonly entry: { readonly key: string; readonly value: string } | null;
}

/** Takes what is corrected; gives where it stands, or null where the content has no such thing. */
export function targetOf(subject: Pick<CorrectionSubject, 'kind' | 'id'>, texts: ContentTexts): Target | null {
  const lists = {
    articulo: { file: 'src/content/decreto/articulos.yaml', key: 'numero' },
    norma: { file: 'src/content/normas/normas.yaml', key: 'id' },
    entidad: { file: 'src/content/sector/entidades.yaml', key: 'sigla' },
  };
  if (subject.kind !== 'criterio') {
    const { file, key } = lists[subject.kind];
    return texts.has(file) ? { file, entry: { key, value: subject.id } } : null;
  }
  const file = [...texts.keys()].find(
    (each) => each.includes(`/${subject.id.toLowerCase()}-`) && each.endsWith('.mdx'),
  );
  return file === undefined ? null : { file, entry: null };
}

const FRONTMATTER = /^---\n([\s\S]*?)\n---(?:\n|$)/;

/** A pattern of the words as they may stand in a file: with other blanks between them. */
function patternOf(words: string): RegExp {
  const escaped = words.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\s+/g, '\\s+'), 'g');
}

/** A scalar as it stands in a file: in the quotes that it had, or where YAML needs some. */
function scalarText(value: string, had: Scalar['type']): string {
  if (had === 'QUOTE_SINGLE' && !value.includes('\n')) return `'${value.replaceAll("'", "''")}'`;
  const text = stringify(value, { lineWidth: 0, singleQuote: true }).replace(/\n$/, '');
  // A text of several lines would take the form of a block.
  return text.includes('\n') ? `'${value.replaceAll("'", "''").replace(/\s*\n\s*/g, ' ')}'` : text;
}

/** The places within YAML; `offset` is where it begins in the file. */
function inYaml(
  file: string,
  text: string,
  yaml: string,
  offset: number,
  target: Target,
  { wrong, right }: Pick<Correction, 'wrong' | 'right'>,
): Place[] {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const linesBefore = text.slice(0, offset).split('\n').length - 1;
  const { entry } = target;
  let root: unknown = document.contents;
  if (entry && isSeq(root)) {
    root = root.items.find((item) => isMap(item) && String(item.get(entry.key)) === entry.value);
  }
  if (root === undefined || root === null) return [];
  const pattern = patternOf(wrong);
  const places: Place[] = [];
  visit(root as Parameters<typeof visit>[0], {
    Scalar(key, node: Scalar, path) {
      if (key === 'key' || typeof node.value !== 'string' || !node.range) return;
      const matches = [...node.value.matchAll(pattern)];
      if (matches.length === 0) return;
      const value = node.value.replace(pattern, () => right);
      const [start, end] = node.range;
      const names = path.flatMap((each, index): PropertyKey[] => {
        if (isMap(each)) return [];
        if (isSeq(each)) {
          const child = path[index + 1] ?? node;
          return [each.items.indexOf(child)];
        }
        const pair = each as { key?: unknown };
        return isScalar(pair.key) ? [String(pair.key.value)] : [];
      });
      places.push({
        file,
        line: counter.linePos(start).line + linesBefore,
        key: keyName(names),
        // A text that says it twice is for a person to read.
        corrected:
          matches.length === 1
            ? text.slice(0, offset + start) + scalarText(value, node.type) + text.slice(offset + end)
            : null,
      });
    },
  });
  return places;
}

/** The text of a page as people read it, with the place of each sign in the file. */
function visible(body: string): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  const marks = /\[([^\]]+)\]\([^)]*\)|[*_`]/g;
  let at = 0;
  const take = (from: number, to: number): void => {
    for (let index = from; index < to; index += 1) {
      text += body[index] ?? '';
      places.push(index);
    }
  };
  for (const match of body.matchAll(marks)) {
    take(at, match.index);
    if (match[1] !== undefined) take(match.index + 1, match.index + 1 + match[1].length);
    at = match.index + match[0].length;
  }
  take(at, body.length);
  return { text, places };
}

function inBody(
  file: string,
  text: string,
  offset: number,
  { wrong, right }: Pick<Correction, 'wrong' | 'right'>,
): Place[] {
  const body = text.slice(offset);
  const seen = visible(body);
  const matches = [...seen.text.matchAll(patternOf(wrong))];
  return matches.map((match) => {
    const start = seen.places[match.index] ?? 0;
    const end = (seen.places[match.index + match[0].length - 1] ?? start) + 1;
    const heading = [...body.slice(0, start).matchAll(/^## (.+)$/gm)].at(-1)?.[1];
    // A link or an emphasis in it would be lost: that is for a person.
    const isPlain = body.slice(start, end) === match[0];
    return {
      file,
      line: text.slice(0, offset + start).split('\n').length,
      key: heading ?? 'el texto',
      corrected: isPlain ? text.slice(0, offset + start) + right + text.slice(offset + end) : null,
    };
  });
}

/** Takes a correction and the text of every content file; gives each place where the words that are wrong stand. */
export function placesOf(correction: Correction, texts: ContentTexts): Place[] {
  const target = targetOf(correction.subject, texts);
  const text = target && texts.get(target.file);
  if (!target || text === null || text === undefined) return [];
  const { file } = target;
  if (target.entry) return inYaml(file, text, text, 0, target, correction);
  const match = FRONTMATTER.exec(text);
  const [head = '', yaml = ''] = match ?? [];
  return [
    ...inYaml(file, text, yaml, '---\n'.length, target, correction),
    ...inBody(file, text, head.length, correction),
  ];
}
