/** One thing that is wrong in the content, as an editor needs it told. */
export interface Problem {
  /** Path from the project's root. */
  readonly file: string;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  /** Where in the file: `peso`, `verificaciones[2].texto`, or the heading of the guidance. '' where it has no name. */
  readonly key: string;
  /** What stands there. */
  readonly found: string;
  /** What to write instead. */
  readonly write: string;
}

const TOLD = 120;

/** Takes any value of a file; gives it as an editor recognises it, cut where it is long. */
export function told(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nada';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `«${text.length > TOLD ? `${text.slice(0, TOLD)}…` : text}»`;
}

/** Takes a path of a value (`['verificaciones', 1, 'texto']`); gives it as an editor reads it, counted from 1. */
export function keyName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** One problem as a block: file, line, key, what was found and what to write. */
export function problemBlock({ file, line, key, found, write }: Problem): string {
  return [
    file,
    ...(line === null ? [] : [`  Línea:    ${line}`]),
    ...(key === '' ? [] : [`  Clave:    ${key}`]),
    `  Se halló: ${found}`,
    `  Escriba:  ${write}`,
  ].join('\n');
}
