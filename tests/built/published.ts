import { attributes, readPages } from './site.ts';

/** The pages whose named places are addresses too: people cite a paragraph, an article, a term. */
const CITED = /^\/(circular|decreto|glosario|normas|sector|preguntas|criterios\/[^/]+|fases\/[^/]+)\/$/;
/** Places that serve the page itself and are no address to cite. */
const SERVICE = /^(contenido|buscar-aqui|tabla-.*|notas-del-sitio)$/;

/** Every address that a build publishes for people to keep: pages, and the named places of those that are cited. */
export function publishedAddresses(folder: string): string[] {
  return readPages(folder)
    .filter(({ path }) => path !== '/404.html')
    .flatMap(({ path, html }) => [
      path,
      ...(CITED.test(path)
        ? attributes(html, 'id')
            .filter((id) => !SERVICE.test(id))
            .map((id) => `${path}#${id}`)
        : []),
    ])
    .sort();
}
