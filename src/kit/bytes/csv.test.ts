import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCells, withoutGuards } from '../../../tests/builders/csv-cells.ts';
import { someText } from '../../../tests/builders/random-assessment.ts';
import { csvText } from './csv.ts';

describe('a CSV file', () => {
  it('starts with the byte order mark, parts cells with semicolons and ends each row with CRLF', () => {
    expect(
      csvText([
        ['a', 'ñ'],
        ['', 'c'],
      ]),
    ).toBe('\uFEFFa;ñ\r\n;c\r\n');
    expect(csvText([])).toBe('\uFEFF');
  });

  it('quotes what would break a row, and doubles quotes', () => {
    expect(csvText([['a;b', 'di "hola"', 'uno\r\ndos', 'a,b']])).toBe('\uFEFF"a;b";"di ""hola""";"uno\r\ndos";a,b\r\n');
  });

  it('writes numbers with a decimal comma and leaves them numbers', () => {
    expect(csvText([[12, 12.5, -3, 0, Number.NaN]])).toBe('\uFEFF12;12,5;-3;0;\r\n');
  });

  it.each(['=1+1', '+57 1', '-3', '@SUM(A1)', '\tx', '\rx', '  =1', '\u200b=1', '＝1', '\uFEFF@a'])(
    'puts an apostrophe before what a spreadsheet would run: %j',
    (text) => {
      expect(csvCells(csvText([[text]]))).toEqual([[`'${text}`]]);
    },
  );

  it.each(['a=1', '42,0\u00a0%', '<\u00a00,1\u00a0%', "'x", 'https://a.co/?b=1', '', '(=1)'])(
    'leaves other texts as they are: %j',
    (text) => {
      expect(csvCells(csvText([[text]]))).toEqual([[text]]);
    },
  );

  it.each([
    ['uno\n=1+1', "uno\n'=1+1"],
    ['uno\r\n  @SUM(A1)', "uno\r\n'  @SUM(A1)"],
    ['-a\n-b\nc', "'-a\n'-b\nc"],
    ['uno\n\u200b=1', "uno\n'\u200b=1"],
    ['\n\u00a0-1', "'\n'\u00a0-1"],
  ])('does so at the start of each line, where a comma parts the columns: %j', (text, harmless) => {
    expect(csvCells(csvText([[text]]))).toEqual([[harmless]]);
  });

  it('leaves out control characters, also before a formula', () => {
    expect(csvCells(csvText([['a\u0000b\u0007', '\u0000=1']]))).toEqual([['ab', "'=1"]]);
  });

  it('gives back any text, but for the apostrophe and control characters', () => {
    fc.assert(
      fc.property(fc.array(fc.array(someText(200), { minLength: 1 }), { minLength: 1 }), (rows) => {
        const read = csvCells(csvText(rows));
        const plain = rows.map((row) =>
          row.map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')),
        );
        const bare = (cells: string[][]): string[][] => cells.map((row) => row.map(withoutGuards));
        expect(bare(read)).toEqual(bare(plain));
        for (const cell of read.flat()) {
          expect(/^\s*[=+\-@\t\r]/.test(cell)).toBe(false);
          expect(/[\r\n][ \t]*[=+\-@]/.test(cell)).toBe(false);
        }
      }),
    );
  });
});
