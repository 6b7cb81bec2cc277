import { strToU8, zlibSync } from 'fflate';
import { MAX_FILE_BYTES } from '../file/assessment-record.ts';
import { fromBase64, toBase64 } from '../../kit/bytes/base64.ts';
import { noClock, unpackText, type IsOver, type Unpacked } from '../../kit/bytes/inflating.ts';

/** The most characters of one piece: a cell takes 32,767. */
const PIECE = 30_000;

/** Takes the text of an assessment's file; gives it deflated, as base64 in pieces that fit a cell. */
export function packBase(text: string): string[] {
  const base64 = toBase64(zlibSync(strToU8(text), { level: 9 }));
  return Array.from({ length: Math.ceil(base64.length / PIECE) }, (_, index) =>
    base64.slice(index * PIECE, (index + 1) * PIECE),
  );
}

/**
 * Takes the pieces of a hidden sheet and the clock; gives the text of the file in them, or why there is none: zlib's
 * checksum tells a piece that was changed or lost, and it grows to no more than a file may weigh.
 */
export async function unpackBase(pieces: readonly string[], isOver: IsOver = noClock): Promise<Unpacked> {
  const bytes = fromBase64(pieces.join(''));
  if (bytes === null) return { ok: false, fault: 'damaged' };
  return unpackText(bytes, 'deflate', { maxBytes: MAX_FILE_BYTES, isOver });
}
