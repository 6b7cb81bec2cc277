// The other names of things, for the search: the codes that they lead to are those of criteria.
import type { ContentRecord } from './files.ts';
import { told, type Problem } from './problem.ts';

const CODE = /^[A-Z]{3}-\d{2}$/;

/** Takes the names and the criteria; gives the codes that nobody has. Addresses are looked at with all links. */
export function searchNameProblems(names: readonly ContentRecord[], criteria: readonly ContentRecord[]): Problem[] {
  const codes = new Set(criteria.map(({ value }) => (value as { id?: unknown } | null)?.id));
  return names.flatMap((record) => {
    const { llevan = [] } = record.value as { llevan?: string[] };
    return llevan.flatMap((code, at): Problem[] => {
      if (!CODE.test(code) || codes.has(code)) return [];
      const path = ['llevan', at];
      const write = 'el código de un criterio que exista, así: INF-03, o una dirección del sitio.';
      return [{ file: record.file, line: record.lineOf(path), key: record.keyOf(path), found: told(code), write }];
    });
  });
}
