import { readFile, rm } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'node-html-parser';
import { close, createIndex, type PagefindIndex } from 'pagefind';

/** Parts of Pagefind's output that are its own interface, which this site does not use. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|playground)/;

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Adds one page to the index. What it marks with `data-search-entry` (a term, a norm, an article, a question) becomes a
 * result of its own, at its own place, and leaves the page's: on a page of sixty terms each would weigh a sixtieth.
 */
async function addPage(index: PagefindIndex, path: string, html: string): Promise<number> {
  const root = parse(html);
  const entries = root.querySelectorAll('[data-search-entry]');
  for (const entry of entries) {
    for (const extra of entry.querySelectorAll('[data-copy-link], [data-pagefind-ignore]')) extra.remove();
    const heading = entry.querySelector('h2, h3');
    const anchor = entry.getAttribute('id') ?? heading?.getAttribute('id');
    const title = plain(heading?.text ?? '');
    if (anchor === undefined || title === '') throw new Error(`${path}: a search entry lacks its heading or its id.`);
    const { errors } = await index.addCustomRecord({
      url: `${path}#${anchor}`,
      content: plain(entry.structuredText),
      language: 'es',
      meta: { title },
      filters: { tipo: [entry.getAttribute('data-search-entry') ?? ''] },
    });
    failOn(errors);
  }
  for (const entry of entries) entry.remove();
  const { errors } = await index.addHTMLFile({ url: path, content: root.toString() });
  failOn(errors);
  return entries.length;
}

/** Makes the search index of the built pages, in Spanish, after each build. */
export default function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const output = fileURLToPath(new URL('./pagefind/', dir));
        try {
          const { index, errors } = await createIndex({ forceLanguage: 'es' });
          failOn(errors);
          if (!index) throw new Error('The search index could not be made.');
          let entries = 0;
          const files = globSync('**/index.html', { cwd: folder }).sort();
          for (const file of files) {
            const html = await readFile(`${folder}${file}`, 'utf8');
            entries += await addPage(index, `/${file.replace(/index\.html$/, '')}`, html);
          }
          const made = await index.getFiles();
          failOn(made.errors);
          await rm(output, { recursive: true, force: true });
          failOn((await index.writeFiles({ outputPath: output })).errors);
          for (const { path } of made.files) {
            if (UNUSED.test(path)) await rm(new URL(`./pagefind/${path}`, dir), { force: true });
          }
          logger.info(`${files.length} pages and ${entries} entries for the search index`);
        } finally {
          await close();
        }
      },
    },
  };
}
