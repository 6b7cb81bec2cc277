/**
 * The one way in which anything packed is unpacked: as a stream, piece by piece, against a limit of bytes that are
 * counted as they come out and never believed, and against the clock of whoever asks.
 */

/** Asked between two pieces of work: true once the time that all of it may take is over. */
export type IsOver = () => boolean;

/** Of whoever has all the time there is. */
export const noClock: IsOver = () => false;

/** Why something packed is not unpacked: it is cut or is no such stream, it grows too much, or it takes too long. */
type UnpackingFault = 'damaged' | 'tooMuch' | 'tooLong';

export type Unpacked =
  /** The text, and how many bytes it was. */
  | { readonly ok: true; readonly text: string; readonly size: number }
  | { readonly ok: false; readonly fault: UnpackingFault };

export interface UnpackingLimits {
  /** The most bytes that may come out. */
  readonly maxBytes: number;
  readonly isOver: IsOver;
  /** Is given each piece as it comes out, for a checksum. */
  readonly see?: (part: Uint8Array) => void;
  /** True: what is no UTF-8 is damaged. Otherwise it comes out as U+FFFD, letter by letter. */
  readonly mustBeUtf8?: boolean;
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
  { maxBytes, isOver, see, mustBeUtf8 = false }: UnpackingLimits,
): Promise<Unpacked> {
  let isLate = false;
  const pieces = piecesOf(bytes, () => (isLate ||= isOver()));
  const reader = (packing === 'stored' ? pieces : pieces.pipeThrough(new DecompressionStream(packing))).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: mustBeUtf8 });
  let [size, text] = [0, ''];
  try {
    for (;;) {
      // What the stream itself throws, whatever an engine calls it, means one thing: it is no such stream, or is cut.
      const part = await reader.read().catch(() => null);
      if (isLate) return { ok: false, fault: 'tooLong' };
      if (part === null) return { ok: false, fault: 'damaged' };
      if (part.done) return { ok: true, text: text + decoder.decode(), size };
      size += part.value.length;
      if (size > maxBytes) return { ok: false, fault: 'tooMuch' };
      see?.(part.value);
      text += decoder.decode(part.value, { stream: true });
    }
  } catch (error) {
    if (!mustBeUtf8 || !(error instanceof TypeError)) throw error;
    return { ok: false, fault: 'damaged' };
  } finally {
    // Whatever is left is not unpacked. A stream that is already broken has nothing left to say.
    await reader.cancel().catch(() => undefined);
  }
}
