/** The list at the end of a ZIP, read and held against what it lists before anything is unpacked (APPNOTE.TXT, 4.3). */

/** One file of an archive, as the list has it. */
export interface ZipEntry {
  readonly name: string;
  /** What it says that it unpacks to, in bytes; only reading it tells. */
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** True where the head in front of its data says the same as the list. */
  readonly isConsistent: boolean;
  /** Where its head begins, and where its data begins and ends, in bytes from the start. */
  readonly head: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What is wrong with an archive as a whole. `cut`: it begins as a ZIP and its end is missing; `damaged`: it contradicts
 * itself; `overlapping`: two entries share bytes, which no program of good will writes.
 */
export type ZipFault = 'notZip' | 'cut' | 'damaged' | 'overlapping' | 'doubledNames' | 'tooManyEntries';

export type ZipReading =
  { readonly ok: true; readonly entries: readonly ZipEntry[] } | { readonly ok: false; readonly fault: ZipFault };

const HEAD = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_PLACE = 0x07064b50;
/** The shortest head of an entry, entry of the list, and end, in bytes. */
const [HEAD_LENGTH, LISTED_LENGTH, END_LENGTH, END_64_LENGTH, PLACE_LENGTH] = [30, 46, 22, 56, 20];
/** How far from the end of the file the end of the list may stand: behind it comes a comment, or what a copy added. */
const MAX_BEHIND = 0xffff + 1024;
/** What stands in 32 bits where ZIP64 gives the number elsewhere. */
const ELSEWHERE = 0xffffffff;
/** Bits of an entry's flags: it has a password, of one kind or another; its sizes stand behind its data. */
const [ENCRYPTED, SIZES_BEHIND] = [0x2041, 8];

/** Stops the reading, with its reason. */
class Refused extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault) {
    super(fault);
    this.fault = fault;
  }
}

