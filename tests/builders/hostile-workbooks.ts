import { columnLetter } from '../../src/kit/xlsx/columns.ts';
import type { EditedWorkbook } from './edited-workbook.ts';

/** Workbooks that a spreadsheet program would open, and that are made to hold a reader up. Each changes one of ours. */

const RESULTS = 'Resultados';

/** Puts rows at the end of a sheet. */
function withRows(workbook: EditedWorkbook, sheet: string, rows: string): EditedWorkbook {
  return workbook.replace(workbook.sheetPath(sheet), '</sheetData>', `${rows}</sheetData>`);
}

/** Adds a string to those that cells may name; gives its number. */
function addString(workbook: EditedWorkbook, text: string): number {
  const number = workbook.part('xl/sharedStrings.xml').split('<si>').length - 1;
  workbook.replace('xl/sharedStrings.xml', '</sst>', `<si><t>${text}</t></si></sst>`);
  return number;
}

function rowsOf(first: number, last: number, cells: (row: number) => string): string {
  return Array.from({ length: last - first + 1 }, (_, at) => `<row r="${first + at}">${cells(first + at)}</row>`).join(
    '',
  );
}

/** What each does to a reader that does not count first. Takes a workbook of ours and the name of a section's sheet. */
export const hostileWorkbooks: Record<string, (workbook: EditedWorkbook, sheet: string) => EditedWorkbook> = {
  'hundreds of thousands of cells': (workbook, sheet) => {
    const row = Array.from({ length: 100 }, () => '<c><v>1</v></c>').join('');
    return withRows(
      workbook,
      sheet,
      rowsOf(1000, 4999, () => row),
    );
  },
  'one long text in many cells': (workbook, sheet) => {
    const number = addString(workbook, 'x'.repeat(1_000_000));
    return withRows(
      workbook,
      sheet,
      rowsOf(1000, 1300, (row) => `<c r="A${row}" t="s"><v>${number}</v></c>`),
    );
  },
  'a text of twenty million characters': (workbook) => workbook.cell(RESULTS, 'A4000', 'x'.repeat(20_000_000)),
  'a text of one million characters': (workbook) => workbook.cell(RESULTS, 'A4000', 'x'.repeat(1_000_000)),
  'millions of strings': (workbook) =>
    workbook.replace('xl/sharedStrings.xml', '</sst>', `${'<si/>'.repeat(3_000_000)}</sst>`),
  'a million styles': (workbook) =>
    workbook.replace('xl/styles.xml', '</cellXfs>', `${'<xf numFmtId="14"/>'.repeat(1_100_000)}</cellXfs>`),
  'thousands of sheets that are one': (workbook) => {
    const sheets = Array.from({ length: 3000 }, (_, at) => `<sheet name="h${at}" sheetId="${100 + at}" r:id="rId1"/>`);
    return workbook.replace('xl/workbook.xml', '</sheets>', `${sheets.join('')}</sheets>`);
  },
  'hundreds of sheets that are one with many cells': (workbook, sheet) => {
    const id = new RegExp(`r:id="([^"]*)"[^>]*name="${sheet}"`).exec(workbook.part('xl/workbook.xml'))?.[1] ?? '';
    const sheets = Array.from({ length: 900 }, (_, at) => `<sheet name="h${at}" sheetId="${100 + at}" r:id="${id}"/>`);
    workbook.replace('xl/workbook.xml', '</sheets>', `${sheets.join('')}</sheets>`);
    return workbook.cell(sheet, 'CV4999', 'x');
  },
  'thousands of parts that it names': (workbook) => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
    const parts = Array.from(
      { length: 3000 },
      (_, at) => `<Relationship Id="x${at}" Type="${type}" Target="worksheets/sheet1.xml"/>`,
    );
    return workbook.replace('xl/_rels/workbook.xml.rels', '</Relationships>', `${parts.join('')}</Relationships>`);
  },
  'millions of empty rows': (workbook) => withRows(workbook, RESULTS, '<row/>'.repeat(1_600_000)),
  'millions of empty cells': (workbook) =>
    withRows(workbook, RESULTS, `<row r="4000">${'<c/>'.repeat(1_600_000)}</row>`),
};

/** One that is no more than odd, and that the library alone takes a minute for: a format of numbers of 100 000 brackets. */
export function withLongFormat(workbook: EditedWorkbook): EditedWorkbook {
  const styles = (/<cellXfs.*<\/cellXfs>/s.exec(workbook.part('xl/styles.xml'))?.[0] ?? '').split('<xf ').length - 1;
  workbook.replace(
    'xl/styles.xml',
    /<numFmts[^>]*>/,
    `<numFmts><numFmt numFmtId="300" formatCode="${'['.repeat(100_000)}"/>`,
  );
  workbook.replace('xl/styles.xml', '</cellXfs>', '<xf numFmtId="300"/></cellXfs>');
  return workbook.cell(RESULTS, 'A4000', { xml: ` s="${styles}"><v>1</v>` });
}

/** A workbook with something in the last corner of many of its sheets that is read. */
export function withFarCorners(workbook: EditedWorkbook, sheets: readonly string[]): EditedWorkbook {
  for (const sheet of sheets) workbook.cell(sheet, `${columnLetter(99)}4999`, 'x');
  return workbook;
}
