import { fold } from './fold.ts';

/** The words of a text as they are compared, each behind a blank: what is neither letter nor digit parts them. */
function words(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ` ${word}`).join('');
}

/** A code as it is compared: people leave out its hyphens. */
function bare(code: string): string {
  return words(code).replaceAll(' ', '');
}

/** An entry of a list that is searched: what is found by its words, and what by its codes. */
export interface Searched {
  readonly texts: readonly string[];
  readonly codes: readonly string[];
}

/**
 * True where each word that was typed begins a word of the texts, or begins a code («TRA», «tra-0», «tra09», «tra 09»),
 * whatever the accents and capitals. A hyphen at its end means that the word ends there. Other signs count for nothing,
 * and nothing typed is found everywhere.
 */
export function isFound(typed: string, { texts, codes }: Searched): boolean {
  const wanted = typed.split(/\s+/).filter((word) => bare(word) !== '');
  if (wanted.length === 0) return true;
  const within = texts.map((text) => `${words(text)} `);
  const known = codes.map(bare);
  const beginsCode = (text: string): boolean => known.some((code) => code.startsWith(bare(text)));
  const beginsWord = (word: string): boolean => {
    const begun = words(word) + (/\p{Pd}$/u.test(word) ? ' ' : '');
    return within.some((text) => text.includes(begun));
  };
  return wanted.every(
    (word, index) =>
      beginsCode(word) ||
      beginsWord(word) ||
      // The digits of a code that was typed in two words.
      (index > 0 && beginsCode(`${wanted[index - 1] ?? ''}${word}`)),
  );
}
