import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import type { NamedThing, SearchRecord } from './record.ts';
import { search } from './search.ts';
import { indexWords } from './word-index.ts';

const record = (path: string, title: string, text: string, rest: Partial<SearchRecord> = {}): SearchRecord => ({
  path,
  title,
  context: '',
  kind: 'Criterio',
  phase: '',
  sections: [{ anchor: '', heading: '', text, isAside: false }],
  ...rest,
});

const records = [
  record('/criterios/inf-12/', 'INF-12 Ejecución e histórico presupuestal', 'Publicar la ejecución del presupuesto.'),
  record('/criterios/int-15/', 'INT-15 Protección de datos en formularios', 'Antes de firmar se habla de los datos.'),
  record('/criterios/inf-17/', 'INF-17 Procesos de contratación', 'Cada contrato se publica. El trabajo se revisa.'),
  record('/criterios/int-16/', 'INT-16 Acceso por móvil', 'La entidad atiende por http y manda correo electrónico.'),
  record('/decreto/#articulo-8', 'Artículo 8. Metas', 'Los plazos de cada fase.', { context: 'Decreto 1151 de 2008' }),
  record('/decreto/', 'Decreto 1151 de 2008', 'La norma que definió la estrategia y sus cinco fases.', {
    kind: 'Decreto',
  }),
  record('/circular/', 'Circular 000062 de 2009', 'El sector ocupa el lugar 22 entre 26.', { kind: 'Circular' }),
  record('/normas/#ley-962-2005', 'Ley 962 de 2005', 'Racionalización. Salió el 22 de julio.', { kind: 'Norma' }),
  record('/normas/#ley-1444', 'Ley 1444 de 2011', 'Sus artículos 6, 7 y 9 separaron salud y trabajo.', {
    kind: 'Norma',
  }),
  record('/normas/#decreto-ley-2150-1995', 'Decreto-ley 2150 de 1995', 'Suprime trámites.', { kind: 'Norma' }),
];
const things: NamedThing[] = [
  { names: ['habeas data'], paths: ['/criterios/int-15/'], said: [] },
  { names: ['contratos'], paths: ['/criterios/inf-17/'], said: [] },
  { names: ['email'], paths: [], said: ['correo electrónico'] },
];
const index = indexWords({ records, things });
const exact = (query: string): string[] => search(index, query).exact.map(({ record: { path } }) => path);
const near = (query: string): string[] => search(index, query).near.map(({ record: { path } }) => path);

describe('what is exact truly has every word', () => {
  it.each(['INF-12', 'inf12', 'inf 12', 'Inf-012', 'qué es INF-12'])('a code: %s', (query) => {
    expect(exact(query)).toEqual(['/criterios/inf-12/']);
  });
  it.each(['articulo 8', 'Artículo 8 del decreto', 'artículo 8 decreto 1151'])('an article: %s', (query) => {
    expect(exact(query)[0]).toBe('/decreto/#articulo-8');
  });
  it.each([
    ['decreto 1151 de 2008', '/decreto/'],
    ['circular 62', '/circular/'],
    ['Circular 000062', '/circular/'],
    ['decreto ley 2150', '/normas/#decreto-ley-2150-1995'],
    ['ley 962 de 2005', '/normas/#ley-962-2005'],
    ['artículo 9 ley 1444', '/normas/#ley-1444'],
    ['lugar 22', '/circular/'],
  ])('a number with its word: %s', (query, path) => expect(exact(query)[0]).toBe(path));

  it.each(['EJECUCION', 'ejecuciones', 'Ejecución'])('whatever the accents, capitals and plural: %s', (query) => {
    expect(exact(query)).toEqual(['/criterios/inf-12/']);
  });

  it.each([
    ['a beginning is no word', 'presupuestar'],
    ['nor is an end', 'contratar'],
    ['nor what looks alike', 'habeas'],
    ['a longer word does not fall back to its first letter', 'anticorrupción'],
    ['a half of a name is no name', 'habeas corpus'],
    ['a number is whole', 'ley 96'],
    ['and not the beginning of another', 'decreto 115'],
    ['a number belongs to its word', 'decreto 962'],
    ['and so does a year', 'ley 962 de 2008'],
    ['a day is no place in a list', 'lugar 22 de julio de 26'],
    ['a number with no word of its own says nothing of the word', 'ley 22'],
    ['what «de» binds stands together, named or not', 'contrato de trabajo'],
    ['a code that nobody has', 'INF-99'],
    ['http is not https', 'https'],
  ])('%s: %s', (_, query) => expect(exact(query)).toEqual([]));

  it('a declared name counts as a word of the records that it leads to, and says so', () => {
    const [hit] = search(index, 'hábeas data').exact;
    expect(hit?.record.path).toBe('/criterios/int-15/');
    expect(hit?.name).toBe('habeas data');
  });
  it('what the site says otherwise is found where it says it', () => {
    expect(exact('email')).toEqual(['/criterios/int-16/']);
  });
  it('a kind narrows', () => {
    const { exact: found } = search(index, 'fases', { kind: 'Decreto' });
    expect(found.map(({ record: { path } }) => path)).toEqual(['/decreto/']);
  });
  it('nothing typed finds nothing', () => expect(search(index, ' ¿? ')).toEqual({ exact: [], near: [] }));
});

describe('what is near stands apart', () => {
  it.each([
    ['what is still being typed', 'ejecuc'],
    ['what is mistyped', 'ejecusion'],
    ['what is of its family', 'presupuestos'],
  ])('%s: %s', (_, query) => expect([...exact(query), ...near(query)]).toContain('/criterios/inf-12/'));
  it('nothing like it, nothing near', () => {
    for (const query of ['xyzzyplugh', 'ley 1266', 'habeas corpus']) expect(near(query), query).toEqual([]);
  });
});

describe('an excerpt', () => {
  const marked = (query: string): string[] =>
    search(index, query).exact.flatMap((hit) =>
      excerptOf(hit).parts.flatMap(({ text, isMatch }) => (isMatch ? [text] : [])),
    );
  it('marks the words of the query and no others', () => {
    expect(marked('racionalizacion')).toEqual(['Racionalización']);
    expect(marked('habeas data')).toEqual([]);
  });
  it('is the text of the page, whole', () => {
    const [hit] = search(index, 'trabajo').exact;
    expect(
      hit &&
        excerptOf(hit)
          .parts.map(({ text }) => text)
          .join(''),
    ).toMatch(/trabajo/);
  });
});
