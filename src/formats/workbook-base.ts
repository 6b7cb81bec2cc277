import { Inflate, strFromU8, strToU8, zlibSync } from 'fflate';
import { MAX_FILE_BYTES } from './assessment-record.ts';

/** The most characters of one piece: a cell takes 32,767. */
const PIECE = 30_000;
/** How much is turned into text, or inflated, at a time, in bytes. */
const STEP = 0x8000;

/** Takes the text of an assessment's file; gives it deflated, as base64 in pieces that fit a cell. */
export function packBase(text: string): string[] {
  const bytes = zlibSync(strToU8(text), { level: 9 });
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  const base64 = btoa(binary);
  return Array.from({ length: Math.ceil(base64.length / PIECE) }, (_, index) =>
    base64.slice(index * PIECE, (index + 1) * PIECE),
  );
}

/** Inflates, and stops where it would give more than a file of this site may weigh. Throws where it cannot. */
function inflated(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const stream = new Inflate((part, final) => {
    parts.push(part);
    size += part.length;
    isWhole = final;
    if (size > MAX_FILE_BYTES) throw new RangeError('The base would be larger than a file may be.');
  });
  // Without the header and the checksum of zlib, which this library does not check.
  const raw = bytes.subarray(2, -4);
  for (let at = 0; at < raw.length; at += STEP) stream.push(raw.subarray(at, at + STEP), at + STEP >= raw.length);
  if (!isWhole) throw new RangeError('The base is cut short.');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The checksum of zlib (RFC 1950), to tell a piece that was changed or lost. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

/** Takes the pieces of a hidden sheet; gives the text of the file in them, or null where they are damaged. */
export function unpackBase(pieces: readonly string[]): string | null {
  try {
    const bytes = Uint8Array.from(atob(pieces.join('')), (character) => character.charCodeAt(0));
    const whole = inflated(bytes);
    const told = new DataView(bytes.buffer).getUint32(bytes.length - 4);
    return told === adler32(whole) ? strFromU8(whole) : null;
  } catch {
    // Not base64, not deflated, or cut: for the person it is one thing, a hidden sheet that somebody changed.
    return null;
  }
}
