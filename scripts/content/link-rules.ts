// Links within the site that the editors write: each leads to a page, and to a place of it, that is there.
import { globSync } from 'node:fs';
import type { ContentRecord } from './files.ts';
import { told, type Problem } from './problem.ts';

/** The pages that the site has whatever its content, as paths from its root. */
function fixedPages(): string[] {
  return globSync('src/pages/**/*.astro')
    .filter((file) => !file.includes('[') && !file.endsWith('404.astro'))
    .map(
      (file) =>
        `/${file
          .slice('src/pages/'.length)
          .replace(/(^|\/)index\.astro$/, '$1')
          .replace(/\.astro$/, '/')}`,
    );
}

const idsOf = (records: readonly ContentRecord[], key: string): string[] =>
  records.flatMap(({ value }) => {
    const id = (value as Record<string, unknown> | null)?.[key];
    return typeof id === 'string' || typeof id === 'number' ? [String(id)] : [];
  });

/** What each kind of page has: its addresses, and the places within one that can be linked to. */
interface LinkTargets {
  readonly pages: ReadonlySet<string>;
  /** By page; a page that is not here has places that only the build knows. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Takes the records by kind; gives what can be linked to. */
function linkTargets(kinds: ReadonlyMap<string, readonly ContentRecord[]>): LinkTargets {
  const of = (kind: string, key = 'id'): string[] => idsOf(kinds.get(kind) ?? [], key);
  const phases = of('fases');
  return {
    pages: new Set([
      ...fixedPages(),
      ...of('criterios').map((id) => `/criterios/${id.toLowerCase()}/`),
      ...phases.flatMap((id) => [`/fases/${id}/`, `/autoevaluacion/${id}/`]),
    ]),
    places: new Map([
      ['/normas/', new Set([...of('normas'), 'antes', 'periodo', 'despues'])],
      ['/glosario/', new Set(of('glosario'))],
      ['/preguntas/', new Set(of('preguntas'))],
      ['/sector/', new Set([...of('sector', 'sigla').map((id) => id.toLowerCase()), 'cabeza', 'entidades', 'fuera'])],
      [
        '/decreto/',
        new Set([
          ...of('articulos', 'numero').map((id) => `articulo-${id}`),
          'ficha',
          'articulos',
          'fases',
          'plazos',
          'manual',
          'fuentes',
        ]),
      ],
    ]),
  };
}

/** Every link within the site of a text: Markdown, or a value that is nothing but a path. */
function linksIn(text: string): { link: string; at: number }[] {
  if (/^\/[a-z0-9][^\s]*$/.test(text)) return [{ link: text, at: 0 }];
  return [...text.matchAll(/\]\((\/[^)\s]*)\)/g)].map((match) => ({ link: match[1] ?? '', at: match.index }));
}

/** Takes a link and what can be linked to; gives what to write instead, or null where it leads somewhere. */
function wrong(link: string, { pages, places }: LinkTargets): string | null {
  const [, path = '', place] = /^([^#]*)(?:#(.*))?$/.exec(link) ?? [];
  if (!pages.has(path)) {
    return /^\/criterios\//.test(path)
      ? 'el código de un criterio que exista, así: /criterios/inf-03/'
      : 'la dirección de una página del sitio, con barra al final, así: /decreto/';
  }
  const known = places.get(path);
  return place === undefined || known === undefined || known.has(place)
    ? null
    : `un lugar que esté en ${path}, o la dirección sin lo que va después de «#».`;
}

/** Takes the records by kind; gives the links that lead nowhere. */
export function linkProblems(kinds: ReadonlyMap<string, readonly ContentRecord[]>): Problem[] {
  const targets = linkTargets(kinds);
  const ofValue = (record: ContentRecord, value: unknown, path: PropertyKey[]): Problem[] => {
    if (typeof value === 'string') {
      return linksIn(value).flatMap(({ link }): Problem[] => {
        const write = wrong(link, targets);
        return write === null
          ? []
          : [{ file: record.file, line: record.lineOf(path), key: record.keyOf(path), found: told(link), write }];
      });
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, each]) =>
      ofValue(record, each, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  };
  return [...kinds.values()].flat().flatMap((record) => [
    ...ofValue(record, record.value, []),
    ...linksIn(record.body).flatMap(({ link, at }): Problem[] => {
      const write = wrong(link, targets);
      const line = record.bodyLine + record.body.slice(0, at).split('\n').length - 1;
      return write === null ? [] : [{ file: record.file, line, key: 'un enlace', found: told(link), write }];
    }),
  ]);
}
