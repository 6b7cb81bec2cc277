import type * as z from 'zod/mini';

/** How codecs read a raw object: what it holds beyond what is known is kept, and no key reaches its prototype. */

/** What is wrong at one place of a file. */
export interface FileProblem {
  /** Where, as `respuestas.INF-01.evidencias.0.url`. */
  readonly path: string;
  /** What was expected there, in Spanish. */
  readonly expected: string;
}

/** What was read of a raw object, or all that is wrong with it. */
export type Decoded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * The keys of an object as it came that this version does not know, as `{ extra }`, or nothing where there are none.
 * They are read off the raw object: a key such as `__proto__` is an ordinary one, and stays what it is.
 */
export function extraOf(raw: unknown, known: readonly string[]): { extra?: Record<string, unknown> } {
  if (typeof raw !== 'object' || raw === null) return {};
  const extra = Object.entries(raw).filter(([key]) => !known.includes(key));
  return extra.length === 0 ? {} : { extra: Object.fromEntries(extra) };
}

/** What lies under a key of a raw object, read without following its prototype. */
export function under(raw: unknown, key: string): unknown {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, key)
    ? (raw as Record<string, unknown>)[key]
    : undefined;
}

/** What a schema found wrong, with the place of each. */
export function problemsOf(error: z.core.$ZodError): FileProblem[] {
  return error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), expected: message }));
}

/** Puts problems below a place: `fechaFin` under `planDeAccion.INF-01` is `planDeAccion.INF-01.fechaFin`. */
export function problemsUnder(place: string, problems: readonly FileProblem[]): FileProblem[] {
  return problems.map(({ path, expected }) => ({ path: path === '' ? place : `${place}.${path}`, expected }));
}

/** Writes a key only where it says something, so that an empty text leaves no trace in the file. */
export function present<Key extends string, T>(key: Key, value: T, isPresent: boolean): Partial<Record<Key, T>> {
  return isPresent ? ({ [key]: value } as Record<Key, T>) : {};
}
