import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../scripts/content/check.ts';
import { readContentTexts } from '../../scripts/content/files.ts';
import { problemBlock } from '../../scripts/content/problem.ts';
import { measure, proseOf } from '../../scripts/content/readability.ts';
import { readContent } from '../../scripts/read-content.ts';

const texts = readContentTexts();

describe('the content', () => {
  it('has nothing wrong in it («npm run contenido»)', () => {
    expect(contentProblems(texts).map(problemBlock)).toEqual([]);
  });

  it('averages 55 or more on the INFLESZ scale in the guidance of its criteria', () => {
    const scores = readContent('criterios/**/*.mdx').map(({ body }) => measure(proseOf(body)).score);
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThanOrEqual(55);
  });
});

/** A file of the content, with one mistake made in it. */
const INF_03 = 'src/content/criterios/informacion/inf-03-organigrama.mdx';
const INF_04 = 'src/content/criterios/informacion/inf-04-localizacion-contacto-y-horarios.mdx';
const FASE = 'src/content/fases/informacion.mdx';
const NORMAS = 'src/content/normas/normas.yaml';
const NOMBRES = 'src/content/busqueda/nombres.yaml';
const FECHAS = 'src/content/circular/fechas.yaml';

/** Takes a file, what stands in it and what an editor wrote there; gives the blocks that are told, as lines. */
function toldAfter(file: string, before: string | RegExp, after: string): string[] {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`${file} is not there.`);
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`${String(before)} is not in ${file}.`);
  return contentProblems(new Map([...texts, [file, changed]])).map(problemBlock);
}

