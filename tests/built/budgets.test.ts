import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { attributes, readPages, type BuiltPage } from './site.ts';

const KB = 1024;
const READING_BUDGET = 14 * KB;
const QUESTIONNAIRE_SCRIPT_BUDGET = 30 * KB;

const gzip = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;
const file = (path: string): Buffer => readFileSync(`dist${path}`);
const isTool = ({ path }: BuiltPage): boolean => /^\/(autoevaluacion|buscar|correcciones)\//.test(path);
const styles = (html: string): string[] => attributes(html, 'href').filter((link) => link.endsWith('.css'));

/** A script with everything that it imports at once; what is loaded on demand (`import()`) is not in it. */
function scriptsOf(html: string): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const code = file(path).toString();
    for (const match of code.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}$,\s]+from\s*)?["'](\.\/[^"']+)["']/g,
    )) {
      visit(`/_astro/${(match[1] ?? '').slice(2)}`);
    }
  };
  for (const path of attributes(html, 'src').filter((link) => link.endsWith('.js'))) visit(path);
  return found;
}

const pages = readPages('dist');

describe('the byte budgets', () => {
  it('a reading page loads at most 14 KB (gzip) of HTML, CSS and the little script in it, and waits for no script file', () => {
    const reading = pages.filter((page) => !isTool(page));
    const over = reading.flatMap(({ path, html }) => {
      const bytes = gzip(html) + styles(html).reduce((sum, link) => sum + gzip(file(link)), 0);
      return bytes > READING_BUDGET ? [`${path}: ${bytes} bytes`] : [];
    });
    const scripted = reading.filter(({ html }) => scriptsOf(html).size > 0).map(({ path }) => path);
    expect(reading.length).toBeGreaterThan(100);
    expect(over).toEqual([]);
    expect(scripted).toEqual([]);
  });

  it('a page of the assessment runs at most 30 KB (gzip) of script', () => {
    const sizes = pages.filter(isTool).map(({ path, html }) => {
      const scripts = [...scriptsOf(html)];
      return { path, scripts: scripts.length, bytes: scripts.reduce((sum, script) => sum + gzip(file(script)), 0) };
    });
    expect(sizes.length).toBeGreaterThanOrEqual(9);
    for (const { path, scripts, bytes } of sizes) {
      expect(scripts, path).toBeGreaterThan(0);
      expect(bytes, path).toBeGreaterThan(KB);
      expect(bytes, path).toBeLessThanOrEqual(QUESTIONNAIRE_SCRIPT_BUDGET);
    }
  });

  it('Chart.js is loaded by the results alone, and only on demand', () => {
    for (const { path, html } of pages) {
      for (const script of scriptsOf(html)) expect(file(script).length, `${path} ${script}`).toBeLessThan(80 * KB);
    }
  });
});
