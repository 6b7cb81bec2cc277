import { describe, expect, it } from 'vitest';
import { CellFormats } from './cell-formats.ts';

/** The styles of a workbook whose cells have these formats, each a number of the standard or a pattern of its own. */
function stylesOf(...formats: readonly (number | string)[]): string {
  const own = formats.map((each, at) =>
    typeof each === 'string' ? `<numFmt formatCode="${each}" numFmtId="${200 + at}"/>` : '',
  );
  const cells = formats.map((each, at) => `<xf fontId="0" numFmtId="${typeof each === 'string' ? 200 + at : each}"/>`);
  return `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs></styleSheet>`;
}
const shown = (value: number, given: number | string, workbook = '<workbook/>') =>
  new CellFormats(stylesOf(0, given), workbook).shown(value, 1);

describe('what a cell shows', () => {
  it.each([
    ['an hour', 0.604166666666667, 20, '14:30'],
    ['more hours than a day has', 1.25, '[h]:mm', '30:00'],
    ['a percentage', 0.5, 9, '50%'],
    ['one with decimals', 0.125, 10, '12,50%'],
    ['a day with its hour', 40101.6041666667, 22, '15/10/2009 14:30'],
    ['a day', 40101, 14, '15/10/2009'],
    ['a day as another program writes it', 40101, 'yyyy\\-mm\\-dd', '2009-10-15'],
    ['a day in words', 40101, 'd&quot; de &quot;mmmm&quot; de &quot;yyyy', '15 de octubre de 2009'],
    ['a month of a year', 40087, 17, 'oct-09'],
    ['a code with zeros before it', 123, '000000', '000123'],
    ['an amount', 1_500_000, '&quot;$&quot;\\ #,##0', '$ 1.500.000'],
    ['thousands', 1234.5, 4, '1.234,50'],
    ['minutes', 0.0625, 45, '30:00'],
    ['a number with its unit', 12, '0&quot; m²&quot;', '12 m²'],
    ['a fraction', 0.5, 12, '1/2'],
    ['a negative amount in red', -3, '0;[Red]\\-0', '-3'],
  ] as const)('is told as it stands: %s', (_, value, given, text) => {
    expect(shown(value, given)).toBe(text);
  });

  it('is the number itself without a format, in a text, in one that is none, and before the first day', () => {
    for (const given of [0, 49, 'General', '@', '[[[', 163]) expect(shown(42.5, given)).toBeNull();
    expect(shown(-5e9, 14)).toBe('-5000000000');
    expect(shown(NaN, 9)).toBeNull();
    expect(new CellFormats('', '').shown(1, 0)).toBeNull();
    expect(new CellFormats(stylesOf(9), '').shown(1, 7)).toBeNull();
  });

  it('counts days from 1904 where the workbook does, and other numbers as they are', () => {
    const workbook = '<workbook><workbookPr date1904="1"/></workbook>';
    expect(shown(40101 - 1462, 14, workbook)).toBe('15/10/2009');
    expect(shown(0.5, 9, workbook)).toBe('50%');
  });
});
