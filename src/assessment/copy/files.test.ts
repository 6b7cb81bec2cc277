import { describe, expect, it } from 'vitest';
import type { OpeningRefusal } from '../opening/file-opening.ts';
import { openingRefused, RefusedFiles, workbookRefused } from './files.ts';

const cell = { sheet: 'Información', row: 4, column: 'A', found: '"INF-99"', expected: 'se esperaba un código' };

describe('a workbook that is refused', () => {
  it('says one thing, and not each row, where it was made for other criteria', () => {
    const refusal = { kind: 'cells', problems: [cell, cell], madeWith: '2025.3' } as const;
    const { happened } = workbookRefused('libro.xlsx', refusal, '2026.1');
    expect(happened).toContain('se hizo con la versión 2025.3 del instrumento, este sitio usa la 2026.1');
    expect(happened).not.toContain('celda');
  });

  it('names sheet and cell where it was made for the criteria of this site', () => {
    const refusal = { kind: 'cells', problems: [cell], madeWith: '2026.1' } as const;
    expect(workbookRefused('libro.xlsx', refusal, '2026.1').happened).toContain('hoja «Información», celda A4');
  });
});

describe('files that are refused', () => {
  const notJson: OpeningRefusal = { of: 'file', refusal: { kind: 'notJson' } };

  it('have each kind a sentence of its own, with what became of the data and what to do', () => {
    const archive = ['notZip', 'nothingOurs', 'cut', 'damaged', 'overlapping', 'doubledNames', 'tooMuch'] as const;
    const entry = ['encrypted', 'otherMethod', 'wrongSize', 'wrongCrc', 'otherLetters'] as const;
    const all: OpeningRefusal[] = [
      ...[...archive, 'tooManyEntries' as const].map((fault) => ({ of: 'archive' as const, fault })),
      ...entry.map((fault) => ({ of: 'entry' as const, fault })),
      { of: 'workbook', refusal: { kind: 'tooFull' } },
      { of: 'workbook', refusal: { kind: 'notWorkbook' } },
      { of: 'workbook', refusal: { kind: 'tooManyEntries' } },
      { of: 'unfinished' },
    ];
    const told = all.map((why) => openingRefused('x', why, '1'));
    expect(new Set(told.map(({ happened }) => happened)).size).toBe(all.length);
    for (const { happened, data, remedy } of told) {
      expect(happened).toMatch(/^No se pudo abrir x: .{10,}\.$/);
      expect(data).toBe('Lo guardado en este navegador no cambió.');
      expect(remedy).toMatch(/^[A-Z].{20,}\.$/);
    }
  });

  it('have a message of their own where there is one, and one for all where there are more', () => {
    const files = new RefusedFiles('1');
    expect([files.message, files.groups]).toEqual([null, []]);
    files.add('uno.json', notJson);
    expect(files.message?.happened).toBe(
      'No se pudo abrir uno.json: no es un archivo de autoevaluación, o está cortado.',
    );
    expect(files.groups).toEqual([]);
    files.add('dos.json', notJson);
    expect(files.message?.happened).toBe('No se pudieron abrir 2 archivos.');
  });

  it('are named up to twenty for each reason, and counted beyond', () => {
    const files = new RefusedFiles('1');
    for (let at = 1; at <= 19_990; at += 1) files.add(`${at}.json`, notJson);
    const problems = [{ path: 'etiqueta', expected: 'se esperaba un texto', found: '3' }];
    for (let at = 1; at <= 10; at += 1)
      files.add(`mal ${at}.json`, { of: 'file', refusal: { kind: 'wrong', problems } });
    expect(files.message?.happened).toBe('No se pudieron abrir 20.000 archivos.');
    expect(files.summary).toBe('Ver cuáles y por qué (20.000)');
    const [first, second, ...others] = files.groups;
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      title: 'No es un archivo de autoevaluación, o está cortado (19.990)',
      more: 'y 19.970 más',
    });
    expect(first?.named).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 1}.json`));
    expect(second).toMatchObject({ title: 'Traen algo distinto de lo que se espera (10)', more: '' });
    expect(second?.named[9]).toBe('mal 10.json: en «etiqueta» se esperaba un texto y hay 3.');
  });

  it('have names on one line, not longer than can be read, that turn nothing around', () => {
    const name = `a\n\u202Eb${'x'.repeat(60_000)}fin.json`;
    const { happened } = openingRefused(name, notJson, '1');
    expect(happened.length).toBeLessThan(250);
    expect(happened).toContain('fin.json');
    expect(happened).not.toMatch(/[\n\u202E]/);
  });
});
