import { globSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import baseline from 'eslint-plugin-baseline-js';
import es from 'eslint-plugin-es-x';
import { describe, expect, it } from 'vitest';
import { baselineOptions } from '../../scripts/supported-year.ts';
import { readPages } from './site.ts';

/**
 * Names of methods after ES2022 that nothing else bears, so that a call of one is a call of it, whatever it is called
 * on. The others (`map` of an iterator, `union` of a set) are found where the code itself says what they are called on.
 */
const UNMISTAKABLE = [
  'array-prototype-toreversed',
  'array-prototype-tosorted',
  'array-prototype-tospliced',
  'string-prototype-iswellformed',
  'string-prototype-towellformed',
  'set-prototype-isdisjointfrom',
  'set-prototype-issubsetof',
  'set-prototype-issupersetof',
  'set-prototype-symmetricdifference',
  'map-prototype-getorinsert',
  'map-prototype-getorinsertcomputed',
  'uint8array-prototype-tobase64',
  'uint8array-prototype-tohex',
  'uint8array-prototype-setfrombase64',
];

const { ignoreFeatures, ...options } = baselineOptions();
/** What some browsers of the rule lack, and the script asks for first (Pagefind, our file that is kept up to date). */
const ASKED_FOR = ['file-system-access', 'intl-segmenter'];
/** What every browser has although no list says so: libraries use them. */
const EVERYWHERE = ['devicepixelratio', 'proto'];

const linter = new ESLint({
  overrideConfigFile: true,
  ignore: false,
  allowInlineConfig: false,
  overrideConfig: [
    {
      files: ['**/*.js'],
      plugins: { baseline: baseline as unknown as ESLint.Plugin, 'es-x': es },
      languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
      rules: {
        ...(es.configs['flat/restrict-to-es2022'] as { rules: Record<string, 'error'> }).rules,
        ...Object.fromEntries(UNMISTAKABLE.map((name) => [`es-x/no-${name}`, ['error', { aggressive: true }]])),
        'baseline/use-baseline': [
          'error',
          { ...options, ignoreFeatures: [...ignoreFeatures, ...ASKED_FOR, ...EVERYWHERE] },
        ],
      },
    },
  ],
});

/** What a script asks for that the oldest browsers of the rule lack, with where it stands. */
async function lacking(code: string, file: string): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath: `${file}.js` });
  return (result?.messages ?? []).map(({ message, column }) => {
    return `${file}: ${message} … ${code
      .split('\n')
      .join(' ')
      .slice(column - 30, column + 30)}`;
  });
}

/** Two thousand kilobytes of script are read: nothing is measured here. */
const PATIENCE = { timeout: 300_000 };

describe('what is served runs in the oldest browsers of the rule (`browserslist` in package.json)', () => {
  it('every script, those of the libraries too, in its syntax and in what it calls', PATIENCE, async () => {
    const files = globSync('dist/**/*.js');
    expect(files.length).toBeGreaterThan(60);
    const found: string[] = [];
    for (const file of files) found.push(...(await lacking(readFileSync(file, 'utf8'), file)));
    expect(found).toEqual([]);
  });

  it('every script within a page', PATIENCE, async () => {
    const inline = new Set(
      readPages('dist').flatMap(({ html }) =>
        [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(([, code = '']) => code),
      ),
    );
    expect(inline.size).toBeGreaterThan(0);
    const found: string[] = [];
    for (const code of inline) found.push(...(await lacking(code, 'inline')));
    expect(found).toEqual([]);
  });

  it('the check itself finds what those browsers lack', PATIENCE, async () => {
    const newer = [
      'a.toSorted()',
      'Map.groupBy(a, b)',
      'a.isWellFormed()',
      'URL.canParse(a)',
      'new Map().values().map(a)',
      'new Set().union(a)',
      'Promise.withResolvers()',
      'AbortSignal.any(a)',
      '/[a--b]/v',
      '{ using a = b; }',
    ];
    for (const code of newer) expect(await lacking(code, 'a'), code).not.toEqual([]);
    expect(await lacking('[].map(a); [].at(-1); structuredClone(a); Object.hasOwn(a, b)', 'a')).toEqual([]);
  });
});
