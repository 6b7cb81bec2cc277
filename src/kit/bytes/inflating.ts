import { StrictDecoder, type Encoding } from './encoding.ts';

/**
 * The one way in which anything packed is unpacked: as a stream, piece by piece, against a limit of bytes that are
 * counted as they come out and never believed, and against the clock of whoever asks.
 */

/** Asked between two pieces of work: true once the time that all of it may take is over. */
export type IsOver = () => boolean;

/** Of whoever has all the time there is. */
export const noClock: IsOver = () => false;

/**
 * Why something packed is not unpacked: it is cut or is no such stream, it grows too much, it takes too long, or what comes
 * out is no text in its encoding.
 */
type UnpackingFault = 'damaged' | 'tooMuch' | 'tooLong' | 'otherLetters';

export type Unpacked =
  /** The text, how its bytes were read, and how many they were. */
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly size: number }
  | { readonly ok: false; readonly fault: UnpackingFault };

export interface UnpackingLimits {
  /** The most bytes that may come out. */
  readonly maxBytes: number;
  readonly isOver: IsOver;
  /** Is given each piece as it comes out, for a checksum. */
  readonly see?: (part: Uint8Array) => void;
  /** Gives how the text is read, from its first bytes; as UTF-8 where not given. */
  readonly encoding?: (head: Uint8Array) => Encoding;
}

/**
 * How much goes in at a time, in bytes. Deflate makes at most 1032 bytes of one, and engines hand over all that one piece
 * gives: so at most 8 MB stand outside the limit.
 */
const PIECE = 8 * 1024;

/**
 * The pieces of a stream, each in its turn: the next one goes in when what the last one gave has been taken. It breaks off
 * where the time is over: many pieces may go in before anything comes out.
 */
function piecesOf(bytes: Uint8Array<ArrayBuffer>, isOver: IsOver): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (isOver()) return controller.error(new Error('The time is over.'));
        controller.enqueue(bytes.subarray(at, at + PIECE));
        at += PIECE;
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * Takes packed bytes, how they are packed (`stored`: they are not) and the limits; gives the text in them, or why not. A
 * checksum that the packing itself has (`deflate`, which is zlib's) is held.
 */
export async function unpackText(
  bytes: Uint8Array<ArrayBuffer>,
  packing: 'deflate' | 'deflate-raw' | 'stored',
  { maxBytes, isOver, see, encoding: encodingOf = () => 'utf-8' }: UnpackingLimits,
): Promise<Unpacked> {
  let isLate = false;
  const pieces = piecesOf(bytes, () => (isLate ||= isOver()));
  const reader = (packing === 'stored' ? pieces : pieces.pipeThrough(new DecompressionStream(packing))).getReader();
  let [encoding, decoder]: [Encoding, StrictDecoder | null] = ['utf-8', null];
  let [size, text] = [0, ''];
  try {
    for (;;) {
      // What the stream itself throws, whatever an engine calls it, means one thing: it is no such stream, or is cut.
      const part = await reader.read().catch(() => null);
      if (isLate) return { ok: false, fault: 'tooLong' };
      if (part === null) return { ok: false, fault: 'damaged' };
      if (part.done) {
        const rest = decoder ? decoder.decode() : '';
        return rest === null ? { ok: false, fault: 'otherLetters' } : { ok: true, text: text + rest, encoding, size };
      }
      size += part.value.length;
      if (size > maxBytes) return { ok: false, fault: 'tooMuch' };
      see?.(part.value);
      if (decoder === null) {
        encoding = encodingOf(part.value);
        decoder = new StrictDecoder(encoding);
      }
      const letters = decoder.decode(part.value);
      if (letters === null) return { ok: false, fault: 'otherLetters' };
      text += letters;
    }
  } finally {
    // Whatever is left is not unpacked. A stream that is already broken has nothing left to say.
    await reader.cancel().catch(() => undefined);
  }
}
