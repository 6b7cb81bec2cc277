/** Marks that turn the direction of the text around them. Nobody writes Spanish with them. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Letters that are written from right to left: Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Takes a text that somebody else wrote; gives it to stand within a sentence without turning the rest of it around:
 * without marks of direction and, where it has letters that run from right to left, closed in an isolate (FSI … PDI).
 * Any other text comes back as it is.
 */
export function isolated(text: string): string {
  const plain = text.replace(DIRECTION_MARKS, '');
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}
