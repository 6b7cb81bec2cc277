import { describe, expect, it } from 'vitest';
import { andMore, outcomeText, relationText, strangersRemark } from './incoming.ts';

const present = {
  entity: { name: 'Instituto Nacional de Salud', acronym: 'INS' },
  label: '',
  cutoffDate: '2009-11-01',
  modified: '2009-11-02T15:00:00.000Z',
  closing: null,
};
const file = { changed: null, modified: '2009-11-03T15:00:00.000Z', isBookOfPresent: false };

describe('what an opened file is to the list', () => {
  it.each([
    [null, ''],
    [[], 'El libro no trae ningún cambio. '],
    [['INF-01'], 'El libro trae cambios en 1 criterio: INF-01. '],
    [['INF-01', 'INF-02'], 'El libro trae cambios en 2 criterios: INF-01, INF-02. '],
  ])('begins with the changes of a workbook: %j', (changed, beginning) => {
    expect(relationText({ kind: 'new' }, { ...file, changed })).toBe(
      `${beginning}No está en la lista de este navegador.`,
    );
  });

  it('says how the one of the list stands', () => {
    const closing = { date: '2009-11-01', responsible: 'Planeación', digest: 'a'.repeat(64) };
    expect(relationText({ kind: 'otherVersion', present: { ...present, closing } }, file)).toMatch(/está cerrada/);
    expect(relationText({ kind: 'otherVersion', present }, { ...file, changed: [], isBookOfPresent: true })).toBe(
      'El libro no trae ningún cambio. En la lista nada cambió desde que se guardó el libro: puede reemplazarla sin perder nada.',
    );
    expect(relationText({ kind: 'otherVersion', present }, file)).toMatch(/con otro contenido/);
    expect(relationText({ kind: 'sameEntity', present }, file)).toMatch(/INS, 1 de noviembre de 2009\. Si es/);
  });
});

it.each([
  [[], 0, ''],
  [['AAA-01'], 1, '(AAA-01)'],
  [['AAA-01', 'AAA-02'], 1502, '(AAA-01, AAA-02 y 1.500 más)'],
])('answers to what this version does not have are named: %j of %i', (first, count, named) => {
  expect(strangersRemark(first, count)).toContain(named);
  expect(strangersRemark(first, count) === '').toBe(count === 0);
});

it('what became of a file, and how many more there are, is said', () => {
  expect(outcomeText('replace', present, false)).toMatch(/quedó como en el archivo/);
  expect(outcomeText('add', present, true)).toMatch(/se agregó como copia/);
  expect(outcomeText('add', present, false)).toMatch(/se agregó a la lista/);
  expect([andMore(-3), andMore(0), andMore(2)]).toEqual(['', '', 'y 2 más']);
});
