/** Half of a character that takes two code units, without its other half: UTF-8 has no form for it. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const EVERY_LONE_SURROGATE = /\p{Surrogate}/gu;

/** Whether a text has no lone surrogate: `isWellFormed()` of later browsers (docs/decisions/0005). */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** Takes any text; gives it with U+FFFD in the place of each lone surrogate: `toWellFormed()` of later browsers. */
export function toWellFormed(text: string): string {
  return text.replace(EVERY_LONE_SURROGATE, '\uFFFD');
}
