import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContent, readYaml } from '../../scripts/read-content.ts';

/**
 * Every norm and every date that the content names must be backed by a record: a norm of `normas.yaml`, a source's
 * title, a deadline, a date of the time line, or the circular itself. What no record backs stops here.
 */
const KINDS =
  'Ley|Decretos?(?:-ley|-leyes| ley)?|CONPES|Resoluci[oó]n|Directiva(?: Presidencial)?|Circular|Acto legislativo';
const NORM = new RegExp(`(?<![\\p{L}])(?:${KINDS})\\s+(?:n[uú]mero\\s+)?(\\d{1,6})(?![\\d.])`, 'giu');
const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
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

const numberOf = (digits: string): string => digits.replace(/^0+/, '');
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
  ...records.map(({ numero }) => numberOf(String(numero))),
  ...sourceTitles.flatMap((title) => [...title.matchAll(NORM)].map((match) => numberOf(match[1] ?? ''))),
  ...[...circular.matchAll(NORM)].map((match) => numberOf(match[1] ?? '')),
  ...marked.flatMap((entry) =>
    texts(entry).flatMap(({ text }) => [...text.matchAll(NORM)].map((match) => numberOf(match[1] ?? ''))),
  ),
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
  ...globSync('src/{pages,components,layouts,copy}/**/*.{astro,ts}').map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  })),
];

describe('what the pages say of norms and dates', () => {
  it('has records to stand on', () => {
    expect(knownNorms.size).toBeGreaterThan(30);
    expect(knownDays.size).toBeGreaterThan(25);
  });

  it('names no norm that no record, source or mark backs', () => {
    const unbacked = prose.flatMap(({ file, text }) =>
      [...text.matchAll(NORM)]
        .filter((match) => !knownNorms.has(numberOf(match[1] ?? '')))
        .map((match) => `${file}: ${match[0]}`),
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

  it('gives each norm, article, term and date of the lists its mark, or says that it is not known', () => {
    for (const list of [
      'normas/normas.yaml',
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
    const unknown = (readYaml('decreto/articulos.yaml') as Fields[]).filter(({ confianza }) => confianza === null);
    expect(unknown.map(({ dispone }) => dispone)).toEqual([expect.stringContaining('No se sabe')]);
  });

  it('keeps the sources that it claims: «fuente» has one', () => {
    for (const { file, data } of yaml) {
      for (const entry of Array.isArray(data) ? (data as Fields[]) : []) {
        if (entry['confianza'] === 'fuente' && 'fuentes' in entry) {
          expect(
            (entry['fuentes'] as unknown[]).length,
            `${file} ${JSON.stringify(entry).slice(0, 80)}`,
          ).toBeGreaterThan(0);
        }
      }
    }
  });
});
