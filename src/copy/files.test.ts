import { describe, expect, it } from 'vitest';
import { workbookRefused } from './files.ts';

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
