import { MAX_PARTS } from '../bytes/archive-limits.ts';
import type { IsOver } from '../bytes/inflating.ts';
import { zipDirectory, type ZipFault } from '../bytes/zip-directory.ts';
import { zipText, type EntryFault } from '../bytes/zip-text.ts';

/** Workbooks above this are refused unread, in bytes. */
const MAX_WORKBOOK_BYTES = 10 * 1024 * 1024;
/** Workbooks that say that they unpack to more than this are refused before they are, in bytes. */
const MAX_UNPACKED_BYTES = 60 * 1024 * 1024;
/** So are those with a part that says that it unpacks to more than this, in bytes: a part is held whole. */
const MAX_PART_BYTES = 32 * 1024 * 1024;

/**
 * Why a workbook is not read. `oldExcel`: an .xls; `locked`: one with a password; `binaryExcel`: an .xlsb; `openDocument`:
 * an .ods; `notWorkbook`: no .xlsx or .xlsm, or one that contradicts itself; `tooMuch`: it unpacks to too much; `tooFull`: it has more cells, or more text in
 * them, than are read; the rest is what is wrong with its archive.
 */
export type OpeningFault =
  | 'tooLarge'
  | 'tooMuch'
  | 'tooFull'
  | 'oldExcel'
  | 'locked'
  | 'binaryExcel'
  | 'openDocument'
  | 'notWorkbook'
  | Exclude<ZipFault, 'notZip'>
  | EntryFault;

/** Stops the reading of a workbook, with its reason. */
export class Refused extends Error {
  readonly fault: OpeningFault;
  constructor(fault: OpeningFault) {
    super(fault);
    this.fault = fault;
  }
}

/** What is read of the archive: the workbook, its strings, its styles (which tell dates from numbers) and its sheets. */
function isNeeded(path: string): boolean {
  return /^xl\/(_rels\/workbook\.xml\.rels|[^/]+\.xml|worksheets\/[^/]+\.xml)$/.test(path);
}

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/** How a compound file begins: an .xls, and any workbook with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/** True of what is a workbook of some kind, or another document of an office program, whatever its name. */
export function isOfficeDocument(bytes: Uint8Array): boolean {
  if (startsWith(bytes, COMPOUND)) return true;
  if (!startsWith(bytes, ZIP)) return false;
  const directory = zipDirectory(bytes, MAX_PARTS);
  return directory.ok && directory.entries.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype');
}

/** Why a compound file is not read: one with a password says so among the names of its streams, which are UTF-16. */
function compoundFault(bytes: Uint8Array): OpeningFault {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage') ? 'locked' : 'oldExcel';
}

/**
 * Takes the bytes of a workbook and the clock; gives the parts that are read, one after another, each with its path and
 * its XML, so that no two of them need be held at once; only those that are wanted, where that is said. Throws Refused.
 */
export async function* workbookParts(
  bytes: Uint8Array<ArrayBuffer>,
  isOver: IsOver,
  isWanted: (path: string) => boolean = () => true,
): AsyncGenerator<readonly [path: string, xml: string]> {
  if (bytes.length > MAX_WORKBOOK_BYTES) throw new Refused('tooLarge');
  if (startsWith(bytes, COMPOUND)) throw new Refused(compoundFault(bytes));
  if (!startsWith(bytes, ZIP)) throw new Refused('notWorkbook');
  const directory = zipDirectory(bytes, MAX_PARTS);
  if (!directory.ok) throw new Refused(directory.fault === 'notZip' ? 'notWorkbook' : directory.fault);
  const { entries } = directory;
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED_BYTES) throw new Refused('tooMuch');
  const isThere = (path: string) => entries.some(({ name }) => name === path);
  if (isThere('mimetype')) throw new Refused('openDocument');
  if (isThere('xl/workbook.bin')) throw new Refused('binaryExcel');
  if (!isThere('xl/workbook.xml')) throw new Refused('notWorkbook');
  for (const entry of entries) {
    if (!isNeeded(entry.name) || !isWanted(entry.name)) continue;
    if (entry.size > MAX_PART_BYTES) throw new Refused('tooMuch');
    const part = await zipText(bytes, entry, isOver);
    if (!part.ok) throw new Refused(part.fault);
    // XML says how it stands; a guess at its letters is none.
    if (part.encoding === 'windows-1252') throw new Refused('damaged');
    yield [entry.name, part.text];
  }
}
