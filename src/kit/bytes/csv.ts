/** One cell: a text, or a number, which is written with a decimal comma. */
export type CsvCell = string | number;

/** Excel takes a file for UTF-8 only where it starts so. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Where the decimal sign is a comma, as in Colombia, spreadsheets part columns at semicolons. */
const SEPARATOR = ';';
const LINE_END = '\r\n';

/**
 * Starts, after blanks and signs that show nothing, as what a spreadsheet runs as a formula. The full-width forms
 * are typed by Asian keyboards and run too.
 */
const RUNS = /^[\s\p{C}]*[=+\-@\t\r＝＋－＠]/u;
/**
 * The same at the start of a line within a text. A spreadsheet that parts columns at commas takes our quotes for letters:
 * for it a new row begins there.
 */
const RUNS_IN_LINE = /(\r\n|[\r\n])(?=[^\S\r\n]*\p{Cf}*[=+\-@＝＋－＠])/gu;

/** Control characters, which show nothing and make programs take a file for no text; tabs and line breaks stay. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function written(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  const text = cell.replace(CONTROLS, '');
  const harmless = `${RUNS.test(text) ? "'" : ''}${text}`.replace(RUNS_IN_LINE, "$1'");
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Takes rows of cells; gives the text of a CSV file as spreadsheets in Spanish open it: byte order mark, semicolons,
 * CRLF after each row. A text, and a line within it, that a spreadsheet would run
 * as a formula gets an apostrophe in front; a number never.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(written).join(SEPARATOR) + LINE_END).join('');
}
