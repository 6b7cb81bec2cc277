/** How the letters of a text stand in its bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What these bytes are in Windows-1252: nothing. */
const UNDEFINED = /[\u0081\u008D\u008F\u0090\u009D]/;

/**
 * Takes the first bytes of a text; gives the encoding that they show. UTF-16 shows itself, by its mark or by a zero in one
 * of the first two bytes; anything else should be UTF-8.
 */
export function encodingOf([first, second]: Uint8Array): Exclude<Encoding, 'windows-1252'> {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** Decodes a text piece by piece and never replaces a letter. */
export class StrictDecoder {
  readonly #decoder: TextDecoder;
  readonly #encoding: Encoding;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  /** Takes the next piece, or nothing at the end; gives its text, or null where it is none in this encoding. */
  decode(piece?: Uint8Array): string | null {
    try {
      const text = this.#decoder.decode(piece, { stream: piece !== undefined });
      return this.#encoding === 'windows-1252' && UNDEFINED.test(text) ? null : text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return null;
    }
  }
}

/** A text from outside, and how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  /** `windows-1252` is a guess: nothing says so but that it is no UTF-8, and only a person sees whether it reads well. */
  readonly encoding: Encoding;
}

/**
 * Takes the bytes of a text from outside; gives it as what it shows itself to be, and where it is not that, as
 * Windows-1252, in which programs of Windows save. Null where it is no text in any of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  for (const encoding of [encodingOf(bytes), 'windows-1252'] as const) {
    const decoder = new StrictDecoder(encoding);
    const [text, rest] = [decoder.decode(bytes), decoder.decode()];
    if (text !== null && rest !== null) return { text: text + rest, encoding };
  }
  return null;
}

/** The most characters of a word that are shown: a file may hold one of any length. */
const MAX_WORD = 40;
const LOST = /\uFFFD/g;

/** How many letters of a text another program has replaced by «�», because it read them in the wrong encoding. */
export function lostLetters(text: string): number {
  return text.match(LOST)?.length ?? 0;
}

/** Words of a text that show how it was read: each letter beyond ASCII stands in one of them. Gives `most` at most. */
export function tellingWords(text: string, most: number): string[] {
  const seen = new Set<string>();
  const words: string[] = [];
  for (const [word] of text.matchAll(/[^\s"\\,.:;{}[\]()]+/g)) {
    const letters = [...word].filter((letter) => letter > '\x7f' && !seen.has(letter));
    if (letters.length === 0) continue;
    for (const letter of letters) seen.add(letter);
    words.push(word.slice(0, MAX_WORD));
    if (words.length === most) break;
  }
  return words;
}
