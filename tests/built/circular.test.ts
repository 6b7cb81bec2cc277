import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { textOf } from './site.ts';

const words = (text: string): string[] => text.match(/[\p{L}\p{N}%]+/gu) ?? [];

it('publishes the circular word for word, in order', () => {
  const html = readFileSync('dist/circular/index.html', 'utf8');
  const article = /<article[^>]*data-circular[^>]*>([\s\S]*?)<\/article>/.exec(html)?.[1] ?? '';
  const issued = readFileSync('tests/golden/circular-000062.txt', 'utf8');
  expect(words(textOf(article))).toEqual(words(issued));
});

it('keeps the circular’s marks too: every sign but the dashes of its list', () => {
  const html = readFileSync('dist/circular/index.html', 'utf8');
  const article = /<article[^>]*data-circular[^>]*>([\s\S]*?)<\/article>/.exec(html)?.[1] ?? '';
  const issued = readFileSync('tests/golden/circular-000062.txt', 'utf8').replace(/^ - /gm, '');
  const tight = (text: string): string => text.replace(/\s+/g, '');
  expect(tight(textOf(article))).toBe(tight(issued));
});
