import { strToU8, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { noClock, type IsOver } from '../../kit/bytes/inflating.ts';
import { Refused, workbookParts, type OpeningFault } from '../../kit/xlsx/workbook-archive.ts';
import { CellFormats } from '../../kit/xlsx/cell-formats.ts';
import { columnLetter } from '../../kit/xlsx/columns.ts';
import { holdNames, MAX_CELL_XML, withPlainFormats, WorkbookLoad } from '../../kit/xlsx/workbook-load.ts';

/** A sheet with something beyond these is not read. */
export const MAX_ROWS = 5_000;
export const MAX_COLUMNS = 100;

/** A formula, or an error that one left (`#N/A`): there is no telling what a person meant by it. */
interface Unreadable {
  readonly kind: 'formula' | 'error';
  readonly text: string;
}

/** A day, a time, a percentage or an amount is the text that its cell shows; a number is one that is shown as it is. */
export type CellValue = string | number | boolean | Unreadable | null;

export interface ReadSheet {
  readonly name: string;
  /** The first is row 1. Empty where the sheet is too big to read. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly isTooBig: boolean;
}

export type WorkbookOpening =
  { readonly ok: true; readonly sheets: readonly ReadSheet[] } | { readonly ok: false; readonly fault: OpeningFault };

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';

/** The milliseconds of a day, and how many days before 1 January 1970 spreadsheets begin to count. */
const DAY = 86_400_000;
const EPOCH = 25_569;

/** How the notes that this module leaves for itself in the cells begin: signs of Unicode's private area. */
const NOTE = '\uE9A1\uE9A2';
const TOO_BIG = `${NOTE}grande`;

/** The attributes of a cell or a row that count, by name. */
function attributesOf(tag: string): Map<string, string> {
  const found = tag.matchAll(/\s([rst])\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...found].map(([, name = '', double, single]) => [name, double ?? single ?? '']));
}

/** `AB12` as column and row, both from 1; null where it is no address. */
function addressOf(reference: string): { column: number; row: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!match) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(match[2]) };
}

function sheetXml(rows: string): string {
  return `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
}

/** A text as XML holds it. */
function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function noteXml(reference: string, note: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${note}</t></is></c>`;
}

/** The number in a cell, or NaN where it holds none. */
function numberIn(attributes: Map<string, string>, inner: string): number {
  const type = attributes.get('t') ?? 'n';
  const [, value = ''] = /<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)/.exec(inner) ?? [];
  // A day may also stand as ISO text, which counts as the number that it would be.
  if (type === 'd') return Date.parse(/[T ]/.test(value) ? `${value.replace(/Z$/, '')}Z` : value) / DAY + EPOCH;
  return type === 'n' && value.trim() !== '' ? Number(value) : NaN;
}

/** One cell as XML, with formulas and errors told in their stead, and what it shows; '' where it holds nothing. */
function cellXml(reference: string, attributes: Map<string, string>, inner: string, formats: CellFormats): string {
  const formula = /<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>([^<]*))/.exec(inner);
  if (formula) return noteXml(reference, `${NOTE}f${formula[1] ?? ''}`);
  if (attributes.get('t') === 'e')
    return noteXml(reference, `${NOTE}e${/<(?:\w+:)?v[^<>]*>([^<]*)/.exec(inner)?.[1] ?? ''}`);
  if (!/<(?:\w+:)?(?:v|is)[\s>]/.test(inner)) return '';
  const shown = formats.shown(numberIn(attributes, inner), Number(attributes.get('s') ?? 0));
  if (shown !== null) return noteXml(reference, escapedText(shown));
  const kept = ['s', 't'].flatMap((name) => {
    const value = attributes.get(name);
    return value === undefined ? [] : [` ${name}="${value.replaceAll('"', '&quot;')}"`];
  });
  return `<c r="${reference}"${kept.join('')}>${inner}</c>`;
}

/** How many tags of a sheet are looked at between two looks at the clock. */
const STRIDE = 10_000;

/**
 * Takes a sheet's XML; gives one with nothing but the cells that hold something. The library would build as many rows
 * as a file claims to have, reads a formula as its last result and an error as an empty cell; here rows and columns are
 * counted first, and formulas and errors become notes.
 */
