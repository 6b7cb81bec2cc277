import { deflateRawSync } from 'node:zlib';

/**
 * ZIP files as no program of good will writes them, put together byte by byte with none of the reader's code
 * (APPNOTE.TXT, 4.3). What is not said is as it should be.
 */
export interface RawEntry {
  readonly name: string;
  /** What is in it, as text or bytes; deflated unless `method` says otherwise. */
  readonly content: string | Uint8Array;
  /** 0: stored; 8: deflated. */
  readonly method?: number;
  /** What stands in the archive instead of the content as `method` packs it. */
  readonly packed?: Uint8Array;
  /** What the archive says of it, in place of the truth. */
  readonly told?: { readonly crc?: number; readonly size?: number; readonly packedSize?: number };
  readonly flags?: number;
  readonly extra?: Uint8Array;
  /** Its name, method and sizes in front of its data, where they differ from the list at the end. */
  readonly local?: { readonly name?: string; readonly size?: number; readonly crc?: number };
  /** True: sizes and checksum stand behind the data, and zeros in front of it. */
  readonly hasDescriptor?: boolean;
  /** The name of an entry whose data it points to instead of having its own. */
  readonly pointsTo?: string;
}

/** What is wrong with the archive as a whole. */
export interface RawArchive {
  /** What the end says of how many entries there are. */
  readonly toldCount?: number;
  readonly before?: Uint8Array;
  readonly behind?: Uint8Array;
  readonly comment?: string;
  /** The end as ZIP64 writes it. */
  readonly isZip64?: boolean;
}

const UTF8 = 0x800;
const WITH_DESCRIPTOR = 8;
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** CRC-32, a bit at a time. */
function slowCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Bytes from numbers, little end first: pairs of a value and its width in bytes. */
function numbers(...pairs: readonly (readonly [value: number, width: number])[]): Uint8Array {
  return Uint8Array.from(
    pairs.flatMap(([value, width]) => Array.from({ length: width }, (_, at) => Math.floor(value / 256 ** at) % 256)),
  );
}

/** Bytes one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Takes entries and what is wrong with the whole; gives the archive. */
export function rawZip(entries: readonly RawEntry[], archive: RawArchive = {}): Uint8Array<ArrayBuffer> {
  const body: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  const places = new Map<string, number>();
  let at = 0;
  const put = (part: Uint8Array) => {
    body.push(part);
    at += part.length;
  };
  for (const entry of entries) {
    const { method = 8, flags = 0, extra = new Uint8Array(), local = {} } = entry;
    const content = bytesOf(entry.content);
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
    const size = entry.told?.size ?? content.length;
    const packedSize = entry.told?.packedSize ?? packed.length;
    const crc = entry.told?.crc ?? slowCrc(content);
    const allFlags = UTF8 | flags | (entry.hasDescriptor ? WITH_DESCRIPTOR : 0);
    const name = bytesOf(entry.name);
    const localName = bytesOf(local.name ?? entry.name);
    const place = entry.pointsTo === undefined ? at : (places.get(entry.pointsTo) ?? 0);
    places.set(entry.name, place);
    if (entry.pointsTo === undefined) {
      const [localCrc, localPacked, localSize] = entry.hasDescriptor
        ? [0, 0, 0]
        : [local.crc ?? crc, packedSize, local.size ?? size];
      put(numbers([0x04034b50, 4], [20, 2], [allFlags, 2], [method, 2], [0x00210000, 4], [localCrc, 4]));
      put(numbers([localPacked, 4], [localSize, 4], [localName.length, 2], [extra.length, 2]));
      for (const part of [localName, extra, packed]) put(part);
      if (entry.hasDescriptor) put(numbers([0x08074b50, 4], [crc, 4], [packedSize, 4], [size, 4]));
    }
    list.push(
      numbers([0x02014b50, 4], [20, 2], [20, 2], [allFlags, 2], [method, 2], [0x00210000, 4], [crc, 4]),
      numbers([packedSize, 4], [size, 4], [name.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4]),
      numbers([place, 4]),
      name,
      extra,
    );
  }
  const directory = joined(list);
  const count = archive.toldCount ?? entries.length;
  const comment = bytesOf(archive.comment ?? '');
  const zip64 = archive.isZip64
    ? [
        numbers([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [count, 8], [count, 8]),
        numbers([directory.length, 8], [at, 8]),
        numbers([0x07064b50, 4], [0, 4], [at + directory.length, 8], [1, 4]),
      ]
    : [];
  const [endCount, endSize, endPlace] = archive.isZip64
    ? [0xffff, 0xffffffff, 0xffffffff]
    : [count % 65_536, directory.length, at];
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [endCount, 2], [endCount, 2], [endSize, 4], [endPlace, 4]);
  return joined([
    archive.before ?? new Uint8Array(),
    ...body,
    directory,
    ...zip64,
    end,
    numbers([comment.length, 2]),
    comment,
    archive.behind ?? new Uint8Array(),
  ]);
}

