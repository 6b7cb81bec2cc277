import { globSync } from 'node:fs';
import { attributes, readPages } from './site.ts';

/** The pages whose named places are addresses too: people cite a paragraph, an article, a term. */
const CITED = /^\/(circular|decreto|glosario|normas|sector|preguntas|criterios\/[^/]+|fases\/[^/]+)\/$/;
/** Places that serve the page itself and are no address to cite. */
const SERVICE = /^(contenido|buscar-aqui|tabla-.*|notas-del-sitio)$/;

/**
 * Every address that a build publishes for people to keep: pages, the named places of those that are cited, and the
 * files of open data.
 */
export function publishedAddresses(folder: string): string[] {
  const files = globSync(`${folder}/datos-abiertos/**/*.json`).map((file) => file.slice(folder.length));
  const pages = readPages(folder)
    .filter(({ path }) => path !== '/404.html')
    .flatMap(({ path, html }) => [
      path,
      ...(CITED.test(path)
        ? attributes(html, 'id')
            .filter((id) => !SERVICE.test(id))
            .map((id) => `${path}#${id}`)
        : []),
    ]);
  return [...pages, ...files].sort();
}