function bareSheet(xml: string, load: WorkbookLoad, formats: CellFormats, isOver: IsOver): string {
  const rows: string[] = [];
  let cells: string[] = [];
  let [row, column] = [0, 0];
  let [lastRow, lastColumn] = [0, 0];
  const closeRow = () => {
    if (cells.length > 0) rows.push(`<row r="${row}">${cells.join('')}</row>`);
    cells = [];
  };
  const tags = /<((?:\w+:)?)(row|c)((?:[\s/][^<>]*)?)>/g;
  let visits = 0;
  for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
    load.addVisit();
    visits += 1;
    if (visits % STRIDE === 0 && isOver()) throw new Refused('tooLong');
    const [, prefix = '', name, rest = ''] = tag;
    const attributes = attributesOf(rest);
    if (name === 'row') {
      closeRow();
      row = Number(attributes.get('r') ?? row + 1);
      column = 0;
      continue;
    }
    const given = attributes.get('r');
    const address = given === undefined ? { column: column + 1, row } : addressOf(given);
    if (!address || address.row !== row) throw new Refused('notWorkbook');
    column = address.column;
    if (rest.endsWith('/')) continue;
    const end = xml.indexOf(`</${prefix}c>`, tags.lastIndex);
    if (end < 0) throw new Refused('notWorkbook');
    if (end - tags.lastIndex > MAX_CELL_XML) throw new Refused('tooFull');
    const cell = cellXml(`${columnLetter(column - 1)}${row}`, attributes, xml.slice(tags.lastIndex, end), formats);
    tags.lastIndex = end;
    if (cell === '') continue;
    if (row > MAX_ROWS || column > MAX_COLUMNS) return sheetXml(`<row r="1">${noteXml('A1', TOO_BIG)}</row>`);
    [lastRow, lastColumn] = [Math.max(lastRow, row), Math.max(lastColumn, column)];
    load.addXml(cell);
    cells.push(cell);
  }
  closeRow();
  load.addArea(lastRow, lastColumn);
  return sheetXml(rows.join(''));
}

/** Takes one part of a workbook; gives it as the library is to have it. Throws Refused where it is not to have it. */
function preparedPart(path: string, xml: string, load: WorkbookLoad, formats: CellFormats, isOver: IsOver): string {
  const isSheet = path.startsWith('xl/worksheets/');
  // Comments and the like, which no spreadsheet writes: the library would take their neighbours' texts for lost.
  if ((isSheet || /sharedStrings/i.test(path)) && (xml.includes('<!') || xml.includes('<?', 1))) {
    throw new Refused('notWorkbook');
  }
  if (isSheet) return bareSheet(xml, load, formats, isOver);
  load.addXml(xml);
  if (path.endsWith('.rels')) holdNames(xml, 'Relationship');
  if (path === WORKBOOK) holdNames(xml, 'sheet');
  return withPlainFormats(xml);
}

/** A value as the library gives it, with the notes undone. */
function readValue(value: unknown): CellValue {
  if (typeof value === 'string' && value.startsWith(NOTE)) {
    return { kind: value[NOTE.length] === 'f' ? 'formula' : 'error', text: value.slice(NOTE.length + 1) };
  }
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}

/** How the cells show their numbers. The parts that say it may come after those that ask. */
async function formatsOf(bytes: Uint8Array<ArrayBuffer>, isOver: IsOver): Promise<CellFormats> {
  const found: Record<string, string> = {};
  for await (const [path, xml] of workbookParts(bytes, isOver, (each) => each === STYLES || each === WORKBOOK)) {
    found[path] = withPlainFormats(xml);
  }
  return new CellFormats(found[STYLES] ?? '', found[WORKBOOK] ?? '');
}

async function sheetsOf(bytes: Uint8Array<ArrayBuffer>, isOver: IsOver): Promise<ReadSheet[]> {
  const load = new WorkbookLoad();
  const formats = await formatsOf(bytes, isOver);
  const parts: [string, Uint8Array][] = [];
  for await (const [path, xml] of workbookParts(bytes, isOver)) {
    parts.push([path, strToU8(preparedPart(path, xml, load, formats, isOver))]);
  }
  // Packed without compression: what is compressed the library may inflate in a worker made from a blob.
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  parts.length = 0;
  const sheets = await readExcelFile(archive.buffer, { trim: false });
  // Several sheets may be one part: what they hold is counted again, as often as it is named.
  const read = new WorkbookLoad();
  return sheets.map(({ sheet, data }) => {
    read.addArea(data.length, data[0]?.length ?? 0);
    const isTooBig = data[0]?.[0] === TOO_BIG;
    const rows = isTooBig ? [] : data.map((row) => row.map(readValue));
    for (const value of rows.flat()) if (typeof value === 'string') read.addText(value.length);
    return { name: sheet, isTooBig, rows };
  });
}

/** Takes the bytes of an .xlsx and the clock; gives its sheets with what each cell holds, or why it is not read. */
export async function openWorkbook(bytes: Uint8Array<ArrayBuffer>, isOver: IsOver = noClock): Promise<WorkbookOpening> {
  try {
    return { ok: true, sheets: await sheetsOf(bytes, isOver) };
  } catch (error) {
    // What the spreadsheet's reader throws means one thing for the person: it is damaged.
    return { ok: false, fault: error instanceof Refused ? error.fault : 'notWorkbook' };
  }
}
