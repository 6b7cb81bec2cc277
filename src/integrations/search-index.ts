import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Parts of Pagefind's output that are its own interface, which this site does not use. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|playground)/;

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
}

/** Makes the search index of the built pages, in Spanish, after each build. */
export default function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const output = fileURLToPath(new URL('./pagefind/', dir));
        try {
          const { index, errors } = await createIndex({ forceLanguage: 'es' });
          failOn(errors);
          if (!index) throw new Error('The search index could not be made.');
          const added = await index.addDirectory({ path: fileURLToPath(dir) });
          failOn(added.errors);
          const files = await index.getFiles();
          failOn(files.errors);
          await rm(output, { recursive: true, force: true });
          const written = await index.writeFiles({ outputPath: output });
          failOn(written.errors);
          for (const { path } of files.files) {
            if (UNUSED.test(path)) await rm(new URL(`./pagefind/${path}`, dir), { force: true });
          }
          logger.info(`${added.page_count} pages in the search index`);
        } finally {
          await close();
        }
      },
    },
  };
}
