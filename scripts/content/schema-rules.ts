// Each record against its schema: the schema's own words where it has some, and plain ones where it has none.
import type * as z from 'zod/mini';
import type { ContentRecord } from './files.ts';
import { told, type Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** The value that stands at a path, undefined where nothing does. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined),
    value,
  );
}

const kindName: Record<string, string> = {
  string: 'un texto; entre comillas si lleva dos puntos, o si es un número',
  int: 'un número entero, por ejemplo 1',
  number: 'un número, por ejemplo 1',
  boolean: 'true o false',
  array: 'una lista, una línea con guion por cada cosa; [] si no hay ninguna',
  object: 'un grupo de claves, cada una en su línea',
};

/** What to write, where the schema has no words of its own. */
function plainAdvice(issue: Issue): string {
  if (issue.code === 'invalid_type') return kindName[issue.expected] ?? 'otro valor, como en las entradas vecinas.';
  if (issue.code === 'invalid_value') return `uno de estos: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_format') return 'el valor con la forma que tiene en las entradas vecinas.';
  if (issue.code === 'too_small') return 'un valor que no esté vacío.';
  return 'el valor como está en las entradas vecinas.';
}

/** The smallest number of letters to add, drop or change between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The key that an editor most likely meant, of those that the records of the same kind use. */
function meant(key: string, known: Iterable<string>): string | null {
  const near = [...known].map((each) => ({ each, far: distance(key, each) })).sort((a, b) => a.far - b.far)[0];
  return near && near.far <= 2 ? near.each : null;
}

function unknownKeys(record: ContentRecord, issue: Issue, known: ReadonlySet<string>): Problem[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    const near = issue.path.length === 0 ? meant(key, known) : null;
    return {
      file: record.file,
      line: record.lineOf(path),
      key: record.keyOf(path),
      found: `una clave que aquí no se usa: «${key}»`,
      write:
        near === null
          ? 'la clave bien escrita, como en los archivos vecinos, o bórrela.'
          : `«${near}», o borre la línea.`,
    };
  });
}

/** Takes records of one kind and their schema; gives what is wrong with each. */
export function schemaProblems(records: readonly ContentRecord[], schema: z.ZodMiniType): Problem[] {
  const keys = records.map(({ value }) => Object.keys(typeof value === 'object' && value !== null ? value : {}));
  const uses = new Map<string, number>();
  for (const key of keys.flat()) uses.set(key, (uses.get(key) ?? 0) + 1);
  const known = new Set([...uses].filter(([, times]) => times > 1 || records.length === 1).map(([key]) => key));
  return records.flatMap((record) => {
    const issues = schema.safeParse(record.value).error?.issues ?? [];
    // A key that is misspelled is missing too: one mistake is told once.
    const misspelled = new Set(
      issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys.map((key) => meant(key, known)) : [],
      ),
    );
    return issues.flatMap((issue): Problem[] => {
      if (issue.code === 'unrecognized_keys') return unknownKeys(record, issue, known);
      const value = valueAt(record.value, issue.path);
      if (value === undefined && issue.path.length === 1 && misspelled.has(String(issue.path[0]))) return [];
      return [
        {
          file: record.file,
          line: record.lineOf(issue.path),
          key: record.keyOf(issue.path),
          found: told(value),
          write: /^Invalid/.test(issue.message) ? plainAdvice(issue) : issue.message,
        },
      ];
    });
  });
}