describe('ten mistakes of editing', () => {
  it('a colon in a text without quotes', () => {
    expect(toldAfter(INF_03, /^nombre: .*$/m, 'nombre: Organigrama: la estructura')).toEqual([
      [
        INF_03,
        '  Línea:    5',
        '  Clave:    nombre',
        '  Se halló: «nombre: Organigrama: la estructura»',
        "  Escriba:  el texto entre comillas, porque lleva dos puntos: nombre: 'Organigrama: la estructura'",
      ].join('\n'),
    ]);
  });

  it('a tab instead of blanks', () => {
    expect(toldAfter(INF_03, '  - id: publicado', '\t- id: publicado')).toEqual([
      [
        INF_03,
        '  Línea:    9',
        '  Clave:    id',
        '  Se halló: «⇥- id: publicado»',
        '  Escriba:  espacios en lugar del tabulador: dos por cada nivel.',
      ].join('\n'),
    ]);
  });

  it('a quote that is not closed', () => {
    const [block = '', ...others] = toldAfter(INF_04, /^(quePide: '.*)'$/m, '$1');
    expect(others).toEqual([]);
    expect(block).toContain(`${INF_04}\n  Línea:    6\n  Clave:    quePide\n  Se halló: «quePide: 'Decir cómo llegar`);
    expect(block).toMatch(/Escriba: {2}la comilla que falta al final: quePide: '.*en qué horas\.'$/);
  });

  it('a key that is not known', () => {
    expect(toldAfter(INF_03, /^peso: /m, 'pezo: ')).toEqual([
      [
        INF_03,
        '  Línea:    7',
        '  Clave:    pezo',
        '  Se halló: una clave que aquí no se usa: «pezo»',
        '  Escriba:  «peso», o borre la línea.',
      ].join('\n'),
    ]);
  });

  it('a code that another criterion has', () => {
    const blocks = toldAfter(INF_03, /^id: INF-03$/m, 'id: INF-04');
    expect(blocks.join('\n')).toContain(
      '  Línea:    2\n  Clave:    id\n  Se halló: «INF-04»\n  Escriba:  el siguiente número libre: los códigos no se repiten.',
    );
  });

  it('a phase that does not exist', () => {
    expect(toldAfter(INF_03, /^fase: informacion$/m, 'fase: informaciones').join('\n\n')).toContain(
      [
        INF_03,
        '  Línea:    3',
        '  Clave:    fase',
        '  Se halló: «informaciones»',
        '  Escriba:  «fase» debe ser una de estas: preparacion, informacion, interaccion, transaccion, transformacion, democracia.',
      ].join('\n'),
    );
  });

  it('a day that does not exist', () => {
    expect(toldAfter(FECHAS, "fecha: '2009-09-30'", "fecha: '2009-09-31'")).toEqual([
      [
        FECHAS,
        '  Línea:    52',
        '  Clave:    fecha (de entrada 9)',
        '  Se halló: «2009-09-31»',
        '  Escriba:  «fecha» debe ser un día que exista, como 2009-11-01, o un mes, como 2010-06; entre comillas.',
      ].join('\n'),
    ]);
    expect(toldAfter(FASE, /fecha: '.*'/, "fecha: '2008-13-01'")).toEqual([
      [
        FASE,
        '  Línea:    12',
        '  Clave:    plazos.nacional.fecha',
        '  Se halló: «2008-13-01»',
        '  Escriba:  La fecha debe ser un día que exista, como 2008-06-01, entre comillas.',
      ].join('\n'),
    ]);
  });

  it('a deadline that the line of time does not say', () => {
    const [block = ''] = toldAfter(FASE, /fecha: '.*'/, "fecha: '2008-06-29'");
    expect(block).toMatch(/^src\/content\/circular\/fechas\.yaml\n.*\n {2}Clave: {4}fecha \(de entrada 3\)/);
    expect(block).toContain('y el plazo en src/content/fases/informacion.mdx es «2008-06-29»');
  });

  it('a field that is missing', () => {
    expect(toldAfter(INF_03, /^quePide: .*\n/m, '')).toEqual([
      [
        INF_03,
        '  Línea:    2',
        '  Clave:    quePide',
        '  Se halló: nada',
        '  Escriba:  «quePide» debe ser un texto; entre comillas si lleva dos puntos.',
      ].join('\n'),
    ]);
  });

  it('a weight of 0', () => {
    expect(toldAfter(INF_03, /^peso: 1$/m, 'peso: 0')).toEqual([
      [INF_03, '  Línea:    7', '  Clave:    peso', '  Se halló: «0»', '  Escriba:  «peso» debe ser 1 o más.'].join(
        '\n',
      ),
    ]);
  });

  it('a link that leads nowhere', () => {
    const [block = '', ...others] = toldAfter(INF_04, '(/criterios/inf-05/)', '(/criterios/inf-55/)');
    expect(others).toEqual([]);
    expect(block).toMatch(
      /Línea: {4}\d+\n {2}Clave: {4}un enlace\n {2}Se halló: «\/criterios\/inf-55\/»\n {2}Escriba: {2}el código de un criterio que exista, así: \/criterios\/inf-03\/$/,
    );
  });
});

describe('other mistakes of editing', () => {
  it.each([
    ['two quotes inside a text of single quotes', INF_04, /^(quePide: ')Decir/m, "$1Decir 'bien'"],
    ['a bracket that is not closed', NORMAS, /tipo: CONPES/, 'tipo: [CONPES'],
    ['a text that begins with an asterisk', INF_03, /^nombre: .*$/m, 'nombre: *Organigrama'],
    ['a line that belongs to nothing', INF_03, /^peso: 1$/m, 'peso: 1\nesto va suelto'],
    ['a key written twice', INF_03, /^peso: 1$/m, 'peso: 1\npeso: 1'],
    ['a line one blank too far', INF_03, /^peso: 1$/m, ' peso: 1'],
    ['a frontmatter that is not closed', INF_03, /^---\n\n## Por/m, '\n## Por'],
    ['a name for the search that leads to no criterion', NOMBRES, '[INT-15, INF-30,', '[INT-95, INF-30,'],
    ['a name for the search that leads to no page', NOMBRES, '/normas/#ley-1581-2012', '/normas/#ley-1266-2008'],
    ['a name for the search that leads nowhere', NOMBRES, /\n {2}llevan: \[INT-15[^\n]*/, ''],
    ['a norm that no record has', INF_04, 'La Ley 962', 'La Ley 9999'],
    ['a heading of other words', INF_04, '## Errores frecuentes', '## Errores comunes'],
    ['gossip', INF_04, 'Es la puerta', 'Se recuerda que es la puerta'],
    [
      'a check that asks something else',
      INF_03,
      /texto: El sitio muestra un organigrama[^\n]*/,
      'texto: El sitio muestra dos organigramas.',
    ],
    ['a source without its year', INF_04, /\n {4}anio: 2005/, ''],
    ['an article that is not told', INF_04, /\n {4}dice: 'Toda[^\n]*/, ''],
    ['an address that is not the official one', INF_04, 'id=1671809', 'id=1671808'],
    ['a later norm taken for one of the time', INF_04, /\n {6}posterior: true/, ''],
    ['a confidence that its backing does not carry', INF_04, /^soporte: norma$/m, 'soporte: indicio'],
  ])('%s is told with its file, and no stack', (_, file, before, after) => {
    const blocks = toldAfter(file, before, after);
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      expect(block).toMatch(
        /^src\/content\/[^\n]+\n( {2}Línea: {4}\d+\n)?( {2}Clave: {4}.+\n)? {2}Se halló: .+\n {2}Escriba: {2}.+$/,
      );
      expect(block).not.toMatch(/\bat |Error:|undefined|Invalid/);
    }
  });
});
