import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { supportText } from '../../src/kit/words/browsers.ts';
import { oldestBrowsers } from '../../src/supported-browsers.ts';

it('README says the rule of supported browsers as package.json gives it', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(supportText(oldestBrowsers()));
});

it('the rule goes back at least to what public offices have', () => {
  const oldest = Object.fromEntries(oldestBrowsers().map(({ name, version }) => [name, Number(version)]));
  expect(oldest['Chrome']).toBeLessThanOrEqual(109);
  expect(oldest['Edge']).toBeLessThanOrEqual(109);
  expect(oldest['Firefox']).toBeLessThanOrEqual(115);
  expect(oldest['Safari']).toBeLessThanOrEqual(16.4);
});
