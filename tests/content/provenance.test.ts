import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContent, readYaml } from '../../scripts/read-content.ts';
import { monthNames as MONTHS } from '../../src/copy/dates.ts';

/**
 * Every norm and every date that the content names must be backed by a record: a norm of `normas.yaml`, a source's
 * title, a deadline, a date of the time line, or the circular itself. What no record backs stops here.
 */
const KINDS =
  'Ley(?:es)?|Decretos?(?:[- ]ley(?:es)?)?|CONPES|Resoluci[oó]n(?:es)?|Directivas?(?: Presidencial(?:es)?)?|Circular(?:es)?';
/** A kind of norm and the number or numbers that follow it: «Decretos 4107 y 4108», «Ley n.º 962». */
const NORM = new RegExp(
  `(?<![\\p{L}])(${KINDS})\\s+(?:n[uú]mero\\s+|n\\.?[º°]\\s*|No\\.?\\s*)?(\\d{1,6}(?!\\d|\\.\\d)(?:(?:, | y | e )\\d{3,6}(?! de \\p{L})(?!\\d|\\.\\d))*)`,
  'giu',
);
const DAY = new RegExp(`(?<!\\d)(\\d{1,2}) de (${MONTHS.join('|')}) de (\\d{4})`, 'giu');

type Fields = Record<string, unknown>;

/** Every text of a value, with the key that holds it. */
function texts(value: unknown, key = ''): { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((each) => texts(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => texts(each, name));
  return [];
}

const yamlFiles = globSync('src/content/**/*.yaml')
  .sort()
  .filter((file) => !file.includes('/instrumento/'));
const yaml = yamlFiles.map((file) => ({ file, data: readYaml(file.replace('src/content/', '')) }));
const mdx = readContent('{criterios,fases,acerca}/**/*.mdx');
const circular = readFileSync('tests/golden/circular-000062.txt', 'utf8');

const fold = (kind: string): string => kind.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 3);

/** The norms that a text names, each as its kind and number: `dec 1151`. */
function normsIn(text: string): string[] {
  return [...text.matchAll(NORM)].flatMap(([, kind = '', numbers = '']) =>
    (numbers.match(/\d+/g) ?? []).map((digits) => `${fold(kind)} ${digits.replace(/^0+/, '')}`),
  );
}
const isoOf = (day: string, month: string, year: string): string =>
  `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;

const sourceTitles = [...yaml.map(({ data }) => data), ...mdx.map(({ frontmatter }) => frontmatter)]
  .flatMap((data) => texts(data))
  .filter(({ key }) => key === 'titulo')
  .map(({ text }) => text);
const records = readYaml('normas/normas.yaml') as Fields[];

/** Records whose own fields carry a mark, so that what they name is backed by that mark and no other. */
const marked = yaml
  .flatMap(({ data }) => (Array.isArray(data) ? (data as Fields[]) : [data as Fields]))
  .filter((entry) => 'confianza' in entry || 'confianzaFecha' in entry);

const knownNorms = new Set([
  ...records.map(({ tipo, numero }) => `${fold(String(tipo))} ${String(numero).replace(/^0+/, '')}`),
  ...sourceTitles.flatMap(normsIn),
  ...normsIn(circular),
  ...marked.flatMap((entry) => texts(entry).flatMap(({ text }) => normsIn(text))),
]);

const knownDays = new Set([
  ...yaml
    .flatMap(({ data }) => texts(data))
    .concat(mdx.flatMap(({ frontmatter }) => texts(frontmatter)))
    .filter(({ text }) => /^\d{4}-\d{2}-\d{2}$/.test(text))
    .map(({ text }) => text),
  ...[...sourceTitles, circular, 'Bogotá, 30 de septiembre de 2009'].flatMap((text) =>
    [...text.matchAll(DAY)].map(([, d = '', m = '', y = '']) => isoOf(d, m, y)),
  ),
  ...marked.flatMap((entry) =>
    texts(entry).flatMap(({ text }) => [...text.matchAll(DAY)].map(([, d = '', m = '', y = '']) => isoOf(d, m, y))),
  ),
]);

const prose = [
  ...mdx.flatMap(({ file, body, frontmatter }) => [
    { file, text: body },
    ...texts(frontmatter)
      .filter(({ key }) => !['titulo', 'url'].includes(key))
      .map(({ text }) => ({ file, text })),
  ]),
  ...globSync('src/{pages,components,layouts,copy}/**/*.{astro,ts}')
    // A test's own people and days are nobody's reading.
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
];

describe('what the pages say of norms and dates', () => {
  it('has records to stand on', () => {
    expect(knownNorms.size).toBeGreaterThan(30);
    expect(knownDays.size).toBeGreaterThan(25);
  });

  it('reads norms however they are written', () => {
    expect(normsIn('según la Ley 9999.')).toEqual(['ley 9999']);
    expect(normsIn('los decretos-ley 4107 y 4108 de 2011, el Decreto n.º 12 y las Leyes 190 y 962')).toEqual([
      'dec 4107',
      'dec 4108',
      'dec 12',
      'ley 190',
      'ley 962',
    ]);
    expect(knownNorms.has('dec 962')).toBe(false);
  });

  it('names no norm that no record, source or mark backs', () => {
    const unbacked = prose.flatMap(({ file, text }) =>
      normsIn(text)
        .filter((norm) => !knownNorms.has(norm))
        .map((norm) => `${file}: ${norm}`),
    );
    expect(unbacked).toEqual([]);
  });

  it('names no day that no record, source or mark backs', () => {
    const unbacked = prose.flatMap(({ file, text }) =>
      [...text.matchAll(DAY)]
        .filter(([, d = '', m = '', y = '']) => !knownDays.has(isoOf(d, m, y)))
        .map((match) => `${file}: ${match[0]}`),
    );
    expect(unbacked).toEqual([]);
  });

  it('gives each norm, article, term, fact and date of the lists its mark', () => {
    for (const list of [
      'normas/normas.yaml',
      'decreto/articulos.yaml',
      'decreto/ficha.yaml',
      'decreto/manual.yaml',
      'glosario/terminos.yaml',
      'circular/fechas.yaml',
      'circular/notas.yaml',
      'preguntas/preguntas.yaml',
      'sector/entidades.yaml',
    ]) {
      for (const entry of readYaml(list) as Fields[])
        expect(typeof entry['confianza'], `${list} ${JSON.stringify(entry).slice(0, 60)}`).toBe('string');
    }
  });

  it('keeps the sources that it claims: «fuente» has one', () => {
    for (const { file, data } of yaml) {
      for (const entry of Array.isArray(data) ? (data as Fields[]) : []) {
        if (entry['confianza'] === 'fuente' && 'fuentes' in entry) {
          const sources = [
            ...(entry['fuentes'] as unknown[]),
            ...(entry['textoOficial'] ? [entry['textoOficial']] : []),
          ];
          expect(sources.length, `${file} ${JSON.stringify(entry).slice(0, 80)}`).toBeGreaterThan(0);
        }
      }
    }
  });
});
