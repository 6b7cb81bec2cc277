// The rule of supported browsers (`browserslist` in package.json) as a year, which is how the lint rules put it.
import { getCompatibleVersions } from 'baseline-browser-mapping';
import browserslist from 'browserslist';

/** How the two lists name one browser. */
const NAMES: Record<string, string> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
};

/** Whether a browser of the rule has everything that every browser had at the end of a year. */
function hasAllOf(year: number, [name = '', version = '']: string[]): boolean {
  const compatible = getCompatibleVersions({ targetYear: year, suppressWarnings: true });
  const needed = compatible.find(({ browser }) => browser === NAMES[name])?.version;
  return needed !== undefined && Number.parseFloat(version) >= Number.parseFloat(needed);
}

/** The last year whose features, those that every browser had by its end, are in all browsers of the rule. */
export function supportedYear(): number {
  const browsers = browserslist().map((each) => each.split(' '));
  let year = 2015;
  while (browsers.every((browser) => hasAllOf(year + 1, browser))) year += 1;
  return year;
}

/** What `eslint-plugin-baseline-js` is told of the rule. Takes the features that a file asks for before it uses them. */
export function baselineOptions(...asked: string[]) {
  return {
    available: supportedYear(),
    includeWebApis: { preset: 'auto' },
    includeJsBuiltins: { preset: 'auto' },
    // Of a later year in the list, for a part that is not used here or on mobile; every browser of the rule has them.
    ignoreFeatures: [
      'async-clipboard',
      'compression-streams',
      'constructed-stylesheets',
      'js-modules-workers',
      'print',
      'storage-manager',
      ...asked,
    ],
  };
}
