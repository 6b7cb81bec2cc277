import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../guide/domain/search/record.ts';

/** Parts of Pagefind's output that are its own interface, which whoever takes the index in has by themselves. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|playground)/;

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The index for other sites could not be made: ${errors.join('; ')}`);
}

/**
 * Takes what a search can find and the folder of the site; writes it there once more as an index of Pagefind, in
 * `pagefind/`, which the search of another site takes in (docs/hosting.md). The site itself does not ask it.
 */
export async function writeSharedIndex(records: readonly SearchRecord[], folder: string): Promise<void> {
  const outputPath = join(folder, 'pagefind');
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'es' });
    failOn(errors);
    if (!index) throw new Error('The index for other sites could not be made.');
    for (const { path, title, kind, phase, sections } of records) {
      const content = sections.map(({ heading, text }) => `${heading}\n${text}`.trim()).join('\n');
      const filters = { tipo: [kind], ...(phase !== '' && { fase: [phase] }) };
      failOn((await index.addCustomRecord({ url: path, content, language: 'es', meta: { title }, filters })).errors);
    }
    const made = await index.getFiles();
    failOn(made.errors);
    await rm(outputPath, { recursive: true, force: true });
    failOn((await index.writeFiles({ outputPath })).errors);
    const unused = made.files.filter(({ path }) => UNUSED.test(path));
    await Promise.all(unused.map(({ path }) => rm(join(outputPath, path), { force: true })));
  } finally {
    await close();
  }
}