/** The numbers of a file, little end first. Beyond the file's end it throws, because then it is not what it says. */
class Numbers {
  readonly #view: DataView;
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  #at(at: number, width: number): number {
    if (!(at >= 0 && at + width <= this.#view.byteLength)) throw new Refused('damaged');
    return width === 2 ? this.#view.getUint16(at, true) : this.#view.getUint32(at, true);
  }
  short(at: number): number {
    return this.#at(at, 2);
  }
  long(at: number): number {
    return this.#at(at, 4);
  }
  /** Of 64 bits; one beyond what a double holds is beyond any file too. */
  huge(at: number): number {
    return this.long(at) + this.long(at + 4) * 2 ** 32;
  }
}

/** Where the list begins and ends, and how many entries the end says that it has; `turns` at so many it counts anew. */
interface Listing {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly turns: number;
}

/** The list as ZIP64 tells it, if the end at this place has such a record in front of it. */
function listing64(numbers: Numbers, end: number): Listing | null {
  if (end < PLACE_LENGTH + END_64_LENGTH || numbers.long(end - PLACE_LENGTH) !== END_64_PLACE) return null;
  const at = numbers.huge(end - PLACE_LENGTH + 8);
  if (at > end - PLACE_LENGTH - END_64_LENGTH || numbers.long(at) !== END_64) return null;
  const [count, size, start] = [numbers.huge(at + 32), numbers.huge(at + 40), numbers.huge(at + 48)];
  return start + size === at ? { start, end: at, count, turns: Infinity } : null;
}

/** Looks for the end of the list, from behind: the last one that fits together with the place at which it stands. */
function listingOf(bytes: Uint8Array, numbers: Numbers): Listing {
  const last = bytes.length - END_LENGTH;
  let isThere = false;
  for (let at = last; at >= Math.max(0, last - MAX_BEHIND); at -= 1) {
    if (bytes[at] !== 0x50 || numbers.long(at) !== END) continue;
    isThere = true;
    const start = numbers.long(at + 16);
    if (start + numbers.long(at + 12) === at) return { start, end: at, count: numbers.short(at + 10), turns: 0x10000 };
    const other = listing64(numbers, at);
    if (other) return other;
  }
  if (isThere) throw new Refused('damaged');
  throw new Refused(bytes[0] === 0x50 && bytes[1] === 0x4b ? 'cut' : 'notZip');
}

/** A name: in UTF-8, as it should be, or else as Windows in Spanish writes it. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Packed size, size and place of an entry of the list; those that do not fit its 32 bits stand in its extra field. */
function sizesOf(numbers: Numbers, at: number, extra: number, extraEnd: number): [number, number, number] {
  const plain: [number, number, number] = [numbers.long(at + 20), numbers.long(at + 24), numbers.long(at + 42)];
  if (!plain.includes(ELSEWHERE)) return plain;
  let field = extra;
  while (field + 4 <= extraEnd && numbers.short(field) !== 1) field += 4 + numbers.short(field + 2);
  if (field + 4 > extraEnd) throw new Refused('damaged');
  let value = field + 4;
  const told = (number: number): number => {
    if (number !== ELSEWHERE) return number;
    value += 8;
    if (value > extraEnd) throw new Refused('damaged');
    return numbers.huge(value - 8);
  };
  // In this order, whatever the order in the list.
  const size = told(plain[1]);
  const packed = told(plain[0]);
  return [packed, size, told(plain[2])];
}

/** Reads the entry of the list at a place; gives it, and where the next one begins. */
function entryAt(bytes: Uint8Array, numbers: Numbers, at: number, listing: Listing): { entry: ZipEntry; next: number } {
  if (numbers.long(at) !== LISTED) throw new Refused('damaged');
  const [flags, method, crc] = [numbers.short(at + 8), numbers.short(at + 10), numbers.long(at + 16)];
  const nameEnd = at + LISTED_LENGTH + numbers.short(at + 28);
  const extraEnd = nameEnd + numbers.short(at + 30);
  const next = extraEnd + numbers.short(at + 32);
  if (next > listing.end) throw new Refused('damaged');
  const rawName = bytes.subarray(at + LISTED_LENGTH, nameEnd);
  const [packed, size, head] = sizesOf(numbers, at, nameEnd, extraEnd);

  if (numbers.long(head) !== HEAD) throw new Refused('damaged');
  const headName = bytes.subarray(head + HEAD_LENGTH, head + HEAD_LENGTH + numbers.short(head + 26));
  const start = head + HEAD_LENGTH + headName.length + numbers.short(head + 28);
  const end = start + packed;
  if (end > listing.start) throw new Refused('damaged');
  const headSizes: [number, number, number] = [
    numbers.long(head + 14),
    numbers.long(head + 18),
    numbers.long(head + 22),
  ];
  const isTold = (numbers.short(head + 6) & SIZES_BEHIND) === 0;
  const isConsistent =
    numbers.short(head + 8) === method &&
    headName.length === rawName.length &&
    headName.every((byte, index) => byte === rawName[index]) &&
    (!isTold ||
      headSizes.includes(ELSEWHERE) ||
      (headSizes[0] === crc && headSizes[1] === packed && headSizes[2] === size));
  const isEncrypted = (flags & ENCRYPTED) !== 0;
  return {
    entry: { name: nameOf(rawName), size, crc, method, isEncrypted, isConsistent, head, start, end },
    next,
  };
}

function entriesOf(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const numbers = new Numbers(bytes);
  const listing = listingOf(bytes, numbers);
  const entries: ZipEntry[] = [];
  for (let at = listing.start; at < listing.end;) {
    if (entries.length === maxEntries) throw new Refused('tooManyEntries');
    const { entry, next } = entryAt(bytes, numbers, at, listing);
    entries.push(entry);
    at = next;
  }
  if (entries.length % listing.turns !== listing.count) throw new Refused('damaged');
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.head - b.head)) {
    if (entry.head < end) throw new Refused('overlapping');
    ({ end } = entry);
  }
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw new Refused('doubledNames');
  return entries;
}

/**
 * Takes the bytes of a ZIP and the most entries that it may have; gives what its list says, or what is wrong with it as
 * a whole. Nothing is unpacked. What stands behind the end is no matter, what stands in front of the first entry is.
 */
export function zipDirectory(bytes: Uint8Array, maxEntries: number): ZipReading {
  try {
    return { ok: true, entries: entriesOf(bytes, maxEntries) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, fault: error.fault };
  }
}
