import browserslist from 'browserslist';
import type { OldestBrowser } from './kit/words/browsers.ts';

/** Browsers as people call them. Safari is one, on a computer and on a telephone: the rule gives both one version. */
const NAMES: Readonly<Record<string, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
};

/** The oldest version of each browser of the rule, `browserslist` in package.json. */
export function oldestBrowsers(): OldestBrowser[] {
  const all = browserslist().map((each) => each.split(' '));
  return Object.entries(NAMES).map(([id, name]) => {
    // The newest comes first.
    const version = all.filter(([of]) => of === id).at(-1)?.[1];
    if (version === undefined) throw new Error(`package.json: «browserslist» no dice desde cuál ${name}.`);
    return { name, version };
  });
}
