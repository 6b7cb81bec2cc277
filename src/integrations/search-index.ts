import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import type { NamedThing, SearchSource } from '../guide/domain/search/record.ts';
import { thingSchema } from '../guide/schemas/searched-thing.ts';
import { recordsOfPage } from './search-records.ts';
import { writeSharedIndex } from './shared-index.ts';

async function readList(file: string): Promise<unknown[]> {
  return parse(await readFile(`src/content/${file}`, 'utf8')) as unknown[];
}

/** The other names of things: those that the editors declare for searching, and those of the glossary's terms. */
async function readThings(): Promise<NamedThing[]> {
  const declared = (await readList('busqueda/nombres.yaml')).map((each) => thingSchema.parse(each));
  const terms = (await readList('glosario/terminos.yaml')) as { id: string; siglas: string[]; sinonimos: string[] }[];
  return [
    ...declared,
    ...terms.map(({ id, siglas, sinonimos }) => ({
      names: [...siglas, ...sinonimos],
      paths: [`/glosario/#${id}`],
      said: [],
    })),
  ];
}

/** Throws where a name leads to what is no record: a page that was renamed, a code that nobody has. */
function checkPaths({ records, things }: SearchSource): void {
  const known = new Set(records.map(({ path }) => path));
  for (const { names, paths } of things) {
    const lost = paths.find((path) => !known.has(path));
    if (lost !== undefined)
      throw new Error(`busqueda/nombres.yaml: «${names[0] ?? ''}» lleva a ${lost}, que no existe.`);
  }
}

/**
 * Writes what a search works on, after each build: the text of the built pages and the other names of things, in one
 * packed file. It is packed here because not every server packs what it sends.
 */
export default function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const records = [];
        for (const file of globSync('**/index.html', { cwd: folder }).sort()) {
          const html = await readFile(`${folder}${file}`, 'utf8');
          records.push(...recordsOfPage(`/${file.replace(/index\.html$/, '')}`, html));
        }
        const source: SearchSource = { records, things: await readThings() };
        checkPaths(source);
        await mkdir(`${folder}busqueda`, { recursive: true });
        await writeFile(`${folder}busqueda/textos.bin`, gzipSync(JSON.stringify(source), { level: 9 }));
        await writeSharedIndex(records, folder);
        logger.info(`${records.length} records for the search`);
      },
    },
  };
}
