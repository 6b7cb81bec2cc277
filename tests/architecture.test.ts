import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms each room may look into (docs/architecture.md). A room may always look into itself. */
const allowed: Record<string, readonly string[]> = {
  schemas: [],
  domain: ['schemas'],
  copy: ['domain', 'schemas', 'storage', 'formats'],
  formats: ['domain', 'schemas', 'copy', 'part.ts'],
  charts: ['domain', 'schemas', 'copy'],
  storage: ['domain', 'formats', 'schemas', 'part.ts'],
  elements: ['domain', 'schemas', 'formats', 'charts', 'storage', 'copy', 'addresses.ts', 'part.ts'],
  components: ['elements', 'domain', 'schemas', 'copy', 'addresses.ts', 'instrument.ts'],
  layouts: [
    'elements',
    'components',
    'styles',
    'domain',
    'schemas',
    'copy',
    'addresses.ts',
    'instrument.ts',
    'supported-browsers.ts',
    'part.ts',
  ],
  pages: [
    'layouts',
    'components',
    'elements',
    'domain',
    'schemas',
    'copy',
    'formats',
    'charts',
    'addresses.ts',
    'instrument.ts',
    'part.ts',
    'supported-browsers.ts',
  ],
  integrations: [],
};
/** Packages that a room may use; a room that is not named here may use none but Node's own in its tests. */
const packages: Record<string, readonly RegExp[]> = {
  schemas: [/^zod\/mini$/],
  formats: [/^zod\/mini$/, /^docx$/, /^fflate$/, /^uqr$/, /^write-excel-file\//, /^read-excel-file\//],
  charts: [/^chart\.js$/],
  storage: [/^idb$/],
  components: [/^astro:/],
  layouts: [/^astro:/],
  pages: [/^astro:/],
  integrations: [/^astro$/, /^browserslist-to-esbuild$/, /^node:/, /^pagefind$/, /^node-html-parser$/, /^yaml$/],
};

interface Import {
  file: string;
  room: string;
  target: string;
  isTypeOnly: boolean;
}

const imports: Import[] = globSync('src/**/*.{ts,astro}')
  .filter((file) => !file.endsWith('.test.ts') && file.split('/').length > 2)
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?from\s+)?'([^']+)'/gm)].map(
      (match) => ({ file, room: file.split('/')[1] ?? '', target: match[2] ?? '', isTypeOnly: match[1] !== undefined }),
    ),
  );

describe('the rooms of the house', () => {
  it('are all read', () => expect(imports.length).toBeGreaterThan(100));

  it('look only where the arrows point', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .filter(({ file, room, target }) => {
        const to = normalize(join(dirname(file), target)).split('/')[1] ?? '';
        return to !== room && !(allowed[room] ?? []).includes(to);
      });
    expect(wrong).toEqual([]);
  });

  it('use only the packages of their trade: the core uses none', () => {
    const wrong = imports
      .filter(({ target }) => !target.startsWith('.'))
      .filter(({ room, target }) => !(packages[room] ?? []).some((pattern) => pattern.test(target)));
    expect(wrong).toEqual([]);
  });

  it('bring only types of the schemas into the core, never a parser', () => {
    const core = imports.filter(({ room, target }) => room === 'domain' && target.includes('/schemas/'));
    const values = core.filter(({ isTypeOnly }) => !isTypeOnly).map(({ file, target }) => `${file} ${target}`);
    expect(values).toEqual([]);
  });

  it('keep zod itself out: zod/mini alone, because one full import weighs on every page', () => {
    const full = imports.filter(({ target }) => target === 'zod');
    expect(full).toEqual([]);
  });

  it('bring every part that comes on demand through `part`, so that one that does not come is told as what it is', () => {
    const bare = globSync('src/**/*.{ts,astro}').flatMap((file) => {
      const code = readFileSync(file, 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
      const all = code.match(/(?<!typeof )(?<![#.\w])import\(/g)?.length ?? 0;
      const told = code.match(/part\(\s*\(\) => import\(/g)?.length ?? 0;
      return all === told ? [] : [file];
    });
    expect(bare).toEqual([]);
  });
});