/** The extra field of ZIP64 (APPNOTE 4.5.3) with these sizes, which stand in an entry as 0xffffffff. */
export function zip64Extra(...values: readonly number[]): Uint8Array {
  return numbers([1, 2], [values.length * 8, 2], ...values.map((value) => [value, 8] as const));
}

/** A megabyte of zeros, deflated and flushed: any number of these, one behind the other, and an end, are one stream. */
function megabyte(): Uint8Array {
  // Without its last block, which says that the stream ends: `03 00`.
  const whole = deflateRawSync(new Uint8Array(1024 * 1024), { level: 9, finishFlush: 3 });
  return whole;
}

/** Takes how many megabytes; gives a deflated stream that inflates to as many zeros; without an end where told so. */
export function deflatedMegabytes(count: number, hasEnd = true): Uint8Array<ArrayBuffer> {
  const one = megabyte();
  return joined([...Array.from({ length: count }, () => one), hasEnd ? Uint8Array.of(3, 0) : new Uint8Array()]);
}

/**
 * One deflated block of zeros, about a thousandth of what it inflates to: it has no seam at which a reader could notice
 * that it writes beyond the room that it was told to make. Takes about how many megabytes; gives it and its size.
 */
export function deflatedZeros(megabytes: number): { packed: Uint8Array<ArrayBuffer>; size: number } {
  const MIB = 1024 * 1024;
  const one = deflateRawSync(new Uint8Array(MIB), { level: 9 });
  // In its middle each byte stands for four runs of 258 zeros: any number more of these goes in between.
  const half = one.length >> 1;
  const more = Math.round(((megabytes - 1) * MIB) / 1032);
  const packed = joined([one.subarray(0, half), new Uint8Array(more).fill(one[half] ?? 0), one.subarray(half)]);
  return { packed, size: MIB + more * 1032 };
}

/** A deflated stream of empty blocks that never ends: it takes input and gives nothing. Takes its length in bytes. */
export function endlessNothing(length: number): Uint8Array<ArrayBuffer> {
  const block = Uint8Array.of(0, 0, 0, 0xff, 0xff);
  return joined(Array.from({ length: Math.ceil(length / block.length) }, () => block));
}

/**
 * A bomb of David Fifield's first kind: every entry of the list points to the same packed megabytes. `toldSize` is what
 * each says that it inflates to.
 */
export function overlappingBomb(entries: number, megabytes: number, toldSize = 1): Uint8Array<ArrayBuffer> {
  const kernel: RawEntry = {
    name: '0.json',
    content: '',
    packed: deflatedZeros(megabytes).packed,
    told: { crc: 0, size: toldSize },
  };
  return rawZip([
    kernel,
    ...Array.from({ length: entries - 1 }, (_, at) => ({ ...kernel, name: `${at + 1}.json`, pointsTo: '0.json' })),
  ]);
}

/**
 * A bomb of his second kind: each entry quotes the head of the next one in a stored block and goes on with its data, so
 * that heads and names are all in order and only the data lies within one another.
 */
export function quotingBomb(entries: number, megabytes: number): Uint8Array<ArrayBuffer> {
  const kernel = deflatedZeros(megabytes);
  const heads = Array.from({ length: entries }, (_, at) => `${at}.json`);
  let [behind, size]: [Uint8Array, number] = [kernel.packed, kernel.size];
  const made: { head: Uint8Array; packed: number; size: number; name: string }[] = [];
  for (let at = entries - 1; at >= 0; at -= 1) {
    const name = bytesOf(heads[at] ?? '');
    const next = made[0];
    if (next) {
      const quoted = next.head;
      behind = joined([numbers([0, 1], [quoted.length, 2], [0xffff - quoted.length, 2]), quoted, behind]);
      size += quoted.length;
    }
    const head = joined([
      numbers([0x04034b50, 4], [20, 2], [UTF8, 2], [8, 2], [0x00210000, 4], [0, 4], [behind.length, 4], [size, 4]),
      numbers([name.length, 2], [0, 2]),
      name,
    ]);
    made.unshift({ head, packed: behind.length, size, name: heads[at] ?? '' });
  }
  const first = made[0]?.head ?? new Uint8Array();
  const body = joined([first, behind]);
  const list = made.map(({ packed, size: inflated, name, head }) =>
    joined([
      numbers([0x02014b50, 4], [20, 2], [20, 2], [UTF8, 2], [8, 2], [0x00210000, 4], [0, 4], [packed, 4]),
      numbers([inflated, 4], [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4]),
      numbers([body.length - packed - head.length, 4]),
      bytesOf(name),
    ]),
  );
  const directory = joined(list);
  return joined([
    body,
    directory,
    numbers([0x06054b50, 4], [0, 4], [entries, 2], [entries, 2], [directory.length, 4], [body.length, 4], [0, 2]),
  ]);
}

/** The fragment of a link whose stream inflates to as many megabytes of zeros. */
export function heavyFragment(megabytes: number): string {
  return `v1.${Buffer.from(deflatedZeros(megabytes).packed).toString('base64url')}`;
}
