import { crc32 } from './crc32.ts';
import { encodingOf, type Encoding } from './encoding.ts';
import { unpackText, type IsOver, type Unpacked } from './inflating.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Why one entry of an archive is not read. `wrongSize`: it unpacks to more or less than it says. */
export type EntryFault =
  'encrypted' | 'otherMethod' | 'damaged' | 'wrongSize' | 'wrongCrc' | 'tooLong' | 'otherLetters';

export type EntryReading =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly fault: EntryFault };

/** The methods of packing that are read. */
const packings: Readonly<Record<number, 'deflate-raw' | 'stored'>> = { 0: 'stored', 8: 'deflate-raw' };

/**
 * Takes the bytes of a ZIP, one entry of its list, and the clock; gives the text in it, or why it is not read. It unpacks
 * to what it says and not a byte more, so that whoever adds up what entries say knows what reading them costs.
 */
export async function zipText(bytes: Uint8Array<ArrayBuffer>, entry: ZipEntry, isOver: IsOver): Promise<EntryReading> {
  if (entry.isEncrypted) return { ok: false, fault: 'encrypted' };
  const packing = packings[entry.method];
  if (packing === undefined) return { ok: false, fault: 'otherMethod' };
  if (!entry.isConsistent) return { ok: false, fault: 'damaged' };
  let crc = 0;
  const unpack = (encoding: (head: Uint8Array) => Encoding): Promise<Unpacked> => {
    crc = 0;
    return unpackText(bytes.subarray(entry.start, entry.end), packing, {
      maxBytes: entry.size,
      isOver,
      encoding,
      see: (part) => {
        crc = crc32(part, crc);
      },
    });
  };
  let unpacked = await unpack(encodingOf);
  // What it is not may be what programs of Windows save: a guess, which the person is shown.
  if (!unpacked.ok && unpacked.fault === 'otherLetters') unpacked = await unpack(() => 'windows-1252');
  if (!unpacked.ok) return { ok: false, fault: unpacked.fault === 'tooMuch' ? 'wrongSize' : unpacked.fault };
  if (unpacked.size !== entry.size) return { ok: false, fault: 'wrongSize' };
  return crc === entry.crc
    ? { ok: true, text: unpacked.text, encoding: unpacked.encoding }
    : { ok: false, fault: 'wrongCrc' };
}
