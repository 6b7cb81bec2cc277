// Every norm and every date that a text names is backed by a record: a norm of `normas.yaml`, a source's title, a
// deadline, a date of the time line, a record with its own mark, or the circular itself.
import { monthNames } from '../../src/kit/words/dates.ts';
import type { ContentRecord } from './files.ts';
import { told, type Problem } from './problem.ts';

const KINDS =
  'Ley(?:es)?|Decretos?(?:[- ]ley(?:es)?)?|CONPES|Resoluci[oó]n(?:es)?|Directivas?(?: Presidencial(?:es)?)?|Circular(?:es)?';
/** A kind of norm and the number or numbers that follow it: «Decretos 4107 y 4108», «Ley n.º 962». */
const NORM = new RegExp(
  `(?<![\\p{L}])(${KINDS})\\s+(?:n[uú]mero\\s+|n\\.?[º°]\\s*|No\\.?\\s*)?(\\d{1,6}(?!\\d|\\.\\d)(?:(?:, | y | e )\\d{3,6}(?! de \\p{L})(?!\\d|\\.\\d))*)`,
  'giu',
);
const DAY = new RegExp(`(?<!\\d)(\\d{1,2}) de (${monthNames.join('|')}) de (\\d{4})`, 'giu');

const fold = (kind: string): string => kind.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 3);

/** The norms that a text names, each as its kind and number (`dec 1151`), with the place of the text that names it. */
export function normsIn(text: string): { norm: string; named: string; at: number }[] {
  return [...text.matchAll(NORM)].flatMap((match) =>
    ((match[2] ?? '').match(/\d+/g) ?? []).map((digits) => ({
      norm: `${fold(match[1] ?? '')} ${digits.replace(/^0+/, '')}`,
      named: match[0],
      at: match.index,
    })),
  );
}

/** The whole days that a text names, as `YYYY-MM-DD`, with the words and their place. */
export function daysIn(text: string): { day: string; named: string; at: number }[] {
  return [...text.matchAll(DAY)].map((match) => {
    const [named, day = '', month = '', year = ''] = match;
    const iso = `${year}-${String(monthNames.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return { day: iso, named, at: match.index };
  });
}

/** Every text of a value, with its path. */
function textsOf(value: unknown, path: readonly PropertyKey[] = []): { path: PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ path: [...path], text: value }];
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => textsOf(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, [...path, key]));
}

/** What stands behind the norms and the days that the texts name. */
export interface Backing {
  readonly norms: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
}

/** Takes every record, those of the norms, and the circular's text; gives what they back. */
export function backingOf(
  records: readonly ContentRecord[],
  norms: readonly ContentRecord[],
  circular: string,
): Backing {
  const all = records.map(({ value, file }) => ({ value, file, texts: textsOf(value) }));
  const titles = all
    .flatMap(({ texts }) => texts)
    .filter(({ path }) => path.at(-1) === 'titulo')
    .map(({ text }) => text);
  // Records of lists carry a mark of their own: what they name is backed by that mark and no other.
  const marked = all
    .filter(({ value, file }) => file.endsWith('.yaml') && typeof value === 'object' && value !== null)
    .filter(({ value }) => 'confianza' in (value as object) || 'confianzaFecha' in (value as object))
    .flatMap(({ texts }) => texts.map(({ text }) => text));
  const said = [...titles, ...marked, circular];
  const numbered = norms.map(({ value }) => {
    const { tipo, numero } = (value ?? {}) as { tipo?: unknown; numero?: unknown };
    return `${fold(String(tipo))} ${String(numero).replace(/^0+/, '')}`;
  });
  return {
    norms: new Set([...numbered, ...said.flatMap((text) => normsIn(text).map(({ norm }) => norm))]),
    days: new Set([
      ...all.flatMap(({ texts }) => texts.map(({ text }) => text)).filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text)),
      // The circular writes its own day in another order.
      '2009-09-30',
      ...said.flatMap((text) => daysIn(text).map(({ day }) => day)),
    ]),
  };
}

/** What of a text nothing backs: the words, where they stand, and what to do. */
export function unbacked(text: string, backing: Backing): { named: string; at: number; write: string }[] {
  return [
    ...normsIn(text)
      .filter(({ norm }) => !backing.norms.has(norm))
      .map(({ named, at }) => ({
        named,
        at,
        write: 'la norma como está en normas/normas.yaml; si falta allí, añádala con su texto oficial y su marca.',
      })),
    ...daysIn(text)
      .filter(({ day }) => !backing.days.has(day))
      .map(({ named, at }) => ({
        named,
        at,
        write: 'una fecha que conste en normas/normas.yaml, en circular/fechas.yaml o en otro registro con su marca.',
      })),
  ];
}

/** Takes the records whose texts are prose, and what backs them; gives the norms and the days that nothing backs. */
export function backingProblems(records: readonly ContentRecord[], backing: Backing): Problem[] {
  return records.flatMap((record) => [
    ...textsOf(record.value)
      .filter(({ path }) => !['titulo', 'url'].includes(String(path.at(-1))))
      .flatMap(({ path, text }) =>
        unbacked(text, backing).map(({ named, write }) => ({
          file: record.file,
          line: record.lineOf(path),
          key: record.keyOf(path),
          found: told(named),
          write,
        })),
      ),
    ...unbacked(record.body, backing).map(({ named, at, write }) => ({
      file: record.file,
      line: record.bodyLine + record.body.slice(0, at).split('\n').length - 1,
      key: 'el texto',
      found: told(named),
      write,
    })),
  ]);
}
