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
 * Why a workbook is not read. `oldExcel`: an .xls, or one with a password; `openDocument`: an .ods; `notWorkbook`: no
 * .xlsx, or one that contradicts itself; `tooMuch`: it unpacks to too much; `tooFull`: it has more cells, or more text in
 * them, than are read; the rest is what is wrong with its archive.
 */
export type OpeningFault =
  | 'tooLarge'
  | 'tooMuch'
  | 'tooFull'
  | 'oldExcel'
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

/**
 * Takes the bytes of a workbook and the clock; gives the parts that are read, one after another, each with its path and
 * its XML, so that no two of them need be held at once. Throws Refused.
 */
export async function* workbookParts(
  bytes: Uint8Array<ArrayBuffer>,
  isOver: IsOver,
): AsyncGenerator<readonly [path: string, xml: string]> {
  const starts = (...head: number[]) => head.every((byte, index) => bytes[index] === byte);
  if (bytes.length > MAX_WORKBOOK_BYTES) throw new Refused('tooLarge');
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new Refused('oldExcel');
  if (!starts(0x50, 0x4b)) throw new Refused('notWorkbook');
  const directory = zipDirectory(bytes, MAX_PARTS);
  if (!directory.ok) throw new Refused(directory.fault === 'notZip' ? 'notWorkbook' : directory.fault);
  const { entries } = directory;
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED_BYTES) throw new Refused('tooMuch');
  const isThere = (path: string) => entries.some(({ name }) => name === path);
  if (isThere('mimetype')) throw new Refused('openDocument');
  if (!isThere('xl/workbook.xml')) throw new Refused('notWorkbook');
  for (const entry of entries) {
    if (!isNeeded(entry.name)) continue;
    if (entry.size > MAX_PART_BYTES) throw new Refused('tooMuch');
    const part = await zipText(bytes, entry, isOver);
    if (!part.ok) throw new Refused(part.fault);
    // XML says how it stands; a guess at its letters is none.
    if (part.encoding === 'windows-1252') throw new Refused('damaged');
    yield [entry.name, part.text];
  }
}
