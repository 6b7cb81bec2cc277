import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { goldenDifference } from './support/golden.ts';

const zip = (parts: Record<string, string>, level: 0 | 9 = 0) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level,
    mtime: '2009-10-15T00:00:00',
  });

describe('what differs from a golden file', () => {
  it('is nothing where the bytes are the same', () => {
    expect(goldenDifference(strToU8('a'), strToU8('a'))).toBe('');
  });

  it('is told with its line, the key that leads there and both texts', () => {
    const kept = '{\n  "entidad": {\n    "nit": "899999403-4"\n  }\n}\n';
    expect(goldenDifference(strToU8(kept), strToU8(kept.replace('403-4', '403')))).toMatch(
      /^line 3, after nit:\n {2}kept .*899999403-4.*\n {2}made .*899999403\\/,
    );
  });

  it('is told by the part of a workbook and its cell', () => {
    const sheet = '<row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
    const change = sheet.replace('<v>2', '<v>3');
    expect(goldenDifference(zip({ 'xl/sheet1.xml': sheet }), zip({ 'xl/sheet1.xml': change }))).toContain(
      'xl/sheet1.xml, line 1, after B1:',
    );
  });

  it('is a part that came or went', () => {
    const both = { a: '1', b: '2' };
    expect(goldenDifference(zip(both), zip({ a: '1', c: '3' }))).toBe(
      'b: a part that is gone\nc: a part that was not there',
    );
  });

  it('is the order of the parts, or how they are packed, where every part says the same', () => {
    expect(goldenDifference(zip({ a: '1', b: '2' }), zip({ b: '2', a: '1' }))).toContain('in another order');
    const long = { a: 'x'.repeat(1000) };
    expect(goldenDifference(zip(long, 0), zip(long, 9))).toContain('how it is packed');
  });
});
