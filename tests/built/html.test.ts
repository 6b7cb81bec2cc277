import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { readPages } from './site.ts';

it('writes valid HTML on every page', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:document'],
    // Integrity is for files of other hosts; this site has none, and the test of the browser counts the requests.
    rules: { 'require-sri': ['error', { target: 'crossorigin' }] },
  });
  const problems: string[] = [];
  for (const { path, html } of readPages('dist')) {
    const { results } = await validator.validateString(html);
    for (const { messages } of results) {
      for (const { ruleId, message, line, column } of messages)
        problems.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  expect(problems).toEqual([]);
}, 60_000);

it('puts no blank between a link, a mark or a name and the sign before or behind it', () => {
  const apart = readPages('dist').flatMap(({ path, html }) =>
    [
      ...html.matchAll(/<\/(?:a|abbr|code|em|span|strong)>\s+[:.,;)](?=[\s<]).{0,20}/g),
      ...html.matchAll(/[(«¿¡]\s+<(?:a|abbr|code|em|span|strong)[\s>].{0,20}/g),
    ].map(([all]) => `${path} ${all}`),
  );
  expect(apart).toEqual([]);
});
