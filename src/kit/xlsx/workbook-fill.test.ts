import { describe, expect, it } from 'vitest';
import { FilledCells } from './workbook-fill.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

/** What becomes of one cell, whose library wrote its key. */
function filled(cell: (cells: FilledCells) => { value?: unknown }): string {
  const cells = new FilledCells();
  const key = cell(cells).value;
  if (key === undefined) return '';
  const xml = `<worksheet><sheetData><row r="1"><c r="A1" s="3"><v>${String(key)}</v></c></row></sheetData></worksheet>`;
  const kept = cells.feature.files?.transform?.['xl/worksheets/sheet{id}.xml']?.transform?.(
    xml,
    {},
    { sheetIndex: 0, sheetId: '1' },
  );
  expect(kept).toBe('<worksheet><sheetData></sheetData></worksheet>');
  const whole = cells.into(SHEET, kept ?? '');
  return /<row r="1"><c r="A1" s="3"(.*)<\/c><\/row><\/sheetData><\/worksheet>$/s.exec(whole)?.[1] ?? whole;
}

describe('the cells that are filled in after the library', () => {
  it('hold a text whatever its signs', () => {
    expect(filled((cells) => cells.text('=A1 & <b> $& $1 \u0007'))).toBe(
      ' t="inlineStr"><is><t xml:space="preserve">=A1 &amp; &lt;b&gt; $&amp; $1</t></is>',
    );
    expect(filled((cells) => cells.text(' \n'))).toBe('');
  });

  it('cut a text beyond what a cell takes, and say so', () => {
    const cell = filled((cells) => cells.text(`${'a'.repeat(31_999)}🏛️${'b'.repeat(2000)}`));
    expect(cell).toContain('a… (cortado: no cabe en una celda)</t>');
    expect(cell.length).toBeLessThan(32_200);
  });

  it('hold a day as spreadsheets count it, and as text where they count wrongly', () => {
    expect(filled((cells) => cells.date('2009-11-01', {}))).toBe('><v>40118</v>');
    expect(filled((cells) => cells.date('1900-03-01', {}))).toBe('><v>61</v>');
    expect(filled((cells) => cells.date('1900-02-28', {}))).toContain('>1900-02-28</t>');
    expect(filled((cells) => cells.date('', {}))).toBe('');
  });

  it('hold a formula with its result', () => {
    expect(filled((cells) => cells.formula('SUMIFS(A1:A2,B1:B2,"<>Sí")', '1250000.50', {}))).toBe(
      '><f>SUMIFS(A1:A2,B1:B2,"&lt;&gt;Sí")</f><v>1250000.50</v>',
    );
  });

  it('leave other parts as they are', () => {
    expect(new FilledCells().into('xl/workbook.xml', '<sheetData></sheetData>')).toBe('<sheetData></sheetData>');
  });
});
