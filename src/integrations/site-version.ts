import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The mark of its version that a page of the assessment carries (`layouts/Assessment.astro`), filled in or not. */
const MARK = /<meta name="gel-version"[^>]*>/;

/** Takes files by their path; gives a name for exactly these contents under these paths: 32 hexadecimal digits. */
export function versionOf(files: ReadonlyMap<string, Uint8Array>): string {
  const all = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    const one = createHash('sha256').update(files.get(path) ?? '');
    all.update(`${path}\n${one.digest('hex')}\n`);
  }
  return all.digest('hex').slice(0, 32);
}

/** Writes a version into the mark of a page; null where the page carries none. */
export function withVersion(html: string, version: string): string | null {
  return MARK.test(html) ? html.replace(MARK, `<meta name="gel-version" content="${version}">`) : null;
}

/**
 * After each build, gives a name to what was built: the scripts, the styles and the pages that ask whether there is
 * something newer. The name stands in those pages and in `version.txt`. The same content has the same name.
 */
export default function siteVersion(): AstroIntegration {
  return {
    name: 'site-version',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = new Map<string, Uint8Array>();
        for (const file of globSync('_astro/**/*.*', { cwd: folder }))
          files.set(file, await readFile(`${folder}${file}`));
        const pages = new Map<string, string>();
        for (const file of globSync('**/index.html', { cwd: folder })) {
          const html = await readFile(`${folder}${file}`, 'utf8');
          const unnamed = withVersion(html, '');
          if (unnamed === null) continue;
          pages.set(file, html);
          files.set(file, Buffer.from(unnamed));
        }
        const version = versionOf(files);
        for (const [file, html] of pages) await writeFile(`${folder}${file}`, withVersion(html, version) ?? html);
        await writeFile(`${folder}version.txt`, `${version}\n`);
        logger.info(`version ${version} in ${pages.size} pages`);
      },
    },
  };
}
