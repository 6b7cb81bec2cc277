import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The words of the code: what stands in no comment. */
const code = globSync('src/**/*.{ts,astro}')
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(file, 'utf8').replace(/^\s*(?:\/[/*]|\*).*$/gm, ''))
  .join('\n');
const words = new Set(code.match(/[A-Za-z][A-Za-z0-9]*/g));

it('the glossary names each word as the code spells it', () => {
  const rows = readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!-|Spanish)/.test(line))
    .map((line) => line.split('|')[2] ?? '');
  const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word));
  expect(named.length).toBeGreaterThanOrEqual(rows.length);
  expect(named.filter((word) => !words.has(word))).toEqual([]);
});
