import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { columnLetter } from './workbook-layout.ts';

/** Workbooks above this are refused unread, in bytes. */
export const MAX_WORKBOOK_BYTES = 10 * 1024 * 1024;
/** Workbooks that would grow beyond this when inflated are refused before they are, in bytes. */
export const MAX_INFLATED_BYTES = 60 * 1024 * 1024;
/** The most files that a workbook holds: ours has 25, one with pictures some hundred. */
const MAX_PARTS = 2_000;
/** A sheet with something beyond these is not read. */
export const MAX_ROWS = 5_000;
export const MAX_COLUMNS = 100;

/** A formula, or an error that one left (`#N/A`): there is no telling what a person meant by it. */
export interface Unreadable {
  readonly kind: 'formula' | 'error';
  readonly text: string;
}

export type CellValue = string | number | boolean | Date | Unreadable | null;

export interface ReadSheet {
  readonly name: string;
  /** The first is row 1. Empty where the sheet is too big to read. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly isTooBig: boolean;
}

/**
 * Why a workbook is not read. `oldExcel`: an .xls, or one with a password; `openDocument`: an .ods; `notWorkbook`: no
 * .xlsx, or a damaged one.
 */
export type OpeningFault = 'tooLarge' | 'inflatesTooMuch' | 'oldExcel' | 'openDocument' | 'notWorkbook';

export type WorkbookOpening =
  { readonly ok: true; readonly sheets: readonly ReadSheet[] } | { readonly ok: false; readonly fault: OpeningFault };

/** Stops the reading of a workbook, with its reason. */
class Refused extends Error {
  readonly fault: OpeningFault;
  constructor(fault: OpeningFault) {
    super(fault);
    this.fault = fault;
  }
}

/** How the notes that this module leaves for itself in the cells begin: signs of Unicode's private area. */
const NOTE = '\uE9A1\uE9A2';
const TOO_BIG = `${NOTE}grande`;

/** What is read of the archive: the workbook, its strings, its styles (which tell dates from numbers) and its sheets. */
function isNeeded(path: string): boolean {
  return /^xl\/(_rels\/workbook\.xml\.rels|[^/]+\.xml|worksheets\/[^/]+\.xml)$/.test(path);
}

/** Takes the bytes of a workbook; gives the parts that are read, as text. Nothing is inflated before its size is known. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const starts = (...head: number[]) => head.every((byte, index) => bytes[index] === byte);
  if (bytes.length > MAX_WORKBOOK_BYTES) throw new Refused('tooLarge');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new Refused('oldExcel');
  if (!starts(0x50, 0x4b)) throw new Refused('notWorkbook');
  let [inflated, parts] = [0, 0];
  const names = new Set<string>();
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      names.add(name);
      inflated += originalSize;
      parts += 1;
      // Deflating never adds a thousandth: an archive that says so lies about what it would grow to.
      if (size > originalSize + originalSize / 1000 + 64 || inflated > MAX_INFLATED_BYTES || parts > MAX_PARTS) {
        throw new Refused('inflatesTooMuch');
      }
      return false;
    },
  });
  if (names.has('mimetype')) throw new Refused('openDocument');
  if (!names.has('xl/workbook.xml')) throw new Refused('notWorkbook');
  const files = unzipSync(bytes, { filter: ({ name }) => isNeeded(name) });
  return new Map(Object.entries(files).map(([path, file]) => [path, strFromU8(file)]));
}

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

function noteXml(reference: string, note: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${note}</t></is></c>`;
}

/** One cell as XML, with formulas and errors told in their stead; '' where it holds nothing. */
function cellXml(reference: string, attributes: Map<string, string>, inner: string): string {
  const formula = /<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>([^<]*))/.exec(inner);
  if (formula) return noteXml(reference, `${NOTE}f${formula[1] ?? ''}`);
  if (attributes.get('t') === 'e')
    return noteXml(reference, `${NOTE}e${/<(?:\w+:)?v[^<>]*>([^<]*)/.exec(inner)?.[1] ?? ''}`);
  if (!/<(?:\w+:)?(?:v|is)[\s>]/.test(inner)) return '';
  const kept = ['s', 't'].flatMap((name) => {
    const value = attributes.get(name);
    return value === undefined ? [] : [` ${name}="${value.replaceAll('"', '&quot;')}"`];
  });
  return `<c r="${reference}"${kept.join('')}>${inner}</c>`;
}

/**
 * Takes a sheet's XML; gives one with nothing but the cells that hold something. The library would build as many rows
 * as a file claims to have, reads a formula as its last result and an error as an empty cell; here rows and columns are
 * counted first, and formulas and errors become notes.
 */
function bareSheet(xml: string): string {
  const rows: string[] = [];
  let cells: string[] = [];
  let [row, column] = [0, 0];
  const closeRow = () => {
    if (cells.length > 0) rows.push(`<row r="${row}">${cells.join('')}</row>`);
    cells = [];
  };
  const tags = /<((?:\w+:)?)(row|c)((?:[\s/][^<>]*)?)>/g;
  for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
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
    const cell = cellXml(`${columnLetter(column - 1)}${row}`, attributes, xml.slice(tags.lastIndex, end));
    tags.lastIndex = end;
    if (cell === '') continue;
    if (row > MAX_ROWS || column > MAX_COLUMNS) return sheetXml(`<row r="1">${noteXml('A1', TOO_BIG)}</row>`);
    cells.push(cell);
  }
  closeRow();
  return sheetXml(rows.join(''));
}

/** A value as the library gives it (its types call a date by its constructor), with the notes undone. */
function readValue(value: unknown): CellValue {
  if (typeof value === 'string' && value.startsWith(NOTE)) {
    return { kind: value[NOTE.length] === 'f' ? 'formula' : 'error', text: value.slice(NOTE.length + 1) };
  }
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain || value instanceof Date ? value : null;
}

async function sheetsOf(parts: ReadonlyMap<string, string>): Promise<ReadSheet[]> {
  const bare = [...parts].map(([path, xml]): [string, Uint8Array] => {
    const holdsTexts = path.startsWith('xl/worksheets/') || /sharedStrings/i.test(path);
    // Comments and the like, which no spreadsheet writes: the library would take their neighbours' texts for lost.
    if (holdsTexts && xml.includes('<!')) throw new Refused('notWorkbook');
    return [path, strToU8(path.startsWith('xl/worksheets/') ? bareSheet(xml) : xml)];
  });
  // Packed without compression: what is compressed the library may inflate in a worker made from a blob.
  const archive = zipSync(Object.fromEntries(bare), { level: 0 });
  const sheets = await readExcelFile(archive.buffer, { trim: false });
  return sheets.map(({ sheet, data }) => {
    const isTooBig = data[0]?.[0] === TOO_BIG;
    return { name: sheet, isTooBig, rows: isTooBig ? [] : data.map((row) => row.map(readValue)) };
  });
}

/** Takes the bytes of an .xlsx; gives its sheets with what each cell holds, or why it is not read. */
export async function openWorkbook(bytes: Uint8Array): Promise<WorkbookOpening> {
  try {
    return { ok: true, sheets: await sheetsOf(partsOf(bytes)) };
  } catch (error) {
    // What the archive's or the spreadsheet's reader throws means one thing for the person: it is damaged.
    return { ok: false, fault: error instanceof Refused ? error.fault : 'notWorkbook' };
  }
}
