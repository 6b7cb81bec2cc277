import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPages } from './site.ts';

it.each(['dist', 'dist-base'])(
  '%s: the pages of the assessment, and no others, carry the published version',
  (folder) => {
    const version = readFileSync(`${folder}/version.txt`, 'utf8').trim();
    expect(version).toMatch(/^[0-9a-f]{32}$/);
    for (const { path, html } of readPages(folder)) {
      const own = /<meta name="gel-version" content="([^"]*)">/.exec(html)?.[1];
      expect(own, path).toBe(path.startsWith('/autoevaluacion/') ? version : undefined);
    }
  },
);

it.each(['dist', 'dist-base'])(
  '%s: they carry the words for each fault and for a program that does not come',
  (folder) => {
    for (const { path, html } of readPages(folder)) {
      const isTool = path.startsWith('/autoevaluacion/');
      expect(html.includes('data-name="faults"'), path).toBe(isTool);
      expect(html.match(/class="not-started /g)?.length ?? 0, path).toBe(isTool || path === '/buscar/' ? 1 : 0);
    }
  },
);
