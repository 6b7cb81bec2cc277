import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { walls } from '../walls.ts';

/** The script of a component of Astro: what stands between its fences, and what it sends to the browser. */
function scriptOf(component: string): string {
  const [, fenced = ''] = /^---\n(.*?)^---$/ms.exec(component) ?? [];
  return [fenced, ...[...component.matchAll(/<script>(.*?)<\/script>/gs)].map(([, sent = '']) => sent)].join('\n');
}

/**
 * Takes every file of a house by its path, and a folder of its own; writes them there as dependency-cruiser can read
 * them, and gives what breaks a wall: its name, who looks, and into what. It does not read Astro, so that a component stands there as its script; and it
 * does not know that a worker is brought by its address.
 */
export async function breachesOf(files: ReadonlyMap<string, string>, folder: string): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    const isComponent = path.endsWith('.astro');
    const to = join(folder, isComponent ? `${path}.ts` : path);
    mkdirSync(dirname(to), { recursive: true });
    const code = (isComponent ? scriptOf(text) : text)
      .replace(/\.astro'/g, ".astro.ts'")
      .replace(/new URL\(('\.[^']+'), import\.meta\.url\)/g, 'import($1)');
    writeFileSync(to, code);
  }
  const { output } = await cruise(
    ['src'],
    {
      baseDir: resolve(folder),
      ruleSet: walls,
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    },
    {},
  );
  return (output as ICruiseResult).summary.violations
    .map(({ rule, from, to }) => `${rule.name}: ${from} > ${to}`.replaceAll('.astro.ts', '.astro'))
    .sort();
}

/** Every file of this house that is no test. */
export function thisHouse(): Map<string, string> {
  return new Map(
    globSync('src/**/*.{ts,astro,css}')
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => [file, readFileSync(file, 'utf8')]),
  );
}
